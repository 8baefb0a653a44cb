package cellwright.simulator.impedance;

/**
 * A length of step, prepared for any number of states of one {@link ConstantPhaseChain}: the exponentials are taken once
 * and serve every state that is stepped as far. Mutable, one thread; nothing is allocated after construction.
 */
public final class ConstantPhaseStride {
    private final ConstantPhaseChain chain;
    private final double[] decay;
    /** Voltage of a branch per current held over the step, ohm. */
    private final double[] gain;

    private double seconds;
    private double ohms;

    /** A stride of no length. */
    public ConstantPhaseStride(ConstantPhaseChain chain) {
        this.chain = chain;
        decay = new double[chain.rate.length];
        gain = new double[chain.rate.length];
        prepare(0);
    }

    /**
     * Sets the length.
     *
     * @param length s, at least 0
     */
    public void last(double length) {
        if (length != seconds) {
            prepare(length);
        }
    }

    /** Makes this twice as long as another stride of the same chain. */
    public void lastTwice(ConstantPhaseStride half) {
        double sum = chain.closingOhms;
        for (int i = 0; i < decay.length; i++) {
            decay[i] = half.decay[i] * half.decay[i];
            gain[i] = half.gain[i] * (1 + half.decay[i]);
            sum += gain[i];
        }
        seconds = 2 * half.seconds;
        ohms = sum;
    }

    /** How much a held current raises the voltage at the end of the step, ohm. */
    public double ohms() {
        return ohms;
    }

    /** Voltage that is left of a state at the end of a step without current. */
    public double decayed(double[] state) {
        double sum = 0;
        for (int i = 0; i < decay.length; i++) {
            sum += state[i] * decay[i];
        }
        return sum;
    }

    /** Steps with a held current; {@code into} may be {@code from}. */
    public void hold(double[] from, double[] into, double amps) {
        for (int i = 0; i < decay.length; i++) {
            into[i] = from[i] * decay[i] + amps * gain[i];
        }
    }

    private void prepare(double length) {
        double sum = chain.closingOhms;
        for (int i = 0; i < decay.length; i++) {
            double lost = -Math.expm1(-chain.rate[i] * length);
            decay[i] = 1 - lost;
            gain[i] = chain.elastance[i] * (chain.rate[i] == 0 ? length : lost / chain.rate[i]);
            sum += gain[i];
        }
        seconds = length;
        ohms = sum;
    }
}
