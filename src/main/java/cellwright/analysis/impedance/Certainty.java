package cellwright.analysis.impedance;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** What the Jacobian at the end of a fit says about the free coordinates. */
final class Certainty {
    private static final double NOTHING = 1e-14;

    private final RealMatrix covariance;
    private final double condition;

    private Certainty(RealMatrix covariance, double condition) {
        this.covariance = covariance;
        this.condition = condition;
    }

    /**
     * Looks at the present place of a misfit.
     *
     * @param free how many coordinates are free
     * @param variance of a weighted residual
     */
    static Certainty of(Misfit misfit, int free, double variance) {
        if (free == 0) {
            return new Certainty(new Array2DRowRealMatrix(), 1);
        }
        RealMatrix jacobian = misfit.value(new ArrayRealVector(misfit.start())).getSecond();
        SingularValueDecomposition split = new SingularValueDecomposition(jacobian);
        double[] singular = split.getSingularValues();
        RealMatrix scaled = split.getV().copy();
        for (int k = 0; k < free; k++) {
            double size = Math.max(singular[k], singular[0] * NOTHING);
            scaled.setColumnVector(k, scaled.getColumnVector(k).mapMultiply(Math.sqrt(variance) / size));
        }
        return new Certainty(scaled.multiplyTransposed(scaled), singular[0] / singular[free - 1]);
    }

    /** Covariance of two free coordinates, scaled by the scatter of the residuals; huge where a coordinate has no effect. */
    double covariance(int one, int other) {
        return covariance.getEntry(one, other);
    }

    /** Ratio of the largest to the smallest singular value. */
    double condition() {
        return condition;
    }

    /** Standard uncertainty of a free coordinate. */
    double uncertainty(int index) {
        return Math.sqrt(covariance.getEntry(index, index));
    }
}
