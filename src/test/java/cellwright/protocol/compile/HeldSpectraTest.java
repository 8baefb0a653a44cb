package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.every;
import static cellwright.protocol.compile.Given.hold;
import static cellwright.protocol.compile.Given.repeat;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Sweep;
import cellwright.protocol.Limits;
import cellwright.protocol.Plan;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Op;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A spectrum at a hold is bound to the potential that is held where it is measured. */
class HeldSpectraTest {
    private static final Step REST = rest(Duration.ofMinutes(30));
    private static final Step AT_HOLD = new Step.Measure(sweep(0.01, true));
    private static final Step OPEN = new Step.Measure(sweep(0.01, false));
    private static final Step.Drive HOLD = hold(volts(4.3), Duration.ofHours(1));
    private static final Step OTHER = hold(volts(4.2), Duration.ofHours(1));

    private static Sweep sweep(double amplitude, boolean atHold) {
        return new Sweep(Sweep.Mode.POTENTIOSTATIC, amplitude, 1e6, 0.1, 10, atHold);
    }

    /** The potentials, in cell volts, of the spectra at a hold, however deep. */
    private static List<Double> held(Given given) {
        return Pace.steps(given.program().ops())
                .filter(Op.Measure.class::isInstance)
                .flatMap(op -> ((Op.Measure) op).hold().stream())
                .map(Op.Hold::volts)
                .toList();
    }

    private static void refused(String why, Step... steps) {
        assertThat(Given.steps(steps).errors()).singleElement().asString().contains(why);
    }

    @Test
    void behindAHoldAndInsideOne() {
        assertThat(held(Given.steps(HOLD, AT_HOLD))).containsExactly(3.678);
        assertThat(held(Given.steps(every(HOLD, Duration.ofMinutes(20), AT_HOLD))))
                .containsExactly(3.678);
        assertThat(held(Given.steps(HOLD, AT_HOLD, new Step.Note("look"), AT_HOLD)))
                .as("a spectrum goes on holding")
                .containsExactly(3.678, 3.678);
        assertThat(held(Given.steps(repeat(3, HOLD, AT_HOLD), AT_HOLD, OTHER, AT_HOLD)))
                .containsExactly(3.678, 3.678, 3.578);
        assertThat(held(Given.steps(HOLD, repeat(3, AT_HOLD)))).containsExactly(3.678);
        assertThat(held(Given.steps(HOLD, new Step.Choose(above(4), List.of(AT_HOLD), List.of(HOLD)), AT_HOLD)))
                .hasSize(2);
    }

    @Test
    void whereNothingIsHeld() {
        String none = "no potential is being held here";
        refused(none, AT_HOLD);
        refused(none, HOLD, REST, AT_HOLD);
        refused(none, HOLD, OPEN, AT_HOLD);
        refused(none, charge(C_5, above(4.3)), AT_HOLD);
        refused(none, every(charge(C_5, above(4.3)), Duration.ofHours(1), AT_HOLD));
        refused(none, every(HOLD, Duration.ofMinutes(20), REST, AT_HOLD));
        refused(none, HOLD, Given.settle(Subject.PRESSURE, 250e6, 5e6), AT_HOLD);
    }

    @Test
    void whereItDependsOnTheWay() {
        String either = "depends on the way there";
        refused(either, HOLD, repeat(2, AT_HOLD, OTHER));
        refused(either, new Step.Choose(above(4), List.of(HOLD), List.of(OTHER)), AT_HOLD);
        refused(either, HOLD, new Step.Choose(above(4), List.of(REST), List.of()), AT_HOLD);
        assertThat(Given.steps(HOLD, repeat(1, AT_HOLD, OTHER)).errors()).isEmpty();
    }

    private static Step.Series potentials(Optional<Until> until, Step... then) {
        var plan = new Plan.Potentials(List.of(volts(4.2), volts(4.3)), Duration.ofHours(1), Optional.empty());
        return new Step.Series(plan, until, Optional.empty(), Limits.NONE, List.of(then));
    }

    @Test
    void inASeriesEachPotentialHasItsSpectrumAndTheSeriesStillEndsAsAWhole() {
        Optional<Until> shorted = Optional.of(new Until.Shorted());
        Given given = Given.steps(potentials(shorted, AT_HOLD));
        assertThat(held(given)).containsExactly(3.578, 3.678);
        assertThat(((Op.Repeat) given.program().ops().getFirst()).endsAtOnce()).isTrue();
        assertThat(ProgramTable.of(given.program()).rows())
                .as("each is shown with its potential")
                .extracting(ProgramTable.Row::label)
                .filteredOn(label -> label.startsWith("EIS"))
                .hasSize(2);
        assertThat(held(Given.steps(potentials(Optional.empty()), AT_HOLD)))
                .as("the last one goes on being held")
                .containsExactly(3.678);
        refused("depends on the way there", potentials(shorted), AT_HOLD);
    }

    @Test
    void theGuardLastsForTheSpectrumAndLeavesRoomForItsAmplitude() {
        Op.Measure narrow = measure(Given.steps(HOLD, AT_HOLD));
        Op.Hold hold = narrow.hold().orElseThrow();
        assertThat(hold.guard().maxNanos()).isGreaterThan(narrow.atMostNanos());
        assertThat(hold.guard().voltsMax()).isEqualTo(4.1);
        assertThat(hold.maxAmps()).isEqualTo(5e-3);
        var limited = Given.steps(HOLD, new Step.Measure(sweep(0.1, true)))
                .limited(Given.limits(Given.limit(Subject.VOLTAGE, volts(2.6), volts(4.31))));
        assertThat(measure(limited).hold().orElseThrow().guard().voltsMax())
                .as("amplitude and twenty millivolts more than the hold")
                .isCloseTo(3.678 + 0.12, org.assertj.core.api.Assertions.within(1e-9));
        refused("leaves 1.9 V .. 4.1 V", hold(volts(4.7), Duration.ofHours(1)), new Step.Measure(sweep(0.05, true)));
    }

    private static Op.Measure measure(Given given) {
        return (Op.Measure) given.program().ops().getLast();
    }

    @Test
    void theLimitsOfTheHoldGoOnBeingJudged() {
        var limit = Given.limits(Given.limit(Subject.CURRENT, Given.si(-1e-3), Given.si(1e-3)));
        var limited = new Step.Drive(
                new Setting.Potentiostatic(volts(4.3), Optional.empty()),
                Optional.empty(),
                Optional.of(Duration.ofHours(1)),
                Step.WhenLate.NEXT,
                Optional.empty(),
                limit,
                Optional.empty());
        Op.Measure measure = measure(Given.steps(limited, AT_HOLD));
        assertThat(measure.hold().orElseThrow().bounds()).hasSize(1);
        assertThat(measure.hold().orElseThrow().bounds())
                .isEqualTo(((Op.Drive) Given.steps(limited).program().ops().getFirst()).bounds());
    }

    @Test
    void aTableShowsPotentialPointsTimeAndExtremes() {
        ProgramTable table = ProgramTable.of(Given.steps(HOLD, AT_HOLD).program());
        assertThat(table.rows().getLast().label())
                .isEqualTo("EIS 10 mV, 1 MHz to 100 mHz, 10 per decade, at the hold, 3.678 V (cell), 71 points, about"
                        + " 4 min");
        assertThat(table.extremes().highestVolts().orElseThrow())
                .isCloseTo(3.688, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(table.rows().getLast().atMostNanos().orElseThrow()).isGreaterThan(60 * Times.SECOND);
        var sine = new Step.Measure(new Sweep(Sweep.Mode.GALVANOSTATIC, 2e-3, 1e6, 0.1, 10, false));
        assertThat(ProgramTable.of(Given.steps(sine).program()).extremes().largestAmps())
                .isEqualTo(2e-3);
        assertThat(ProgramTable.of(Given.steps(OPEN).program()).extremes().highestVolts())
                .as("not known beforehand")
                .isEmpty();
    }

    @Test
    void sweepsThatMakeNoSenseAtAll() {
        refused(
                "sets the current, so no potential can be held",
                HOLD,
                new Step.Measure(new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-4, 1e6, 0.1, 10, true)));
        refused("would take years", new Step.Measure(new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1, 1e-7, 10, false)));
        refused("swings further than", new Step.Measure(sweep(2, false)));
        assertThat(Given.steps(new Step.Measure(new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e3, 1e-4, 10, false)))
                        .warnings())
                .singleElement()
                .asString()
                .contains("was a unit of frequency forgotten");
    }
}
