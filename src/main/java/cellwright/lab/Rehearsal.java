package cellwright.lab;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.Ledger;
import cellwright.engine.SpectrumRow;
import cellwright.journal.Poisoned;
import cellwright.world.VirtualWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run in virtual time: the rig, the engine and a log, conducted to the end. Nobody stands by to resume, so a run that
 * is held for a limit or a failure ends there.
 */
public final class Rehearsal {
    private static final int CHANNEL = 0;
    /** So often told to go to rest, and no simulated cell will ever get there. */
    private static final int TRIES_MAX = 1000;

    private final VirtualWorld world;
    private final Conductor conductor;
    private final Watcher watcher;
    private final Prepared prepared;
    private final List<CycleFigures> cycles = new ArrayList<>();
    private final List<Effect.Alarm> alarms = new ArrayList<>();
    private final List<SpectrumRow> spectra = new ArrayList<>();
    private long events;
    private long rows;

    /** Told what happens while it happens; on the conducting thread, must be quick. */
    public interface Watcher {
        /** A report of the run. */
        void report(Effect.Report report);

        /** Called after each event with the virtual time and the number of events so far. */
        void progress(long virtualNanos, long events);

        /** Told that a segment of the journal had to be given up; the data goes on in the next one. */
        void poisoned(Poisoned poisoned);

        /** Asked before each event: by whom the run is to be stopped now; empty to go on. */
        Optional<String> stopAskedBy();
    }

    /**
     * What a rehearsal came to.
     *
     * @param cause why it ended
     * @param ledger charge, energy and counts at the end
     * @param cycles every completed cycle
     * @param spectra every spectrum, also those broken off
     * @param alarms what a person should know
     * @param virtualNanos how much virtual time passed
     * @param events events in the log
     * @param rows rows the recording rules kept
     */
    public record Outcome(
            Cause cause,
            Ledger ledger,
            List<CycleFigures> cycles,
            List<SpectrumRow> spectra,
            List<Effect.Alarm> alarms,
            long virtualNanos,
            long events,
            long rows) {
        /** Takes immutable copies. */
        public Outcome {
            cycles = List.copyOf(cycles);
            spectra = List.copyOf(spectra);
            alarms = List.copyOf(alarms);
        }

        /** The same, but something failed in the end. */
        Outcome failed(String message) {
            return new Outcome(
                    new Cause(Cause.Kind.FAILURE, message),
                    ledger,
                    cycles,
                    spectra,
                    alarms,
                    virtualNanos,
                    events,
                    rows);
        }
    }

    /** A rehearsal of a prepared run. */
    public Rehearsal(Prepared prepared, EventLog log, Watcher watcher) {
        this.watcher = watcher;
        this.prepared = prepared;
        this.world = new VirtualWorld(List.of(prepared.mounted().rig()));
        this.conductor = new Conductor(world, log, (channel, report) -> take(report), 1);
    }

    /**
     * Runs to the end.
     *
     * @param runId the run's name
     * @param startsAt wall-clock label of the first instant
     */
    public Outcome run(String runId, Instant startsAt) {
        long unixNanos = RunReplay.unixNanos(startsAt);
        handle(new Event.Started(world.nowNanos(CHANNEL), runId, prepared.program(), unixNanos));
        boolean stopped = false;
        while (!isOver()) {
            Optional<String> stopper = stopped ? Optional.empty() : watcher.stopAskedBy();
            if (stopper.isPresent()) {
                stopped = true;
                ask(stopper.get());
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

    private boolean isOver() {
        return switch (conductor.state(CHANNEL)) {
            case ChannelState.Ended ignored -> true;
            case ChannelState.Stopping stopping -> stopping.tries() > TRIES_MAX;
            case ChannelState.Idle ignored -> false;
            case ChannelState.Running ignored -> false;
            case ChannelState.Held ignored -> false;
        };
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
            case Effect.SpectrumRecorded recorded -> spectra.add(recorded.row());
            case Effect.ShortSeen ignored -> {}
            case Effect.StepBegan ignored -> {}
            case Effect.StepEnded ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.RunEnded ignored -> {}
        }
        watcher.report(report);
    }

    private Outcome outcome() {
        return switch (conductor.state(CHANNEL)) {
            case ChannelState.Ended ended -> outcome(ended.cause(), ended.ledger());
            case ChannelState.Held held ->
                outcome(standstill(held.cause()), held.at().ledger());
            case ChannelState.Stopping stopping ->
                outcome(standstill(stopping.cause()), stopping.at().ledger());
            case ChannelState.Running running -> outcome(standstill(), running.ledger());
            case ChannelState.Idle ignored -> throw new IllegalStateException("the run never began");
        };
    }

    private Outcome outcome(Cause cause, Ledger ledger) {
        Cause known = conductor
                .logFailure()
                .map(failure -> new Cause(Cause.Kind.FAILURE, String.valueOf(failure.getMessage())))
                .orElse(cause);
        return new Outcome(known, ledger, cycles, spectra, alarms, world.nowNanos(CHANNEL), events, rows);
    }

    private static Cause standstill() {
        return new Cause(
                Cause.Kind.FAILURE, "the simulated rig came to a standstill; the run could not be brought to its end");
    }

    private static Cause standstill(Cause before) {
        return new Cause(
                Cause.Kind.FAILURE,
                "the simulated cell could not be brought to rest; it was to rest because: " + before.message());
    }
}
