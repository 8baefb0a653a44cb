package cellwright.engine;

import static cellwright.engine.Programs.current;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event.Request;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;

/** A coulomb counter is believed as long as somebody watches, and doubted over a gap, whatever state the run is in. */
class GapsTest {
    private static Scenario begun() {
        return new Scenario().start(Programs.of(current(0.1, 1000)).make()).counted(0.1, 3.7, 0, 50);
    }

    private static double net(Scenario scenario) {
        return Invariants.ledgerOf(scenario.state).orElseThrow().test().netCoulombs();
    }

    @Test
    void aStepThatIsStoppedBeforeItsFirstReadingHasWhatTheCounterMoved() {
        var scenario = begun().ask(Request.HOLD).counted(1, 3.7, 0, 50.0625);
        assertThat(net(scenario)).isEqualTo(0.0625);
        scenario.counted(1, 3.7, 0, 50.125);
        assertThat(net(scenario)).as("a pulse between two readings at rest").isEqualTo(0.125);
    }

    @Test
    void withoutACounterItHasNothing() {
        var scenario = Scenario.begun(Programs.of(current(0.1, 1000)).make());
        scenario.ask(Request.HOLD).read(1, 3.7, 0);
        assertThat(net(scenario)).isZero();
    }

    @Test
    void withoutACounterACurrentThatDoesNotEndIsCounted() {
        var scenario = Scenario.begun(Programs.of(current(0.1, 1000)).make()).read(1, 3.7, 0.1);
        scenario.ask(Request.HOLD).reads(3, 3.7, 0.1).read(1, 3.7, 0);
        assertThat(net(scenario)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void overAGapACounterThatBeganAnewIsDoubtedAndThenBelievedAgain() {
        var failed = begun().counted(1, 3.7, 0.1, 50.125).failed("cable").counted(2, 3.7, 0, 0);
        assertThat(net(failed)).isEqualTo(0.125);
        failed.counted(1, 3.7, 0, 1);
        assertThat(net(failed)).as("watched again").isEqualTo(1.125);
        var gone = begun().counted(1, 3.7, 0.1, 50.125).recovered(60).counted(2, 3.7, 0, 0);
        assertThat(net(gone)).isEqualTo(0.125);
    }

    @Test
    void aGapOnTheWayToRestAndAtRestIsAGapToo() {
        var stopping = begun().counted(1, 3.7, 0.1, 50.125).ask(Request.HOLD);
        stopping.failed("cable").counted(2, 3.7, 0, 0);
        assertThat(net(stopping)).isEqualTo(0.125);
        stopping.recovered(60).counted(1, 3.7, 0, -7);
        assertThat(net(stopping)).isEqualTo(0.125);
    }

    @Test
    void aRunThatGoesOnBeforeItsInstrumentWasReadAgainStillHasTheGap() {
        var scenario = begun().counted(1, 3.7, 0.1, 50.125).ask(Request.HOLD).counted(1, 3.7, 0, 50.125);
        scenario.failed("press").ask(Request.RESUME).counted(1, 3.7, 0.1, 0.0625);
        assertThat(net(scenario)).isEqualTo(0.125);
        scenario.counted(1, 3.7, 0.1, 0.125);
        assertThat(net(scenario)).isEqualTo(0.1875);
    }

    @Test
    void aReadingOfThePressAloneSaysNothingOfTheCharge() {
        var scenario = begun().counted(1, 3.7, 0.1, 50.125).ask(Request.HOLD);
        scenario.read(1, Sample.good(Signal.PRESSURE, 5e6)).stopping();
        scenario.counted(1, 3.7, 0, 50.25);
        assertThat(net(scenario)).isEqualTo(0.25);
    }
}
