package cellwright.simulator.cell;

import java.util.Arrays;

/**
 * A monotone piecewise cubic through given points with a continuous first derivative (Fritsch and Butland, SIAM J. Sci.
 * Stat. Comput. 5 (1984) 300): no overshoot between points, and one slope that time steps and impedance can share.
 * Beyond its ends it goes on as a straight line. Immutable, any thread.
 */
public final class Pchip {
    /** Points that make no curve. */
    public static final class NoCurveException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoCurveException(String message) {
            super(message);
        }
    }

    private static final int PARTS = 128;

    private final double[] at;
    private final double[] value;
    private final double[] slope;
    /** About where to look: of so many equal parts of the table, the interval in which each begins. */
    private final int[] about = new int[PARTS + 1];

    private final double partsPerPlace;

    private Pchip(double[] at, double[] value) {
        this.at = at;
        this.value = value;
        this.slope = slopes(at, value);
        this.partsPerPlace = PARTS / (high() - low());
        for (int part = 0; part <= PARTS; part++) {
            about[part] = interval(low() + part / partsPerPlace, 0);
        }
    }

    /**
     * A curve from text such as {@code "1.0:2.30 .99:3.00"}: points {@code at:value} in any order.
     *
     * @throws NumberFormatException if a pair is not two numbers
     * @throws NoCurveException if there are fewer than three points or two at the same place
     */
    public static Pchip of(String points) {
        double[][] pairs = Arrays.stream(points.strip().split("\\s+"))
                .map(Pchip::pair)
                .sorted((a, b) -> Double.compare(a[0], b[0]))
                .toArray(double[][]::new);
        double[] at = Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray();
        double[] value = Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray();
        if (at.length < 3 || Arrays.stream(at).distinct().count() < at.length) {
            throw new NoCurveException("a curve needs three points or more, each at a place of its own");
        }
        return new Pchip(at, value);
    }

    private static double[] pair(String text) {
        int colon = text.indexOf(':');
        double at = Double.parseDouble(text.substring(0, Math.max(0, colon)));
        double value = Double.parseDouble(text.substring(colon + 1));
        if (!Double.isFinite(at) || !Double.isFinite(value)) {
            throw new NumberFormatException("not finite: " + text);
        }
        return new double[] {at, value};
    }

    /** Whether every point lies below the one to its left. */
    public boolean falls() {
        for (int i = 1; i < value.length; i++) {
            if (!(value[i] < value[i - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Left end of the table. */
    public double low() {
        return at[0];
    }

    /** Right end of the table. */
    public double high() {
        return at[at.length - 1];
    }

    /** The curve's value. */
    public double value(double x) {
        int last = at.length - 1;
        if (x <= at[0]) {
            return value[0] + slope[0] * (x - at[0]);
        }
        if (x >= at[last]) {
            return value[last] + slope[last] * (x - at[last]);
        }
        int i = interval(x);
        double h = at[i + 1] - at[i];
        double s = (x - at[i]) / h;
        double rise = value[i + 1] - value[i];
        double bend = h * slope[i] - rise;
        double twist = rise - h * slope[i + 1];
        return value[i] + s * (rise + (1 - s) * (bend * (1 - s) + twist * s));
    }

    /** The curve's slope: the derivative of {@link #value}. */
    public double slope(double x) {
        int last = at.length - 1;
        if (x <= at[0]) {
            return slope[0];
        }
        if (x >= at[last]) {
            return slope[last];
        }
        int i = interval(x);
        double h = at[i + 1] - at[i];
        double s = (x - at[i]) / h;
        double chord = (value[i + 1] - value[i]) / h;
        return chord + (1 - s) * (1 - 3 * s) * (slope[i] - chord) + s * (3 * s - 2) * (slope[i + 1] - chord);
    }

    private int interval(double x) {
        return interval(x, about[(int) ((x - at[0]) * partsPerPlace)]);
    }

    /** The last interval that does not begin beyond a place, looked for from a guess. */
    private int interval(double x, int guess) {
        int i = guess;
        while (i > 0 && at[i] > x) {
            i--;
        }
        while (i < at.length - 2 && at[i + 1] <= x) {
            i++;
        }
        return i;
    }

    private static double[] slopes(double[] at, double[] value) {
        int n = at.length;
        double[] slope = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double h0 = at[i] - at[i - 1];
            double h1 = at[i + 1] - at[i];
            double d0 = (value[i] - value[i - 1]) / h0;
            double d1 = (value[i + 1] - value[i]) / h1;
            slope[i] = d0 * d1 <= 0 ? 0 : 3 * (h0 + h1) / ((2 * h1 + h0) / d0 + (h1 + 2 * h0) / d1);
        }
        slope[0] = endSlope(at[1] - at[0], at[2] - at[1], value[1] - value[0], value[2] - value[1]);
        slope[n - 1] = endSlope(
                at[n - 1] - at[n - 2], at[n - 2] - at[n - 3], value[n - 1] - value[n - 2], value[n - 2] - value[n - 3]);
        return slope;
    }

    /** Three-point slope at an end, limited so that the curve stays monotone. */
    private static double endSlope(double h0, double h1, double rise0, double rise1) {
        double d0 = rise0 / h0;
        double d1 = rise1 / h1;
        double slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
        if (slope * d0 <= 0) {
            return 0;
        }
        return d0 * d1 <= 0 && Math.abs(slope) > 3 * Math.abs(d0) ? 3 * d0 : slope;
    }
}
