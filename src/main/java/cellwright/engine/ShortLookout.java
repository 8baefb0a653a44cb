package cellwright.engine;

import cellwright.engine.shorts.ShortAlarm;
import cellwright.engine.shorts.ShortDetector;
import cellwright.engine.shorts.ShortWatch;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Watch;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lookout for a soft short, kept by runs whose program asks for one: what the rule remembers, and how closely the cell is
 * looked at for its sake.
 *
 * <p>The rule needs a reading every few seconds, but only where something moves. A quiet cell is seen twice a minute and
 * watched for a voltage that leaves its place; once it does, and at the beginning of each step, when the rule learns how noisy
 * the voltage is, it is seen every five seconds for as long as the rule looks back. An instrument that cannot foresee is read
 * far more often anyway.
 *
 * @param memory what the rule remembers
 * @param anchorVolts the voltage it is watched from; NaN if there is none
 * @param close whether the cell is looked at closely
 * @param closeUntilNanos until when
 */
public record ShortLookout(ShortWatch memory, double anchorVolts, boolean close, long closeUntilNanos) {
    /** Half the rule's window, so that there is always something to compare with. */
    private static final long QUIET_NANOS = 30 * Nanos.PER_SECOND;
    /** A dozen readings in a window: the noise needs ten. */
    private static final long CLOSE_NANOS = 5 * Nanos.PER_SECOND;
    /** The rule settles for 10 s, looks back for 60 s, and has 5 s to spare. */
    private static final long CLOSE_FOR_NANOS = 75 * Nanos.PER_SECOND;
    /** A fifteenth of the fall that makes a short, and twice the least noise that makes one. */
    private static final double MOVED = 0.02;

    /** The lookout of a program; empty if it does not ask for shorts. */
    static Optional<ShortLookout> of(Program program) {
        if (!isAskedBy(program.ops())) {
            return Optional.empty();
        }
        ShortWatch memory = ShortDetector.USUAL.restingBelow(program.restAmps()).begin();
        return Optional.of(new ShortLookout(memory, Double.NaN, false, Long.MIN_VALUE));
    }

    /** The short, once there was one. */
    public Optional<ShortAlarm> alarm() {
        return memory.alarm();
    }

    /** Takes a reading in, before it is counted: at a constant current alone can a short be told. */
    static void see(Turn turn, Reading reading) {
        if (turn.ledger.lookout().isPresent() && judges(turn.leaf)) {
            ShortLookout before = turn.ledger.lookout().get();
            settle(turn, before, before.after(turn, reading));
        }
    }

    /** Takes a spectrum in: its real part at the lowest frequency that can be trusted. */
    static void see(Turn turn, Spectrum spectrum) {
        Optional<Spectrum.Point> lowest = spectrum.points().stream()
                .filter(point -> point.quality() == Quality.GOOD)
                .min(Comparator.comparingDouble(Spectrum.Point::hertz));
        if (turn.ledger.lookout().isPresent() && lowest.isPresent()) {
            ShortLookout before = turn.ledger.lookout().get();
            ShortWatch next = before.memory.spectrum(
                    seconds(turn, spectrum.endNanos()),
                    lowest.get().hertz(),
                    lowest.get().real());
            settle(turn, before, before.with(next));
        }
    }

    /** Where the voltage has moved so far from its place that the cell must be looked at; empty where nothing is judged. */
    Optional<Watch> watch(Leaf leaf) {
        double step = MOVED * Math.abs(anchorVolts);
        return alarm().isEmpty() && judges(leaf) && step > 0
                ? Optional.of(new Watch.Change(Signal.VOLTAGE, anchorVolts, step))
                : Optional.empty();
    }

    /** The longest time between readings that the rule allows now. */
    long maxGapNanos(Leaf leaf) {
        if (alarm().isPresent() || !judges(leaf)) {
            return Long.MAX_VALUE;
        }
        return close ? CLOSE_NANOS : QUIET_NANOS;
    }

    private ShortLookout after(Turn turn, Reading reading) {
        boolean fresh = turn.leaf.fresh();
        double volts = reading.value(Signal.VOLTAGE);
        ShortWatch next = (fresh ? memory.anew() : memory)
                .read(seconds(turn, reading.atNanos()), volts, reading.value(Signal.CURRENT));
        boolean moved = fresh || !(Math.abs(volts - anchorVolts) < MOVED * Math.abs(anchorVolts));
        long until = moved ? Nanos.sum(reading.atNanos(), CLOSE_FOR_NANOS) : closeUntilNanos;
        return new ShortLookout(next, moved ? volts : anchorVolts, reading.atNanos() < until, until);
    }

    private ShortLookout with(ShortWatch next) {
        return new ShortLookout(next, anchorVolts, close, closeUntilNanos);
    }

    private static void settle(Turn turn, ShortLookout before, ShortLookout after) {
        turn.ledger = turn.ledger.withLookout(after);
        turn.replan |= before.close != after.close
                || Double.compare(before.anchorVolts, after.anchorVolts) != 0
                || before.alarm().isPresent() != after.alarm().isPresent();
        if (before.alarm().isEmpty()) {
            after.alarm().ifPresent(alarm -> tell(turn, alarm));
        }
    }

    private static void tell(Turn turn, ShortAlarm alarm) {
        String path = turn.leaf.op().path();
        turn.tell(new Effect.ShortSeen(turn.atNanos, turn.leaf.stepCount(), path, alarm));
        String message = path + " (" + turn.leaf.op().label() + "): a soft short was detected, " + alarm.words();
        turn.tell(new Effect.Alarm(turn.atNanos, Effect.Urgency.REMARK, message));
    }

    private static double seconds(Turn turn, long atNanos) {
        return Nanos.toSeconds(atNanos - turn.run.startedNanos());
    }

    private static boolean judges(Leaf leaf) {
        return leaf.op() instanceof Op.Drive drive
                && switch (drive.target()) {
                    case Target.Amps ignored -> true;
                    case Target.MeasuredRate ignored -> true;
                    case Target.Open ignored -> false;
                    case Target.Volts ignored -> false;
                    case Target.Watts ignored -> false;
                };
    }

    private static boolean isAskedBy(List<Op> ops) {
        return ops.stream().anyMatch(ShortLookout::isAskedBy);
    }

    private static boolean isAskedBy(Op op) {
        return switch (op) {
            case Op.Drive drive ->
                isAskedBy(drive.until())
                        || drive.every()
                                .map(Op.Every::body)
                                .filter(ShortLookout::isAskedBy)
                                .isPresent();
            case Op.Repeat repeat -> isAskedBy(repeat.until()) || isAskedBy(repeat.body());
            case Op.Choose choose ->
                Condition.Shorted.isAskedBy(choose.test()) || isAskedBy(choose.then()) || isAskedBy(choose.otherwise());
            case Op.Settle ignored -> false;
            case Op.Measure ignored -> false;
            case Op.Note ignored -> false;
        };
    }

    private static boolean isAskedBy(Optional<Condition> until) {
        return until.filter(Condition.Shorted::isAskedBy).isPresent();
    }
}
