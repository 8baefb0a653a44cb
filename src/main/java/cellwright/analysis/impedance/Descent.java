package cellwright.analysis.impedance;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresFactory;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;

/** One descent from one start, by Levenberg and Marquardt. */
final class Descent {
    private static final double FIRST_STEP = 1;

    private final double[] coordinates;
    private final double chiSquared;
    private final boolean finished;

    private Descent(double[] coordinates, double chiSquared, boolean finished) {
        this.coordinates = coordinates;
        this.chiSquared = chiSquared;
        this.finished = finished;
    }

    /** The best coordinates of all parameters that were visited. */
    double[] coordinates() {
        return coordinates;
    }

    /** Weighted sum of squares there. */
    double chiSquared() {
        return chiSquared;
    }

    /** Whether it ended by itself, rather than by its budget or a numerical failure. */
    boolean finished() {
        return finished;
    }

    /** Goes down from the coordinates of a misfit, looking at most so many times. */
    static Descent of(Misfit misfit, int looks, double tolerance) {
        double[] start = misfit.start();
        if (start.length == 0) {
            return new Descent(misfit.best(), misfit.chiSquared(misfit.best()), true);
        }
        boolean finished = true;
        try {
            new LevenbergMarquardtOptimizer()
                    .withInitialStepBoundFactor(FIRST_STEP)
                    .withCostRelativeTolerance(tolerance)
                    .withParameterRelativeTolerance(tolerance)
                    .withOrthoTolerance(tolerance)
                    .optimize(LeastSquaresFactory.create(
                            misfit,
                            new ArrayRealVector(misfit.value(new ArrayRealVector(start))
                                    .getFirst()
                                    .getDimension()),
                            new ArrayRealVector(start),
                            null,
                            looks,
                            looks));
        } catch (MathRuntimeException outOfBudgetOrPrecision) {
            finished = false;
        }
        return new Descent(misfit.best(), misfit.bestChiSquared(), finished);
    }
}
