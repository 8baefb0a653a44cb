package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import cellwright.analysis.Refusal;
import java.util.stream.IntStream;

/**
 * How the stack pressure follows the charge in one half-cycle: electrodes swell and shrink, and a stiff press turns that into
 * pressure.
 *
 * @param pascalsPerCoulomb dP/dQ, the slope over the half-cycle; positive if charging raises the pressure
 * @param riseCoulombs charge that passed, positive into the cell
 * @param risePascals pressure at the end less that at the beginning, by the mean of the first and last few readings
 * @param leastPascals lowest pressure
 * @param mostPascals highest pressure
 * @param meanPascals mean of the readings
 * @param rSquared share of the scatter that a straight line explains
 */
public record PressureBreath(
        Estimate pascalsPerCoulomb,
        double riseCoulombs,
        double risePascals,
        double leastPascals,
        double mostPascals,
        double meanPascals,
        double rSquared) {
    private static final int FEWEST = 5;
    private static final int ENDS = 50;
    private static final double MPA_PER_MAH = 3.6e-6;

    /**
     * Analyses a half-cycle. Readings that are not numbers are left out.
     *
     * @param coulombs charge since any instant, positive into the cell
     * @param pascals pressure at the same readings
     * @throws IllegalArgumentException if fewer than five readings are usable or no charge passed
     */
    public static PressureBreath of(double[] coulombs, double[] pascals) {
        Refusal.unlessAlike(coulombs, pascals, "charge and pressure");
        int[] good = IntStream.range(0, coulombs.length)
                .filter(i -> Double.isFinite(coulombs[i]) && Double.isFinite(pascals[i]))
                .toArray();
        Refusal.ifFewer(good.length, FEWEST, "readings of a half-cycle");
        Line line = Line.through(coulombs, pascals);
        double[] usable = IntStream.of(good).mapToDouble(i -> pascals[i]).toArray();
        int ends = Math.max(1, usable.length / ENDS);
        return new PressureBreath(
                line.slopeEstimate(),
                coulombs[good[good.length - 1]] - coulombs[good[0]],
                mean(usable, usable.length - ends, usable.length) - mean(usable, 0, ends),
                IntStream.of(good).mapToDouble(i -> pascals[i]).min().orElseThrow(),
                IntStream.of(good).mapToDouble(i -> pascals[i]).max().orElseThrow(),
                mean(usable, 0, usable.length),
                line.rSquared());
    }

    /** dP/dQ in MPa/mAh. */
    public Estimate megapascalsPerMah() {
        return pascalsPerCoulomb.times(MPA_PER_MAH);
    }

    private static double mean(double[] column, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> column[i]).average().orElseThrow();
    }
}
