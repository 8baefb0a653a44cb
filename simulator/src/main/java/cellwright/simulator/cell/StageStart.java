package cellwright.simulator.cell;

import java.util.function.DoubleUnaryOperator;

/**
 * What stages begin with, as far as it does not hang on their length: the mass matrix, and of a profile the diffusion
 * coefficients, frozen, and the lithium in it. Mutable, one thread, no allocation after construction.
 */
final class StageStart {
    /** Diagonal of the mass matrix, lumped or not. */
    double[] diagonal;
    /** Its off-diagonal; zero if it is lumped. */
    double[] coupling;
    /** Exchange of each element per unit of rate, and a zero: nothing diffuses beyond the surface. */
    final double[] exchange;
    /** The profile times the mass matrix. */
    final double[] stock;

    private final ParticleMesh mesh;
    private final double[] uncoupled;

    /** Of a particle cut in this way, its mass not lumped. */
    StageStart(ParticleMesh mesh) {
        this.mesh = mesh;
        diagonal = mesh.mass;
        coupling = mesh.coupling;
        exchange = new double[mesh.nodes()];
        stock = new double[mesh.nodes()];
        uncoupled = new double[mesh.nodes() - 1];
    }

    /** Lumps the mass or does not, for the profiles looked at from now on. */
    void lump(boolean yes) {
        diagonal = yes ? mesh.weight : mesh.mass;
        coupling = yes ? uncoupled : mesh.coupling;
    }

    /** Looks at a profile. */
    void look(double[] profile, DoubleUnaryOperator diffusion) {
        double held = diagonal[0] * profile[0];
        for (int i = 0; i < coupling.length; i++) {
            exchange[i] = diffusion.applyAsDouble(0.5 * (profile[i] + profile[i + 1])) * mesh.stiffness[i];
            stock[i] = held + coupling[i] * profile[i + 1];
            held = diagonal[i + 1] * profile[i + 1] + coupling[i] * profile[i];
        }
        stock[coupling.length] = held;
    }
}
