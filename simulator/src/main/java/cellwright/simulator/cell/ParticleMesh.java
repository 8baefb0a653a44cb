package cellwright.simulator.cell;

import cellwright.simulator.impedance.DiffusionResponse;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A particle cut along its radius into linear finite elements, finest at the surface. Radius and volume are scaled to
 * one, so the nodal weights sum to one and their scalar product with the stoichiometries is the mean. Immutable.
 *
 * <p>The mass matrix is consistent, not lumped: on 20 nodes it halves the error of either finite volumes or lumping just
 * after a current step (Sand's problem), at the price of a small ripple inside the particle.
 */
public final class ParticleMesh {
    /** The shape that diffusion takes place in. */
    public enum Shape {
        /** A dense film, from the collector (0) to the surface (1). */
        FILM(0),
        /** A sphere, from its centre (0) to the surface (1). */
        SPHERE(2);

        private final int power;

        Shape(int power) {
            this.power = power;
        }
    }

    /** Stoichiometries this far apart give the slope of the diffusion coefficient. */
    private static final double APART = 1e-5;

    private static final double[] GAUSS_PLACE = {0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)};
    private static final double[] GAUSS_WEIGHT = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    /** Diagonal of the mass matrix. */
    final double[] mass;
    /** Off-diagonal of the mass matrix; element i couples nodes i and i + 1. */
    final double[] coupling;
    /** Row sums of the mass matrix: each node's share of the volume. */
    final double[] weight;
    /** Stiffness of each element for a diffusion coefficient of one. */
    final double[] stiffness;

    /**
     * The mesh a cell's particles have: 20 nodes with a ratio of 1.35. Half of a film's volume would lie in the coarse inner
     * elements of that, so a film has 30 with 1.2, which halves the error of its answer at all frequencies.
     */
    static ParticleMesh usual(Shape shape) {
        return switch (shape) {
            case SPHERE -> new ParticleMesh(shape, 20, 1.35);
            case FILM -> new ParticleMesh(shape, 30, 1.2);
        };
    }

    /**
     * Cuts a particle.
     *
     * @param shape of the particle
     * @param nodes at least 3
     * @param ratio of each element to the next one outwards, at least 1
     */
    public ParticleMesh(Shape shape, int nodes, double ratio) {
        mass = new double[nodes];
        coupling = new double[nodes - 1];
        weight = new double[nodes];
        stiffness = new double[nodes - 1];
        double[] radius = radii(nodes, ratio);
        for (int i = 0; i < nodes - 1; i++) {
            cut(i, radius[i], radius[i + 1], shape.power);
        }
    }

    /** How many nodes. */
    public int nodes() {
        return mass.length;
    }

    /** The mean of nodal values over the volume. */
    public double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += weight[i] * values[i];
        }
        return sum;
    }

    /**
     * Linearises diffusion about a profile, the change of the coefficient with the stoichiometry included.
     *
     * @param profile stoichiometry at every node
     * @param perSecond diffusion coefficient over radius squared, 1/s, by stoichiometry
     */
    public DiffusionResponse response(double[] profile, DoubleUnaryOperator perSecond) {
        double[] outwards = new double[stiffness.length];
        double[] inwards = new double[stiffness.length];
        for (int i = 0; i < stiffness.length; i++) {
            double middle = 0.5 * (profile[i] + profile[i + 1]);
            double diffusion = perSecond.applyAsDouble(middle);
            double bend =
                    (perSecond.applyAsDouble(middle + APART) - perSecond.applyAsDouble(middle - APART)) / (2 * APART);
            double drift = 0.5 * bend * (profile[i] - profile[i + 1]);
            outwards[i] = stiffness[i] * (diffusion + drift);
            inwards[i] = stiffness[i] * (diffusion - drift);
        }
        return new DiffusionResponse(mass, coupling, outwards, inwards);
    }

    private void cut(int i, double from, double to, int power) {
        double length = to - from;
        for (int g = 0; g < GAUSS_PLACE.length; g++) {
            double outer = GAUSS_PLACE[g];
            double inner = 1 - outer;
            double volume = GAUSS_WEIGHT[g] * length * (power + 1) * Math.pow(from + outer * length, power);
            mass[i] += volume * inner * inner;
            mass[i + 1] += volume * outer * outer;
            coupling[i] += volume * inner * outer;
            weight[i] += volume * inner;
            weight[i + 1] += volume * outer;
            stiffness[i] += volume / (length * length);
        }
    }

    private static double[] radii(int nodes, double ratio) {
        double[] radius = new double[nodes];
        double length = 1;
        for (int i = nodes - 2; i >= 0; i--) {
            radius[i] = radius[i + 1] + length;
            length *= ratio;
        }
        double whole = radius[0];
        return Arrays.stream(radius).map(outside -> 1 - outside / whole).toArray();
    }
}
