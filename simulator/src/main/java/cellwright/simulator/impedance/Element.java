package cellwright.simulator.impedance;

/** Circuit elements in closed form. Immutable, any thread. */
public sealed interface Element extends Impedance {
    /**
     * A resistor.
     *
     * @param ohms at least 0
     */
    record Resistor(double ohms) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            return new Complex(ohms, 0);
        }
    }

    /**
     * A capacitor.
     *
     * @param farads above 0
     */
    record Capacitor(double farads) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            return new Complex(0, -1 / (radPerSecond * farads));
        }
    }

    /**
     * An inductor.
     *
     * @param henries at least 0
     */
    record Inductor(double henries) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            return new Complex(0, radPerSecond * henries);
        }
    }

    /**
     * A constant-phase element, {@code Z = 1/(Q (jw)^a)}: a capacitor for a = 1, diffusion into the endless for a = 1/2.
     *
     * @param siemens Q, S s^a, above 0
     * @param exponent a, from 0 to 1
     */
    record ConstantPhase(double siemens, double exponent) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            return Complex.powerOfImaginary(radPerSecond, -exponent).times(1 / siemens);
        }
    }

    /**
     * Linear diffusion into an endless medium, {@code Z = A/sqrt(jw)}; its real part is {@code A/sqrt(2w)}.
     *
     * @param ohmsPerRootSecond A, ohm s^-1/2, above 0
     */
    record Warburg(double ohmsPerRootSecond) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            return Complex.powerOfImaginary(radPerSecond, -0.5).times(ohmsPerRootSecond);
        }
    }

    /**
     * Linear diffusion through a layer whose far side is held, {@code Z = R tanh(s)/s}, {@code s = sqrt(jw tau)}.
     *
     * @param ohms R, the resistance at no frequency, above 0
     * @param seconds tau, thickness squared over diffusion coefficient, above 0
     */
    record HeldLayer(double ohms, double seconds) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            Complex s = root(radPerSecond, seconds);
            return s.tanh().over(s).times(ohms);
        }
    }

    /**
     * Linear diffusion into a layer whose far side is closed, {@code Z = R/(s tanh s)}.
     *
     * @param ohms R, slope of the potential times tau per charge, above 0
     * @param seconds tau, above 0
     */
    record ClosedLayer(double ohms, double seconds) implements Element {
        @Override
        public Complex at(double radPerSecond) {
            Complex s = root(radPerSecond, seconds);
            return s.times(s.tanh()).reciprocal().times(ohms);
        }
    }

    /**
     * Diffusion into a sphere, {@code Z = R tanh(s)/(s - tanh s)}.
     *
     * @param ohms R, a third of the slope of the potential times tau per charge, above 0
     * @param seconds tau, radius squared over diffusion coefficient, above 0
     */
    record Sphere(double ohms, double seconds) implements Element {
        private static final double SMALL = 0.05;

        @Override
        public Complex at(double radPerSecond) {
            Complex s = root(radPerSecond, seconds);
            return excess(s).reciprocal().times(ohms);
        }

        /** {@code s/tanh(s) - 1}, also where the two nearly cancel. */
        private static Complex excess(Complex s) {
            if (s.magnitude() > SMALL) {
                return s.over(s.tanh()).minus(Complex.ONE);
            }
            Complex square = s.times(s);
            return square.times(Complex.ONE.times(1.0 / 3).minus(square.times(1.0 / 45)));
        }
    }

    private static Complex root(double radPerSecond, double seconds) {
        return Complex.powerOfImaginary(radPerSecond * seconds, 0.5);
    }
}
