package cellwright.simulator.cell;

import cellwright.simulator.impedance.ConstantPhaseStride;

/**
 * The charge at one interface: a constant-phase element in its accepted state, and proposals made from it in the same
 * stages as those of a {@link Particle}.
 *
 * <p>Whatever stage is open, the voltage at its end is {@link #volts()} plus {@link #ohms()} times the current into the
 * layer. Where contact is lost the charge there is lost with it: the voltage stays. Mutable, one thread, no allocation
 * after construction.
 */
final class DoubleLayer {
    private final LayerSteps steps;
    private final double relaxedVolts;
    private final double[] accepted;
    private final double[] full;
    private final double[] half;
    private final double[] twice;
    private final double[] proposed;
    private double[] from;
    private double[] into;
    private ConstantPhaseStride stride;
    private double siemens = 1;
    /** What the stage counts for in the extrapolated step. */
    private double weight;

    private double decayed;
    private double stepCoulombs;
    private double coulombs;

    /**
     * A layer without charge.
     *
     * @param steps shared with all layers of its kind
     * @param relaxedVolts voltage across it at which there is none
     */
    DoubleLayer(LayerSteps steps, double relaxedVolts) {
        this.steps = steps;
        this.relaxedVolts = relaxedVolts;
        accepted = steps.chain.relaxed();
        full = steps.chain.relaxed();
        half = steps.chain.relaxed();
        twice = steps.chain.relaxed();
        proposed = steps.chain.relaxed();
        from = accepted;
        into = accepted;
        stride = steps.none;
    }

    /** Sets how large it is, S s^a, above 0. */
    void size(double siemensNow) {
        siemens = siemensNow;
    }

    /** Voltage without current at the end of the stage. */
    double volts() {
        return relaxedVolts + decayed;
    }

    /** By how much a current into the layer raises that, ohm, above 0. */
    double ohms() {
        return stride.ohms() / siemens;
    }

    /** Charge in it in the accepted state, C, 0 where it is relaxed. */
    double coulombs() {
        return coulombs;
    }

    /** Looks at the accepted state. */
    void still() {
        open(accepted, accepted, steps.none);
    }

    /** Begins the full step. */
    void beginFull(double seconds) {
        steps.last(seconds);
        open(accepted, full, steps.whole);
        weight = -1;
        stepCoulombs = 0;
    }

    /** Begins the first half step. */
    void beginHalf() {
        open(accepted, half, steps.half);
        weight = 2;
    }

    /** Begins the second half step. */
    void beginTwice() {
        open(half, twice, steps.half);
    }

    /** Ends a half step, or the full one, with a current into the layer. */
    void end(double amps, double seconds) {
        stride.hold(from, into, amps / siemens);
        stepCoulombs += weight * amps * seconds;
    }

    /** Extrapolates, and looks at the proposed state. */
    void arrive() {
        for (int i = 0; i < proposed.length; i++) {
            proposed[i] = 2 * twice[i] - full[i];
        }
        open(proposed, proposed, steps.none);
    }

    /** Makes the proposal the accepted state. */
    void accept() {
        System.arraycopy(proposed, 0, accepted, 0, accepted.length);
        coulombs += stepCoulombs;
    }

    private void open(double[] begin, double[] end, ConstantPhaseStride length) {
        from = begin;
        into = end;
        stride = length;
        decayed = length.decayed(begin);
    }
}
