package cellwright.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Coulombic efficiencies over a range of cycles, without those that cannot be compared.
 *
 * @param mean of the efficiencies; its uncertainty is that of the mean
 * @param least lowest efficiency
 * @param most highest efficiency
 * @param used numbers of the cycles that count
 * @param rateChanged numbers of the cycles that were left out because a rate changed
 * @param unusable numbers of the cycles that were left out because they have no efficiency
 */
public record EfficiencyStatistics(
        Estimate mean,
        double least,
        double most,
        List<Integer> used,
        List<Integer> rateChanged,
        List<Integer> unusable) {
    /** Takes immutable copies. */
    public EfficiencyStatistics {
        used = List.copyOf(used);
        rateChanged = List.copyOf(rateChanged);
        unusable = List.copyOf(unusable);
    }

    /**
     * Statistics of the cycles from one number to another, both included. A cycle of unknown mark counts: the first of a run has
     * no discharge before it, and whether it belongs in the statistics is said by the range.
     *
     * @param cycles in their order
     * @param marks one for each cycle
     * @throws IllegalArgumentException if marks and cycles are not as many, or no cycle is left
     */
    public static EfficiencyStatistics of(List<CycleMetrics> cycles, List<RateMark> marks, int from, int to) {
        if (cycles.size() != marks.size()) {
            throw new IllegalArgumentException(cycles.size() + " cycles have " + marks.size() + " marks");
        }
        List<Integer> used = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        List<Integer> unusable = new ArrayList<>();
        List<Double> efficiencies = new ArrayList<>();
        for (int i = 0; i < cycles.size(); i++) {
            CycleMetrics cycle = cycles.get(i);
            if (cycle.cycle() < from || cycle.cycle() > to) {
                continue;
            }
            if (marks.get(i) == RateMark.RATE_CHANGED) {
                changed.add(cycle.cycle());
            } else if (!Double.isFinite(cycle.coulombicEfficiency())) {
                unusable.add(cycle.cycle());
            } else {
                used.add(cycle.cycle());
                efficiencies.add(cycle.coulombicEfficiency());
            }
        }
        Refusal.ifFewer(used.size(), 1, "cycles");
        return of(efficiencies.stream().mapToDouble(Double::doubleValue).toArray(), used, changed, unusable);
    }

    private static EfficiencyStatistics of(
            double[] efficiencies, List<Integer> used, List<Integer> changed, List<Integer> unusable) {
        double mean = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double efficiency : efficiencies) {
            mean += efficiency / efficiencies.length;
            least = Math.min(least, efficiency);
            most = Math.max(most, efficiency);
        }
        double squares = 0;
        for (double efficiency : efficiencies) {
            squares += (efficiency - mean) * (efficiency - mean);
        }
        int degrees = efficiencies.length - 1;
        double uncertainty = Math.sqrt(squares / degrees / efficiencies.length);
        return new EfficiencyStatistics(new Estimate(mean, uncertainty, degrees), least, most, used, changed, unusable);
    }
}
