package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.below;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.currentBelow;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.hold;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.recorded;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static cellwright.engine.Programs.spectrum;
import static cellwright.engine.Programs.spectrumAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event.Request;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Signal;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop: log, limits, consequences; against a virtual world of linear cells. */
class ConductorTest {
    private static final Program CYCLING = Programs.of(
                    settle(Subject.PRESSURE, 5e6, 1e5, 60, 600, WhenLate.STOP),
                    cycles(
                            3,
                            current(0.1, above(4.2), 36_000),
                            hold(4.2, currentBelow(0.01), 36_000),
                            spectrumAt(4.2),
                            every(current(-0.1, below(3.0), 36_000), 600, rest(60), spectrum()),
                            recorded(rest(600), new Recording(60 * Nanos.PER_SECOND, 0.01, 1, 1))))
            .bound(limit(Subject.VOLTAGE, 2.5, 4.4))
            .bound(limit(Subject.PRESSURE, 4e6, 6e6))
            .make();

    /** A log that counts, and that may fail at one of its calls. */
    private static final class CountingLog implements EventLog {
        private final int failsAt;
        private int calls;
        private int undurable;
        private boolean failed;

        CountingLog(int failsAt) {
            this.failsAt = failsAt;
        }

        @Override
        public void append(int channel, Event event) throws LogFailure {
            undurable++;
            call();
        }

        @Override
        public void commit() throws LogFailure {
            call();
            undurable = 0;
        }

        private void call() throws LogFailure {
            assertThat(failed).as("a log that failed is left alone").isFalse();
            if (calls++ == failsAt) {
                failed = true;
                throw new LogFailure("disk full", new IllegalStateException("no space"));
            }
        }
    }

    private final List<Effect.Report> reports = new ArrayList<>();

    private Conductor conductor(FakeWorld world, EventLog log, int channels) {
        return new Conductor(world, log, (channel, report) -> reports.add(report), channels);
    }

    private static void run(Conductor conductor, int channel, FakeWorld world, Program program) {
        conductor.handle(channel, new Event.Started(world.now(), "run-" + channel, program, 0));
    }

    private static void driveUntilEnergised(Conductor conductor, FakeWorld world) {
        while (!world.cells.getFirst().energised()) {
            assertThat(conductor.step()).as("%s", conductor.state(0)).isTrue();
        }
    }

    private static int finish(Conductor conductor) {
        int events = 0;
        while (conductor.step() && events < 200_000) {
            events++;
        }
        return events;
    }

    @Test
    void aWholeRunComesToItsEndInFewEvents() {
        var world = new FakeWorld(1);
        Conductor conductor = conductor(world, new CountingLog(-1), 1);
        run(conductor, 0, world, CYCLING);
        int events = finish(conductor);
        assertThat(conductor.state(0)).isInstanceOf(ChannelState.Ended.class);
        assertThat(((ChannelState.Ended) conductor.state(0)).cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(events).isLessThan(1000);
        assertThat(world.cells.getFirst().energised()).isFalse();
    }

    @Test
    void limitsAreLocatedAndCyclesAddUp() {
        var world = new FakeWorld(1);
        Conductor conductor = conductor(world, new CountingLog(-1), 1);
        run(conductor, 0, world, CYCLING);
        finish(conductor);
        List<CycleFigures> cycles = reports.stream()
                .filter(Effect.CycleEnded.class::isInstance)
                .map(report -> ((Effect.CycleEnded) report).figures())
                .toList();
        assertThat(cycles).hasSize(3);
        assertThat(cycles.getLast().coulombicEfficiency()).isCloseTo(1, within(1e-3));
        assertThat(cycles.getLast().retention()).isCloseTo(1, within(1e-3));
        List<Row> ends = reports.stream()
                .filter(Effect.Recorded.class::isInstance)
                .map(report -> ((Effect.Recorded) report).row())
                .filter(row -> row.kind() == StepKind.CC_CHARGE && row.indexInStep() == 2)
                .toList();
        assertThat(ends).hasSize(3).allSatisfy(row -> assertThat(row.reading().value(Signal.VOLTAGE))
                .isBetween(4.2, 4.200001));
        long interruptions = reports.stream()
                .filter(report -> report instanceof Effect.StepEnded ended && "interrupted".equals(ended.why()))
                .count();
        assertThat(interruptions).isEqualTo(3);
    }

    @Test
    void theSameWorldGivesTheSameRun() {
        List<List<Effect.Report>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            reports.clear();
            var world = new FakeWorld(2);
            Conductor conductor = conductor(world, new CountingLog(-1), 2);
            run(conductor, 0, world, CYCLING);
            run(conductor, 1, world, CYCLING);
            finish(conductor);
            both.add(List.copyOf(reports));
        }
        assertThat(both.getFirst()).isEqualTo(both.getLast()).isNotEmpty();
    }

    @Test
    void theIntentIsDurableBeforeAnythingChangesTheCell() {
        var world = new FakeWorld(1);
        var log = new CountingLog(-1);
        Conductor conductor = conductor(world, log, 1);
        List<Integer> undurable = new ArrayList<>();
        world.watchCommands(() -> undurable.add(log.undurable));
        run(conductor, 0, world, CYCLING);
        finish(conductor);
        for (int i = 0; i < undurable.size(); i++) {
            String order = world.orders.get(i);
            if (List.of("Apply", "Disconnect", "Setpoint", "Measure").contains(order)) {
                assertThat(undurable.get(i)).as(order).isZero();
            }
        }
        assertThat(world.orders).contains("Apply", "Disconnect", "Setpoint", "Measure");
    }

    @Test
    void makingSafeWaitsForNothing() {
        var world = new FakeWorld(1);
        var log = new CountingLog(-1);
        Conductor conductor = conductor(world, log, 1);
        run(conductor, 0, world, CYCLING);
        for (int i = 0; i < 50; i++) {
            conductor.step();
        }
        int calls = log.calls;
        world.watchCommands(
                () -> assertThat(log.calls).as("one append, no commit").isEqualTo(calls + 1));
        conductor.handle(0, new Event.Asked(world.now(), Request.HOLD, "anna"));
    }

    @Test
    void whereverTheLogFailsEveryChannelGoesToRestAndNothingIsDrivenAfterwards() {
        var whole = new CountingLog(-1);
        var first = new FakeWorld(2);
        Conductor complete = conductor(first, whole, 2);
        run(complete, 0, first, CYCLING);
        run(complete, 1, first, CYCLING);
        finish(complete);
        for (int n = 0; n < whole.calls; n++) {
            failAt(n);
        }
    }

    private void failAt(int n) {
        var world = new FakeWorld(2);
        Conductor conductor = conductor(world, new CountingLog(n), 2);
        run(conductor, 0, world, CYCLING);
        run(conductor, 1, world, CYCLING);
        boolean goesOn = true;
        while (goesOn && conductor.logFailure().isEmpty()) {
            goesOn = conductor.step();
        }
        assertThat(conductor.logFailure()).as("call %d", n).isPresent();
        world.watchCommands(() -> assertThat(world.cells).noneMatch(FakeCell::energised));
        assertThat(world.cells).as("call %d", n).noneMatch(FakeCell::energised);
        finish(conductor);
        for (int channel = 0; channel < 2; channel++) {
            assertThat(Phase.of(conductor.state(channel))).as("call %d", n).isIn(Phase.HELD, Phase.ENDED, Phase.IDLE);
            conductor.handle(channel, new Event.Asked(world.now(), Request.RESUME, "anna"));
            finish(conductor);
            assertThat(Phase.of(conductor.state(channel))).as("call %d", n).isNotEqualTo(Phase.RUNNING);
        }
        assertThat(world.cells).noneMatch(FakeCell::energised);
    }

    @Test
    void aChannelThatAsksForCurrentWithoutALogIsToldSoAtOnce() {
        var world = new FakeWorld(1);
        Conductor conductor = conductor(world, new CountingLog(7), 1);
        run(conductor, 0, world, Programs.of(current(0.1, above(4.2), 36_000)).make());
        for (int i = 0; i < 1000 && conductor.logFailure().isEmpty(); i++) {
            conductor.step();
            conductor.commit();
        }
        finish(conductor);
        assertThat(Phase.of(conductor.state(0))).isEqualTo(Phase.HELD);
        conductor.handle(0, new Event.Asked(world.now(), Request.RESUME, "anna"));
        assertThat(Phase.of(conductor.state(0))).isEqualTo(Phase.STOPPING);
        assertThat(world.cells).noneMatch(FakeCell::energised);
    }

    @Test
    void aFailedCommitBetweenEventsIsToldAtOnce() {
        var world = new FakeWorld(1);
        var log = new CountingLog(60);
        Conductor conductor = conductor(world, log, 1);
        run(conductor, 0, world, CYCLING);
        for (int i = 0; i < 1000 && conductor.logFailure().isEmpty(); i++) {
            conductor.step();
            conductor.commit();
        }
        assertThat(Phase.of(conductor.state(0))).isEqualTo(Phase.STOPPING);
    }

    @ParameterizedTest
    @EnumSource(FakeCell.Fault.class)
    void everyFaultComesToRestOrToAnAlarm(FakeCell.Fault fault) {
        var world = new FakeWorld(1);
        Conductor conductor = conductor(world, new CountingLog(-1), 1);
        run(conductor, 0, world, CYCLING);
        driveUntilEnergised(conductor, world);
        for (int i = 0; i < 5; i++) {
            conductor.step();
        }
        world.cells.getFirst().faults.add(fault);
        conductor.handle(0, new Event.Asked(world.now(), Request.HOLD, "anna"));
        for (int i = 0; i < 500; i++) {
            conductor.step();
        }
        boolean alarmed = reports.stream()
                .anyMatch(report -> report instanceof Effect.Alarm alarm && alarm.urgency() == Effect.Urgency.CRITICAL);
        boolean restIsKnown = fault == FakeCell.Fault.NO_VOLTAGE || fault == FakeCell.Fault.MUTE;
        assertThat(alarmed).isEqualTo(!restIsKnown);
        assertThat(Phase.of(conductor.state(0))).isEqualTo(restIsKnown ? Phase.HELD : Phase.STOPPING);
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeCell.Fault.class,
            names = {"NO_VOLTAGE", "SILENT"})
    void aFaultInARunningStepEndsTheCurrent(FakeCell.Fault fault) {
        var world = new FakeWorld(1);
        Conductor conductor = conductor(world, new CountingLog(-1), 1);
        run(conductor, 0, world, CYCLING);
        driveUntilEnergised(conductor, world);
        world.cells.getFirst().faults.add(fault);
        for (int i = 0; i < 20; i++) {
            conductor.step();
        }
        assertThat(world.cells.getFirst().energised()).isFalse();
        assertThat(Phase.of(conductor.state(0))).isNotEqualTo(Phase.RUNNING);
    }

    /** A log whose events are durable when the test says so. */
    private static final class SlowLog implements EventLog {
        private long durable;
        private boolean slow;
        private boolean failed;

        @Override
        public void append(int channel, Event event) {
            // a journal's own tests tell whether it keeps what it was given
        }

        @Override
        public void commit() {
            throw new AssertionError("nobody waits for a disk");
        }

        @Override
        public long settle(long taken) throws LogFailure {
            if (failed) {
                throw new LogFailure("disk full", new IllegalStateException("no space"));
            }
            durable = slow ? durable : taken;
            return durable;
        }
    }

    private Conductor energised(FakeWorld world, SlowLog log) {
        Conductor conductor = conductor(world, log, 1);
        run(
                conductor,
                0,
                world,
                Programs.of(current(0.1, above(4.2), 36_000), current(-0.1, below(3.0), 36_000))
                        .make());
        driveUntilEnergised(conductor, world);
        log.slow = true;
        return conductor;
    }

    private static void driveUntilWaiting(Conductor conductor) {
        while (!conductor.isWaiting()) {
            assertThat(conductor.step()).as("%s", conductor.state(0)).isTrue();
        }
    }

    @Test
    void aCommandLiesByUntilItsEventIsDurableAndIsThenDoneOnce() {
        var world = new FakeWorld(1);
        var log = new SlowLog();
        Conductor conductor = energised(world, log);
        driveUntilWaiting(conductor);
        long applied = world.orders.stream().filter("Apply"::equals).count();
        assertThat(conductor.settle()).isFalse();
        assertThat(world.orders.stream().filter("Apply"::equals)).hasSize((int) applied);
        log.slow = false;
        assertThat(conductor.settle()).isTrue();
        assertThat(world.orders.stream().filter("Apply"::equals)).hasSize((int) applied + 1);
        assertThat(conductor.settle()).isTrue();
        assertThat(world.orders.stream().filter("Apply"::equals)).hasSize((int) applied + 1);
    }

    @Test
    void aCellIsMadeSafeAtOnceAndWhatWaitedForItIsForgotten() {
        var world = new FakeWorld(1);
        var log = new SlowLog();
        Conductor conductor = energised(world, log);
        driveUntilWaiting(conductor);
        conductor.handle(0, new Event.Asked(world.now(), Request.HOLD, "anna"));
        assertThat(world.cells.getFirst().energised()).isFalse();
        assertThat(conductor.isWaiting()).isFalse();
        log.slow = false;
        conductor.settle();
        assertThat(world.cells.getFirst().energised()).isFalse();
    }

    @Test
    void aCellMadeSafeAheadOfEverythingStaysSo() {
        var world = new FakeWorld(1);
        var log = new SlowLog();
        Conductor conductor = energised(world, log);
        driveUntilWaiting(conductor);
        conductor.makeSafe(0);
        assertThat(world.cells.getFirst().energised()).isFalse();
        assertThat(conductor.isWaiting()).isFalse();
        log.slow = false;
        conductor.settle();
        assertThat(world.cells.getFirst().energised()).isFalse();
    }

    @Test
    void aLogThatFailsWhileACommandWaitsDrivesNothingAndMakesTheCellSafe() {
        var world = new FakeWorld(1);
        var log = new SlowLog();
        Conductor conductor = energised(world, log);
        driveUntilWaiting(conductor);
        log.failed = true;
        assertThat(conductor.settle())
                .as("there is nothing to wait for any more")
                .isTrue();
        assertThat(conductor.logFailure()).isPresent();
        assertThat(conductor.isWaiting()).isFalse();
        assertThat(world.cells.getFirst().energised()).isFalse();
        assertThat(Phase.of(conductor.state(0))).isEqualTo(Phase.STOPPING);
    }
}
