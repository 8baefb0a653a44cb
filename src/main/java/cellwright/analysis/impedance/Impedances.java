package cellwright.analysis.impedance;

import cellwright.analysis.Refusal;
import cellwright.instrument.Spectrum;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The usable points of an impedance spectrum as columns, in the order they came. Immutable. */
public final class Impedances {
    private final double[] hertz;
    private final double[] real;
    private final double[] imaginary;

    private Impedances(double[] hertz, double[] real, double[] imaginary) {
        this.hertz = hertz;
        this.real = real;
        this.imaginary = imaginary;
    }

    /**
     * Columns of a spectrum. Points whose frequency is not positive or whose impedance is 0 or not a number are left out.
     *
     * @param hertz frequencies
     * @param realOhm Z'
     * @param imaginaryOhm Z'', negative if capacitive
     * @throws IllegalArgumentException if the columns differ in length or no point is usable
     */
    public static Impedances of(double[] hertz, double[] realOhm, double[] imaginaryOhm) {
        Refusal.unlessAlike(hertz, realOhm, "frequency and Z'");
        Refusal.unlessAlike(hertz, imaginaryOhm, "frequency and Z''");
        return new Impedances(hertz, realOhm, imaginaryOhm).keeping(i -> usable(hertz[i], realOhm[i], imaginaryOhm[i]));
    }

    /**
     * The points of a measured spectrum whose quality is usable.
     *
     * @throws IllegalArgumentException if no point is usable
     */
    public static Impedances of(Spectrum spectrum) {
        List<Spectrum.Point> good =
                spectrum.points().stream().filter(p -> p.quality().usable()).toList();
        return of(
                good.stream().mapToDouble(Spectrum.Point::hertz).toArray(),
                good.stream().mapToDouble(Spectrum.Point::real).toArray(),
                good.stream().mapToDouble(Spectrum.Point::imaginary).toArray());
    }

    /** The capacitive points, Z'' below 0: what is left of a spectrum when inductive points are ignored. */
    public Impedances capacitive() {
        return keeping(i -> imaginary[i] < 0);
    }

    /** The points from one frequency to another, both included. */
    public Impedances between(double lowHertz, double highHertz) {
        return keeping(i -> hertz[i] >= lowHertz && hertz[i] <= highHertz);
    }

    /** The points of a predicate over their index; refused if none is left. */
    Impedances keeping(IntPredicate kept) {
        int[] indices = IntStream.range(0, hertz.length).filter(kept).toArray();
        Refusal.ifFewer(indices.length, 1, "impedance points");
        return new Impedances(pick(hertz, indices), pick(real, indices), pick(imaginary, indices));
    }

    /** From the highest frequency to the lowest. */
    Impedances falling() {
        int[] indices = IntStream.range(0, hertz.length)
                .boxed()
                .sorted((a, b) -> Double.compare(hertz[b], hertz[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Impedances(pick(hertz, indices), pick(real, indices), pick(imaginary, indices));
    }

    /** How many points. */
    public int size() {
        return hertz.length;
    }

    /** Frequency of a point in hertz. */
    public double hertz(int index) {
        return hertz[index];
    }

    /** Angular frequency of a point in radians per second. */
    public double omega(int index) {
        return 2 * Math.PI * hertz[index];
    }

    /** Z of a point in ohm. */
    public Phasor ohm(int index) {
        return new Phasor(real[index], imaginary[index]);
    }

    /** Z' of a point in ohm. */
    public double realOhm(int index) {
        return real[index];
    }

    /** Z'' of a point in ohm. */
    public double imaginaryOhm(int index) {
        return imaginary[index];
    }

    /** |Z| of a point in ohm, above 0. */
    public double modulusOhm(int index) {
        return Math.hypot(real[index], imaginary[index]);
    }

    /** The lowest frequency in hertz. */
    public double lowestHertz() {
        return Arrays.stream(hertz).min().orElseThrow();
    }

    /** The highest frequency in hertz. */
    public double highestHertz() {
        return Arrays.stream(hertz).max().orElseThrow();
    }

    /** How many powers of ten the frequencies span. */
    public double decades() {
        return Math.log10(highestHertz() / lowestHertz());
    }

    private static boolean usable(double hertz, double real, double imaginary) {
        double modulus = Math.hypot(real, imaginary);
        return hertz > 0 && Double.isFinite(hertz) && modulus > 0 && Double.isFinite(modulus);
    }

    private static double[] pick(double[] column, int[] indices) {
        return IntStream.of(indices).mapToDouble(i -> column[i]).toArray();
    }
}
