package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The limits, judged before anything else on every reading. A value that is missing, bad or not a number is outside every
 * window that needs it.
 */
final class LimitCheck {
    private static final double GRAVE_VOLTS = 0.1;
    private static final int OBEY_TRIPS = 2;
    private static final int OBEY_OF = 3;

    private LimitCheck() {}

    /**
     * Judges a reading; returns why the run must go to rest, if it must, and keeps count of doubts in the turn. Where a reading
     * is seen beyond a limit of the run and beyond the cell's envelope as well, the envelope is the reason, which is latched; a
     * value that is missing is beyond nothing that could be told.
     */
    static Optional<Cause> judge(Turn turn, Reading reading) {
        List<Bound> program = turn.run.program().bounds();
        List<Bound> step = stepBounds(turn.leaf.op());
        int count = program.size() + step.size() + 1;
        boolean doubted = turn.doubts.any();
        Optional<Cause> found = Optional.empty();
        int[] histories = doubted ? new int[count] : EMPTY;
        for (int i = 0; i < count - 1; i++) {
            Bound bound = i < program.size() ? program.get(i) : step.get(i - program.size());
            boolean bad = applies(bound, turn.leaf, reading)
                    && !bound.allows(reading.value(bound.subject().signal()));
            if (!bad && !doubted) {
                continue;
            }
            histories = histories.length == 0 ? new int[count] : histories;
            boolean atOnce = turn.leaf.isPrelude() || isGrave(bound, reading);
            int of = atOnce ? 1 : bound.debounce().of();
            int trips = atOnce ? 1 : bound.debounce().trips();
            histories[i] = shifted(turn.doubts.history(i), bad, of);
            if (Integer.bitCount(histories[i]) >= trips && (found.isEmpty() || isBeyondTheCell(bound, reading))) {
                found = Optional.of(violation(bound, reading, histories[i], of));
            }
        }
        if (found.isPresent()) {
            return found;
        }
        return judgeObedience(turn, reading, histories, count);
    }

    /** Windows that settle steps are exempt from, judged again before anything is energised; no debounce. */
    static Optional<Cause> judgeBeforeEnergising(Turn turn, List<Bound> ofStep) {
        if (turn.last.isEmpty()) {
            return Optional.of(
                    new Cause(Cause.Kind.FAILURE, "the cell has not been read; nothing is energised unseen"));
        }
        Reading reading = turn.last.get();
        for (Bound bound : turn.run.program().bounds()) {
            if (bound.notWhileSettling()
                    && !bound.allows(reading.value(bound.subject().signal()))) {
                return Optional.of(violation(bound, reading, 1, 1));
            }
        }
        for (Bound bound : ofStep) {
            if (bound.notWhileSettling()
                    && !bound.allows(reading.value(bound.subject().signal()))) {
                return Optional.of(violation(bound, reading, 1, 1));
            }
        }
        return Optional.empty();
    }

    /** Whether the current of a reading is below the threshold of rest; false if it is not known. */
    static boolean atRest(Run run, Reading reading) {
        return Math.abs(reading.value(Signal.CURRENT)) <= run.program().restAmps();
    }

    static List<Bound> stepBounds(Op op) {
        return switch (op) {
            case Op.Drive drive -> drive.bounds();
            case Op.Measure measure -> measure.hold().map(Op.Hold::bounds).orElse(List.of());
            case Op.Settle ignored -> List.of();
            case Op.Repeat ignored -> List.of();
            case Op.Choose ignored -> List.of();
            case Op.Note ignored -> List.of();
        };
    }

    private static boolean isBeyondTheCell(Bound bound, Reading reading) {
        double value = reading.value(bound.subject().signal());
        return bound.net() == Bound.Net.CELL && !Double.isNaN(value);
    }

    private static final int[] EMPTY = new int[0];

    /** A cell that is over its own highest voltage by a tenth of a volt is not given a second reading. */
    private static boolean isGrave(Bound bound, Reading reading) {
        return bound.net() == Bound.Net.CELL
                && bound.subject() == Subject.VOLTAGE
                && reading.value(Signal.VOLTAGE) > bound.high() + GRAVE_VOLTS;
    }

    /** Whether the cell gets what was ordered: the last thing judged, and counted like a limit. */
    private static Optional<Cause> judgeObedience(Turn turn, Reading reading, int[] histories, int count) {
        boolean bad = !turn.leaf.fresh() && disobeys(turn, reading);
        if (bad || turn.doubts.any()) {
            int[] all = histories.length == 0 ? new int[count] : histories;
            all[count - 1] = shifted(turn.doubts.history(count - 1), bad, OBEY_OF);
            if (Integer.bitCount(all[count - 1]) >= OBEY_TRIPS) {
                return Optional.of(disobedience(turn, reading));
            }
            histories = all;
        }
        setDoubts(turn, Doubts.of(histories));
        return Optional.empty();
    }

    private static void setDoubts(Turn turn, Doubts doubts) {
        turn.replan |= doubts.any() != turn.doubts.any();
        turn.doubts = doubts;
    }

    /** Open circuit and a current, or a current ordered and acknowledged that does not flow or flows backwards. */
    private static boolean disobeys(Turn turn, Reading reading) {
        if (isOpen(turn.leaf)) {
            return !atRest(turn.run, reading);
        }
        double ordered = orderedAmps(turn, reading);
        double rest = turn.run.program().restAmps();
        if (turn.leaf.awaited() != 0 || !(Math.abs(ordered) > 2 * rest)) {
            return false;
        }
        return !(reading.value(Signal.CURRENT) * Math.signum(ordered) > rest);
    }

    private static double orderedAmps(Turn turn, Reading reading) {
        if (!(turn.leaf.op() instanceof Op.Drive drive)) {
            return 0;
        }
        return switch (drive.target()) {
            case Target.Open ignored -> 0;
            case Target.Amps current -> current.amps();
            case Target.MeasuredRate rate -> Starter.amps(turn.ledger, rate);
            case Target.Volts ignored -> 0;
            case Target.Watts power -> power.watts() / reading.value(Signal.VOLTAGE);
        };
    }

    private static Cause disobedience(Turn turn, Reading reading) {
        double amps = reading.value(Signal.CURRENT);
        String message = isOpen(turn.leaf)
                ? "current %.4g A flows although open circuit was ordered; check the output relay and the wiring"
                : "current is %.4g A, not what was ordered; the instrument may have switched off by itself";
        return new Cause(Cause.Kind.FAILURE, String.format(Locale.ROOT, message, amps));
    }

    private static boolean isOpen(Leaf leaf) {
        return switch (leaf.op()) {
            case Op.Drive drive -> drive.target() instanceof Target.Open;
            case Op.Settle ignored -> true;
            case Op.Measure measure -> measure.hold().isEmpty() && !leaf.measuring();
            case Op.Repeat ignored -> false;
            case Op.Choose ignored -> false;
            case Op.Note ignored -> false;
        };
    }

    /** While the analyser has the cell, readings of the other instruments are judged by what they are of. */
    private static boolean applies(Bound bound, Leaf leaf, Reading reading) {
        Signal signal = bound.subject().signal();
        boolean ofCell = signal.equals(Signal.VOLTAGE) || signal.equals(Signal.CURRENT);
        if (leaf.measuring() && ofCell && !Spectroscopy.mentions(reading, signal)) {
            return false;
        }
        return !(bound.notWhileSettling() && leaf.op() instanceof Op.Settle);
    }

    /** A voltage that would be allowed with the other sign has most likely got it from the leads. */
    private static String mirrored(Bound bound, double value) {
        return bound.subject() == Subject.VOLTAGE && bound.low() >= 0 && bound.allows(-value)
                ? "; with the other sign it would be inside: check whether the sense leads are swapped"
                : "";
    }

    private static int shifted(int history, boolean bad, int of) {
        int mask = of == 32 ? -1 : (1 << of) - 1;
        return ((history << 1) | (bad ? 1 : 0)) & mask;
    }

    private static Cause violation(Bound bound, Reading reading, int history, int of) {
        Signal signal = bound.subject().signal();
        double value = reading.value(signal);
        String found = Double.isNaN(value)
                ? "has no usable value"
                : String.format(Locale.ROOT, "is %.6g %s", value, signal.unit().symbol());
        String message = String.format(
                        Locale.ROOT,
                        "%s %s, outside the window %.6g..%.6g %s of %s on %d of %d readings",
                        signal.name(),
                        found,
                        bound.low(),
                        bound.high(),
                        signal.unit().symbol(),
                        bound.path(),
                        Integer.bitCount(history),
                        of)
                + mirrored(bound, value);
        return new Cause(
                switch (bound.net()) {
                    case RUN -> Cause.Kind.LIMIT;
                    case CELL -> Cause.Kind.ENVELOPE;
                },
                message);
    }
}
