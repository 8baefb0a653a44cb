package cellwright.simulator.instrument;

/**
 * A quantity that follows its set-point with a first-order lag, while the set-point itself moves on a ramp. In closed
 * form over time, so no step size can change it; monotone. Immutable, any thread.
 */
public final class Approach {
    private final long sinceNanos;
    private final double from;
    private final double to;
    private final double perSecond;
    private final double lagSeconds;
    private final double rampSeconds;
    private final double deviation;
    private final double settledSeconds;

    /**
     * An approach.
     *
     * @param sinceNanos when it begins
     * @param from value then
     * @param to target
     * @param perSecond largest rate of the set-point, above 0, may be infinite
     * @param lagSeconds time constant, above 0
     * @param close deviation below which the target counts as reached, above 0
     */
    public Approach(long sinceNanos, double from, double to, double perSecond, double lagSeconds, double close) {
        this.sinceNanos = sinceNanos;
        this.from = from;
        this.to = to;
        this.perSecond = Math.copySign(perSecond, to - from);
        this.lagSeconds = lagSeconds;
        this.rampSeconds = from == to ? 0 : Math.abs(to - from) / perSecond;
        this.deviation = rampSeconds > 0 ? onRamp(rampSeconds) - to : from - to;
        this.settledSeconds = rampSeconds + lagSeconds * Math.max(0, Math.log(Math.abs(deviation) / close));
    }

    /** A value that is where it should be. */
    public static Approach resting(long sinceNanos, double value) {
        return new Approach(sinceNanos, value, value, Double.POSITIVE_INFINITY, 1, 1);
    }

    /** The value at an instant; its beginning before it began. */
    public double at(long nanos) {
        double seconds = Math.max(0, (nanos - sinceNanos) * 1e-9);
        if (seconds >= settledSeconds) {
            return to;
        }
        return seconds < rampSeconds
                ? onRamp(seconds)
                : to + deviation * Math.exp((rampSeconds - seconds) / lagSeconds);
    }

    private double onRamp(double seconds) {
        return from + perSecond * (seconds + lagSeconds * Math.expm1(-seconds / lagSeconds));
    }
}
