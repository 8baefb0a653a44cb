package cellwright.world.real;

/**
 * How late things were begun after they were due, as counts in steps of an eighth of an octave: a quantile is told at most nine
 * percent too large, in the same few bytes after a year. Mutable, one thread.
 */
final class Lateness {
    private static final int STEPS_PER_OCTAVE = 8;
    /** Below a microsecond nothing is told apart. */
    private static final int FIRST_OCTAVE = 10;

    private final long[] counts = new long[(Long.SIZE - FIRST_OCTAVE) * STEPS_PER_OCTAVE];
    private long all;
    private long worstNanos;

    /** Takes in one. */
    void add(long nanos) {
        worstNanos = Math.max(worstNanos, nanos);
        counts[step(nanos)]++;
        all++;
    }

    private static int step(long nanos) {
        double octaves = Math.log((double) Math.max(1, nanos)) / Math.log(2) - FIRST_OCTAVE;
        return (int) Math.max(0, Math.ceil(octaves * STEPS_PER_OCTAVE));
    }

    long worstNanos() {
        return worstNanos;
    }

    /** So late at most was a share of all, ns; 0 as long as there was none. */
    long quantileNanos(double share) {
        long wanted = (long) Math.ceil(share * all);
        long seen = 0;
        for (int step = 0; step < counts.length && all > 0; step++) {
            seen += counts[step];
            if (seen >= wanted) {
                long upper = Math.round(Math.pow(2, FIRST_OCTAVE + (double) step / STEPS_PER_OCTAVE));
                return Math.min(worstNanos, upper);
            }
        }
        return worstNanos;
    }
}
