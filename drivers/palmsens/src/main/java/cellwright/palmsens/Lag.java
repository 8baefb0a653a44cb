package cellwright.palmsens;

/**
 * How far a running script's packages come behind the instrument's own clock. A line that is slower than the script keeps
 * them all and hands them over later and later: each looks new when it comes, and the cell is elsewhere by then.
 *
 * <p>Two clocks drift apart, so the least delay seen is forgotten slowly. Mutable, one thread.
 */
final class Lag {
    /** Clocks of instruments and computers part by less. */
    private static final double DRIFT = 2e-4;
    /** Numbers of a package have so many units; a larger one is told in a unit a thousand times as large. */
    private static final double UNITS = 1 << 27;

    private static final double NANOS = 1e9;

    private final long beganNanos;
    private double leastSeconds = Double.POSITIVE_INFINITY;
    private double lastSeconds;

    /** A script that began at a time of the host. */
    Lag(long beganNanos) {
        this.beganNanos = beganNanos;
    }

    /**
     * How much longer a package was under way than the quickest one, s, at least.
     *
     * @param toldSeconds the instrument's clock in the package
     * @param nowNanos when it was fetched
     */
    double seconds(double toldSeconds, long nowNanos) {
        double now = (nowNanos - beganNanos) / NANOS;
        leastSeconds = Math.min(now - toldSeconds, leastSeconds + DRIFT * (now - lastSeconds));
        lastSeconds = now;
        return Math.max(0, now - toldSeconds - leastSeconds - unit(toldSeconds));
    }

    private static double unit(double toldSeconds) {
        double unit = 1e-3;
        while (toldSeconds >= unit * UNITS) {
            unit *= 1e3;
        }
        return unit;
    }
}
