package cellwright.analysis;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A number that was estimated from data, and how well it is known. The unit is that of the quantity it is the value of.
 *
 * @param value the best estimate
 * @param standardUncertainty one standard deviation, 0 or more; NaN if the data do not tell
 * @param degreesOfFreedom of the scatter that the uncertainty was derived from; infinite if it was known beforehand, 0 if
 *     there is none
 */
public record Estimate(double value, double standardUncertainty, double degreesOfFreedom) {
    private static final double TAIL = 0.975;
    private static final double NORMAL_975 = 1.959963984540054;

    /** A value whose uncertainty the data do not tell. */
    public static Estimate unqualified(double value) {
        return new Estimate(value, Double.NaN, 0);
    }

    /** Half the width of the 95 % confidence interval, by Student's t; NaN if the data do not tell. */
    public double halfWidth95() {
        if (!(degreesOfFreedom > 0)) {
            return Double.NaN;
        }
        return studentT975(degreesOfFreedom) * standardUncertainty;
    }

    /** Lower end of the 95 % confidence interval. */
    public double low95() {
        return value - halfWidth95();
    }

    /** Upper end of the 95 % confidence interval. */
    public double high95() {
        return value + halfWidth95();
    }

    /** Standard uncertainty over the magnitude of the value; NaN if either does not tell. */
    public double relativeUncertainty() {
        return value == 0 ? Double.NaN : standardUncertainty / Math.abs(value);
    }

    /** The same quantity in another unit. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, standardUncertainty * Math.abs(factor), degreesOfFreedom);
    }

    private static double studentT975(double degrees) {
        return Double.isInfinite(degrees) ? NORMAL_975 : new TDistribution(degrees).inverseCumulativeProbability(TAIL);
    }
}
