package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.analysis.Estimate;
import cellwright.analysis.solid.ElectronicConductivity;
import cellwright.analysis.solid.Hold;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.Plateaus;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import cellwright.lab.StepTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What electrolytes conduct of electrons, between electrodes that block ions. */
final class PolarisationExperiments {
    private static final String POLARISATION = "steps/3";
    private static final String AT_ONE_VOLT = POLARISATION + "/3";
    private static final double PER_CM = 1e-2;
    private static final double NANO = 1e-9;
    private static final double HOUR = 3600;
    /** The last ten minutes of a potential. */
    private static final Hold END = Hold.window(600, 1e-12);

    private PolarisationExperiments() {}

    static Experiment electronic() {
        return new Experiment(
                "Z03",
                "Electronic conductivity of Li2In1/3Sc1/3Cl4 by polarisation",
                ZHOU + "Supplementary Fig. 2",
                "The slope of a line through the currents at the end of five potentials, 0 V among them. The pellet is taken to be"
                        + " dense: 250 mg at 2.45 g/cm³.",
                0.1,
                1,
                List.of(Trial.of("zhou-2022-electronic-conductivity", "blocking-chloride")),
                List.of(
                        new Check(
                                "3",
                                "electronic conductivity, 2 h at each potential",
                                "S/cm",
                                new Target.Near(4.7e-10, 0.03 * 4.7e-10),
                                Kind.INPUT,
                                runs -> polarised(runs.only()).siemensPerMetre().value() * PER_CM),
                        new Check(
                                "3",
                                "current at the end of 1 V",
                                "nA",
                                new Target.Between(2.84, 2.88),
                                Kind.INPUT,
                                runs -> lastAmps(runs.only(), AT_ONE_VOLT) / NANO)),
                List.of(
                        new Aside(
                                "conductivity by the current at 1 V alone",
                                "S/cm",
                                runs -> Pellets.chloride(runs.only())
                                                .conductivity(
                                                        Estimate.unqualified(1 / lastAmps(runs.only(), AT_ONE_VOLT)))
                                                .value()
                                        * PER_CM),
                        new Aside(
                                "current at the end of 2 h at 0 V",
                                "nA",
                                runs -> lastAmps(runs.only(), POLARISATION + "/4") / NANO)),
                runs -> currents(runs.only()));
    }

    private static ElectronicConductivity polarised(RunData data) {
        return ElectronicConductivity.of(Plateaus.of(data, POLARISATION), Pellets.chloride(data), END);
    }

    private static double lastAmps(RunData data, String path) {
        List<StepTaken> steps = held(data, path);
        if (steps.size() != 1) {
            throw new IllegalArgumentException("the potential " + path + " was held " + steps.size() + " times");
        }
        Rows rows = data.rows().ofStep(steps.getFirst().number());
        return rows.amps(rows.size() - 1);
    }

    private static List<StepTaken> held(RunData data, String path) {
        return data.steps().stream()
                .filter(step -> step.path().equals(path) || step.path().startsWith(path + "/"))
                .toList();
    }

    private static Figure currents(RunData data) {
        List<Series> decays = new ArrayList<>();
        for (StepTaken step : held(data, POLARISATION)) {
            Rows rows = data.rows().ofStep(step.number());
            String volts = Numbers.words(Math.round(100 * rows.volts(rows.size() - 1)) / 100.0) + " V";
            decays.add(Series.line(
                    volts,
                    decays.size(),
                    DoubleStream.of(rows.seconds())
                            .map(s -> (s - rows.seconds(0)) / HOUR)
                            .toArray(),
                    DoubleStream.of(rows.amps()).map(a -> Math.abs(a) / NANO).toArray()));
        }
        return new Figure(
                "A pellet of chloride between steel is polarised",
                "",
                List.of(
                        new Chart(
                                "Current of each potential, magnitude",
                                Axis.log("time / h").between(0.02, 2),
                                Axis.log("current / nA").between(0.01, 20),
                                decays,
                                List.of(),
                                false),
                        line(data)));
    }

    private static Chart line(RunData data) {
        ElectronicConductivity found = polarised(data);
        double[] volts = held(data, POLARISATION).stream()
                .map(step -> data.rows().ofStep(step.number()))
                .mapToDouble(rows -> rows.volts(rows.size() - 1))
                .toArray();
        double[] amps = IntStream.range(0, volts.length)
                .mapToDouble(i -> found.holds().get(i).tailAmps().value() / NANO)
                .toArray();
        double[] ends = {0, 1};
        double[] straight = DoubleStream.of(ends)
                .map(v -> (found.offsetAmps() + v * found.siemens().value()) / NANO)
                .toArray();
        return Chart.of(
                "Current of the last ten minutes",
                Axis.linear("potential / V"),
                Axis.linear("current / nA"),
                Series.line("", 0, ends, straight),
                Series.points("", 0, volts, amps));
    }
}
