package cellwright.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis laid on the picture.
 *
 * @param axis what it shows
 * @param low value at its beginning
 * @param high value at its end
 * @param from pixel of its beginning
 * @param to pixel of its end
 */
record Ruler(Axis axis, double low, double high, double from, double to) {
    private static final double LITTLE = 0.03;
    private static final double NEAR_ZERO = 0.15;

    /** An upright axis as long as it says, or from the mark below the values on it to the mark above. */
    static Ruler upright(Axis axis, DoubleStream values, int ticks, double from, double to) {
        double[] range = range(axis, values);
        double[] ends = axis.scale() == Axis.Scale.LINEAR ? Ticks.around(range[0], range[1], ticks) : range;
        return laid(axis, ends, from, to);
    }

    /** An axis along the chart as long as it says, or little longer than the values on it; from 0 if that is near. */
    static Ruler along(Axis axis, DoubleStream values, double from, double to) {
        double[] range = range(axis, values);
        double span = range[1] - range[0];
        boolean fromZero = range[0] >= 0 && range[0] < NEAR_ZERO * span;
        double[] ends = axis.scale() == Axis.Scale.LOG
                ? range
                : new double[] {fromZero ? 0 : range[0] - LITTLE * span, range[1] + LITTLE * span};
        return laid(axis, ends, from, to);
    }

    private static Ruler laid(Axis axis, double[] ends, double from, double to) {
        double low = Double.isNaN(axis.low()) ? ends[0] : axis.low();
        double high = Double.isNaN(axis.high()) ? ends[1] : axis.high();
        return new Ruler(axis, low, high, from, to);
    }

    private static double[] range(Axis axis, DoubleStream values) {
        var range = values.filter(axis::takes).summaryStatistics();
        double least = Double.isNaN(axis.low()) ? range.getMin() : axis.low();
        double most = Double.isNaN(axis.high()) ? range.getMax() : axis.high();
        if (!(least <= most) || Double.isInfinite(least) || Double.isInfinite(most)) {
            least = axis.scale() == Axis.Scale.LOG ? 1 : 0;
            most = least + 1;
        }
        return widened(axis, least, most);
    }

    /** A little more than the data, and something even of a single value. */
    private static double[] widened(Axis axis, double least, double most) {
        boolean point = most - least <= 1e-12 * Math.abs(most);
        return switch (axis.scale()) {
            case LINEAR -> {
                double more = point ? Math.max(Math.abs(most) * LITTLE, 1e-12) : 0;
                yield new double[] {least - more, most + more};
            }
            case LOG -> {
                double factor = point ? 2 : Math.pow(most / least, LITTLE);
                yield new double[] {least / factor, most * factor};
            }
        };
    }

    double pixel(double value) {
        double begin = axis.even(low);
        return from + (axis.even(value) - begin) / (axis.even(high) - begin) * (to - from);
    }

    /** Like {@link #pixel}, with what lies beyond an end put there. */
    double within(double value) {
        return pixel(Math.max(low, Math.min(high, value)));
    }

    List<Ticks.Tick> ticks(int most) {
        return switch (axis.scale()) {
            case LINEAR -> Ticks.linear(low, high, most);
            case LOG -> Ticks.log(low, high, most);
        };
    }

    double unitsPerPixel() {
        return (high - low) / Math.abs(to - from);
    }

    /** The same length of picture for more of the axis. */
    Ruler showing(double units) {
        return new Ruler(axis, low, low + units * Math.abs(to - from), from, to);
    }
}
