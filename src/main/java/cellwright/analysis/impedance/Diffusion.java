package cellwright.analysis.impedance;

/** The functions of finite diffusion and their derivatives. */
final class Diffusion {
    private static final double SATURATED = 20;

    private Diffusion() {}

    /** s = sqrt(jw tau). */
    static Phasor argument(double omega, double seconds) {
        double part = Math.sqrt(omega * seconds / 2);
        return new Phasor(part, part);
    }

    /** tanh of a number whose real part is 0 or more. */
    static Phasor tanh(Phasor s) {
        if (s.real() > SATURATED) {
            return Phasor.ONE;
        }
        double under = Math.cosh(2 * s.real()) + Math.cos(2 * s.imaginary());
        return new Phasor(Math.sinh(2 * s.real()) / under, Math.sin(2 * s.imaginary()) / under);
    }

    /** d/dtau of Z0 coth(s)/s. */
    static Phasor openByTime(double omega, double ohm, double seconds) {
        Phasor s = argument(omega, seconds);
        Phasor t = tanh(s);
        Phasor st = s.times(t).inverse();
        Phasor grown = t.plus(s.times(Phasor.ONE.minus(t.times(t))));
        return grown.times(st).times(st).times(s).times(-ohm / (2 * seconds));
    }

    /** d/dtau of Z0 tanh(s)/s. */
    static Phasor shortByTime(double omega, double ohm, double seconds) {
        Phasor s = argument(omega, seconds);
        Phasor t = tanh(s);
        return Phasor.ONE.minus(t.times(t)).minus(t.times(s.inverse())).times(ohm / (2 * seconds));
    }
}
