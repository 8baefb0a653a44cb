package cellwright.protocol.compile;

import cellwright.protocol.program.Op;
import java.util.List;

/**
 * How long a program may take.
 *
 * @param longestSeconds sum of the longest times of all passes; a loop without a number of passes counts once
 * @param unbounded whether such a loop is among them, so that the true bound is not known
 */
public record TimeBounds(double longestSeconds, boolean unbounded) {
    private static final TimeBounds NOTHING = new TimeBounds(0, false);
    private static final double NANOS = 1e9;

    /** The bounds of operations one after the other. */
    public static TimeBounds of(List<Op> ops) {
        TimeBounds sum = NOTHING;
        for (Op op : ops) {
            sum = sum.and(of(op));
        }
        return sum;
    }

    private static TimeBounds of(Op op) {
        return switch (op) {
            case Op.Drive drive -> drive(drive);
            case Op.Settle settle -> seconds(settle.atMostNanos());
            case Op.Measure measure -> seconds(measure.atMostNanos());
            case Op.Repeat loop ->
                loop.times() == Integer.MAX_VALUE
                        ? of(loop.body()).withoutEnd()
                        : of(loop.body()).times(loop.times());
            case Op.Choose choose -> of(choose.then()).or(of(choose.otherwise()));
            case Op.Note note -> NOTHING;
        };
    }

    private static TimeBounds drive(Op.Drive drive) {
        TimeBounds own = seconds(drive.atMostNanos());
        return drive.every()
                .map(every -> own.and(of(every.body()).times(interruptions(drive, every))))
                .orElse(own);
    }

    /** How often a drive is interrupted at most. */
    static long interruptions(Op.Drive drive, Op.Every every) {
        return drive.atMostNanos() / every.intervalNanos();
    }

    private static TimeBounds seconds(long nanos) {
        return new TimeBounds(nanos / NANOS, false);
    }

    private TimeBounds and(TimeBounds next) {
        return new TimeBounds(finite(longestSeconds + next.longestSeconds), unbounded || next.unbounded);
    }

    private TimeBounds or(TimeBounds other) {
        return new TimeBounds(Math.max(longestSeconds, other.longestSeconds), unbounded || other.unbounded);
    }

    private TimeBounds times(long passes) {
        return passes == 0 ? NOTHING : new TimeBounds(finite(longestSeconds * passes), unbounded);
    }

    private TimeBounds withoutEnd() {
        return new TimeBounds(longestSeconds, true);
    }

    private static double finite(double seconds) {
        return Math.min(seconds, Double.MAX_VALUE);
    }
}
