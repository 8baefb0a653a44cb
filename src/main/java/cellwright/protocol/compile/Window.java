package cellwright.protocol.compile;

/**
 * A closed interval of allowed values; an end that is not limited is infinite.
 *
 * @param low smallest value
 * @param high largest value
 */
record Window(double low, double high) {
    /** No limit at all. */
    static final Window ALL = new Window(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double RELATIVE = 1e-9;

    /** What both allow; may be empty. */
    Window and(Window other) {
        return new Window(Math.max(low, other.low), Math.min(high, other.high));
    }

    boolean isEmpty() {
        return !(low < high);
    }

    /** Whether a value lies inside, rounding errors forgiven. */
    boolean contains(double value) {
        return !below(value) && !above(value);
    }

    /** Whether a value lies under the low end by more than a rounding error. */
    boolean below(double value) {
        return value < low - slack(low);
    }

    /** Whether a value lies over the high end by more than a rounding error. */
    boolean above(double value) {
        return value > high + slack(high);
    }

    /** The largest magnitude inside. */
    double magnitude() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    private static double slack(double end) {
        return Double.isInfinite(end) ? 0 : Math.abs(end) * RELATIVE;
    }
}
