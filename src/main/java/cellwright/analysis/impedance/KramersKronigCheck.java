package cellwright.analysis.impedance;

import cellwright.analysis.Refusal;
import cellwright.analysis.impedance.KramersKronigVerdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The verdict on a spectrum, made so that the known traps of the linear Kramers-Kronig test are not stepped into.
 *
 * <p>The number of time constants is not left to mu. Both parts are described together, with inductance and capacitance, by
 * every number of time constants from one per decade up to seven, of the impedance and of the admittance; the fewest are taken
 * whose scatter per degree of freedom is near the smallest. Then the residuals are judged against a limit, and each part must
 * predict the other within a few times that limit.
 *
 * @param limit largest relative residual that is accepted, above 0; 0.01 is usual
 * @param leastPerDecade fewest time constants per decade of frequency, above 0
 * @param mostPerDecade most time constants per decade of frequency, not below the fewest
 */
public record KramersKronigCheck(double limit, double leastPerDecade, double mostPerDecade) {
    /** Residuals up to 1 %, one to seven time constants per decade. */
    public static final KramersKronigCheck USUAL = new KramersKronigCheck(0.01, 1, 7);

    private static final KramersKronigCheck BRIEF = new KramersKronigCheck(0.01, 3, 3);
    private static final int FEWEST_POINTS = 8;
    private static final double NARROWEST_DECADES = 1;
    private static final int FEWEST_CONSTANTS = 3;
    private static final double NEAR_THE_BEST = 1.2;
    private static final double PREDICTION_FACTOR = 3;
    private static final double END_FACTOR = Math.sqrt(10);
    private static final double MOST_OF_POINTS = 0.75;

    /** Refuses limits that are none. */
    public KramersKronigCheck {
        Refusal.unlessPositive(limit, "the limit of relative residuals");
        Refusal.unlessPositive(leastPerDecade, "the fewest time constants per decade");
        if (!(mostPerDecade >= leastPerDecade)) {
            throw new IllegalArgumentException("the most time constants per decade are below the fewest");
        }
    }

    /**
     * Judges a spectrum as {@link #USUAL} does, but only if three time constants per decade do not describe it already: what they
     * do describe needs no more, and costs a twentieth.
     */
    public static KramersKronigVerdict screened(Impedances data) {
        KramersKronigVerdict brief = BRIEF.judge(data);
        return brief.outcome() == Outcome.CONSISTENT ? brief : USUAL.judge(data);
    }

    /** Judges a spectrum. */
    public KramersKronigVerdict judge(Impedances data) {
        if (data.size() < FEWEST_POINTS || data.decades() < NARROWEST_DECADES) {
            return undecided(data);
        }
        Description impedance = describe(data, false);
        Description admittance = describe(inverse(data), true);
        return verdict(data, admittance.scatter < impedance.scatter ? admittance : impedance);
    }

    private record Description(Impedances data, boolean admittance, LinKkFit fit, double scatter) {}

    private Description describe(Impedances data, boolean admittance) {
        int least = Math.max(FEWEST_CONSTANTS, (int) Math.ceil(leastPerDecade * data.decades()));
        int most = (int) Math.min(mostPerDecade * data.decades(), MOST_OF_POINTS * data.size());
        List<Description> all = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (int m = least; m <= Math.max(least, most); m++) {
            LinKkFit fit = LinKk.fit(data, m, LinKk.Part.COMPLEX, true);
            double scatter = fit.chiSquared() / Math.max(2 * data.size() - m - 3, 1);
            all.add(new Description(data, admittance, fit, scatter));
            best = Math.min(best, scatter);
        }
        double enough = best * NEAR_THE_BEST;
        return all.stream().filter(d -> d.scatter <= enough).findFirst().orElse(all.get(all.size() - 1));
    }

    private KramersKronigVerdict verdict(Impedances data, Description chosen) {
        int m = chosen.fit.timeConstants();
        LinKkFit real = LinKk.fit(chosen.data, m, LinKk.Part.REAL, true);
        LinKkFit imaginary = LinKk.fit(chosen.data, m, LinKk.Part.IMAGINARY, true);
        double fromReal = interiorRms(chosen.data, real, true);
        double fromImaginary = interiorRms(chosen.data, imaginary, false);
        List<Phasor> residuals = residuals(data, chosen);
        int worst = worst(residuals);
        double largest = size(residuals.get(worst));
        double rms = Math.sqrt(residuals.stream()
                .mapToDouble(r -> r.modulus() * r.modulus())
                .average()
                .orElseThrow());
        List<String> reasons = reasons(data, residuals, rms, fromReal, fromImaginary);
        Outcome outcome =
                reasons.isEmpty() ? Outcome.CONSISTENT : rms > limit ? Outcome.INCONSISTENT : Outcome.DOUBTFUL;
        return new KramersKronigVerdict(
                outcome,
                chosen.admittance,
                m,
                chosen.fit.mu(),
                rms,
                largest,
                data.hertz(worst),
                Math.sqrt(chosen.scatter),
                fromReal,
                fromImaginary,
                residuals,
                reasons);
    }

    private List<String> reasons(
            Impedances data, List<Phasor> residuals, double rms, double fromReal, double fromImaginary) {
        List<String> reasons = new ArrayList<>();
        if (rms > limit) {
            reasons.add(percent("residuals are %.2f %% as a whole", rms));
        }
        int[] off = IntStream.range(0, residuals.size())
                .filter(i -> size(residuals.get(i)) > limit)
                .toArray();
        if (off.length > 0) {
            double low = IntStream.of(off).mapToDouble(data::hertz).min().orElseThrow();
            double high = IntStream.of(off).mapToDouble(data::hertz).max().orElseThrow();
            reasons.add(String.format(
                    Locale.ROOT,
                    "%d of %d points are off by more than %.2f %%, between %.4g and %.4g Hz",
                    off.length,
                    residuals.size(),
                    100 * limit,
                    low,
                    high));
        }
        if (fromReal > PREDICTION_FACTOR * limit) {
            reasons.add(percent("the real part predicts the imaginary part only to %.2f %%", fromReal));
        }
        if (fromImaginary > PREDICTION_FACTOR * limit) {
            reasons.add(percent("the imaginary part predicts the real part only to %.2f %%", fromImaginary));
        }
        return reasons;
    }

    private static String percent(String text, double share) {
        return String.format(Locale.ROOT, text, 100 * share);
    }

    private static double interiorRms(Impedances data, LinKkFit fit, boolean imaginary) {
        double low = data.lowestHertz() * END_FACTOR;
        double high = data.highestHertz() / END_FACTOR;
        return Math.sqrt(IntStream.range(0, data.size())
                .filter(i -> data.hertz(i) >= low && data.hertz(i) <= high)
                .mapToObj(fit::residual)
                .mapToDouble(r -> imaginary ? r.imaginary() * r.imaginary() : r.real() * r.real())
                .average()
                .orElse(Double.NaN));
    }

    /** Residuals of the impedance, whichever was described. */
    private static List<Phasor> residuals(Impedances data, Description chosen) {
        if (!chosen.admittance) {
            return IntStream.range(0, data.size())
                    .mapToObj(chosen.fit::residual)
                    .toList();
        }
        return IntStream.range(0, data.size())
                .mapToObj(i -> data.ohm(i).minus(chosen.fit.model(i).inverse()).times(1 / data.modulusOhm(i)))
                .toList();
    }

    private static int worst(List<Phasor> residuals) {
        int worst = 0;
        for (int i = 1; i < residuals.size(); i++) {
            worst = size(residuals.get(i)) > size(residuals.get(worst)) ? i : worst;
        }
        return worst;
    }

    private static double size(Phasor residual) {
        return Math.max(Math.abs(residual.real()), Math.abs(residual.imaginary()));
    }

    private static Impedances inverse(Impedances data) {
        Phasor[] siemens = IntStream.range(0, data.size())
                .mapToObj(i -> data.ohm(i).inverse())
                .toArray(Phasor[]::new);
        return Impedances.of(
                IntStream.range(0, data.size()).mapToDouble(data::hertz).toArray(),
                IntStream.range(0, data.size())
                        .mapToDouble(i -> siemens[i].real())
                        .toArray(),
                IntStream.range(0, data.size())
                        .mapToDouble(i -> siemens[i].imaginary())
                        .toArray());
    }

    private static KramersKronigVerdict undecided(Impedances data) {
        String reason = String.format(
                Locale.ROOT,
                "%d points over %.2f decades; a verdict needs %d over %.0f",
                data.size(),
                data.decades(),
                FEWEST_POINTS,
                NARROWEST_DECADES);
        double none = Double.NaN;
        return new KramersKronigVerdict(
                Outcome.UNDECIDED, false, 0, none, none, none, none, none, none, none, List.of(), List.of(reason));
    }
}
