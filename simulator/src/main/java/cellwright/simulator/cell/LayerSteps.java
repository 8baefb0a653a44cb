package cellwright.simulator.cell;

import cellwright.simulator.impedance.ConstantPhaseChain;
import cellwright.simulator.impedance.ConstantPhaseStride;
import cellwright.simulator.impedance.Element;

/**
 * What all double layers of one exponent share within a step: a chain for 1 S s^a, and how its branches decay over the whole
 * step, over half of it, and not at all. Mutable, one thread.
 *
 * <p>The chain covers 10 µs to 3 hours and, with 2.5 branches per decade, is within 0.6 % of the element there, a decade inside of
 * that within 0.1 %.
 */
final class LayerSteps {
    private static final double SLOWEST = 1e-4;
    private static final double FASTEST = 1e6;
    private static final double BRANCHES_PER_DECADE = 2.5;

    final ConstantPhaseChain chain;
    final ConstantPhaseStride none;
    final ConstantPhaseStride half;
    final ConstantPhaseStride whole;
    private double seconds;

    LayerSteps(double exponent) {
        chain = new ConstantPhaseChain(new Element.ConstantPhase(1, exponent), SLOWEST, FASTEST, BRANCHES_PER_DECADE);
        none = new ConstantPhaseStride(chain);
        half = new ConstantPhaseStride(chain);
        whole = new ConstantPhaseStride(chain);
    }

    /** Sets the length of the whole step, s. */
    void last(double length) {
        if (length != seconds) {
            half.last(length / 2);
            whole.lastTwice(half);
            seconds = length;
        }
    }
}
