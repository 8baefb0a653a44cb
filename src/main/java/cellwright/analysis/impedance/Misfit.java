package cellwright.analysis.impedance;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * How far a circuit is from the data, as a function of those coordinates that are free; the others stay where they are. It
 * remembers the best coordinates it was asked for, so that a fit that is aborted has not been in vain. Not for sharing.
 */
final class Misfit implements MultivariateJacobianFunction {
    private static final double FARTHEST = 300;
    private static final double HOPELESS = 1e10;

    private final Circuit circuit;
    private final Impedances data;
    private final double[] realWeights;
    private final double[] imaginaryWeights;
    private final double[] coordinates;
    private final int[] free;
    private double[] best;
    private double bestChiSquared = Double.POSITIVE_INFINITY;

    Misfit(Circuit circuit, Impedances data, Weighting weighting, double[] coordinates, int[] free) {
        this.circuit = circuit;
        this.data = data;
        this.coordinates = coordinates.clone();
        this.best = coordinates.clone();
        this.free = free;
        realWeights = new double[data.size()];
        imaginaryWeights = new double[data.size()];
        for (int i = 0; i < data.size(); i++) {
            realWeights[i] = weighting.real(data.ohm(i));
            imaginaryWeights[i] = weighting.imaginary(data.ohm(i));
        }
    }

    /** The best coordinates of all parameters so far. */
    double[] best() {
        return best.clone();
    }

    /** Weighted sum of squares at the best coordinates; infinite before the first look. */
    double bestChiSquared() {
        return bestChiSquared;
    }

    /** Weighted sum of squares at coordinates of all parameters. */
    double chiSquared(double[] all) {
        double[] values = values(circuit, all);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            Phasor rest = circuit.root().ohm(data.omega(i), values).minus(data.ohm(i));
            double real = rest.real() * realWeights[i];
            double imaginary = rest.imaginary() * imaginaryWeights[i];
            sum += real * real + imaginary * imaginary;
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** The coordinates of the free parameters, as they are. */
    double[] start() {
        double[] start = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            start[i] = coordinates[free[i]];
        }
        return start;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector point) {
        double[] all = coordinates.clone();
        for (int i = 0; i < free.length; i++) {
            all[free[i]] = Math.max(-FARTHEST, Math.min(FARTHEST, point.getEntry(i)));
        }
        double[] residuals = new double[2 * data.size()];
        double[][] jacobian = new double[2 * data.size()][free.length];
        fill(values(circuit, all), residuals, jacobian);
        double chiSquared = 0;
        for (double residual : residuals) {
            chiSquared += residual * residual;
        }
        if (chiSquared < bestChiSquared) {
            bestChiSquared = chiSquared;
            best = all;
        }
        return new Pair<>(new ArrayRealVector(residuals, false), new Array2DRowRealMatrix(jacobian, false));
    }

    private void fill(double[] values, double[] residuals, double[][] jacobian) {
        Phasor[] slopes = new Phasor[values.length];
        int points = data.size();
        for (int i = 0; i < points; i++) {
            Phasor rest = circuit.root().slopes(data.omega(i), values, slopes).minus(data.ohm(i));
            residuals[i] = sane(rest.real() * realWeights[i], HOPELESS);
            residuals[points + i] = sane(rest.imaginary() * imaginaryWeights[i], HOPELESS);
            for (int c = 0; c < free.length; c++) {
                int p = free[c];
                double slope = circuit.parameters().get(p).quantity().slope(values[p]);
                jacobian[i][c] = sane(slopes[p].real() * slope * realWeights[i], 0);
                jacobian[points + i][c] = sane(slopes[p].imaginary() * slope * imaginaryWeights[i], 0);
            }
        }
    }

    /** Values of all parameters at coordinates of all parameters. */
    static double[] values(Circuit circuit, double[] coordinates) {
        double[] values = new double[coordinates.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = circuit.parameters().get(i).quantity().value(coordinates[i]);
        }
        return values;
    }

    private static double sane(double value, double otherwise) {
        return Math.abs(value) <= HOPELESS ? value : otherwise;
    }
}
