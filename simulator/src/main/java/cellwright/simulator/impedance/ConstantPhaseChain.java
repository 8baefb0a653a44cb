package cellwright.simulator.impedance;

/**
 * A constant-phase element {@code 1/(Q s^a)} as a chain of resistors and capacitors, so that it can be stepped in time.
 *
 * <p>The element is an integral over relaxation rates u, {@code sin(pi a)/(pi Q) u^(1-a)/(s + u) d(ln u)}; the chain is
 * its sum over rates evenly spaced in ln u, one branch R || C with RC = 1/u each. What the sum leaves out beyond its
 * slowest and its fastest rate is not small for a near 1 or 1/2: a capacitor and a resistor in series close the chain and
 * stand for the two tails. With 1.5 branches per decade and one decade of guard on each side the impedance is within 0.6 %
 * of the element's over the band, for a from 0.5 to 0.95.
 *
 * <p>Chains are linear, so a step is exact for a current that is held or that changes linearly. States are arrays of
 * branch voltages that the caller keeps, so that steps can be tried and thrown away. Immutable, any thread; nothing is
 * allocated after construction but by {@link #relaxed()} and {@link #at}.
 */
public final class ConstantPhaseChain implements Impedance {
    /** What the accuracy stated above needs. */
    public static final double USUAL_BRANCHES_PER_DECADE = 1.5;

    private static final double GUARD_DECADES = 1;
    private static final double SMALL = 1e-4;

    /** The resistor that stands for all that is quicker than the branches. */
    final double closingOhms;
    /** Relaxation rates, 1/s; the first is the closing capacitor's, 0. */
    final double[] rate;
    /** One over the capacitance of each branch, 1/F. */
    final double[] elastance;

    /**
     * A chain for an element.
     *
     * @param element with an exponent between 0 and 1
     * @param slowest lower end of the band, rad/s, above 0; one over the longest time of interest
     * @param fastest upper end, above {@code slowest}
     * @param branchesPerDecade above 0
     */
    public ConstantPhaseChain(Element.ConstantPhase element, double slowest, double fastest, double branchesPerDecade) {
        double a = element.exponent();
        double decades = Math.log10(fastest / slowest) + 2 * GUARD_DECADES;
        int branches = (int) Math.ceil(decades * branchesPerDecade) + 1;
        double spacing = decades * Math.log(10) / (branches - 1);
        double scale = Math.sin(Math.PI * a) / (Math.PI * element.siemens());
        double first = slowest * Math.pow(10, -GUARD_DECADES);
        rate = new double[branches + 1];
        elastance = new double[branches + 1];
        for (int i = 1; i <= branches; i++) {
            rate[i] = first * Math.exp((i - 1) * spacing);
            elastance[i] = scale * spacing * Math.pow(rate[i], 1 - a);
        }
        elastance[0] = scale * Math.pow(first * Math.exp(-spacing / 2), 1 - a) / (1 - a);
        closingOhms = scale * Math.pow(rate[branches] * Math.exp(spacing / 2), -a) / a;
    }

    /** How many branches, the two closing terms not counted. */
    public int branches() {
        return rate.length - 1;
    }

    /** Impedance of the chain itself, not of the element it imitates. */
    @Override
    public Complex at(double radPerSecond) {
        double real = closingOhms;
        double imaginary = 0;
        for (int i = 0; i < rate.length; i++) {
            double size = elastance[i] / (rate[i] * rate[i] + radPerSecond * radPerSecond);
            real += size * rate[i];
            imaginary -= size * radPerSecond;
        }
        return new Complex(real, imaginary);
    }

    /** The state of a chain that has long been at rest: no voltage anywhere. */
    public double[] relaxed() {
        return new double[rate.length];
    }

    /** Voltage of a state at a current, A. */
    public double volts(double[] state, double amps) {
        double sum = closingOhms * amps;
        for (double voltage : state) {
            sum += voltage;
        }
        return sum;
    }

    /**
     * How much a held current raises the voltage at the end of a step, ohm: the voltage is {@link #decayed} plus this
     * times the current.
     *
     * @param seconds length of the step, at least 0
     */
    public double ohms(double seconds) {
        double sum = closingOhms;
        for (int i = 0; i < rate.length; i++) {
            sum += elastance[i] * held(rate[i], seconds);
        }
        return sum;
    }

    /** Voltage that is left of a state after a while without current. */
    public double decayed(double[] state, double seconds) {
        double sum = 0;
        for (int i = 0; i < rate.length; i++) {
            sum += state[i] * Math.exp(-rate[i] * seconds);
        }
        return sum;
    }

    /** Steps with a held current; {@code into} may be {@code from}. */
    public void hold(double[] from, double[] into, double amps, double seconds) {
        for (int i = 0; i < rate.length; i++) {
            into[i] = from[i] * Math.exp(-rate[i] * seconds) + amps * elastance[i] * held(rate[i], seconds);
        }
    }

    /** Steps with a current that changes linearly; {@code into} may be {@code from}. */
    public void ramp(double[] from, double[] into, double fromAmps, double toAmps, double seconds) {
        for (int i = 0; i < rate.length; i++) {
            double drive = fromAmps * held(rate[i], seconds) + (toAmps - fromAmps) * ramped(rate[i], seconds);
            into[i] = from[i] * Math.exp(-rate[i] * seconds) + elastance[i] * drive;
        }
    }

    /** Integral of {@code exp(-u t)} over a step. */
    private static double held(double rate, double seconds) {
        return rate == 0 ? seconds : -Math.expm1(-rate * seconds) / rate;
    }

    /** Integral of {@code exp(-u (T - t)) t/T} over a step of length T. */
    private static double ramped(double rate, double seconds) {
        double x = rate * seconds;
        return x < SMALL ? seconds * (0.5 - x / 6) : seconds * (x + Math.expm1(-x)) / (x * x);
    }
}
