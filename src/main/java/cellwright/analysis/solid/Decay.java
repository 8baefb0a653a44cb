package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * A current that decays to a final value.
 *
 * @param law how it decays
 * @param finalAmps the final value; its uncertainty is NaN if the time constant cannot be told from the readings
 * @param timeConstantSeconds NaN without one
 * @param akaike Akaike's criterion with the correction for few data
 */
record Decay(HoldCurrent.Law law, Estimate finalAmps, double timeConstantSeconds, double akaike) {
    private static final int GRID = 60;
    private static final int SECTIONS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double FASTEST = 0.01;
    private static final double SLOWEST = 10;

    /** I0 + B/sqrt(t), a straight line in 1/sqrt(t). */
    static Decay diffusive(Hold.Readings readings) {
        double[] x = new double[readings.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 / Math.sqrt(readings.seconds(i));
        }
        Line line = Line.through(x, readings.ampsColumn());
        return new Decay(
                HoldCurrent.Law.DIFFUSIVE,
                line.interceptEstimate(),
                Double.NaN,
                akaike(line.chiSquared(), x.length, 2));
    }

    /** I0 + A exp(-t/tau): a straight line in exp(-t/tau) for each tau, the best of which is sought by golden sections. */
    static Decay exponential(Hold.Readings readings) {
        double duration = readings.last() - readings.seconds(0);
        double step = Math.log(SLOWEST / FASTEST) / (GRID - 1);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double rest =
                    line(readings, duration * FASTEST * Math.exp(i * step)).chiSquared();
            best = rest < least ? i : best;
            least = Math.min(rest, least);
        }
        double middle = Math.log(duration * FASTEST) + best * step;
        double tau = Math.exp(section(readings, middle - step, middle + step));
        Line line = line(readings, tau);
        return new Decay(
                HoldCurrent.Law.EXPONENTIAL,
                finalAmps(readings, line, tau),
                tau,
                akaike(line.chiSquared(), readings.size(), 3));
    }

    private static double section(Hold.Readings readings, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < SECTIONS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (line(readings, Math.exp(left)).chiSquared()
                    < line(readings, Math.exp(right)).chiSquared()) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    private static Line line(Hold.Readings readings, double tau) {
        double[] x = new double[readings.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.exp(-(readings.seconds(i) - readings.seconds(0)) / tau);
        }
        return Line.through(x, readings.ampsColumn());
    }

    /** The final value with the uncertainty that the unknown time constant adds. */
    private static Estimate finalAmps(Hold.Readings readings, Line line, double tau) {
        RealMatrix jacobian = new Array2DRowRealMatrix(readings.size(), 3);
        for (int i = 0; i < readings.size(); i++) {
            double turns = (readings.seconds(i) - readings.seconds(0)) / tau;
            jacobian.setRow(i, new double[] {1, Math.exp(-turns), turns * Math.exp(-turns)});
        }
        int degrees = readings.size() - 3;
        double variance =
                new SingularValueDecomposition(jacobian).getCovariance(0).getEntry(0, 0) * line.chiSquared() / degrees;
        return new Estimate(line.intercept(), Math.sqrt(variance), degrees);
    }

    private static double akaike(double rest, int points, int coefficients) {
        int fitted = coefficients + 1;
        double correction = 2.0 * fitted * (fitted + 1) / Math.max(points - fitted - 1, 1);
        return points * Math.log(Math.max(rest, Double.MIN_NORMAL) / points) + 2 * fitted + correction;
    }
}
