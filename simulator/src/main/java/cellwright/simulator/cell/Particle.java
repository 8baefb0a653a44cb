package cellwright.simulator.cell;

import cellwright.simulator.impedance.DiffusionResponse;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Lithium diffusing in one particle: the accepted profile, and proposals made from it.
 *
 * <p>One implicit step is a tridiagonal system whose right-hand side holds the unknown surface flux in its last row
 * alone. Eliminating from the centre outwards therefore leaves {@code x_s = a + b j} with no second solve, whatever sets
 * the flux; the caller solves its own scalar equation and only then is the profile filled in, from the surface inwards.
 *
 * <p>A proposal is one full step and two half steps of linearly implicit Euler (the diffusion coefficient is frozen at
 * the start of each), extrapolated by Richardson to second order; their difference estimates the error. Mutable, one
 * thread, no allocation after construction.
 */
final class Particle {
    private final ParticleMesh mesh;
    private final DoubleUnaryOperator shape;
    private final double[] accepted;
    private final double[] full;
    private final double[] half;
    private final double[] twice;
    private final double[] proposed;
    private final double[] diffusion;
    private final double[] pivot;
    private final double[] beside;
    private final double[] right;
    private boolean lumped;

    /**
     * A particle in equilibrium.
     *
     * @param mesh how it is cut
     * @param shape the diffusion coefficient over stoichiometry, in any unit
     * @param stoichiometry everywhere
     */
    Particle(ParticleMesh mesh, DoubleUnaryOperator shape, double stoichiometry) {
        int n = mesh.nodes();
        this.mesh = mesh;
        this.shape = shape;
        accepted = new double[n];
        Arrays.fill(accepted, stoichiometry);
        full = accepted.clone();
        half = accepted.clone();
        twice = accepted.clone();
        proposed = accepted.clone();
        diffusion = new double[n - 1];
        pivot = new double[n];
        beside = new double[n - 1];
        right = new double[n];
    }

    /** Lumps the mass in the next eliminations, which keeps the profile monotone at the price of accuracy. */
    void lump(boolean yes) {
        lumped = yes;
    }

    /**
     * Begins the full step. The slope {@code b} of the surface against the flux (taken up per step, in units of the mean)
     * is {@link #slope()}.
     *
     * @param rate scales the shape to 1/s: D/R^2
     * @param seconds length of the step
     * @return the surface at zero flux
     */
    double beginFull(double rate, double seconds) {
        freeze(accepted);
        return eliminate(accepted, rate * seconds);
    }

    /** Begins the first half step; the coefficients frozen by {@link #beginFull} serve again. */
    double beginHalf(double rate, double seconds) {
        return eliminate(accepted, rate * seconds);
    }

    /** Begins the second half step. */
    double beginTwice(double rate, double seconds) {
        freeze(half);
        return eliminate(half, rate * seconds);
    }

    /** Rise of the surface per unit of mean uptake in the step begun last. */
    double slope() {
        return 1 / pivot[pivot.length - 1];
    }

    void endFull(double surface) {
        substitute(full, surface);
    }

    void endHalf(double surface) {
        substitute(half, surface);
    }

    void endTwice(double surface) {
        substitute(twice, surface);
    }

    /** Extrapolates, and returns the largest difference between one step and two. */
    double extrapolate() {
        double most = 0;
        for (int i = 0; i < proposed.length; i++) {
            double difference = twice[i] - full[i];
            proposed[i] = twice[i] + difference;
            most = Math.max(most, Math.abs(difference));
        }
        return most;
    }

    /** Makes the proposal the accepted profile. */
    void accept() {
        System.arraycopy(proposed, 0, accepted, 0, accepted.length);
    }

    double surface() {
        return accepted[accepted.length - 1];
    }

    double proposedSurface() {
        return proposed[proposed.length - 1];
    }

    double mean() {
        return mesh.mean(accepted);
    }

    /** The accepted profile, linearised; {@code rate} scales the shape to 1/s. */
    DiffusionResponse response(double rate) {
        return mesh.response(accepted, x -> rate * shape.applyAsDouble(x));
    }

    private void freeze(double[] from) {
        for (int i = 0; i < diffusion.length; i++) {
            diffusion[i] = shape.applyAsDouble(0.5 * (from[i] + from[i + 1])) * mesh.stiffness[i];
        }
    }

    private double eliminate(double[] from, double rateTimesSeconds) {
        assemble(from, rateTimesSeconds);
        int last = pivot.length - 1;
        for (int i = 0; i < last; i++) {
            double inverse = 1 / pivot[i];
            double factor = beside[i] * inverse;
            pivot[i + 1] -= factor * beside[i];
            right[i + 1] -= factor * right[i];
            right[i] *= inverse;
            beside[i] = factor;
        }
        return right[last] / pivot[last];
    }

    private void assemble(double[] from, double rateTimesSeconds) {
        double[] diagonal = lumped ? mesh.weight : mesh.mass;
        int last = pivot.length - 1;
        for (int i = 0; i <= last; i++) {
            pivot[i] = diagonal[i];
            right[i] = diagonal[i] * from[i];
        }
        for (int i = 0; i < last; i++) {
            double exchange = rateTimesSeconds * diffusion[i];
            double shared = lumped ? 0 : mesh.coupling[i];
            pivot[i] += exchange;
            pivot[i + 1] += exchange;
            beside[i] = shared - exchange;
            right[i] += shared * from[i + 1];
            right[i + 1] += shared * from[i];
        }
    }

    private void substitute(double[] into, double surface) {
        int last = pivot.length - 1;
        into[last] = surface;
        for (int i = last - 1; i >= 0; i--) {
            into[i] = right[i] - beside[i] * into[i + 1];
        }
    }
}
