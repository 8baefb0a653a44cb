package cellwright.analysis.impedance;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/** Spectra of a formula, with noise of a seed. */
final class MadeUpSpectra {
    private MadeUpSpectra() {}

    /**
     * A sweep from high to low frequency.
     *
     * @param noise relative standard deviation of each part
     * @param formula Z in ohm by angular frequency
     */
    static Impedances sweep(
            double highHertz, double lowHertz, int perDecade, double noise, DoubleFunction<Phasor> formula) {
        SplittableRandom dice = new SplittableRandom(20260901);
        int count = (int) Math.round(Math.log10(highHertz / lowHertz) * perDecade) + 1;
        double[] hertz = new double[count];
        double[] real = new double[count];
        double[] imaginary = new double[count];
        for (int i = 0; i < count; i++) {
            hertz[i] = highHertz * Math.pow(10, -i / (double) perDecade);
            Phasor ohm = formula.apply(2 * Math.PI * hertz[i]);
            real[i] = ohm.real() + noise * ohm.modulus() * dice.nextGaussian();
            imaginary[i] = ohm.imaginary() + noise * ohm.modulus() * dice.nextGaussian();
        }
        return Impedances.of(hertz, real, imaginary);
    }

    /** 1/(Q (jw)^n). */
    static Phasor constantPhase(double omega, double q, double n) {
        double modulus = 1 / (q * Math.pow(omega, n));
        return new Phasor(modulus * Math.cos(n * Math.PI / 2), -modulus * Math.sin(n * Math.PI / 2));
    }

    /** One impedance beside another. */
    static Phasor beside(Phasor one, Phasor other) {
        return one.inverse().plus(other.inverse()).inverse();
    }
}
