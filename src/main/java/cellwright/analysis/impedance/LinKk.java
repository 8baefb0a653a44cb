package cellwright.analysis.impedance;

import cellwright.analysis.Refusal;

/**
 * The linear Kramers-Kronig fit of Boukamp with the choice of the number of time constants by Schönleber, Klotz and
 * Ivers-Tiffée (Electrochim. Acta 131, 20, 2014): a spectrum is described by a sum of fixed time constants, log-spaced over
 * its own frequency range, with more of them until mu says that noise is being fitted.
 *
 * <p>The mu criterion alone is not a verdict: on ordinary spectra it stops at three time constants with residuals of tens of
 * percent. {@link KramersKronigCheck} gives the verdict.
 */
public final class LinKk {
    /** The threshold of mu that the authors recommend. */
    public static final double USUAL_MU = 0.85;

    private LinKk() {}

    /** Which part of the spectrum the coefficients are fitted to. */
    public enum Part {
        /** Z'; then L and C from the rest of Z''. */
        REAL,
        /** Z''; then R0 from the rest of Z'. */
        IMAGINARY,
        /** Both. */
        COMPLEX
    }

    /**
     * Fits a given number of time constants.
     *
     * @param timeConstants M, 1 or more
     * @param capacitance whether a series capacitance is added, as blocking electrodes need it
     * @throws IllegalArgumentException if M is below 1 or the frequencies do not span a range
     */
    public static LinKkFit fit(Impedances data, int timeConstants, Part part, boolean capacitance) {
        double[] taus = timeConstants(data, timeConstants);
        LinKkModel model =
                switch (part) {
                    case REAL -> LinKkModel.ofReal(data, taus, capacitance);
                    case IMAGINARY -> LinKkModel.ofImaginary(data, taus, capacitance);
                    case COMPLEX -> LinKkModel.ofBoth(data, taus, capacitance);
                };
        return new LinKkFit(part, model, data);
    }

    /**
     * Adds time constants, from 1, until mu falls to the threshold: the published procedure, and no verdict.
     *
     * @param threshold of mu, 0 to 1; {@link #USUAL_MU}
     * @param most M at which the search ends at the latest
     */
    public static LinKkFit search(Impedances data, double threshold, int most, Part part, boolean capacitance) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold of mu lies between 0 and 1, not at " + threshold);
        }
        Refusal.ifFewer(most, 1, "time constants");
        LinKkFit fit = fit(data, 1, part, capacitance);
        while (fit.mu() > threshold && fit.timeConstants() < most) {
            fit = fit(data, fit.timeConstants() + 1, part, capacitance);
        }
        return fit;
    }

    /**
     * 1 less the ratio of the negative to the positive resistances, by their sums: near 1 while a spectrum is described, falling
     * when resistances of alternating sign fit its noise. 1 if there is none at all, minus infinity if all are negative.
     */
    public static double mu(double... resistances) {
        double negative = 0;
        double positive = 0;
        for (double resistance : resistances) {
            negative += Math.max(-resistance, 0);
            positive += Math.max(resistance, 0);
        }
        return negative == 0 ? 1 : 1 - negative / positive;
    }

    private static double[] timeConstants(Impedances data, int count) {
        Refusal.ifFewer(count, 1, "time constants");
        double shortest = 1 / (2 * Math.PI * data.highestHertz());
        double longest = 1 / (2 * Math.PI * data.lowestHertz());
        if (!(longest > shortest)) {
            throw new IllegalArgumentException("a spectrum of a single frequency cannot be checked");
        }
        if (count == 1) {
            return new double[] {longest};
        }
        double[] taus = new double[count];
        for (int k = 0; k < count; k++) {
            taus[k] = shortest * Math.pow(longest / shortest, k / (count - 1.0));
        }
        return taus;
    }
}
