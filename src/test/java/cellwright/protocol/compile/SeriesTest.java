package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.cycles;
import static cellwright.protocol.compile.Given.elapsed;
import static cellwright.protocol.compile.Given.limit;
import static cellwright.protocol.compile.Given.limits;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.si;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Plan;
import cellwright.protocol.Plan.Dose;
import cellwright.protocol.Problem;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Result;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Ramps, trains of pulses and polarisations as operations. */
class SeriesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Until SHORT = new Until.Shorted();
    private static final double AREA = 0.7854e-4;

    private static Step.Series series(Plan plan, Until until, Step... then) {
        return new Step.Series(plan, Optional.of(until), Optional.empty(), Limits.NONE, List.of(then));
    }

    private static Step.Series series(Plan plan) {
        return new Step.Series(plan, Optional.empty(), Optional.empty(), Limits.NONE, List.of());
    }

    private static Plan.Ramp ramp(double from, double to, double step, boolean bothWays) {
        return new Plan.Ramp(
                Direction.CHARGE,
                new Amount.PerArea(from),
                new Amount.PerArea(to),
                new Amount.PerArea(step),
                new Dose.OfTime(HOUR),
                bothWays);
    }

    private static Plan.Pulses pulses(Direction direction, Optional<Integer> times) {
        return new Plan.Pulses(direction, new Amount.CRate(0.1), Duration.ofMinutes(10), Optional.of(HOUR), times);
    }

    private static Op.Repeat only(Step step) {
        return (Op.Repeat) Given.steps(step).program().ops().getFirst();
    }

    private static Op.Drive drive(Op op) {
        return (Op.Drive) op;
    }

    @Test
    void aRampIsWrittenOutLevelByLevel() {
        Op.Repeat ramp = only(series(ramp(0.5, 15, 0.5, true), SHORT, new Step.Measure(Given.SWEEP)));
        assertThat(ramp.label())
                .isEqualTo(
                        "ramp of 30 levels from 0.05 mA/cm2 = 39.27 µA to 1.5 mA/cm2 = 1.178 mA, both ways, 1 h each,"
                                + " until a short");
        assertThat(ramp.times()).isEqualTo(1);
        assertThat(ramp.endsAtOnce()).isTrue();
        assertThat(ramp.countsCycles()).isFalse();
        assertThat(ramp.until()).contains(new Condition.Shorted());
        assertThat(ramp.body()).hasSize(90);
        Op.Drive there = drive(ramp.body().get(18));
        Op.Drive back = drive(ramp.body().get(19));
        assertThat(there.path()).isEqualTo("steps/0/6/0");
        assertThat(there.label()).isEqualTo("level 7 of 30: charge 0.35 mA/cm2 = 0.2749 mA for 1 h");
        assertThat(((Target.Amps) there.target()).amps()).isCloseTo(3.5 * AREA, within(1e-12));
        assertThat(back.path()).isEqualTo("steps/0/6/1");
        assertThat(back.label()).isEqualTo("level 7 of 30: discharge 0.35 mA/cm2 = 0.2749 mA for 1 h");
        assertThat(((Target.Amps) back.target()).amps()).isCloseTo(-3.5 * AREA, within(1e-12));
        long hour = HOUR.toNanos();
        assertThat(there.until())
                .contains(new Condition.AnyOf(List.of(new Condition.Shorted(), new Condition.Elapsed(hour))));
        assertThat(there.atMostNanos()).isEqualTo(hour);
        assertThat(there.whenLate()).as("no current is late").isEqualTo(Step.WhenLate.NEXT);
        assertThat(ramp.body().get(20))
                .as("what follows each level returns")
                .isSameAs(ramp.body().get(2));
        assertThat(ramp.body().get(20).path()).isEqualTo("steps/0/then/0");
    }

    @Test
    void theTableListsEachLevelAndWhatReturnsOnce() {
        Program program = Given.steps(
                        series(ramp(0.5, 1.5, 0.5, true), SHORT, rest(HOUR)),
                        series(pulses(Direction.CHARGE, Optional.of(40)), above(4.3)))
                .program();
        ProgramTable table = ProgramTable.of(program);
        assertThat(table.rows())
                .extracting(ProgramTable.Row::number)
                .containsExactly(
                        "1", "1.1.1", "1.1.2", "1.then.1", "1.2.1", "1.2.2", "1.3.1", "1.3.2", "2", "2.1", "2.2");
        assertThat(table.rows().get(1).milliamps()).hasValueCloseTo(0.03927, within(1e-9));
        assertThat(table.rows().get(0).endsWhen()).isEqualTo("a short");
        assertThat(table.time().longestSeconds()).isCloseTo((3 * 3 + 40 * (1 + 1 / 6.0)) * 3600, within(1e-6));
    }

    @Test
    void aRampWithoutAnEndOfItsOwnEndsAtItsTop() {
        Op.Repeat ramp = only(series(ramp(1, 2, 1, false)));
        assertThat(ramp.label())
                .isEqualTo("ramp of 2 levels from 0.1 mA/cm2 = 78.54 µA to 0.2 mA/cm2 = 0.1571 mA, charge, 1 h each");
        assertThat(ramp.until()).isEmpty();
        assertThat(drive(ramp.body().getLast()).until()).isEmpty();
    }

    @Test
    void aLevelMayBeACharge() {
        var plan = new Plan.Ramp(
                Direction.DISCHARGE,
                new Amount.CRate(0.1),
                new Amount.CRate(0.2),
                new Amount.CRate(0.1),
                new Dose.OfCharge(new Amount.PerMass(64_800)),
                false);
        Op.Repeat ramp = only(series(plan, below(2.8)));
        Op.Drive first = drive(ramp.body().getFirst());
        double coulombs = 64_800 * 4.885e-6;
        assertThat(first.until().orElseThrow())
                .isEqualTo(new Condition.AnyOf(List.of(
                        new Condition.Below(Subject.VOLTAGE, 2.8 - 0.622, false),
                        new Condition.ChargePassed(coulombs))));
        assertThat(first.whenLate()).isEqualTo(Step.WhenLate.STOP);
        assertThat(first.atMostNanos() * 1e-9)
                .as("half as long again as it should take")
                .isCloseTo(1.5 * coulombs / (18 * 4.885e-6), within(1e-6));
        assertThat(first.label())
                .isEqualTo("level 1 of 2: discharge C/10 = 87.93 µA until 18 mAh/g = 87.93 µAh passed, at most 1.5 h");
        assertThat(ramp.label())
                .isEqualTo(
                        "ramp of 2 levels from C/10 = 87.93 µA to C/5 = 0.1759 mA, discharge, 18 mAh/g each, until voltage <= 2.8 V vs Li+/Li (cell 2.178 V)");
    }

    @Test
    void measuredRatesStayMeasured() {
        var plan = new Plan.Ramp(
                Direction.CHARGE,
                new Amount.CRate(0.1),
                new Amount.CRate(0.2),
                new Amount.CRate(0.1),
                new Dose.OfTime(HOUR),
                false);
        var given = Given.steps(cycles(1, rest(HOUR)), series(plan)).basis(new RateBasis.MeasuredIn(1));
        var ramp = (Op.Repeat) given.program().ops().getLast();
        assertThat(drive(ramp.body().getLast()).target()).isInstanceOf(Target.MeasuredRate.class);
    }

    @Test
    void pulsesAreALoop() {
        Op.Repeat train = only(series(pulses(Direction.CHARGE, Optional.of(40)), above(4.3), new Step.Note("relaxed")));
        assertThat(train.label())
                .isEqualTo(
                        "40 pulses of charge C/10 for 10 min, rest 1 h, until voltage >= 4.3 V vs Li+/Li (cell 3.678 V)");
        assertThat(train.times()).isEqualTo(40);
        assertThat(train.endsAtOnce()).isTrue();
        assertThat(train.body())
                .extracting(Op::label)
                .containsExactly(
                        "pulse: charge C/10 = 87.93 µA for 10 min", "after the pulse: rest for 1 h", "relaxed");
        assertThat(drive(train.body().getFirst()).guard().voltsMax())
                .as("the guard does not race the end")
                .isGreaterThanOrEqualTo(3.698);
        assertThat(drive(train.body().get(1)).until()).isEmpty();
        Op.Repeat forever = only(series(pulses(Direction.DISCHARGE, Optional.empty()), below(2.8)));
        assertThat(forever.times()).isEqualTo(Integer.MAX_VALUE);
        assertThat(forever.label()).startsWith("pulses of discharge C/10 for 10 min, rest 1 h, until voltage <= 2.8 V");
    }

    @Test
    void aPolarisationIsAListOfHolds() {
        var plan =
                new Plan.Potentials(List.of(volts(2.9), volts(3, "cell")), Duration.ofHours(2), Optional.of(si(1e-3)));
        var record = new RecordRule(
                Optional.of(Duration.ofSeconds(10)), OptionalDouble.empty(), Optional.empty(), Optional.empty());
        Op.Repeat polarise = only(new Step.Series(
                plan,
                Optional.empty(),
                Optional.of(record),
                limits(limit(Subject.CURRENT, si(-1e-3), si(1e-3))),
                List.of()));
        assertThat(polarise.label()).isEqualTo("polarise at 2 potentials, 2 h each");
        assertThat(polarise.body())
                .extracting(Op::label)
                .containsExactly(
                        "potential 1 of 2: hold 2.9 V vs Li+/Li (cell 2.278 V) with at most 1 mA for 2 h",
                        "potential 2 of 2: hold 3 V with at most 1 mA for 2 h");
        assertThat(polarise.body()).extracting(Op::path).containsExactly("steps/0/0", "steps/0/1");
        Op.Drive first = drive(polarise.body().getFirst());
        assertThat(first.record().everyNanos()).isEqualTo(10 * Times.SECOND);
        assertThat(first.bounds()).singleElement().satisfies(bound -> assertThat(bound.path())
                .isEqualTo("steps/0/limits/current"));
    }

    @Test
    void whatIsImpossibleIsToldOnceAndWhereItStands() {
        var places = new Places(
                "p.yaml",
                Map.of(
                        "steps/0",
                        new Place("p.yaml", 4, 5),
                        "steps/0/until",
                        new Place("p.yaml", 6, 12),
                        "steps/0/then/0",
                        new Place("p.yaml", 7, 9)));
        var given = Given.steps(series(ramp(1, 100, 1, true), above(9), cycles(2, rest(HOUR))));
        var result = Compiler.compile(given.protocol(), places, given.cell(), given.bench(), "hash");
        assertThat(((Result.Refused<Program>) result).problems())
                .extracting(Problem::toString)
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("p.yaml:6:12: error: the voltage 8.378 V (cell) can never be reached"),
                        text -> assertThat(text)
                                .isEqualTo(
                                        "p.yaml:4:5: error: cycles are not counted within a ramp, a train of pulses or a polarisation; use \"repeat\""));
        var strong = Given.steps(series(ramp(10, 100, 10, true), SHORT));
        assertThat(strong.errors())
                .singleElement()
                .asString()
                .startsWith("charge 5.498 mA is more than the envelope of the cell \"A7\" allows, 5 mA");
    }

    @Test
    void whatIsNoSeriesIsRefused() {
        assertThat(Given.steps(series(ramp(1, 2, 1, true), elapsed(HOUR))).errors())
                .singleElement()
                .asString()
                .startsWith(
                        "time, charge, energy and slopes belong to a step, but a loop, a series or a branch is judged between steps");
        assertThat(Given.steps(series(ramp(1, 2, 1e-4, true))).errors())
                .containsExactly("a ramp has at most 1000 levels; make its steps larger");
        assertThat(Given.steps(series(ramp(2, 1, 1, true))).errors())
                .containsExactly(
                        "a ramp rises from a current above 0 to a larger one in steps above 0, all stated in one kind of unit");
        assertThat(Given.steps(series(pulses(Direction.CHARGE, Optional.empty())))
                        .errors())
                .containsExactly("a train of pulses without an end; add how often it repeats, or \"until\"");
        assertThat(Given.steps(series(pulses(Direction.CHARGE, Optional.of(0)))).errors())
                .containsExactly("a train has at least one pulse, got 0");
        assertThat(Given.steps(series(new Plan.Potentials(List.of(), HOUR, Optional.empty())))
                        .errors())
                .containsExactly("a polarisation has 1 to 1000 potentials, got 0");
        Step asleep = new Step.Repeat(
                Optional.empty(), Optional.of(above(4)), false, List.of(series(ramp(1, 2, 1, true), SHORT)));
        assertThat(Given.steps(asleep).errors())
                .as("a ramp that is not begun takes no time")
                .singleElement()
                .asString()
                .startsWith("a pass of this loop may take no time");
    }

    @Test
    void doubts() {
        assertThat(Given.steps(series(ramp(1, 2.5, 1, true))).warnings())
                .contains("the ramp ends at 0.2 mA/cm2, the last level before 0.25 mA/cm2");
        assertThat(Given.steps(series(pulses(Direction.CHARGE, Optional.of(3)), below(2.8)))
                        .warnings())
                .contains("a charge raises the voltage, but the step ends on voltage <= a level");
        assertThat(Given.steps(series(new Plan.Potentials(List.of(volts(3)), HOUR, Optional.empty()), SHORT))
                        .warnings())
                .contains(
                        "a short is told by the resistance at a constant current, and no step of this protocol drives one");
        assertThat(Given.steps(series(ramp(1, 2, 1, true), SHORT)).warnings()).isEmpty();
    }
}
