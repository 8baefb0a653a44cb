package cellwright.analysis.solid;

import cellwright.analysis.Estimate;
import cellwright.analysis.Line;
import cellwright.analysis.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the stack pressure does not give back: its change from cycle to cycle at the same state of charge, by creep of the pellet,
 * lithium that is lost, or the press.
 *
 * @param pascalsPerCycle slope over all cycles
 * @param totalPascals pressure of the last cycle less that of the first
 * @param steps from each usable cycle to the next, in pascals per cycle
 */
public record PressureDrift(Estimate pascalsPerCycle, double totalPascals, List<Double> steps) {
    /** Takes an immutable copy. */
    public PressureDrift {
        steps = List.copyOf(steps);
    }

    /**
     * Analyses a run. Cycles whose pressure is not a number are left out.
     *
     * @param cycles numbers of the cycles, rising
     * @param pascals pressure of each at the same state of charge, for instance at its beginning
     * @throws IllegalArgumentException if fewer than two cycles are usable or their numbers do not rise
     */
    public static PressureDrift of(int[] cycles, double[] pascals) {
        double[] numbers = Arrays.stream(cycles).asDoubleStream().toArray();
        Refusal.unlessAlike(numbers, pascals, "cycles and pressures");
        int[] good = IntStream.range(0, pascals.length)
                .filter(i -> Double.isFinite(pascals[i]))
                .toArray();
        Refusal.ifFewer(good.length, 2, "cycles");
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < good.length; i++) {
            double apart = numbers[good[i]] - numbers[good[i - 1]];
            if (!(apart > 0)) {
                throw new IllegalArgumentException("cycle numbers do not rise after " + cycles[good[i - 1]]);
            }
            steps.add((pascals[good[i]] - pascals[good[i - 1]]) / apart);
        }
        return new PressureDrift(
                Line.through(numbers, pascals).slopeEstimate(),
                pascals[good[good.length - 1]] - pascals[good[0]],
                steps);
    }
}
