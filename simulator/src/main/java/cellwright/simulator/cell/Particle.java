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
    private final StageStart start;
    private final StageStart middle;
    private final Elimination fullStep;
    private final Elimination halfStep;
    private final double[] accepted;
    private final double[] full;
    private final double[] half;
    private final double[] twice;
    private final double[] proposed;
    private boolean lumped;
    /** Whether {@link #start} is that of the accepted profile. */
    private boolean startKnown;

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
        start = new StageStart(mesh);
        middle = new StageStart(mesh);
        fullStep = new Elimination(n);
        halfStep = new Elimination(n);
        accepted = new double[n];
        Arrays.fill(accepted, stoichiometry);
        full = accepted.clone();
        half = accepted.clone();
        twice = accepted.clone();
        proposed = accepted.clone();
    }

    /** Lumps the mass in the next eliminations, which keeps the profile monotone at the price of accuracy. */
    void lump(boolean yes) {
        if (yes != lumped) {
            lumped = yes;
            start.lump(yes);
            middle.lump(yes);
            startKnown = false;
        }
    }

    /**
     * Begins the full step, and prepares the first half step, which begins alike. The surface's slope against the flux
     * (taken up per step, in units of the mean) is {@link #fullSlope()}.
     *
     * @param rate scales the shape to 1/s: D/R^2
     * @param seconds length of the full step
     * @return the surface at zero flux
     */
    double beginFull(double rate, double seconds) {
        if (!startKnown) {
            start.look(accepted, shape);
            startKnown = true;
        }
        Elimination.two(start, fullStep, rate * seconds, halfStep, rate * (seconds / 2));
        return fullStep.base();
    }

    /** Begins the first half step; the rate is that of the full one. */
    double beginHalf() {
        return halfStep.base();
    }

    /** Begins the second half step. */
    double beginTwice(double rate, double seconds) {
        middle.look(half, shape);
        halfStep.eliminate(middle, rate * seconds);
        return halfStep.base();
    }

    /** Rise of the surface per unit of mean uptake in the full step. */
    double fullSlope() {
        return fullStep.slope();
    }

    /** The same in the half step begun last. */
    double halfSlope() {
        return halfStep.slope();
    }

    void endFull(double surface) {
        fullStep.substitute(full, surface);
    }

    void endHalf(double surface) {
        halfStep.substitute(half, surface);
    }

    void endTwice(double surface) {
        halfStep.substitute(twice, surface);
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
        startKnown = false;
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
}
