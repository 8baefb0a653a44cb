package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import java.util.List;

/**
 * What the current of a held cell comes to.
 *
 * @param law the decay that describes the hold better
 * @param finalAmps the current it decays to
 * @param timeConstantSeconds of an exponential decay; NaN otherwise
 * @param akaikeExponential criterion of the exponential decay, smaller is better
 * @param akaikeDiffusive criterion of the decay with the root of time
 * @param tailAmps mean of the last window, with the uncertainty of the mean
 * @param tailDriftAmps how much the current changes over that window, by its slope
 * @param tailScatterAmps standard deviation about that slope
 * @param coulombs the charge that passed during the hold, positive into the cell
 * @param reasons why the hold has not converged; empty if it has
 */
public record HoldCurrent(
        Law law,
        Estimate finalAmps,
        double timeConstantSeconds,
        double akaikeExponential,
        double akaikeDiffusive,
        Estimate tailAmps,
        double tailDriftAmps,
        double tailScatterAmps,
        double coulombs,
        List<String> reasons) {
    /** Takes an immutable copy. */
    public HoldCurrent {
        reasons = List.copyOf(reasons);
    }

    /** How a current decays. */
    public enum Law {
        /** I = I0 + A exp(-t/tau). */
        EXPONENTIAL,
        /** I = I0 + B/sqrt(t), as diffusion lets it. */
        DIFFUSIVE
    }

    /** Whether the final current may be called a leakage. */
    public boolean converged() {
        return reasons.isEmpty();
    }

    /** Leakage resistance in ohm at a cell voltage. */
    public double leakageOhm(double volts) {
        return volts / finalAmps.value();
    }
}
