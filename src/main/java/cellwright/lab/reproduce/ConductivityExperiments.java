package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.CHENG;
import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.analysis.solid.Arrhenius;
import cellwright.analysis.solid.BlockingConductivity;
import cellwright.engine.SpectrumRow;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.instrument.Signal;
import cellwright.lab.RunData;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What electrolytes conduct of ions, by spectra between electrodes that block them. */
final class ConductivityExperiments {
    private static final double MILLISIEMENS_PER_CM = 10;
    private static final double SIEMENS_PER_CM = 1e-2;
    /** The last one is at the first one's temperature again. */
    private static final int TEMPERATURES = 7;

    private ConductivityExperiments() {}

    static Experiment chloride() {
        return new Experiment(
                "Z01",
                "Ionic conductivity of Li2In1/3Sc1/3Cl4 at 25 °C",
                ZHOU + "Fig. 1b,c",
                "A resistance before a constant phase element, fitted above the tail of the electrodes. The pellet is taken to be dense:"
                        + " 250 mg at 2.45 g/cm³.",
                0.1,
                1,
                List.of(Trial.of("zhou-2022-conductivity", "blocking-chloride")),
                List.of(new Check(
                        "1",
                        "ionic conductivity at 25 °C",
                        "mS/cm",
                        new Target.Near(2.00, 0.04),
                        Kind.INPUT,
                        runs -> conductivity(runs).siemensPerMetre().value() * MILLISIEMENS_PER_CM)),
                List.of(
                        new Aside("resistance of the pellet by the fit", "ohm", runs -> conductivity(runs)
                                .ohm()
                                .value()),
                        new Aside("Z' where the phase is nearest to 0", "ohm", runs -> conductivity(runs)
                                .plateauOhm())),
                runs -> new Figure(
                        "A pellet of chloride between steel",
                        "",
                        List.of(
                                plateau(runs.only(), 200, "Spectrum, below 200 ohm"),
                                Spectra.moduli("|Z|", Spectra.number(runs.only(), 1)))));
    }

    static Experiment energy() {
        return new Experiment(
                "Z02",
                "Activation energy of the conductivity of Li2In1/3Sc1/3Cl4, 30 to 60 °C",
                ZHOU + "Fig. 1c, Supplementary Fig. 1",
                "The same spectra give two energies, of ln(σT) and of ln σ; a report has to say which. The paper gives 0.33 eV and does not.",
                0.3,
                1,
                List.of(Trial.of("zhou-2022-arrhenius", "blocking-chloride")),
                List.of(
                        new Check(
                                "2",
                                "activation energy by ln(σT)",
                                "eV",
                                new Target.Near(0.330, 0.005),
                                Kind.INPUT,
                                runs -> ladder(runs)
                                        .line(Arrhenius.Law.SIGMA_T)
                                        .electronVolts()
                                        .value()),
                        new Check(
                                "2",
                                "activation energy by ln σ",
                                "eV",
                                new Target.Near(0.302, 0.005),
                                Kind.INPUT,
                                runs -> ladder(runs)
                                        .line(Arrhenius.Law.SIGMA)
                                        .electronVolts()
                                        .value())),
                List.of(
                        new Aside(
                                "conductivity at 25 °C by the line of ln(σT)",
                                "mS/cm",
                                runs -> ladder(runs)
                                                .line(Arrhenius.Law.SIGMA_T)
                                                .siemensPerMetre(Arrhenius.ROOM_KELVIN)
                                                .value()
                                        * MILLISIEMENS_PER_CM),
                        new Aside(
                                "conductivity at 30 °C afterwards over before",
                                "%",
                                runs -> 100
                                        * ladder(runs).sigma(TEMPERATURES + 1)
                                        / ladder(runs).sigma(1))),
                runs -> new Figure(
                        "A pellet of chloride between steel, 30 to 60 °C",
                        "",
                        List.of(line(ladder(runs)), plateau(runs.only(), 200, "Spectrum at 30 °C"))));
    }

    static Experiment film() {
        return new Experiment(
                "C02",
                "Ionic conductivity of LiPON",
                CHENG + "Experimental Procedures",
                "A film of 1 µm on the 0.049 cm² of the paper's cells.",
                0.1,
                1,
                List.of(Trial.of("cheng-2020-lipon-conductivity", "lipon-film")),
                List.of(new Check(
                        "19",
                        "ionic conductivity at 25 °C",
                        "S/cm",
                        new Target.Near(3.0e-6, 0.02 * 3.0e-6),
                        Kind.INPUT,
                        runs -> film(runs).siemensPerMetre().value() * SIEMENS_PER_CM)),
                List.of(new Aside("resistance of the film by the fit", "ohm", runs -> film(runs)
                        .ohm()
                        .value())),
                runs -> new Figure(
                        "A film of LiPON between blocking contacts",
                        "",
                        List.of(
                                plateau(runs.only(), 2000, "Spectrum, below 2000 ohm"),
                                Spectra.moduli("|Z|", Spectra.number(runs.only(), 1)))));
    }

    private static BlockingConductivity conductivity(Runs runs) {
        return runs.once(
                BlockingConductivity.class,
                () -> BlockingConductivity.of(
                        Spectra.whole(Spectra.number(runs.only(), 1)), Pellets.chloride(runs.only())));
    }

    private static BlockingConductivity film(Runs runs) {
        return runs.once(
                BlockingConductivity.class,
                () -> BlockingConductivity.of(
                        Spectra.whole(Spectra.number(runs.only(), 1)), Pellets.film(runs.only())));
    }

    /** Every temperature, the last one that of the first again. */
    private static Ladder ladder(Runs runs) {
        return runs.once(Ladder.class, () -> {
            RunData data = runs.only();
            List<SpectrumRow> rows = IntStream.rangeClosed(1, TEMPERATURES + 1)
                    .mapToObj(number -> Spectra.number(data, number))
                    .toList();
            return new Ladder(
                    rows.stream()
                            .map(row -> row.before().value(Signal.TEMPERATURE))
                            .toList(),
                    rows.stream()
                            .map(row -> BlockingConductivity.of(Spectra.whole(row), Pellets.chloride(data)))
                            .toList());
        });
    }

    /**
     * A pellet at several temperatures.
     *
     * @param kelvins measured when each spectrum was ordered
     * @param found what each gave
     */
    private record Ladder(List<Double> kelvins, List<BlockingConductivity> found) {
        double sigma(int number) {
            return found.get(number - 1).siemensPerMetre().value();
        }

        /** The line through the temperatures on the way up. */
        Arrhenius line(Arrhenius.Law law) {
            List<BlockingConductivity> up = found.subList(0, TEMPERATURES);
            return Arrhenius.fit(
                    law,
                    kelvins.subList(0, TEMPERATURES).stream()
                            .mapToDouble(k -> k)
                            .toArray(),
                    up.stream()
                            .mapToDouble(each -> each.siemensPerMetre().value())
                            .toArray(),
                    up.stream()
                            .mapToDouble(BlockingConductivity::relativeUncertaintyOfFit)
                            .toArray());
        }
    }

    private static Chart line(Ladder ladder) {
        double[] kelvins = ladder.kelvins().stream().mapToDouble(k -> k).toArray();
        Arrhenius line = ladder.line(Arrhenius.Law.SIGMA_T);
        double[] ends = {298.15, 338.15};
        return Chart.of(
                "Conductivity times temperature",
                Axis.linear("1000 K / T"),
                Axis.log("σT / S K/cm"),
                Series.line(
                        "",
                        0,
                        DoubleStream.of(ends).map(k -> 1000 / k).toArray(),
                        DoubleStream.of(ends)
                                .map(k -> line.siemensPerMetre(k).value() * SIEMENS_PER_CM * k)
                                .toArray()),
                Series.points(
                        "",
                        0,
                        DoubleStream.of(kelvins).map(k -> 1000 / k).toArray(),
                        IntStream.range(0, kelvins.length)
                                .mapToDouble(i -> ladder.sigma(i + 1) * SIEMENS_PER_CM * kelvins[i])
                                .toArray()));
    }

    /** The part of a spectrum that lies below so many ohm either way. */
    private static Chart plateau(RunData data, double ohm, String heading) {
        Chart all = Spectra.nyquist(heading, "ohm", Spectra.curve("", 0, Spectra.number(data, 1), 1));
        return new Chart(heading, all.x().between(0, ohm), all.y().between(0, ohm), all.series(), all.zones(), true);
    }
}
