package cellwright.lab;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.Ledger;
import cellwright.world.VirtualWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A run in virtual time: the rig, the engine and a log, conducted to the end. Nobody stands by to resume, so a run that
 * is held for a limit or a failure ends there.
 */
public final class Rehearsal {
    private static final int CHANNEL = 0;

    private final VirtualWorld world;
    private final Conductor conductor;
    private final Watcher watcher;
    private final List<CycleFigures> cycles = new ArrayList<>();
    private final List<Effect.Alarm> alarms = new ArrayList<>();
    private long events;
    private long rows;

    /** Told what happens while it happens; on the conducting thread, must be quick. */
    public interface Watcher {
        /** A report of the run. */
        void report(Effect.Report report);

        /** Called after each event with the virtual time and the number of events so far. */
        void progress(long virtualNanos, long events);

        /** Told that a segment of the journal had to be given up; the data goes on in the next one. */
        void poisoned(cellwright.journal.Poisoned poisoned);

        /** Asked after each event whether the run is to be stopped now, and by whom. */
        BooleanSupplier stopAsked();
    }

    /**
     * What a rehearsal came to.
     *
     * @param cause why it ended
     * @param ledger charge, energy and counts at the end
     * @param cycles every completed cycle
     * @param alarms what a person should know
     * @param virtualNanos how much virtual time passed
     * @param events events in the log
     * @param rows rows the recording rules kept
     */
    public record Outcome(
            Cause cause,
            Ledger ledger,
            List<CycleFigures> cycles,
            List<Effect.Alarm> alarms,
            long virtualNanos,
            long events,
            long rows) {
        /** Takes immutable copies. */
        public Outcome {
            cycles = List.copyOf(cycles);
            alarms = List.copyOf(alarms);
        }
    }

    /** A rehearsal of a prepared run. */
    public Rehearsal(Prepared prepared, EventLog log, Watcher watcher) {
        this.watcher = watcher;
        this.world = new VirtualWorld(List.of(prepared.mounted().rig()));
        this.conductor = new Conductor(world, log, (channel, report) -> take(report), 1);
    }

    /**
     * Runs to the end.
     *
     * @param runId the run's name
     * @param prepared what to run; the same as given to the constructor
     * @param startsAt wall-clock label of the first instant
     */
    public Outcome run(String runId, Prepared prepared, Instant startsAt) {
        long unixNanos =
                Math.addExact(Math.multiplyExact(startsAt.getEpochSecond(), 1_000_000_000L), startsAt.getNano());
        handle(new Event.Started(world.nowNanos(CHANNEL), runId, prepared.program(), unixNanos));
        boolean stopped = false;
        while (!(conductor.state(CHANNEL) instanceof ChannelState.Ended)) {
            if (!stopped && watcher.stopAsked().getAsBoolean()) {
                stopped = true;
                ask("the keyboard");
            } else if (conductor.state(CHANNEL) instanceof ChannelState.Held) {
                ask("the rehearsal, which nobody attends");
            } else if (!conductor.step()) {
                break;
            } else {
                events++;
                watcher.progress(world.nowNanos(CHANNEL), events);
            }
        }
        conductor.commit();
        return outcome();
    }

    private void ask(String by) {
        handle(new Event.Asked(world.nowNanos(CHANNEL), Event.Request.STOP, by));
    }

    private void handle(Event event) {
        events++;
        conductor.handle(CHANNEL, event);
    }

    private void take(Effect.Report report) {
        switch (report) {
            case Effect.CycleEnded ended -> cycles.add(ended.figures());
            case Effect.Alarm alarm -> alarms.add(alarm);
            case Effect.Recorded ignored -> rows++;
            case Effect.StepBegan ignored -> {}
            case Effect.StepEnded ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.RunEnded ignored -> {}
        }
        watcher.report(report);
    }

    private Outcome outcome() {
        long now = world.nowNanos(CHANNEL);
        return switch (conductor.state(CHANNEL)) {
            case ChannelState.Ended ended ->
                new Outcome(
                        conductor.logFailure().isPresent() ? logCause() : ended.cause(),
                        ended.ledger(),
                        cycles,
                        alarms,
                        now,
                        events,
                        rows);
            case ChannelState.Held held -> unfinished(held.at(), now);
            case ChannelState.Running running -> unfinished(running, now);
            case ChannelState.Stopping stopping -> unfinished(stopping.at(), now);
            case ChannelState.Idle ignored -> throw new IllegalStateException("the run never began");
        };
    }

    private Cause logCause() {
        return new Cause(
                Cause.Kind.FAILURE,
                String.valueOf(conductor.logFailure().orElseThrow().getMessage()));
    }

    private Outcome unfinished(ChannelState.Running running, long now) {
        var cause = new Cause(
                Cause.Kind.FAILURE, "the simulated rig came to a standstill; the run could not be brought to its end");
        return new Outcome(cause, running.ledger(), cycles, alarms, now, events, rows);
    }
}
