package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import org.junit.jupiter.api.Test;

/** At rest means told, acknowledged and read back; and a run goes on exactly where it was. */
class RestTest {
    private static final Program CHARGE =
            Programs.of(current(0.1, above(4.2), 1000), rest(10)).make();

    private static Scenario stopping() {
        return Scenario.begun(CHARGE).read(1, 3.8, 0.1).quiet().ask(Request.HOLD);
    }

    @Test
    void readBackWithoutAcknowledgementIsNotRest() {
        stopping().reads(3, 3.7, 0).stopping();
    }

    @Test
    void acknowledgedWithoutReadingBackIsNotRest() {
        var scenario = stopping().safe().reads(3, 3.7, 0.1);
        scenario.read(1, Sample.good(Signal.VOLTAGE, 3.7), Scenario.bad(Signal.CURRENT, Quality.OVERLOAD));
        scenario.stopping();
        scenario.read(1, 3.7, 1e-4).heldState();
    }

    @Test
    void itIsToldAgainEveryQuarterSecondAndPeopleAreToldWithinTwoSeconds() {
        var scenario = stopping();
        long began = scenario.now;
        while (scenario.latest(Effect.Alarm.class).stream()
                .noneMatch(alarm -> alarm.urgency() == Effect.Urgency.CRITICAL)) {
            Effect.WakeAt wake = scenario.all(Effect.WakeAt.class).getLast();
            assertThat(wake.atNanos() - scenario.now).isEqualTo(Scenario.SECOND / 4);
            scenario.due(0.25);
            assertThat(scenario.latest(Effect.MakeSafe.class)).hasSize(1);
            assertThat(scenario.now - began).isLessThan(2 * Scenario.SECOND);
        }
        assertThat(scenario.latest(Effect.Alarm.class).getFirst().message()).startsWith("OFF UNVERIFIED");
        scenario.due(0.25);
        assertThat(scenario.latest(Effect.MakeSafe.class)).hasSize(1);
        scenario.safe().read(1, 3.7, 0).heldState();
        assertThat(scenario.latest(Effect.Alarm.class)).singleElement().satisfies(alarm -> {
            assertThat(alarm.urgency()).isEqualTo(Effect.Urgency.WARNING);
            assertThat(alarm.message()).isEqualTo("the cell is seen at rest now, told so 5 times");
        });
    }

    @Test
    void whoWasNotAlarmedIsNotToldThatAllIsWell() {
        var scenario = stopping().due(0.25).safe().read(1, 3.7, 0);
        scenario.heldState();
        assertThat(scenario.latest(Effect.Alarm.class)).isEmpty();
    }

    @Test
    void silenceOnTheWayToRestIsAnAlarm() {
        var scenario = stopping().silent(5);
        assertThat(scenario.latest(Effect.Alarm.class).getFirst().urgency()).isEqualTo(Effect.Urgency.CRITICAL);
    }

    @Test
    void onTheWayToRestTheCellIsLookedAtClosely() {
        assertThat(stopping().stopping().at().sight().plan().maxGapNanos()).isEqualTo(Scenario.SECOND / 10);
    }

    @Test
    void aSetpointMovesOnlyAfterOpenCircuitWasAcknowledgedAndThenReadBack() {
        Program program = Programs.of(
                        current(0.1, above(4), 100), settle(Subject.PRESSURE, 5e6, 1e5, 1, 100, WhenLate.STOP))
                .make();
        var scenario = Scenario.begun(program).quiet().read(1, 4.0, 0.1).read(1, 3.9, 0);
        assertThat(scenario.all(Effect.Setpoint.class)).as("not acknowledged").isEmpty();
        scenario.on(new Event.Acknowledged(scenario.now, 2)).due(0.1);
        assertThat(scenario.all(Effect.Setpoint.class)).as("not read since").isEmpty();
        scenario.read(1, 3.9, 0.1);
        assertThat(scenario.all(Effect.Setpoint.class)).as("a current flows").isEmpty();
        scenario.read(1, 3.9, 0);
        assertThat(scenario.latest(Effect.Setpoint.class)).hasSize(1);
        assertThat(scenario.running().ledger().setpointPascals()).isEqualTo(5e6);
    }

    @Test
    void theFirstStepBeginsOnlyAfterTheCellWasMadeSafeAndSeen() {
        var scenario = new Scenario().quiet().start(CHARGE).reads(3, 3.7, 0);
        assertThat(scenario.all(Effect.StepBegan.class)).isEmpty();
        scenario.safe().due(0.1);
        assertThat(scenario.all(Effect.StepBegan.class)).isEmpty();
        scenario.read(1, 3.7, 0);
        assertThat(scenario.all(Effect.StepBegan.class)).hasSize(1);
    }

    @Test
    void aCellThatIsNeverSeenAtRestIsGivenUp() {
        var scenario = new Scenario().start(CHARGE);
        for (int i = 0; i < 61 && scenario.state instanceof ChannelState.Running; i++) {
            scenario.read(1, Sample.good(Signal.CURRENT, 0));
        }
        scenario.stoppedBy(Cause.Kind.LATE);
    }

    @Test
    void holdAndResumeKeepTheStepsClockChargeAndPlace() {
        var scenario = Scenario.begun(CHARGE).reads(4, 3.8, 0.1);
        Leaf before = scenario.running().leaf();
        Cursor cursor = scenario.running().cursor();
        scenario.held().reads(4, 3.7, 0).ask(Request.RESUME);
        assertThat(scenario.running().cursor()).isEqualTo(cursor);
        Leaf after = scenario.running().leaf();
        assertThat(after.tally()).isEqualTo(before.tally());
        assertThat(after.ownNanos(scenario.now)).isEqualTo(4 * Scenario.SECOND);
        assertThat(after.stepCount()).isEqualTo(before.stepCount() + 1);
        scenario.reads(2, 3.8, 0.1);
        assertThat(scenario.rows().getLast().stepNanos()).isEqualTo(5 * Scenario.SECOND);
        assertThat(scenario.rows().getLast().indexInStep()).isEqualTo(1);
        assertThat(scenario.running().leaf().tally().chargeCoulombs()).isCloseTo(0.4, within(1e-12));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void stopEndsTheRunOnlyAtRest() {
        var scenario =
                Scenario.begun(CHARGE).read(1, 3.8, 0.1).ask(Request.STOP).read(1, 3.8, 0.1);
        assertThat(scenario.all(Effect.RunEnded.class)).isEmpty();
        scenario.read(1, 3.7, 0);
        assertThat(scenario.latest(Effect.RunEnded.class)).hasSize(1);
    }

    @Test
    void stopAskedOnTheWayToAHoldEndsTheRun() {
        var scenario = stopping().ask(Request.STOP).safe().read(1, 3.7, 0);
        assertThat(scenario.state).isInstanceOf(ChannelState.Ended.class);
    }

    @Test
    void aCompleteRunEndsAtRest() {
        var scenario = Scenario.begun(Programs.of(rest(2)).make()).reads(2, 3.7, 0);
        scenario.stoppedBy(Cause.Kind.COMPLETE).read(1, 3.7, 0);
        assertThat(((ChannelState.Ended) scenario.state).cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(scenario.all(Effect.Alarm.class)).isEmpty();
    }

    @Test
    void nothingIsEnergisedUnseen() {
        var scenario = Scenario.begun(CHARGE).held().silent(6);
        scenario.ask(Request.RESUME).heldState();
        assertThat(scenario.latest(Effect.Alarm.class).getFirst().message()).contains("has not been read");
        scenario.read(1, 3.7, 0).ask(Request.RESUME).at("0");
    }

    @Test
    void aLimitIsJudgedAnewOnResume() {
        Program program = Programs.of(current(0.1, 100))
                .bound(limit(Subject.PRESSURE, 4e6, 6e6))
                .make();
        var scenario = new Scenario().start(program).pressed(0.1, 3.7, 0, 5e6).pressed(1, 3.7, 0.1, 7e6);
        scenario.stoppedBy(Cause.Kind.LIMIT).pressed(1, 3.7, 0, 7e6).ask(Request.RESUME);
        scenario.stoppedBy(Cause.Kind.LIMIT)
                .pressed(1, 3.7, 0, 5e6)
                .ask(Request.RESUME)
                .at("0");
    }

    @Test
    void aCurrentWhileHeldIsSwitchedOffAgain() {
        var scenario = Scenario.begun(CHARGE).held().read(1, 3.7, 0.1);
        assertThat(scenario.latest(Effect.MakeSafe.class)).hasSize(1);
        scenario.read(1, 3.7, 0).heldState();
    }

    @Test
    void recoveryGoesToRestAndHoldsWithTheStepsClockWhereTheProgramWentAway() {
        var scenario = Scenario.begun(CHARGE).reads(3, 3.8, 0.1).recovered(3600);
        scenario.stoppedBy(Cause.Kind.INTERRUPTION).read(0.1, 3.7, 0).heldState();
        scenario.ask(Request.RESUME);
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(3 * Scenario.SECOND);
    }

    @Test
    void recoveryTellsTheWorldItsPlanAgain() {
        var held = Scenario.begun(CHARGE).held().recovered(10);
        assertThat(held.latest(Effect.MakeSafe.class)).hasSize(1);
        assertThat(held.latest(Effect.Sample.class)).hasSize(1);
        assertThat(stopping().recovered(10).latest(Effect.Sample.class)).hasSize(1);
    }

    @Test
    void anInterruptionInterruptedByAHoldComesBackToBoth() {
        Program program =
                Programs.of(every(current(0.1, above(4.2), 1000), 2, rest(10))).make();
        var scenario = Scenario.begun(program).reads(2, 3.8, 0.1).at("0/0").reads(4, 3.8, 0);
        scenario.held().ask(Request.RESUME).at("0/0");
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(4 * Scenario.SECOND);
        scenario.read(1, 3.8, 0).read(4, 3.8, 0).read(1, 3.8, 0).at("0");
        Leaf charge = scenario.running().leaf();
        assertThat(charge.ownNanos(scenario.now)).isEqualTo(2 * Scenario.SECOND);
        assertThat(charge.tally().chargeCoulombs()).isGreaterThan(0.09);
        assertThat(charge.stepCount()).isEqualTo(4);
    }
}
