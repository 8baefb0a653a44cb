package cellwright.protocol.program;

import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Sweep;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One operation of a program. */
public sealed interface Op {
    /** The path of the protocol step it came from. */
    String path();

    /** What it does, in a few words with numbers, as shown in tables and events. */
    String label();

    /**
     * Holds the cell under a control.
     *
     * @param path the protocol step
     * @param label in words
     * @param target the control
     * @param until ends the step when it holds
     * @param atMostNanos longest duration of the step's own time
     * @param whenLate what follows if time is over first; a step without {@code until} is never late
     * @param record when rows are kept
     * @param bounds limits of this step, judged in addition to the program's
     * @param guard what the instrument enforces by itself
     * @param every an interruption at intervals
     */
    record Drive(
            String path,
            String label,
            Target target,
            Optional<Condition> until,
            long atMostNanos,
            WhenLate whenLate,
            Recording record,
            List<Bound> bounds,
            Guard guard,
            Optional<Every> every)
            implements Op {
        /** Takes an immutable copy. */
        public Drive {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * Waits at open circuit for a quantity.
     *
     * @param path the protocol step
     * @param label in words
     * @param subject what must settle
     * @param target the set-point, SI; empty if the quantity settles by itself
     * @param ramp how fast the set-point is approached
     * @param within largest distance from the target, or largest drift without one, SI
     * @param stableNanos how long it must stay so
     * @param atMostNanos patience
     * @param whenLate what follows if patience ends first
     * @param record when rows are kept
     */
    record Settle(
            String path,
            String label,
            Subject subject,
            OptionalDouble target,
            Ramp ramp,
            double within,
            long stableNanos,
            long atMostNanos,
            WhenLate whenLate,
            Recording record)
            implements Op {}

    /**
     * Measures an impedance spectrum: at open circuit, which is made first, or at a potential that goes on being held.
     *
     * @param path the protocol step
     * @param label in words
     * @param sweep what the analyser is asked for
     * @param hold what is held meanwhile; empty at open circuit
     * @param points how many frequencies a whole spectrum has at least
     * @param atMostNanos the time within which the analyser must have answered
     */
    record Measure(String path, String label, Sweep sweep, Optional<Hold> hold, int points, long atMostNanos)
            implements Op {}

    /**
     * Repeats a body.
     *
     * @param path the protocol step
     * @param label in words
     * @param times how often at most; {@link Integer#MAX_VALUE} if {@code until} alone ends it
     * @param until judged after each pass
     * @param countsCycles whether each pass is a cycle
     * @param endsAtOnce whether {@code until} is judged before each step of the body as well, so that the loop ends as a
     *     whole; what is left of the body is not done
     * @param body the operations
     */
    record Repeat(
            String path,
            String label,
            int times,
            Optional<Condition> until,
            boolean countsCycles,
            boolean endsAtOnce,
            List<Op> body)
            implements Op {
        /** Takes an immutable copy. */
        public Repeat {
            body = List.copyOf(body);
        }

        /** A loop whose condition is judged after each pass alone. */
        public Repeat(
                String path, String label, int times, Optional<Condition> until, boolean countsCycles, List<Op> body) {
            this(path, label, times, until, countsCycles, false, body);
        }
    }

    /** Takes one of two ways, judged by the last reading and the cycles so far. */
    record Choose(String path, String label, Condition test, List<Op> then, List<Op> otherwise) implements Op {
        /** Takes immutable copies. */
        public Choose {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Writes a line into the run's events. */
    record Note(String path, String label) implements Op {}

    /**
     * The potential at which a spectrum is measured.
     *
     * @param volts cell voltage
     * @param maxAmps magnitude the current is held to
     * @param guard what the instrument enforces by itself, long enough for the whole measurement
     * @param bounds limits of the step that holds it, judged in addition to the program's
     */
    record Hold(double volts, double maxAmps, Guard guard, List<Bound> bounds) {
        /** Takes an immutable copy. */
        public Hold {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * An interruption at intervals of the interrupted step's own time.
     *
     * @param intervalNanos time between interruptions
     * @param body the operations
     */
    record Every(long intervalNanos, List<Op> body) {
        /** Takes an immutable copy. */
        public Every {
            body = List.copyOf(body);
        }
    }
}
