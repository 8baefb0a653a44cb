package cellwright.lab.reproduce;

import cellwright.analysis.CycleMetrics;
import cellwright.analysis.RateMark;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Series;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Charts of cycling. */
final class Curves {
    private static final double PERCENT = 100;
    private static final double COULOMBS_PER_MAH = 3.6;
    private static final double FLOWS = 0.01;
    /** One efficiency in so many may lie beyond either end of the axis: the first cycles are no measure of the rest. */
    private static final int RARE = 50;

    private static final double LEAST_MARGIN = 0.005;

    private Curves() {}

    /** A figure of each cycle against its number. */
    static Chart perCycle(String heading, String label, RunData data, ToDoubleFunction<CycleMetrics> figure) {
        return Chart.of(
                heading,
                Axis.linear("cycle"),
                Axis.linear(label),
                Series.points(
                        "",
                        0,
                        data.cycles().stream().mapToDouble(CycleMetrics::cycle).toArray(),
                        data.cycles().stream().mapToDouble(figure).toArray()));
    }

    /** Discharge capacities against the cycle's number, mAh/g, from a cycle on. */
    static Chart capacities(RunData data, int from) {
        return perCycle(
                "Discharge capacity",
                "capacity / mAh/g",
                data,
                cycle -> cycle.cycle() < from
                        ? Double.NaN
                        : cycle.dischargeMahPerGram().orElse(Double.NaN));
    }

    /** Coulombic efficiencies, as wide as they scatter, 100 % among them. */
    static Chart efficiencies(RunData data) {
        double[] sorted = DoubleStream.of(picked(percents(data), Cycles.marks(data), false))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no cycle has an efficiency");
        }
        int rare = sorted.length / RARE;
        double low = Math.min(PERCENT, sorted[rare]);
        double high = Math.max(PERCENT, sorted[sorted.length - 1 - rare]);
        double margin = Math.max(LEAST_MARGIN, (high - low) / 4);
        return efficiencies(data, low - margin, high + margin);
    }

    /** Coulombic efficiencies; those at a change of rate stand apart. */
    static Chart efficiencies(RunData data, double percentLow, double percentHigh) {
        List<RateMark> marks = Cycles.marks(data);
        double[] numbers =
                data.cycles().stream().mapToDouble(CycleMetrics::cycle).toArray();
        double[] all = percents(data);
        boolean changes =
                DoubleStream.of(picked(all, marks, true)).anyMatch(each -> each > percentLow && each < percentHigh);
        List<Series> series = new ArrayList<>();
        series.add(Series.points(changes ? "same rate" : "", 0, numbers, picked(all, marks, false)));
        if (changes) {
            series.add(new Series("rate changed", Series.Look.RINGS, 6, numbers, picked(all, marks, true)));
        }
        return new Chart(
                "Coulombic efficiency",
                Axis.linear("cycle"),
                Axis.linear("efficiency / %").between(percentLow, percentHigh),
                series,
                List.of(),
                false);
    }

    private static double[] percents(RunData data) {
        return data.cycles().stream()
                .mapToDouble(cycle -> cycle.coulombicEfficiency() * PERCENT)
                .toArray();
    }

    private static double[] picked(double[] values, List<RateMark> marks, boolean changed) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (marks.get(i) == RateMark.RATE_CHANGED) == changed ? values[i] : Double.NaN)
                .toArray();
    }

    /** Voltage against capacity of some cycles, both directions in the cycle's colour; what it may hide shines through the last. */
    static Chart voltages(RunData data, int... cycles) {
        Map<Integer, String> names = new LinkedHashMap<>();
        IntStream.of(cycles).forEach(cycle -> names.put(cycle, "cycle " + cycle));
        return voltages(data, names);
    }

    /** The same with names of their own. */
    static Chart voltages(RunData data, Map<Integer, String> cycles) {
        List<Series> series = new ArrayList<>();
        cycles.forEach((cycle, name) -> {
            int colour = series.size() / 2;
            Series.Look look = cycles.size() > 1 && colour == cycles.size() - 1 ? Series.Look.DASHES : Series.Look.LINE;
            series.add(halfCycle(data, cycle, 1, "", look, colour));
            series.add(halfCycle(data, cycle, -1, name, look, colour));
        });
        return new Chart(
                "Charge and discharge",
                Axis.linear("capacity / mAh/g"),
                Axis.linear(voltageLabel(data)),
                series,
                List.of(),
                false);
    }

    /** What cell voltages are measured against. */
    static String voltageLabel(RunData data) {
        return data.replay()
                .cell()
                .counterElectrode()
                .map(electrode -> "cell voltage / V (vs " + electrode.name() + ")")
                .orElse("cell voltage / V");
    }

    private static Series halfCycle(RunData data, int cycle, int sign, String name, Series.Look look, int colour) {
        Cycles.cycle(data, cycle);
        Rows rows = data.rows().ofCycle(cycle);
        double grams = data.replay()
                        .program()
                        .scale()
                        .activeMassKg()
                        .orElseThrow(() -> new IllegalArgumentException("the cell states no active mass"))
                * 1e3;
        double most = IntStream.range(0, rows.size())
                .mapToDouble(i -> Math.abs(rows.amps(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        int[] mine = IntStream.range(0, rows.size())
                .filter(i -> rows.amps(i) * sign > FLOWS * most)
                .toArray();
        double first = mine.length == 0 ? 0 : rows.coulombs(mine[0]);
        return new Series(
                name,
                look,
                colour,
                IntStream.of(mine)
                        .mapToDouble(i -> Math.abs(rows.coulombs(i) - first) / COULOMBS_PER_MAH / grams)
                        .toArray(),
                IntStream.of(mine).mapToDouble(i -> rows.volts(i)).toArray());
    }
}
