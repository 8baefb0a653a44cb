package cellwright.lab;

import cellwright.engine.Cause;
import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.instrument.Signal;
import cellwright.journal.Poisoned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a protocol would come to, found by rehearsing it without leaving anything behind. A long one is rehearsed for its
 * first cycles and continued by their measure.
 *
 * @param seconds virtual time the protocol takes; NaN if a loop ends on a condition that the first cycles did not meet
 * @param rows rows it records; NaN likewise
 * @param whole whether it was rehearsed to its end; otherwise {@code seconds} and {@code rows} are continued
 * @param cause why the rehearsal ended, if it was whole
 * @param cycles cycles rehearsed
 * @param voltsLow lowest cell voltage of a recorded row; NaN if there is none
 * @param voltsHigh highest
 * @param ampsLow most negative current
 * @param ampsHigh most positive current
 * @param alarms what a person should know
 */
public record DryRun(
        double seconds,
        double rows,
        boolean whole,
        Cause cause,
        int cycles,
        double voltsLow,
        double voltsHigh,
        double ampsLow,
        double ampsHigh,
        List<String> alarms) {
    /** Enough for several cycles of anything, and for all of most; about a second. */
    private static final long EVENTS_MAX = 150_000;

    /** More cycles than the compiler lets a loop state: its end is a condition. */
    private static final double CYCLES_KNOWABLE = 1e8;

    private static final String ITSELF = "the dry run, which has seen enough";

    /** Takes an immutable copy. */
    public DryRun {
        alarms = List.copyOf(alarms);
    }

    /** Rehearses a prepared protocol; the rig is used up by it. */
    public static DryRun of(Prepared prepared) {
        Extremes seen = new Extremes();
        Rehearsal.Outcome outcome = new Rehearsal(prepared, FORGETFUL, seen).run("dry run", Instant.EPOCH);
        boolean whole = outcome.cause().kind() != Cause.Kind.ASKED;
        double more = whole ? 0 : cyclesLeft(prepared, outcome.cycles().size());
        double perCycle = whole ? 0 : lastCycleSeconds(outcome.cycles());
        double rowsPerCycle = outcome.cycles().isEmpty()
                ? 0
                : (double) outcome.rows() / outcome.cycles().size();
        return new DryRun(
                outcome.virtualNanos() * 1e-9 + more * perCycle,
                outcome.rows() + more * rowsPerCycle,
                whole,
                outcome.cause(),
                outcome.cycles().size(),
                seen.voltsLow,
                seen.voltsHigh,
                seen.ampsLow,
                seen.ampsHigh,
                outcome.alarms().stream()
                        .map(Effect.Alarm::message)
                        .filter(message -> !message.endsWith(ITSELF))
                        .toList());
    }

    private static double cyclesLeft(Prepared prepared, int done) {
        double most = CycleCount.most(prepared.program().ops());
        return most > CYCLES_KNOWABLE ? Double.NaN : Math.max(0, most - done);
    }

    private static double lastCycleSeconds(List<CycleFigures> cycles) {
        if (cycles.isEmpty()) {
            return Double.NaN;
        }
        CycleFigures last = cycles.get(cycles.size() - 1);
        return (last.endedNanos() - last.beganNanos()) * 1e-9;
    }

    /** Nothing has to be remembered of a run that drives nothing. */
    private static final EventLog FORGETFUL = new EventLog() {
        @Override
        public void append(int channel, Event event) {
            // a dry run leaves no trace
        }

        @Override
        public void commit() {
            // a dry run leaves no trace
        }
    };

    private static final class Extremes implements Rehearsal.Watcher {
        private boolean enough;
        private double voltsLow = Double.NaN;
        private double voltsHigh = Double.NaN;
        private double ampsLow;
        private double ampsHigh;

        @Override
        public void report(Effect.Report report) {
            if (report instanceof Effect.Recorded recorded) {
                double volts = recorded.row().reading().value(Signal.VOLTAGE);
                double amps = recorded.row().reading().value(Signal.CURRENT);
                voltsLow = volts >= voltsLow ? voltsLow : volts;
                voltsHigh = volts <= voltsHigh ? voltsHigh : volts;
                ampsLow = Math.min(ampsLow, amps);
                ampsHigh = Math.max(ampsHigh, amps);
            }
        }

        @Override
        public void progress(long virtualNanos, long events) {
            enough = enough || events >= EVENTS_MAX;
        }

        @Override
        public void poisoned(Poisoned poisoned) {
            throw new IllegalStateException("a dry run has no journal");
        }

        @Override
        public Optional<String> stopAskedBy() {
            return enough ? Optional.of(ITSELF) : Optional.empty();
        }
    }
}
