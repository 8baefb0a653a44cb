package cellwright.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The currents a cycle was charged and discharged with: of each direction the current at which half of its charge had passed, when
 * sorted by current. The taper of a constant-voltage step does not change it as long as most of the charge came before.
 *
 * @param cycle its number
 * @param chargeAmps magnitude while charging; NaN if nothing was charged
 * @param dischargeAmps magnitude while discharging; NaN if nothing was discharged
 */
public record CycleCurrents(int cycle, double chargeAmps, double dischargeAmps) {
    /**
     * Takes the currents of a cycle from its readings. Each counts until the next one; readings that are not numbers are left out.
     *
     * @param cycle its number
     * @param seconds time of the readings, not falling
     * @param amps current, positive while charging
     * @throws IllegalArgumentException if the columns differ in length or time falls
     */
    public static CycleCurrents of(int cycle, double[] seconds, double[] amps) {
        Refusal.unlessAlike(seconds, amps, "time and current");
        int[] good = IntStream.range(0, seconds.length)
                .filter(i -> Double.isFinite(seconds[i]) && Double.isFinite(amps[i]))
                .toArray();
        double[] coulombs = new double[seconds.length];
        for (int i = 1; i < good.length; i++) {
            double lasted = seconds[good[i]] - seconds[good[i - 1]];
            if (lasted < 0) {
                throw new IllegalArgumentException("time falls after " + seconds[good[i - 1]] + " s");
            }
            coulombs[good[i - 1]] = amps[good[i - 1]] * lasted;
        }
        return new CycleCurrents(cycle, median(amps, coulombs, 1), median(amps, coulombs, -1));
    }

    private static double median(double[] amps, double[] coulombs, int sign) {
        int[] sorted = IntStream.range(0, amps.length)
                .filter(i -> coulombs[i] * sign > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(amps[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double half =
                Arrays.stream(sorted).mapToDouble(i -> Math.abs(coulombs[i])).sum() / 2;
        double sum = 0;
        for (int i : sorted) {
            sum += Math.abs(coulombs[i]);
            if (sum >= half) {
                return Math.abs(amps[i]);
            }
        }
        return Double.NaN;
    }
}
