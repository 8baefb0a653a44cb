package cellwright.lab.reproduce;

import cellwright.analysis.CycleMetrics;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.JournalHash;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the program promises whatever the cell. */
final class ProgramExperiments {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double PER_QUADRILLION = 1e15;

    private ProgramExperiments() {}

    static Experiment chargeBalance() {
        return new Experiment(
                "N1",
                "Charge that was counted twice balances",
                Papers.OWN,
                "Steps count charge by themselves, and the instrument has a coulomb counter. Every other run of the table is checked"
                        + " likewise before it is judged.",
                1,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-3c-life", "ncm85-zhou").with("cycles", "300")),
                List.of(new Check(
                        "N1",
                        "charge imbalance over throughput",
                        "",
                        new Target.Below(1e-9),
                        Kind.PROGRAM,
                        runs -> runs.only().audit().chargeImbalance())),
                runs -> imbalance(runs.only()));
    }

    static Experiment determinism() {
        Trial trial = Trial.inSteel("zhou-2022-ncm85-high-loading", "ncm85-high-loading")
                .with("cycles", "5");
        return new Experiment(
                "N4",
                "The same seed gives the same bytes on any number of threads",
                Papers.OWN,
                "The same order is run four times at the same time; the SHA-256 hashes of the journals are compared.",
                0.2,
                4,
                IntStream.rangeClosed(1, 4)
                        .mapToObj(copy -> trial.named("copy " + copy))
                        .toList(),
                List.of(new Check(
                        "N4",
                        "different journals of four equal runs",
                        "",
                        new Target.Near(1, 0),
                        Kind.PROGRAM,
                        ProgramExperiments::differentJournals)),
                runs -> charge(runs.of("copy 1")));
    }

    static Experiment reference() {
        String indium = "indium";
        String lithium = "lithium";
        return new Experiment(
                "REF",
                "Potentials mean the same whatever the counter electrode",
                Papers.OWN,
                "One protocol, stated versus Li+/Li, on a cell with In/InLi and on its twin with lithium.",
                0.3,
                1,
                List.of(
                        Trial.inSteel("reference-shift", "ncm85-zhou").named(indium),
                        Trial.inSteel("reference-shift", "ncm85-lithium").named(lithium)),
                List.of(new Check(
                        "22",
                        "discharge capacity with lithium over indium, cycle 2",
                        Papers.PERCENT,
                        new Target.Near(100, 0.2),
                        Kind.CONSTRUCTION,
                        runs -> Cycles.cycle(runs.of(lithium), 2).dischargeAh()
                                / Cycles.cycle(runs.of(indium), 2).dischargeAh()
                                * 100)),
                runs -> new Figure(
                        "The same potentials versus Li+/Li",
                        "",
                        List.of(Curves.voltages(runs.of(indium), 2), Curves.voltages(runs.of(lithium), 2))));
    }

    private static double differentJournals(Runs runs) {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(copy -> hash(runs.of("copy " + copy)))
                .distinct()
                .count();
    }

    private static String hash(RunData data) {
        try {
            return JournalHash.of(data.replay().folder());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Between the first row and the last of each cycle, by the engine's tally and by the instrument's counter. */
    private static Figure imbalance(RunData data) {
        Rows rows = data.rows();
        double[] numbers =
                data.cycles().stream().mapToDouble(CycleMetrics::cycle).toArray();
        double[] parts = new double[numbers.length];
        double throughput = 0;
        for (int i = 0; i < parts.length; i++) {
            CycleMetrics cycle = data.cycles().get(i);
            Rows within = rows.ofCycle(cycle.cycle());
            int last = within.size() - 1;
            throughput += (cycle.chargeAh() + cycle.dischargeAh()) * SECONDS_PER_HOUR;
            double counted = within.coulombs(last) - rows.coulombs(0);
            double moved = within.counter(last) - rows.counter(0);
            parts[i] = Math.abs(counted - moved) / throughput * PER_QUADRILLION;
        }
        return new Figure(
                "The engine's count of charge against the instrument's counter",
                "",
                List.of(Chart.of(
                        "Difference over throughput",
                        Axis.linear("cycle"),
                        Axis.linear("difference / 10⁻¹⁵"),
                        Series.points("", 0, numbers, parts))));
    }

    private static Figure charge(RunData data) {
        Rows rows = data.rows();
        double[] hours =
                DoubleStream.of(rows.seconds()).map(s -> s / SECONDS_PER_HOUR).toArray();
        double[] mah = DoubleStream.of(rows.coulombs()).map(c -> c / 3.6).toArray();
        return new Figure(
                "Net charge by the engine's count",
                "",
                List.of(Chart.of(
                        "The first of four equal runs",
                        Axis.linear("time / h"),
                        Axis.linear("charge / mAh"),
                        Series.line("", 0, hours, mah))));
    }
}
