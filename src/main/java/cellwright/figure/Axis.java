package cellwright.figure;

/**
 * One axis of a chart.
 *
 * @param label what it shows and in which unit, as {@code capacity / mAh/g}
 * @param scale how values are spread
 * @param low where it begins; NaN to begin where the data do
 * @param high where it ends; NaN to end where the data do
 */
public record Axis(String label, Scale scale, double low, double high) {
    /** How values are spread along an axis. */
    public enum Scale {
        /** Equal differences take equal lengths. */
        LINEAR,
        /** Equal ratios take equal lengths; values of 0 or less are left out. */
        LOG
    }

    /** A linear axis as long as the data. */
    public static Axis linear(String label) {
        return new Axis(label, Scale.LINEAR, Double.NaN, Double.NaN);
    }

    /** A logarithmic axis as long as the data. */
    public static Axis log(String label) {
        return new Axis(label, Scale.LOG, Double.NaN, Double.NaN);
    }

    /** The same axis between two values; NaN leaves an end to the data. */
    public Axis between(double from, double to) {
        return new Axis(label, scale, from, to);
    }

    /** Whether the axis has a place for a value. */
    boolean takes(double value) {
        return Double.isFinite(value) && (scale == Scale.LINEAR || value > 0);
    }

    /** The value on a ruler that is even along the axis. */
    double even(double value) {
        return switch (scale) {
            case LINEAR -> value;
            case LOG -> Math.log10(value);
        };
    }
}
