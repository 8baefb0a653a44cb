package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.engine.SpectrumRow;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.RunData;
import java.util.List;
import java.util.stream.IntStream;

/** The impedance of cells along a cycle and over cycles. */
final class ImpedanceExperiments {
    private static final int CHARGED = 7;
    private static final int LAST_JUDGED = 11;
    private static final String NCM622 = "NCM622";
    private static final String NCM85 = "NCM85";

    private ImpedanceExperiments() {}

    static Experiment alongTheFirstCycle() {
        return new Experiment(
                "Z17",
                "Impedance of NCM622 along its first cycle, 2.8 to 4.6 V",
                ZHOU + "Fig. 6a-c",
                "Points are counted from 1, the cell as built; 2 to 7 are on charge, one an hour and one charged. The smallest is sought among"
                        + " those on charge, since each has a twin on discharge.",
                0.2,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm622-first-cycle-impedance", "ncm622")),
                List.of(
                        new Check(
                                "15",
                                "largest |Z| at 0.1 Hz, points 2 to 11",
                                "ohm",
                                new Target.Below(80),
                                Kind.FITTED,
                                runs -> IntStream.rangeClosed(2, LAST_JUDGED)
                                        .mapToDouble(number -> modulus(runs, number))
                                        .max()
                                        .orElseThrow()),
                        new Check(
                                "15",
                                "point of the smallest |Z| at 0.1 Hz on charge",
                                "",
                                new Target.Between(3, 5),
                                Kind.IN_VIEW,
                                runs -> onCharge(runs, false)),
                        new Check(
                                "15",
                                "point of the largest |Z| at 0.1 Hz on charge",
                                "",
                                new Target.Near(CHARGED, 0),
                                Kind.IN_VIEW,
                                runs -> onCharge(runs, true)),
                        new Check(
                                "15",
                                "|Z| at 0.1 Hz, point 1 over point 2",
                                "",
                                new Target.AtLeast(5),
                                Kind.PREDICTED,
                                runs -> modulus(runs, 1) / modulus(runs, 2))),
                List.of(
                        new Aside("|Z| at 0.1 Hz, as built", "ohm", runs -> modulus(runs, 1)),
                        new Aside("|Z| at 0.1 Hz, half charged, point 4", "ohm", runs -> modulus(runs, 4)),
                        new Aside("|Z| at 0.1 Hz, charged, point 7", "ohm", runs -> modulus(runs, CHARGED)),
                        new Aside(
                                "|Z| at 0.1 Hz, discharged, the last point",
                                "ohm",
                                runs -> modulus(runs, runs.only().spectra().size())),
                        new Aside("number of points", "spectra", runs -> runs.only()
                                .spectra()
                                .size())),
                runs -> new Figure(
                        "NCM622 along its first cycle",
                        "",
                        List.of(moduli(runs.only()), some(runs.only(), 1, 4, CHARGED, 13))));
    }

    static Experiment overCycles() {
        return new Experiment(
                "Z18",
                "Impedance of discharged cells over cycles",
                ZHOU + "Fig. 6d,e, Supplementary Fig. 17",
                "A spectrum after an hour of rest in some cycles; the growth is the largest of any over the one of cycle 1. NCM622 to 4.6 V,"
                        + " NCM85 to 4.3 V.",
                1,
                1,
                List.of(
                        Trial.inSteel("zhou-2022-ncm622-cycling-impedance", "ncm622")
                                .named(NCM622),
                        Trial.inSteel("zhou-2022-ncm85-cycling-impedance", "ncm85-zhou")
                                .named(NCM85)),
                List.of(growth(NCM622, 10, 2, Kind.FITTED), growth(NCM85, 160, 5, Kind.FITTED)),
                List.of(
                        new Aside(
                                "|Z| at 0.1 Hz in cycle 1, NCM622",
                                "ohm",
                                runs -> Spectra.modulus(Spectra.number(runs.of(NCM622), 1))),
                        new Aside(
                                "|Z| at 0.1 Hz in cycle 1, NCM85",
                                "ohm",
                                runs -> Spectra.modulus(Spectra.number(runs.of(NCM85), 1)))),
                runs -> new Figure(
                        "Discharged cells over cycles",
                        "",
                        List.of(cycles(runs.of(NCM622), NCM622), cycles(runs.of(NCM85), NCM85))));
    }

    private static Check growth(String cell, int cycles, double mostOhm, Kind kind) {
        return new Check(
                "16",
                "growth of |Z| at 0.1 Hz over " + cycles + " cycles, " + cell,
                "ohm",
                new Target.AtMost(mostOhm),
                kind,
                runs -> growth(runs.of(cell), cycles));
    }

    private static double growth(RunData data, int cycles) {
        if (data.spectra().getLast().cycle() != cycles) {
            throw new IllegalArgumentException(
                    "the last spectrum is of cycle " + data.spectra().getLast().cycle() + ", not of " + cycles);
        }
        double first = Spectra.modulus(Spectra.number(data, 1));
        return data.spectra().stream().mapToDouble(Spectra::modulus).max().orElseThrow() - first;
    }

    private static double modulus(Runs runs, int number) {
        return Spectra.modulus(Spectra.number(runs.only(), number));
    }

    /** The point on charge with the largest |Z|, or the smallest. */
    private static double onCharge(Runs runs, boolean largest) {
        int found = 2;
        for (int number = 3; number <= CHARGED; number++) {
            boolean larger = modulus(runs, number) > modulus(runs, found);
            found = larger == largest ? number : found;
        }
        return found;
    }

    private static Chart moduli(RunData data) {
        List<SpectrumRow> rows = data.spectra();
        return Chart.of(
                "|Z| at 0.1 Hz",
                Axis.linear("point"),
                Axis.log("|Z| / ohm"),
                Series.points(
                        "",
                        0,
                        rows.stream().mapToDouble(SpectrumRow::index).toArray(),
                        rows.stream().mapToDouble(Spectra::modulus).toArray()));
    }

    private static Chart some(RunData data, int... numbers) {
        Series[] curves = IntStream.range(0, numbers.length)
                .mapToObj(i -> Spectra.curve("point " + numbers[i], i, Spectra.number(data, numbers[i]), 1))
                .toArray(Series[]::new);
        Chart all = Spectra.nyquist("Spectra", "ohm", curves);
        return new Chart(
                all.heading(), all.x().between(20, 120), all.y().between(0, 60), all.series(), all.zones(), true);
    }

    private static Chart cycles(RunData data, String name) {
        return Chart.of(
                "|Z| at 0.1 Hz, " + name,
                Axis.linear("cycle"),
                Axis.linear("|Z| / ohm").between(60, 100),
                Series.points(
                        "",
                        0,
                        data.spectra().stream().mapToDouble(SpectrumRow::cycle).toArray(),
                        data.spectra().stream().mapToDouble(Spectra::modulus).toArray()));
    }
}
