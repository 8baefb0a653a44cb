package cellwright.analysis.impedance;

/**
 * A complex number: an impedance in ohm, an admittance in siemens, or a derivative of one.
 *
 * @param real the part in phase
 * @param imaginary the part in quadrature
 */
public record Phasor(double real, double imaginary) {
    /** 0. */
    public static final Phasor ZERO = new Phasor(0, 0);

    /** 1. */
    public static final Phasor ONE = new Phasor(1, 0);

    /** The sum. */
    public Phasor plus(Phasor other) {
        return new Phasor(real + other.real, imaginary + other.imaginary);
    }

    /** The difference. */
    public Phasor minus(Phasor other) {
        return new Phasor(real - other.real, imaginary - other.imaginary);
    }

    /** The product. */
    public Phasor times(Phasor other) {
        return new Phasor(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    /** Stretched by a real factor. */
    public Phasor times(double factor) {
        return new Phasor(real * factor, imaginary * factor);
    }

    /** 1/z, without overflow for moduli up to the largest double. */
    public Phasor inverse() {
        if (Math.abs(real) >= Math.abs(imaginary)) {
            double ratio = imaginary / real;
            double under = real + imaginary * ratio;
            return new Phasor(1 / under, -ratio / under);
        }
        double ratio = real / imaginary;
        double under = real * ratio + imaginary;
        return new Phasor(ratio / under, -1 / under);
    }

    /** The modulus. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }

    /** The phase angle in radians, -pi to pi. */
    public double angle() {
        return Math.atan2(imaginary, real);
    }

    /** Whether both parts are numbers. */
    public boolean isFinite() {
        return Double.isFinite(real) && Double.isFinite(imaginary);
    }
}
