package cellwright.simulator.impedance;

/**
 * A complex number. Immutable, any thread.
 *
 * @param real part
 * @param imaginary part
 */
public record Complex(double real, double imaginary) {
    /** Nothing. */
    public static final Complex ZERO = new Complex(0, 0);
    /** One. */
    public static final Complex ONE = new Complex(1, 0);

    /** The number of this magnitude and angle, rad. */
    public static Complex polar(double magnitude, double angle) {
        return new Complex(magnitude * Math.cos(angle), magnitude * Math.sin(angle));
    }

    /** The principal power of an angular frequency on the imaginary axis, {@code (j w)^a}; {@code w} at least 0. */
    public static Complex powerOfImaginary(double radPerSecond, double exponent) {
        return polar(Math.pow(radPerSecond, exponent), exponent * Math.PI / 2);
    }

    /** Distance from zero, at least 0. */
    public double magnitude() {
        return Math.hypot(real, imaginary);
    }

    /** Angle from the real axis, rad, from -pi to pi. */
    public double angle() {
        return Math.atan2(imaginary, real);
    }

    /** The sum. */
    public Complex plus(Complex other) {
        return new Complex(real + other.real, imaginary + other.imaginary);
    }

    /** The sum with a real number. */
    public Complex plus(double other) {
        return new Complex(real + other, imaginary);
    }

    /** The difference. */
    public Complex minus(Complex other) {
        return new Complex(real - other.real, imaginary - other.imaginary);
    }

    /** The product. */
    public Complex times(Complex other) {
        return new Complex(
                real * other.real - imaginary * other.imaginary, real * other.imaginary + imaginary * other.real);
    }

    /** The product with a real number. */
    public Complex times(double factor) {
        return new Complex(factor * real, factor * imaginary);
    }

    /** The quotient. */
    public Complex over(Complex divisor) {
        return times(divisor.reciprocal());
    }

    /** One over this; an infinite or undefined number for zero. */
    public Complex reciprocal() {
        double square = real * real + imaginary * imaginary;
        return new Complex(real / square, -imaginary / square);
    }

    /** Hyperbolic tangent of a number whose real part is at least 0; does not overflow. */
    public Complex tanh() {
        Complex decay = polar(Math.exp(-2 * real), -2 * imaginary);
        return ONE.minus(decay).over(ONE.plus(decay));
    }

    /** Two resistances beside each other: the reciprocal of the sum of reciprocals; zero beside anything is zero. */
    public Complex beside(Complex other) {
        Complex sum = plus(other);
        return sum.real == 0 && sum.imaginary == 0 ? ZERO : times(other).over(sum);
    }
}
