package cellwright.analysis;

import java.util.Arrays;

/**
 * A straight line y = intercept + slope x, fitted by weighted least squares, with the covariance of its two
 * coefficients. The units are those of the columns it was fitted to.
 *
 * @param intercept y at x = 0
 * @param slope dy/dx
 * @param varianceIntercept of the intercept
 * @param varianceSlope of the slope
 * @param covariance of the two
 * @param chiSquared weighted sum of squared residuals
 * @param degreesOfFreedom points less two
 * @param rSquared share of the weighted scatter of y that the line explains; NaN if y does not scatter
 * @param points how many were used
 */
public record Line(
        double intercept,
        double slope,
        double varianceIntercept,
        double varianceSlope,
        double covariance,
        double chiSquared,
        int degreesOfFreedom,
        double rSquared,
        int points) {
    /**
     * Fits a line to the pairs that are numbers, all with the same weight; the uncertainty comes from their scatter.
     *
     * @throws IllegalArgumentException if fewer than two pairs are usable, or all have the same x
     */
    public static Line through(double[] x, double[] y) {
        double[] weights = new double[x.length];
        Arrays.fill(weights, 1);
        return fit(x, y, weights, Scatter.FROM_RESIDUALS);
    }

    /**
     * Fits a line to the pairs that are numbers, weighted by 1/u². If they scatter more than their uncertainties explain
     * (chi squared per degree of freedom above 1), the covariance is enlarged by that factor; it is never reduced.
     *
     * @param standardUncertainties of y, positive
     * @throws IllegalArgumentException if fewer than two pairs are usable, or all have the same x
     */
    public static Line weighted(double[] x, double[] y, double[] standardUncertainties) {
        double[] weights = new double[x.length];
        for (int i = 0; i < Math.min(x.length, standardUncertainties.length); i++) {
            weights[i] = 1 / (standardUncertainties[i] * standardUncertainties[i]);
        }
        Refusal.unlessAlike(x, standardUncertainties, "x and its uncertainties");
        return fit(x, y, weights, Scatter.KNOWN_UNLESS_LARGER);
    }

    /** The slope with its uncertainty. */
    public Estimate slopeEstimate() {
        return new Estimate(slope, Math.sqrt(varianceSlope), degreesOfFreedom);
    }

    /** The intercept with its uncertainty. */
    public Estimate interceptEstimate() {
        return new Estimate(intercept, Math.sqrt(varianceIntercept), degreesOfFreedom);
    }

    /** The line's own value at x, with its uncertainty (that of the mean, not of one further observation). */
    public Estimate at(double x) {
        double variance = varianceIntercept + 2 * x * covariance + x * x * varianceSlope;
        return new Estimate(intercept + slope * x, Math.sqrt(Math.max(variance, 0)), degreesOfFreedom);
    }

    private enum Scatter {
        FROM_RESIDUALS,
        KNOWN_UNLESS_LARGER
    }

    private static Line fit(double[] x, double[] y, double[] weights, Scatter scatter) {
        Refusal.unlessAlike(x, y, "x and y");
        Sums sums = new Sums();
        for (int i = 0; i < x.length; i++) {
            sums.add(x[i], y[i], weights[i]);
        }
        Refusal.ifFewer(sums.count, 2, "points");
        double centreX = sums.wx / sums.w;
        double centreY = sums.wy / sums.w;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < x.length; i++) {
            if (Sums.usable(x[i], y[i], weights[i])) {
                double dx = x[i] - centreX;
                double dy = y[i] - centreY;
                sxx += weights[i] * dx * dx;
                sxy += weights[i] * dx * dy;
                syy += weights[i] * dy * dy;
            }
        }
        if (!(sxx > 0)) {
            throw new IllegalArgumentException("all points have the same x = " + centreX + "; no line can be fitted");
        }
        double slope = sxy / sxx;
        double chiSquared = Math.max(syy - slope * sxy, 0);
        double scale = scale(chiSquared, sums.count - 2, scatter);
        double varianceSlope = scale / sxx;
        return new Line(
                centreY - slope * centreX,
                slope,
                scale / sums.w + centreX * centreX * varianceSlope,
                varianceSlope,
                -centreX * varianceSlope,
                chiSquared,
                sums.count - 2,
                syy > 0 ? 1 - chiSquared / syy : Double.NaN,
                sums.count);
    }

    private static double scale(double chiSquared, int degrees, Scatter scatter) {
        double reduced = degrees > 0 ? chiSquared / degrees : Double.NaN;
        return switch (scatter) {
            case FROM_RESIDUALS -> reduced;
            case KNOWN_UNLESS_LARGER -> reduced > 1 ? reduced : 1;
        };
    }

    private static final class Sums {
        private double w;
        private double wx;
        private double wy;
        private int count;

        static boolean usable(double x, double y, double weight) {
            return Double.isFinite(x) && Double.isFinite(y) && weight > 0 && Double.isFinite(weight);
        }

        void add(double x, double y, double weight) {
            if (usable(x, y, weight)) {
                w += weight;
                wx += weight * x;
                wy += weight * y;
                count++;
            }
        }
    }
}
