package cellwright.engine;

import static cellwright.engine.Programs.NO;
import static cellwright.engine.Programs.SECOND;
import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.recorded;
import static cellwright.engine.Programs.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event.Request;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.program.Recording;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which readings become rows, and what passed until then. */
class RecordingTest {
    private static Scenario with(Recording rule) {
        return Scenario.begun(Programs.of(recorded(current(0.1, above(4.2), 1000), rule), rest(10))
                .make());
    }

    private static List<Double> seconds(Scenario scenario) {
        return scenario.rows().stream().map(row -> row.stepNanos() * 1e-9).toList();
    }

    @Test
    void theFirstAndLastReadingOfAStepAreAlwaysKeptAndNoneTwice() {
        var scenario = with(Programs.ENDS).reads(5, 3.8, 0.1).read(1, 4.2, 0.1);
        assertThat(seconds(scenario)).containsExactly(1.0, 6.0);
        scenario.read(1, 4.1, 0).ask(Request.SKIP);
        assertThat(scenario.rows()).extracting(Row::index).containsExactly(1L, 2L, 3L);
        assertThat(scenario.rows()).extracting(Row::indexInStep).containsExactly(1L, 2L, 1L);
        assertThat(scenario.rows()).extracting(Row::stepCount).containsExactly(1L, 1L, 2L);
        assertThat(scenario.rows())
                .extracting(Row::kind)
                .containsExactly(StepKind.CC_CHARGE, StepKind.CC_CHARGE, StepKind.REST);
    }

    @Test
    void theLastReadingIsKeptHoweverTheStepEnds() {
        var held = with(Programs.ENDS).reads(3, 3.8, 0.1).ask(Request.HOLD);
        assertThat(seconds(held)).containsExactly(1.0, 3.0);
        var silent = with(Programs.ENDS).reads(3, 3.8, 0.1).silent(5);
        assertThat(seconds(silent)).containsExactly(1.0, 3.0);
        var due = Scenario.begun(Programs.of(rest(4), rest(4)).make());
        due.reads(3, 3.8, 0).due(1);
        assertThat(seconds(due)).containsExactly(1.0, 3.0);
    }

    @Test
    void aStepWithoutAReadingHasNoRow() {
        var scenario = with(Programs.ENDS).ask(Request.SKIP).ask(Request.SKIP);
        assertThat(scenario.rows()).isEmpty();
    }

    @Test
    void aTimeGridCountsFromTheStepsStart() {
        var scenario = with(new Recording(2 * SECOND, NO, NO, NO));
        for (int i = 0; i < 14; i++) {
            scenario.read(0.5, 3.8, 0.1);
        }
        assertThat(seconds(scenario)).containsExactly(0.5, 2.0, 4.0, 6.0);
        scenario.read(3.5, 3.8, 0.1);
        assertThat(seconds(scenario)).endsWith(6.0, 10.5);
    }

    @Test
    void changesOfVoltageCurrentAndChargeAreKept() {
        var volts = with(new Recording(0, 0.01, NO, NO));
        volts.read(1, 3.8, 0.1).read(1, 3.805, 0.1).read(1, 3.8125, 0.1).read(1, 3.802, 0.1);
        assertThat(seconds(volts)).containsExactly(1.0, 3.0, 4.0);
        var amps = with(new Recording(0, NO, 0.01, NO));
        amps.read(1, 3.8, 0.1).read(1, 3.8, 0.095).read(1, 3.8, 0.0875);
        assertThat(seconds(amps)).containsExactly(1.0, 3.0);
        var charge = with(new Recording(0, NO, NO, 0.25));
        charge.reads(8, 3.8, 0.125);
        assertThat(seconds(charge)).containsExactly(1.0, 3.0, 5.0, 7.0);
    }

    @Test
    void aContinuedStepKeepsItsFirstReading() {
        var scenario = with(Programs.ENDS)
                .reads(2, 3.8, 0.1)
                .held()
                .ask(Request.RESUME)
                .read(1, 3.8, 0.1);
        assertThat(seconds(scenario)).containsExactly(1.0, 2.0, 3.0);
        assertThat(scenario.rows()).extracting(Row::stepCount).containsExactly(1L, 1L, 2L);
    }

    @Test
    void theFirstLookIsNoRow() {
        assertThat(with(Programs.ENDS).rows()).isEmpty();
    }

    @Test
    void withoutACounterChargeIsTheTrapezoidNeverAcrossSteps() {
        var scenario = with(Programs.ENDS).read(2, 3.8, 0.1);
        assertThat(scenario.running().ledger().test()).isEqualTo(Tally.ZERO);
        scenario.read(2, 3.8, 0.2);
        assertThat(scenario.running().ledger().test().chargeCoulombs()).isCloseTo(0.3, within(1e-12));
        scenario.read(2, 4.2, 0.2).read(2, 4.1, 0);
        assertThat(scenario.running().ledger().test().chargeCoulombs()).isCloseTo(0.7, within(1e-12));
        assertThat(scenario.running().ledger().test().dischargeCoulombs()).isZero();
    }

    @Test
    void theInstrumentsCounterIsPreferred() {
        var scenario = with(Programs.ENDS).counted(1, 3.8, 0.1, 50).counted(1, 3.9, 0.1, 53);
        assertThat(scenario.running().leaf().tally().chargeCoulombs()).isEqualTo(3);
        assertThat(scenario.running().leaf().tally().chargeJoules()).isCloseTo(3 * 3.85, within(1e-12));
        scenario.read(1, 3.8, 0.1);
        assertThat(scenario.running().leaf().tally().chargeCoulombs())
                .as("the counter is missing for once")
                .isCloseTo(3.1, within(1e-12));
    }

    @Test
    void eachDirectionIsCountedForItself() {
        var scenario = Scenario.begun(
                Programs.of(current(0.1, 2), current(-0.1, 2), rest(10)).make());
        scenario.counted(1, 3.8, 0.1, 1).counted(1, 3.8, 0.1, 3);
        scenario.counted(1, 3.7, -0.1, 2.5).counted(1, 3.7, -0.1, 1);
        Tally test = scenario.running().ledger().test();
        assertThat(test.chargeCoulombs()).isEqualTo(2);
        assertThat(test.dischargeCoulombs()).isEqualTo(2);
        assertThat(test.netCoulombs()).isZero();
        assertThat(test.dischargeJoules()).isCloseTo(2 * 3.7, within(0.05));
        assertThat(scenario.rows().getLast().inStep().dischargeCoulombs()).isEqualTo(2);
    }

    @Test
    void chargeThatPassesOnTheWayToRestIsCounted() {
        var scenario = with(Programs.ENDS).counted(1, 3.8, 0.1, 1).counted(1, 3.8, 0.1, 2);
        scenario.ask(Request.HOLD).counted(1, 3.8, 0, 2.125);
        assertThat(scenario.heldState().at().ledger().test().chargeCoulombs()).isEqualTo(1.125);
        assertThat(scenario.heldState().at().ledger().test().chargeJoules()).isCloseTo(1.125 * 3.8, within(1e-12));
    }

    @Test
    void timesNearEveryWrapAreTimesLikeOthers() {
        runsFrom((1L << 32) * 1_000_000 - 10 * SECOND);
        runsFrom((1L << 31) * 1_000_000 - 10 * SECOND);
        runsFrom(-5 * SECOND);
        runsFrom(Long.MIN_VALUE / 2);
        runsFrom(Long.MAX_VALUE / 2);
        runsFrom(400L * 86_400 * SECOND);
    }

    private static void runsFrom(long origin) {
        var scenario = new Scenario();
        scenario.now = origin;
        scenario.start(Programs.of(current(0.1, above(4.2), 1000), rest(10)).make());
        scenario.read(0.1, 3.7, 0).reads(20, 3.8, 0.1);
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(20 * SECOND);
        assertThat(scenario.running().sight().wakeNanos() - scenario.now).isEqualTo(980 * SECOND);
        scenario.read(1, 4.2, 0.1).reads(10, 4.1, 0).stoppedBy(Cause.Kind.COMPLETE);
        assertThat(scenario.rows().getLast().testNanos()).isEqualTo(31 * SECOND + SECOND / 10);
    }

    @Test
    void aRowKnowsThePressureSetpoint() {
        assertThat(with(Programs.ENDS).read(1, 3.8, 0.1).rows().getLast().setpointPascals())
                .isNaN();
    }

    @Test
    void aSampleMayCarryMoreThanTheEngineNeeds() {
        var scenario = with(Programs.ENDS);
        Reading reading = Reading.at(
                scenario.now + SECOND,
                Sample.good(Signal.VOLTAGE, 3.8),
                Sample.good(Signal.CURRENT, 0.1),
                Sample.good(Signal.FORCE, 100));
        scenario.on(new Event.Measured(reading));
        assertThat(scenario.rows().getLast().reading()).isEqualTo(reading);
    }
}
