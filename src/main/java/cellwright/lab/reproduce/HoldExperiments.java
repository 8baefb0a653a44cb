package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.analysis.impedance.Circuit;
import cellwright.analysis.impedance.CircuitFit;
import cellwright.analysis.impedance.FittedCircuit;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import cellwright.lab.StepTaken;
import java.util.List;
import java.util.stream.IntStream;

/** What a potential does to a cell that is held there for a day and more. */
final class HoldExperiments {
    private static final String HELD = "4.8 V for 30 h";
    private static final String TWIN = "never held";
    private static final String HOLD = "steps/2/steps/1";
    private static final String LAST_SPECTRUM = "steps/2/steps/2";
    /** Leads, the cell without its cathode, the anode's arc, the cathode's. */
    private static final Circuit CIRCUIT = Circuit.parse("L0-R0-p(R1,CPE1)-p(R2,CPE2)");

    private static final int LAST_CYCLE = 6;
    private static final double MICRO = 1e-6;
    private static final double KILO = 1e3;
    private static final double HOUR = 3600;

    private HoldExperiments() {}

    static Experiment ageing() {
        return new Experiment(
                "Z20",
                "NCM85 held at 4.8 V for 30 h",
                ZHOU + "Fig. 7a-c",
                "The 30 h are without the spectra in between, during which the potential is held on. The resistance is that of the slower"
                        + " of two arcs in a spectrum down to 10 mHz. The twin does the same cycles without the hold.",
                0.5,
                2,
                List.of(
                        Trial.inSteel("zhou-2022-ncm85-hold", "ncm85-zhou").named(HELD),
                        Trial.inSteel("zhou-2022-ncm85-4v8-life", "ncm85-zhou")
                                .with("cycles", Integer.toString(LAST_CYCLE))
                                .named(TWIN)),
                List.of(
                        new Check(
                                "17",
                                "current at the end of the hold",
                                "µA",
                                new Target.Between(0.3, 1.0),
                                Kind.FITTED,
                                runs -> lastAmps(runs.of(HELD)) / MICRO),
                        new Check(
                                "17",
                                "resistance of the slow arc, fitted to 10 mHz",
                                "kohm",
                                new Target.Near(31, 3),
                                Kind.FITTED,
                                runs -> fit(runs).estimate("R2").value() / KILO),
                        new Check(
                                "17",
                                "least discharge capacity over that of the twin, cycles 2 to 6",
                                "%",
                                new Target.AtLeast(99),
                                Kind.IN_VIEW,
                                HoldExperiments::leastOverTwin)),
                List.of(
                        new Aside(
                                "root of the mean squared misfit of the fit",
                                "%",
                                runs -> 100 * Math.sqrt(fit(runs).reducedChiSquared())),
                        new Aside(
                                "|Z| at 0.1 Hz, discharged after the cycles",
                                "ohm",
                                runs -> Spectra.modulus(runs.of(HELD).spectra().getLast()))),
                runs -> new Figure(
                        "NCM85 at 4.8 V",
                        "",
                        List.of(currents(runs.of(HELD)), spectra(runs.of(HELD)), moduli(runs.of(HELD)))));
    }

    private static List<StepTaken> held(RunData data) {
        List<StepTaken> steps =
                data.steps().stream().filter(step -> step.path().equals(HOLD)).toList();
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("nothing was held");
        }
        return steps;
    }

    private static double lastAmps(RunData data) {
        Rows rows = data.rows().ofStep(held(data).getLast().number());
        return rows.amps(rows.size() - 1);
    }

    private static FittedCircuit fit(Runs runs) {
        return runs.once(
                FittedCircuit.class,
                () -> CircuitFit.USUAL.fit(CIRCUIT, Spectra.whole(Spectra.only(runs.of(HELD), LAST_SPECTRUM))));
    }

    private static double leastOverTwin(Runs runs) {
        return 100
                * IntStream.rangeClosed(2, LAST_CYCLE)
                        .mapToDouble(cycle -> Cycles.dischargePerGram(runs.of(HELD), cycle)
                                / Cycles.dischargePerGram(runs.of(TWIN), cycle))
                        .min()
                        .orElseThrow();
    }

    private static Chart currents(RunData data) {
        double began = held(data).getFirst().beganSeconds();
        List<Rows> parts = held(data).stream()
                .map(step -> data.rows().ofStep(step.number()))
                .toList();
        return Chart.of(
                "Current while held",
                Axis.linear("time / h"),
                Axis.log("current / µA"),
                Series.points(
                        "",
                        0,
                        parts.stream()
                                .flatMapToDouble(rows -> IntStream.range(0, rows.size())
                                        .mapToDouble(i -> (rows.seconds(i) - began) / HOUR))
                                .toArray(),
                        parts.stream()
                                .flatMapToDouble(
                                        rows -> IntStream.range(0, rows.size()).mapToDouble(i -> rows.amps(i) / MICRO))
                                .toArray()));
    }

    private static Chart spectra(RunData data) {
        return Spectra.nyquist(
                "The last spectrum, to 10 mHz",
                "kohm",
                Spectra.curve("", 0, Spectra.only(data, LAST_SPECTRUM), 1 / KILO));
    }

    private static Chart moduli(RunData data) {
        var rows = Spectra.at(data, HOLD + "/every/0");
        return Chart.of(
                "|Z| at 0.1 Hz while held",
                Axis.linear("spectrum"),
                Axis.linear("|Z| / kohm"),
                Series.points(
                        "",
                        0,
                        IntStream.rangeClosed(1, rows.size())
                                .mapToDouble(i -> i)
                                .toArray(),
                        rows.stream()
                                .mapToDouble(row -> Spectra.modulus(row) / KILO)
                                .toArray()));
    }
}
