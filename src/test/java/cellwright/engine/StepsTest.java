package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.below;
import static cellwright.engine.Programs.choose;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.currentBelow;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.cyclesUntil;
import static cellwright.engine.Programs.drive;
import static cellwright.engine.Programs.elapsed;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.hold;
import static cellwright.engine.Programs.note;
import static cellwright.engine.Programs.orStop;
import static cellwright.engine.Programs.repeat;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.instrument.Control;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** When a step has what it wanted, and what comes next. */
class StepsTest {
    private static Scenario until(Condition condition) {
        return Scenario.begun(Programs.of(current(0.1, condition, 1000), rest(1000))
                .silence(100)
                .make());
    }

    @Test
    void aLevelIsReachedAtTheLevel() {
        until(above(4.2)).read(1, 4.19, 0.1).at("0").read(1, 4.2, 0.1).at("1");
        until(below(3)).read(1, 3.01, 0.1).at("0").read(1, 3, 0.1).at("1");
    }

    @Test
    void aBadValueReachesNothing() {
        until(below(3))
                .read(1, Sample.good(Signal.CURRENT, 0.1))
                .read(1, Double.NaN, 0.1)
                .at("0");
    }

    @Test
    void currentIsJudgedByMagnitude() {
        var scenario = Scenario.begun(
                Programs.of(hold(3.5, currentBelow(0.01), 100), rest(10)).make());
        scenario.read(1, 3.5, -0.1).at("0").read(1, 3.5, -0.009).at("1");
    }

    @Test
    void timeEndsAStepByReadingOrByWaking() {
        until(elapsed(3)).reads(2, 3.8, 0.1).at("0").read(1, 3.8, 0.1).at("1");
        until(elapsed(3)).reads(2, 3.8, 0.1).due(1).at("1");
        var scenario = until(elapsed(3)).read(1, 3.8, 0.1);
        assertThat(scenario.running().sight().wakeNanos())
                .isEqualTo(scenario.running().leaf().resumedNanos() + 3 * Scenario.SECOND);
    }

    @Test
    void chargeAndEnergyArePassedByMagnitude() {
        until(new Condition.ChargePassed(0.3))
                .reads(3, 3.8, 0.1)
                .at("0")
                .read(1.1, 3.8, 0.1)
                .at("1");
        until(new Condition.EnergyPassed(1.2))
                .reads(3, 4, 0.1)
                .at("0")
                .read(1.1, 4, 0.1)
                .at("1");
        var discharge = Scenario.begun(Programs.of(current(-0.1, new Condition.ChargePassed(0.1), 100), rest(9))
                .make());
        discharge.read(1, 3.8, -0.1).at("0").read(1.1, 3.8, -0.1).at("1");
    }

    @Test
    void aSlopeIsTakenOverItsWholeTimeBetweenReadings() {
        Condition slow = new Condition.Slower(Subject.VOLTAGE, 1e-3, 10 * Scenario.SECOND);
        var scenario = until(slow).read(1, 3.8, 0.1).due(4).due(4).due(4).at("0");
        scenario.read(1, 3.9, 0.1).at("0");
        scenario.read(4, 3.905, 0.1)
                .read(4, 3.906, 0.1)
                .at("0")
                .read(2, 3.909, 0.1)
                .at("1");
    }

    @Test
    void aFallingSlopeCountsByMagnitudeAndABadValueStartsAnew() {
        Condition slow = new Condition.Slower(Subject.VOLTAGE, 1e-3, 4 * Scenario.SECOND);
        until(slow)
                .read(1, 3.8, 0.1)
                .read(4, 3.7, 0.1)
                .at("0")
                .read(4, 3.697, 0.1)
                .at("1");
        until(slow)
                .read(1, Double.NaN, 0.1)
                .read(4, 3.7, 0.1)
                .at("0")
                .read(4, 3.7, 0.1)
                .at("1");
    }

    @Test
    void aSlopeIsSeenAtLeastAsOftenAsItNeeds() {
        var scenario = until(new Condition.Slower(Subject.VOLTAGE, 1e-3, 4 * Scenario.SECOND));
        scenario.read(1, 3.8, 0.1);
        assertThat(scenario.running().sight().plan().maxGapNanos()).isEqualTo(4 * Scenario.SECOND);
    }

    @Test
    void allOfAndAnyOfMayContainTime() {
        Condition both = new Condition.AllOf(List.of(elapsed(3), above(4)));
        until(both).read(1, 4.1, 0.1).at("0").due(2).at("1");
        until(both).read(3, 3.9, 0.1).at("0").read(1, 4, 0.1).at("1");
        Condition either = new Condition.AnyOf(List.of(elapsed(3), above(4)));
        until(either).read(1, 3.9, 0.1).at("0").due(2).at("1");
        until(either).read(1, 4.0, 0.1).at("1");
    }

    @Test
    void aLateStepGoesOnOrStopsAsItSays() {
        var next = Scenario.begun(
                Programs.of(current(0.1, above(4.2), 3), rest(10)).make());
        next.read(1, 3.8, 0.1).due(2).at("1");
        assertThat(next.latest(Effect.Alarm.class).getFirst().urgency()).isEqualTo(Effect.Urgency.REMARK);
        var stop = Scenario.begun(
                Programs.of(orStop(current(0.1, above(4.2), 3)), rest(10)).make());
        stop.read(1, 3.8, 0.1).due(2).stoppedBy(Cause.Kind.LATE);
        var timed = Scenario.begun(Programs.of(orStop(rest(3)), rest(10)).make());
        timed.read(1, 3.8, 0).due(2).at("1");
        assertThat(timed.all(Effect.Alarm.class)).isEmpty();
    }

    @Test
    void aNoisyCutOffNeverOutlastsTheStepsTime() {
        var scenario = until(currentBelow(0.01));
        for (int i = 0; i < 999; i++) {
            scenario.read(1, 3.7 + 0.005 * Math.sin(i), 0.1);
        }
        scenario.at("0").read(1, 3.7, 0.1).at("1");
    }

    @Test
    void aSettleWaitsUntilTheQuantityHasStayedLongEnough() {
        var scenario = new Scenario()
                .start(Programs.of(settle(Subject.PRESSURE, 5e6, 1e5, 10, 1000, WhenLate.STOP), rest(10))
                        .make());
        scenario.pressed(0.1, 3.7, 0, 1e5).pressed(1, 3.7, 0, 1e5);
        assertThat(scenario.latest(Effect.Setpoint.class).getFirst().value()).isEqualTo(5e6);
        scenario.pressed(4, 3.7, 0, 5e6).pressed(4, 3.7, 0, 5.2e6).pressed(4, 3.7, 0, 5.1e6);
        scenario.pressed(4, 3.7, 0, 4.9e6)
                .pressed(4, 3.7, 0, 5e6)
                .at("0")
                .due(2)
                .at("1");
    }

    @Test
    void withoutATargetTheQuantityMustStopMoving() {
        Op.Settle still = settle(Subject.VOLTAGE, OptionalDouble.empty(), 0.001, 10, 1000, WhenLate.STOP);
        var scenario = Scenario.begun(Programs.of(still, rest(10)).make());
        scenario.read(1, 3.7, 0)
                .read(4, 3.69, 0)
                .read(4, 3.68, 0)
                .read(4, 3.6795, 0)
                .at("0");
        scenario.read(4, 3.6791, 0).at("0").due(2).at("1");
        assertThat(scenario.all(Effect.Setpoint.class)).isEmpty();
    }

    @Test
    void aSettleThatIsLateStops() {
        Op.Settle settle = settle(Subject.PRESSURE, 5e6, 1e5, 10, 12, WhenLate.STOP);
        var scenario = new Scenario().start(Programs.of(settle).make()).pressed(0.1, 3.7, 0, 1e5);
        scenario.pressed(4, 3.7, 0, 1e5).pressed(4, 3.7, 0, 1e5).due(4).stoppedBy(Cause.Kind.LATE);
    }

    @Test
    void skipEndsTheStepNow() {
        var scenario = until(above(4.2)).read(1, 3.8, 0.1).ask(Request.SKIP).at("1");
        assertThat(scenario.latest(Effect.StepEnded.class).getFirst().why()).isEqualTo("skipped by anna");
        scenario.held().ask(Request.SKIP).stoppedBy(Cause.Kind.COMPLETE);
    }

    @Test
    void anInterruptionGoesOnWhereTheStepWas() {
        var scenario = Scenario.begun(Programs.of(every(current(0.1, above(4.2), 5), 2, rest(4)), rest(9))
                .make());
        scenario.reads(2, 3.8, 0.1).at("0/0").read(4, 3.7, 0).at("0");
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(2 * Scenario.SECOND);
        scenario.reads(2, 3.8, 0.1)
                .at("0/0")
                .read(4, 3.7, 0)
                .at("0")
                .read(1, 3.8, 0.1)
                .at("1");
        assertThat(scenario.all(Effect.StepBegan.class)).hasSize(6);
        Row last = scenario.rows().getLast();
        assertThat(last.stepNanos()).isEqualTo(5 * Scenario.SECOND);
        assertThat(last.inStep().chargeCoulombs()).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void interruptionsNest() {
        Op.Drive inner = every(current(0.05, 4), 2, rest(3));
        var scenario = Scenario.begun(
                Programs.of(every(current(0.1, above(4.2), 1000), 3, inner)).make());
        scenario.reads(3, 3.8, 0.1).at("0/0").reads(2, 3.8, 0.05).at("0/0/0");
        scenario.reads(3, 3.8, 0).at("0/0");
        scenario.reads(2, 3.8, 0.05).at("0");
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(3 * Scenario.SECOND);
    }

    @Test
    void repeatsCountPassesAndNest() {
        var scenario = Scenario.begun(
                Programs.of(repeat(2, repeat(2, rest(1)), note("half"))).make());
        scenario.at("0/0/0").read(1, 3.7, 0).at("0/0/0#2").read(1, 3.7, 0).at("0/0#2/0");
        scenario.read(1, 3.7, 0).at("0/0#2/0#2").read(1, 3.7, 0).stoppedBy(Cause.Kind.COMPLETE);
        assertThat(scenario.all(Effect.Noted.class)).hasSize(2);
        assertThat(scenario.cycles()).isEmpty();
    }

    /** One cycle: charges and discharges by a coulomb counter, three readings each. */
    private static Scenario cycle(Scenario scenario, double charged, double discharged) {
        double before = scenario.running().sight().last().orElseThrow().value(Signal.CHARGE);
        double from = Double.isNaN(before) ? 0 : before;
        scenario.counted(0.1, 3.7, 0.1, from).counted(1, 3.9, 0.1, from + charged / 2);
        scenario.counted(1, 4.2, 0.1, from + charged);
        scenario.counted(0.5, 4.0, -0.1, from + charged);
        return scenario.counted(1, 3.0, -0.1, from + charged - discharged);
    }

    private static Op[] body() {
        return new Op[] {current(0.1, above(4.2), 100), current(-0.1, below(3.0), 100)};
    }

    @Test
    void aCycleIsCountedOnceAndItsFiguresAreItsOwn() {
        var scenario =
                Scenario.begun(Programs.of(cycles(3, body())).reference(2).make());
        cycle(scenario, 10, 8);
        assertThat(scenario.latest(Effect.CycleEnded.class)).hasSize(1);
        cycle(scenario, 9, 5);
        cycle(scenario, 9, 4);
        List<CycleFigures> figures = scenario.cycles();
        assertThat(figures).extracting(CycleFigures::cycle).containsExactly(1, 2, 3);
        assertThat(figures).extracting(CycleFigures::retention).containsExactly(Double.NaN, 1.0, 0.8);
        assertThat(figures.getFirst().coulombicEfficiency()).isEqualTo(0.8);
        assertThat(scenario.rows()).extracting(Row::cycle).isSorted().contains(1, 2, 3);
        scenario.stoppedBy(Cause.Kind.COMPLETE);
    }

    @Test
    void holdResumeAndSkipDoNotRenumberCycles() {
        var scenario = Scenario.begun(Programs.of(cycles(2, body())).make());
        scenario.counted(1, 3.8, 0.1, 0).held().ask(Request.RESUME);
        assertThat(scenario.running().ledger().cycle()).isEqualTo(1);
        scenario.ask(Request.SKIP).ask(Request.SKIP);
        assertThat(scenario.running().ledger().cycle()).isEqualTo(2);
        scenario.held().ask(Request.SKIP).held().ask(Request.SKIP).stoppedBy(Cause.Kind.COMPLETE);
        assertThat(scenario.cycles()).extracting(CycleFigures::cycle).containsExactly(1, 2);
    }

    @Test
    void aLoopEndsOnWhatTheCellHasBecome() {
        Condition worn = new Condition.CycleBelow(CycleMeasure.RETENTION, 0.8);
        var scenario = Scenario.begun(
                Programs.of(cyclesUntil(100, worn, body()), rest(1000)).make());
        cycle(cycle(scenario, 10, 10), 10, 8).at("0/0#3");
        cycle(scenario, 10, 7.9).at("1");
        Condition much = new Condition.CycleAtLeast(CycleMeasure.DISCHARGE_CAPACITY, 5);
        cycle(Scenario.begun(Programs.of(cyclesUntil(9, much, body()), rest(9)).make()), 10, 5)
                .at("1");
        Condition charged = new Condition.CycleAtLeast(CycleMeasure.CHARGE_CAPACITY, 11);
        cycle(
                        Scenario.begun(Programs.of(cyclesUntil(9, charged, body()), rest(9))
                                .make()),
                        10,
                        5)
                .at("0/0#2");
        Condition efficient = new Condition.CycleBelow(CycleMeasure.COULOMBIC_EFFICIENCY, 0.6);
        cycle(
                        Scenario.begun(Programs.of(cyclesUntil(9, efficient, body()), rest(9))
                                .make()),
                        10,
                        5)
                .at("1");
    }

    @Test
    void aLoopEndsOnAValue() {
        var loop = new Op.Repeat("loop", "loop", 9, Optional.of(below(3.5)), false, List.of(rest(1)));
        var scenario = Scenario.begun(Programs.of(loop, rest(9)).make());
        scenario.read(1, 3.7, 0).at("0/0#2").read(1, 3.4, 0).at("1");
    }

    @Test
    void cyclesInsideAChoiceOfCycles() {
        Op choice = choose(new Condition.CycleIn(List.of(2)), List.of(note("second")), List.of(note("other")));
        var scenario =
                Scenario.begun(Programs.of(choice, cycles(3, choice, rest(1))).make());
        scenario.reads(3, 3.7, 0);
        assertThat(scenario.all(Effect.Noted.class))
                .extracting(Effect.Noted::text)
                .containsExactly("other", "other", "second", "other");
    }

    @Test
    void aChoiceByValueTakesTheLastReading() {
        Op choice = choose(above(3.9), List.of(rest(100)), List.of());
        var low = Scenario.begun(Programs.of(rest(1), choice, rest(9)).make());
        low.read(1, 3.8, 0).at("2");
        var high = Scenario.begun(Programs.of(rest(1), choice, rest(9)).make());
        high.read(1, 3.9, 0).at("1/0");
    }

    @Test
    void theMeasuredCapacityDefinesTheRateOnceItIsKnown() {
        Op rated = drive(new Target.MeasuredRate(0.5, 0.2, 0.3), Optional.of(above(4.2)), 100);
        Op.Repeat loop = cycles(3, rated, current(-0.1, below(3), 100));
        var scenario = Scenario.begun(Programs.of(loop).basis(1).make());
        cycle(scenario, 1000, 1080);
        assertThat(scenario.all(Effect.Apply.class).getFirst().control()).isEqualTo(new Control.Current(0.2));
        assertThat(scenario.all(Effect.Apply.class).getLast().control()).isEqualTo(new Control.Current(0.15));
        var greedy = Scenario.begun(Programs.of(loop).basis(1).make());
        cycle(greedy, 1000, 3600).stoppedBy(Cause.Kind.LIMIT);
    }

    @Test
    void aProgramThatLoopsWithoutTakingTimeFails() {
        Op nothing = choose(above(0), List.of(), List.of());
        Scenario.begun(Programs.of(rest(1), nothing).make()).read(1, 3.7, 0).stoppedBy(Cause.Kind.COMPLETE);
        Scenario.begun(Programs.of(rest(1), repeat(Integer.MAX_VALUE, nothing)).make())
                .read(1, 3.7, 0)
                .stoppedBy(Cause.Kind.FAILURE);
    }
}
