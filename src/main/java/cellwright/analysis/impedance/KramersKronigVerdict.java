package cellwright.analysis.impedance;

import java.util.List;

/**
 * Whether a spectrum may be one of a linear, causal cell that did not change while it was measured.
 *
 * @param outcome the verdict
 * @param admittance whether the admittance was described, which blocking cells prefer, rather than the impedance
 * @param timeConstants how many were needed
 * @param mu of that description; informative, no criterion
 * @param rms root of the mean squared modulus of the relative residuals
 * @param largest largest relative residual of either part
 * @param worstHertz where it lies
 * @param noise estimated relative noise of one part of Z: the scatter per degree of freedom
 * @param imaginaryFromReal rms error with which the real part alone predicts the imaginary part, half a decade at both ends left
 *     out; NaN if no point is left
 * @param realFromImaginary the same the other way round
 * @param residuals (Z - model)/|Z| at each point of the data
 * @param reasons what speaks against the spectrum, in words; empty if consistent
 */
public record KramersKronigVerdict(
        Outcome outcome,
        boolean admittance,
        int timeConstants,
        double mu,
        double rms,
        double largest,
        double worstHertz,
        double noise,
        double imaginaryFromReal,
        double realFromImaginary,
        List<Phasor> residuals,
        List<String> reasons) {
    /** Takes immutable copies. */
    public KramersKronigVerdict {
        residuals = List.copyOf(residuals);
        reasons = List.copyOf(reasons);
    }

    /** The verdict. */
    public enum Outcome {
        /** Every residual is within the limit and each part predicts the other. */
        CONSISTENT,
        /** Some points are off, or the parts predict each other badly; look before fitting. */
        DOUBTFUL,
        /** Residuals are beyond the limit as a whole: noisy, drifting or non-linear. */
        INCONSISTENT,
        /** Too few points or too narrow a range for a verdict. */
        UNDECIDED
    }
}
