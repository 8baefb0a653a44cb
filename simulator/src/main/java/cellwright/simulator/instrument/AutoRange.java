package cellwright.simulator.instrument;

/**
 * The current range in force, and when it changes by itself: after three samples in a row above 95 % or below 8 % of full
 * scale, by one range. Mutable, one thread.
 */
public final class AutoRange {
    private static final int SAMPLES = 3;
    private static final long NEVER = Long.MAX_VALUE;
    private static final double CLOSE = 1e-6;

    private final boolean auto;
    private final long holdOffNanos;
    private int range;
    private long dueNanos = NEVER;
    private long changedNanos = Long.MIN_VALUE;

    /**
     * Begins in a range.
     *
     * @param auto whether it ever leaves it
     * @param range the first one
     * @param sampleNanos time between the instrument's own samples
     */
    public AutoRange(boolean auto, int range, long sampleNanos) {
        this.auto = auto;
        this.range = range;
        this.holdOffNanos = SAMPLES * sampleNanos;
    }

    /** The range in force. */
    public int range() {
        return range;
    }

    /** Takes the range that suits a current at once, before the circuit is closed; a fixed range stays. */
    public void select(double amps) {
        dueNanos = NEVER;
        range = suiting(amps);
    }

    /** The range that suits a current; a fixed range is the only one. */
    public int suiting(double amps) {
        return auto ? Ranges.covering(amps) : range;
    }

    /** When the samples of the hold-off are over; {@link Long#MAX_VALUE} if none is running. */
    public long dueNanos() {
        return dueNanos;
    }

    /** When the range last changed by itself. */
    public long changedNanos() {
        return changedNanos;
    }

    /** How far beyond the nearer threshold a current is, in units of how close that is to be located; negative inside. */
    public double excess(double amps) {
        return dueNanos == NEVER ? beyond(amps) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Takes note of the current at an instant.
     *
     * @return true if the range changed
     */
    public boolean pass(double amps, long nowNanos) {
        if (!(beyond(amps) >= 0)) {
            dueNanos = NEVER;
            return false;
        }
        if (dueNanos == NEVER) {
            dueNanos = nowNanos + holdOffNanos;
            return false;
        }
        if (nowNanos < dueNanos) {
            return false;
        }
        dueNanos = NEVER;
        changedNanos = nowNanos;
        range += Math.abs(amps) > Ranges.UP * Ranges.fullScale(range) ? 1 : -1;
        return true;
    }

    private double beyond(double amps) {
        if (!auto) {
            return Double.NEGATIVE_INFINITY;
        }
        double share = Math.abs(amps) / Ranges.fullScale(range);
        double over = range < Ranges.COUNT - 1 ? share / Ranges.UP - 1 : Double.NEGATIVE_INFINITY;
        double under = range > 0 ? 1 - share / Ranges.DOWN : Double.NEGATIVE_INFINITY;
        return Math.max(over, under) / CLOSE;
    }
}
