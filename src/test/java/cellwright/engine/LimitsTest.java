package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.bounded;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.debounced;
import static cellwright.engine.Programs.drive;
import static cellwright.engine.Programs.envelope;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits come before everything, and no reading is no excuse. */
class LimitsTest {
    private static final Bound VOLTAGE = limit(Subject.VOLTAGE, 2, 4.3);

    private static Scenario charging(Bound... bounds) {
        Programs programs = Programs.of(current(0.1, above(4.2), 1000), rest(10));
        for (Bound bound : bounds) {
            programs.bound(bound);
        }
        return Scenario.begun(programs.make());
    }

    @Test
    void aReadingThatViolatesALimitAndEndsAStepGoesToRest() {
        var scenario = charging(VOLTAGE).read(1, 4.31, 0.1).stoppedBy(Cause.Kind.LIMIT);
        assertThat(scenario.latest(Effect.StepBegan.class)).isEmpty();
        assertThat(scenario.rows().getLast().reading().value(Signal.VOLTAGE)).isEqualTo(4.31);
        assertThat(scenario.stopping().cause().message()).contains("voltage is 4.31", "4.3");
    }

    @Test
    void theEdgesOfAWindowAreInside() {
        charging(VOLTAGE).read(1, 2.0, 0.1).at("0");
    }

    @ParameterizedTest
    @CsvSource({"2,3", "1,1", "3,3", "1,4", "3,5", "2,32"})
    void debounceTripsOnExactlyNBadAmongTheLastM(int trips, int of) {
        Bound bound = debounced(VOLTAGE, trips, of);
        for (int pattern = 0; pattern < 1 << 10; pattern++) {
            var scenario = Scenario.begun(Programs.of(rest(1000)).bound(bound).make());
            boolean expected = false;
            for (int i = 0; i < 10 && !expected; i++) {
                boolean bad = (pattern >> i & 1) == 1;
                scenario.read(1, bad ? 4.4 : 3.7, 0);
                int from = Math.max(0, i - of + 1);
                expected = bad && Integer.bitCount(pattern >> from & (1 << (i - from + 1)) - 1) >= trips;
                assertThat(scenario.state instanceof ChannelState.Stopping)
                        .as("pattern %s at %d", Integer.toBinaryString(pattern), i)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Quality.class,
            names = {"OVERLOAD", "STALE", "MISSING", "BAD"})
    void anUnusableValueViolatesALimit(Quality quality) {
        charging(VOLTAGE)
                .read(1, Scenario.bad(Signal.VOLTAGE, quality), Sample.good(Signal.CURRENT, 0.1))
                .stoppedBy(Cause.Kind.LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity", "9.9e37"})
    void aValueThatIsNoNumberViolatesALimitWhateverItsQuality(double value) {
        charging(VOLTAGE).read(1, value, 0.1).stoppedBy(Cause.Kind.LIMIT);
    }

    @Test
    void anAbsentSignalViolatesALimitThatNeedsIt() {
        charging(VOLTAGE).read(1, Sample.good(Signal.CURRENT, 0.1)).stoppedBy(Cause.Kind.LIMIT);
        new Scenario()
                .start(Programs.of(rest(1))
                        .bound(limit(Subject.TEMPERATURE, 280, 320))
                        .make())
                .read(0.1, 3.7, 0)
                .stoppedBy(Cause.Kind.LIMIT);
    }

    @Test
    void negativeZeroIsZero() {
        charging(limit(Subject.CURRENT, 0, 1)).read(1, 3.8, 0.1).at("0");
        Scenario.begun(Programs.of(rest(10))
                        .bound(limit(Subject.CURRENT, 0.0, 1))
                        .make())
                .read(1, 3.7, -0.0)
                .at("0");
    }

    @Test
    void silenceGoesToRest() {
        charging(VOLTAGE).silent(5).stoppedBy(Cause.Kind.FAILURE);
    }

    @Test
    void aGapBetweenReadingsGoesToRestUnlessTheReadingVouchesForIt() {
        charging().read(5.1, 3.8, 0.1).stoppedBy(Cause.Kind.FAILURE);
        var vouched = charging();
        long until = vouched.now + 100 * Scenario.SECOND;
        List<Sample> samples = List.of(Sample.good(Signal.VOLTAGE, 3.8), Sample.good(Signal.CURRENT, 0.1));
        vouched.on(new Event.Measured(new Reading(vouched.now, until, samples))).at("0");
    }

    @Test
    void theEnvelopeIsLatched() {
        var scenario = charging(envelope(Subject.VOLTAGE, 1, 4.3)).read(1, 4.31, 0.1);
        scenario.stoppedBy(Cause.Kind.ENVELOPE).read(0.1, 3.9, 0);
        ChannelState held = scenario.heldState();
        scenario.ask(Request.RESUME).ask(Request.SKIP);
        assertThat(scenario.state).isEqualTo(held);
        scenario.recovered(100).read(0.1, 3.9, 0).ask(Request.RESUME);
        assertThat(scenario.heldState().cause().kind()).isEqualTo(Cause.Kind.ENVELOPE);
        scenario.ask(Request.STOP);
        assertThat(((ChannelState.Ended) scenario.state).cause().kind()).isEqualTo(Cause.Kind.ENVELOPE);
    }

    @Test
    void farBeyondTheEnvelopesVoltageThereIsNoSecondReading() {
        Bound patient = debounced(envelope(Subject.VOLTAGE, 1, 4.3), 3, 3);
        charging(patient).read(1, 4.35, 0.1).read(1, 4.41, 0.1).stoppedBy(Cause.Kind.ENVELOPE);
        charging(debounced(VOLTAGE, 2, 3)).read(1, 4.19, 0.1).at("0");
    }

    @Test
    void anythingWrongAtTheFirstLookPreventsTheStart() {
        Bound patient = debounced(VOLTAGE, 3, 3);
        var scenario = new Scenario().start(Programs.of(rest(1)).bound(patient).make());
        scenario.read(0.1, 4.4, 0).stoppedBy(Cause.Kind.LIMIT);
        assertThat(scenario.all(Effect.StepBegan.class)).isEmpty();
    }

    @Test
    void aStepsOwnLimitsEndWithIt() {
        Program program = Programs.of(
                        bounded(current(0.1, above(4.0), 100), debounced(limit(Subject.VOLTAGE, 2, 3.9), 2, 3)),
                        rest(10))
                .make();
        Scenario.begun(program).read(1, 3.95, 0.1).read(1, 4.0, 0.1).stoppedBy(Cause.Kind.LIMIT);
        Scenario.begun(program).read(1, 4.0, 0.1).at("1").read(1, 4.0, 0).at("1");
    }

    @Test
    void aDoubtIsLookedAtClosely() {
        var scenario = charging(debounced(VOLTAGE, 2, 3)).read(1, 3.8, 0.1);
        assertThat(scenario.running().sight().plan().maxGapNanos()).isEqualTo(Long.MAX_VALUE);
        scenario.on(new Event.Measured(Reading.at(
                scenario.now + 1, Scenario.bad(Signal.VOLTAGE, Quality.BAD), Sample.good(Signal.CURRENT, 0.1))));
        assertThat(scenario.running().sight().plan().maxGapNanos()).isEqualTo(Scenario.SECOND / 10);
        scenario.reads(3, 3.8, 0.1);
        assertThat(scenario.running().sight().plan().maxGapNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void thePressureWindowIsJudgedBeforeAnythingIsEnergised() {
        Program program = Programs.of(settle(Subject.PRESSURE, 3e6, 1e5, 1, 100, WhenLate.NEXT), current(0.1, 10))
                .bound(debounced(limit(Subject.PRESSURE, 4e6, 6e6), 2, 3))
                .make();
        var scenario = new Scenario().start(program).pressed(0.1, 3.7, 0, 1e5);
        scenario.pressed(1, 3.7, 0, 2e6).pressed(1, 3.7, 0, 3e6).pressed(1, 3.7, 0, 3e6);
        scenario.stoppedBy(Cause.Kind.LIMIT);
        assertThat(scenario.all(Effect.Apply.class)).isEmpty();
    }

    @Test
    void pressureOutOfBandStopsTheCurrentOnTheSecondReading() {
        Program program = Programs.of(current(0.1, 100))
                .bound(debounced(envelope(Subject.PRESSURE, 4e6, 6e6), 2, 3))
                .make();
        new Scenario()
                .start(program)
                .pressed(0.1, 3.7, 0, 5e6)
                .pressed(1, 3.7, 0.1, 6.1e6)
                .pressed(1, 3.7, 0.1, 6.1e6)
                .stoppedBy(Cause.Kind.ENVELOPE);
    }

    @Test
    void aCurrentThatFlowsThroughAnOpenCircuitGoesToRest() {
        var scenario = Scenario.begun(Programs.of(rest(100)).make());
        scenario.read(1, 3.7, 0.1).read(1, 3.7, 0.1).at("0");
        scenario.read(1, 3.7, 0.1).stoppedBy(Cause.Kind.FAILURE);
        assertThat(scenario.stopping().cause().message()).contains("open circuit was ordered");
    }

    @Test
    void anOrderedCurrentThatDoesNotFlowGoesToRest() {
        charging().read(1, 3.8, 0).read(1, 3.8, 0).read(1, 3.8, 0).stoppedBy(Cause.Kind.FAILURE);
        charging().read(1, 3.8, 0.1).read(1, 3.8, -0.1).read(1, 3.8, -0.1).stoppedBy(Cause.Kind.FAILURE);
        Scenario.begun(Programs.of(drive(new Target.Watts(-0.4), Optional.empty(), 100))
                        .make())
                .reads(3, 3.7, 0)
                .stoppedBy(Cause.Kind.FAILURE);
    }

    @Test
    void anOrderThatIsNotAcknowledgedYetIsNotMissed() {
        var scenario = new Scenario().start(Programs.of(current(0.1, 100)).make());
        scenario.quiet().read(0.1, 3.7, 0).reads(4, 3.7, 0).at("0");
        scenario.on(new Event.Acknowledged(scenario.now, 1)).reads(2, 3.7, 0).stoppedBy(Cause.Kind.FAILURE);
    }

    @Test
    void aTrickleBelowTheThresholdOfRestIsNotMissed() {
        Scenario.begun(Programs.of(current(1.5e-4, 100)).make())
                .reads(5, 3.7, 0)
                .at("0");
    }

    @Test
    void aFailureGoesToRest() {
        charging().failed("press: no answer").stoppedBy(Cause.Kind.FAILURE);
    }
}
