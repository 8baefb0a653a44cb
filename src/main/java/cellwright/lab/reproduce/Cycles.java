package cellwright.lab.reproduce;

import cellwright.analysis.CycleCurrents;
import cellwright.analysis.CycleMetrics;
import cellwright.analysis.EfficiencyStatistics;
import cellwright.analysis.RateMark;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.util.List;
import java.util.OptionalDouble;

/** Judgements of cycling: figures of one cycle, or of a range of them. Cycle numbers are those of the run. */
final class Cycles {
    private static final double PERCENT = 100;
    private static final double MILLIAMPS_PER_SQUARE_CM = 0.1;

    private Cycles() {}

    /** Discharge capacity, mAh/g. */
    static double dischargePerGram(RunData data, int cycle) {
        return known(cycle(data, cycle).dischargeMahPerGram(), "active mass");
    }

    /** Discharge capacity, mAh/cm². */
    static double dischargePerSquareCm(RunData data, int cycle) {
        return known(cycle(data, cycle).dischargeMahPerSquareCm(), "area");
    }

    /** Discharge capacity over that of the protocol's reference cycle, percent. */
    static double retention(RunData data, int cycle) {
        return cycle(data, cycle).retention() * PERCENT;
    }

    /** Discharge capacity of a cycle over that of another, percent. */
    static double ratio(RunData data, int cycle, int to) {
        return cycle(data, cycle).dischargeAh() / cycle(data, to).dischargeAh() * PERCENT;
    }

    /** Largest departure of a discharge capacity from that of a cycle, over a range of cycles, percent. */
    static double departure(RunData data, int from, int to, int reference) {
        double most = 0;
        for (int i = from; i <= to; i++) {
            most = Math.max(most, Math.abs(ratio(data, i, reference) - PERCENT));
        }
        return most;
    }

    /** Lowest discharge capacity over a range of cycles, mAh/g. */
    static double leastPerGram(RunData data, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i <= to; i++) {
            least = Math.min(least, dischargePerGram(data, i));
        }
        return least;
    }

    /** Lowest discharge capacity over a range of cycles, mAh/cm². */
    static double leastPerSquareCm(RunData data, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i <= to; i++) {
            least = Math.min(least, dischargePerSquareCm(data, i));
        }
        return least;
    }

    /** The current density that half of the discharge charge passed with, mA/cm². */
    static double dischargeDensity(RunData data, int cycle) {
        cycle(data, cycle);
        double area = known(data.replay().program().scale().areaM2(), "area");
        return currents(data, cycle).dischargeAmps() / area * MILLIAMPS_PER_SQUARE_CM;
    }

    /** The lowest coulombic efficiency over a range of cycles, percent; cycles at which a rate changed are left out. */
    static double leastEfficiency(RunData data, int from, int to) {
        cycle(data, to);
        return EfficiencyStatistics.of(data.cycles(), marks(data), from, to).least() * PERCENT;
    }

    /** A mark for each cycle. */
    static List<RateMark> marks(RunData data) {
        return RateMark.of(data.cycles().stream()
                .map(cycle -> currents(data, cycle.cycle()))
                .toList());
    }

    /** A completed cycle, or a refusal that says how far the run came. */
    static CycleMetrics cycle(RunData data, int cycle) {
        return data.cycles().stream()
                .filter(each -> each.cycle() == cycle)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cycle " + cycle + " was not completed; the run has "
                        + data.cycles().size() + " cycles"));
    }

    private static CycleCurrents currents(RunData data, int cycle) {
        Rows rows = data.rows().ofCycle(cycle);
        return CycleCurrents.of(cycle, rows.seconds(), rows.amps());
    }

    private static double known(OptionalDouble value, String what) {
        return value.orElseThrow(() -> new IllegalArgumentException("the cell states no " + what));
    }
}
