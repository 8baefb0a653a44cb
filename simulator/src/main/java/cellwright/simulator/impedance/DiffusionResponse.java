package cellwright.simulator.impedance;

/**
 * How the surface of a particle answers to a small alternating flux, from the matrices the particle is stepped with: one
 * complex tridiagonal elimination per frequency, of which only the last pivot is needed.
 *
 * <p>For a uniform sphere and film it approaches {@code (tau/3) tanh(s)/(s - tanh s)} and {@code tau/(s tanh s)} with
 * {@code s = sqrt(jw tau)}, as well as the mesh resolves the surface. Immutable, any thread; {@link #at} allocates its
 * result alone.
 */
public final class DiffusionResponse {
    private final double[] mass;
    private final double[] coupling;
    /** What an element passes outwards per deviation of its inner node, 1/s. */
    private final double[] outwards;
    /** What it passes inwards per deviation of its outer node, 1/s. */
    private final double[] inwards;

    /**
     * The linearised equations of a particle, nodes counted from the centre; arrays are copied.
     *
     * @param mass diagonal of the mass matrix
     * @param coupling its off-diagonal, one shorter
     * @param outwards exchange of each element per deviation of its inner node, 1/s
     * @param inwards the same per deviation of its outer node, 1/s; the two differ where the coefficient changes with
     *     the stoichiometry and there is a gradient
     */
    public DiffusionResponse(double[] mass, double[] coupling, double[] outwards, double[] inwards) {
        this.mass = mass.clone();
        this.coupling = coupling.clone();
        this.outwards = outwards.clone();
        this.inwards = inwards.clone();
    }

    /**
     * Deviation of the surface per deviation of the uptake rate of the mean, s.
     *
     * @param radPerSecond angular frequency, above 0
     */
    public Complex at(double radPerSecond) {
        int last = mass.length - 1;
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i <= last; i++) {
            double nextReal = i < last ? outwards[i] : 0;
            double nextImaginary = radPerSecond * mass[i];
            if (i > 0) {
                double shared = radPerSecond * coupling[i - 1];
                double out = outwards[i - 1];
                double in = inwards[i - 1];
                // (-out + j shared)(-in + j shared) / pivot
                double productReal = out * in - shared * shared;
                double productImaginary = -shared * (out + in);
                double square = real * real + imaginary * imaginary;
                nextReal += in - (productReal * real + productImaginary * imaginary) / square;
                nextImaginary -= (productImaginary * real - productReal * imaginary) / square;
            }
            real = nextReal;
            imaginary = nextImaginary;
        }
        return new Complex(real, imaginary).reciprocal();
    }
}
