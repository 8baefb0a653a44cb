package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.FAMPRIKIS;

import cellwright.analysis.solid.PressureBreath;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How a cell breathes in a press. */
final class PressureExperiments {
    private static final String GAP = "stiff frame";
    private static final String SPRINGS = "springs";
    private static final double MPA = 1e-6;
    private static final double COULOMBS_PER_MAH = 3.6;
    private static final double HOUR = 3600;
    private static final int CYCLE = 2;
    /** So many readings, one a second, are one point of the figure. */
    private static final int FIVE_MINUTES = 300;

    private PressureExperiments() {}

    static Experiment breathing() {
        return new Experiment(
                "F07",
                "Stack pressure in operation, in a stiff frame and on springs",
                FAMPRIKIS + "mechanics of the device",
                "The review gives no number: 3.2 and 0.07 MPa are what the partial molar volumes of the electrodes and the stiffness of the"
                        + " fixtures amount to. The rise is the mean of the last fiftieth of a half-cycle's readings less that of the first, some 2 % less"
                        + " than from end to end. One reading of the load cell is off by 0.32 MPa rms, 0.05 % of 50 kN: hence one a second, as"
                        + " the protocol has it, of which a fiftieth are 360, whose mean is off by 0.017, and a rise by 0.024. In the figure each point is the mean"
                        + " of five minutes.",
                3,
                1,
                List.of(
                        Trial.inSteel("operando-pressure", "ncm85-gap").named(GAP),
                        Trial.inSteel("operando-pressure", "ncm85-springs").named(SPRINGS)),
                List.of(
                        breath(GAP, 1, "rise while charging, in a stiff frame", new Target.Near(3.2, 0.3)),
                        breath(GAP, -1, "fall while discharging, in a stiff frame", new Target.Near(3.2, 0.3)),
                        breath(SPRINGS, 1, "rise while charging, on springs", new Target.Below(0.15)),
                        breath(SPRINGS, -1, "fall while discharging, on springs", new Target.Below(0.15))),
                List.of(
                        slope(1, "while charging"),
                        slope(-1, "while discharging"),
                        new Aside(
                                "drift of pressure from cycle 2 to 3, in a stiff frame",
                                "MPa",
                                runs -> endPressure(runs.of(GAP), 3) - endPressure(runs.of(GAP), 2))),
                runs -> new Figure(
                        "NCM85 of 1.2 mAh/cm² breathes",
                        "",
                        List.of(pressures(runs.of(GAP), GAP), pressures(runs.of(SPRINGS), SPRINGS), slopes(runs))));
    }

    private static Check breath(String trial, int sign, String what, Target target) {
        return new Check(
                "21",
                what + ", cycle 2",
                "MPa",
                target,
                Kind.INPUT,
                runs -> sign * halfCycle(runs.of(trial), sign).risePascals() * MPA);
    }

    private static Aside slope(int sign, String when) {
        return new Aside(
                "dP/dQ " + when + ", in a stiff frame, cycle 2",
                "MPa/mAh",
                runs -> halfCycle(runs.of(GAP), sign).megapascalsPerMah().value());
    }

    /** The mean of a cycle's last five minutes. */
    private static double endPressure(RunData data, int cycle) {
        Cycles.cycle(data, cycle);
        Rows rows = data.rows().ofCycle(cycle);
        return IntStream.range(Math.max(0, rows.size() - FIVE_MINUTES), rows.size())
                        .mapToDouble(rows::pascals)
                        .average()
                        .orElseThrow()
                * MPA;
    }

    /** The means of each five minutes; what is left over at the end is no mean. */
    private static double[] means(double[] values) {
        return IntStream.range(0, values.length / FIVE_MINUTES)
                .mapToDouble(i -> Arrays.stream(values, i * FIVE_MINUTES, (i + 1) * FIVE_MINUTES)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** The charge or the discharge of the second cycle. */
    private static PressureBreath halfCycle(RunData data, int sign) {
        Rows rows = flowing(data, sign);
        return PressureBreath.of(rows.coulombs(), rows.pascals());
    }

    private static Rows flowing(RunData data, int sign) {
        Cycles.cycle(data, CYCLE);
        Rows rows = data.rows().ofCycle(CYCLE);
        int step = IntStream.range(0, rows.size())
                .filter(i -> rows.amps(i) * sign > 0)
                .map(rows::step)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no current flowed that way in cycle " + CYCLE));
        return rows.ofStep(step);
    }

    /** While cycling; before that the pressure rises from nothing. */
    private static Chart pressures(RunData data, String where) {
        Rows rows = data.rows().fromCycle(1);
        return Chart.of(
                "Stack pressure, " + where,
                Axis.linear("time / h"),
                Axis.linear("pressure / MPa"),
                Series.line(
                        "",
                        0,
                        means(DoubleStream.of(rows.seconds()).map(s -> s / HOUR).toArray()),
                        means(DoubleStream.of(rows.pascals()).map(p -> p * MPA).toArray())));
    }

    private static Chart slopes(Runs runs) {
        return Chart.of(
                "Pressure against charge, cycle 2, from its lowest",
                Axis.linear("charge / mAh"),
                Axis.linear("pressure / MPa"),
                slope(runs.of(GAP), 1, GAP + ", charge", 0),
                slope(runs.of(GAP), -1, GAP + ", discharge", 4),
                slope(runs.of(SPRINGS), 1, SPRINGS + ", charge", 1),
                slope(runs.of(SPRINGS), -1, SPRINGS + ", discharge", 3));
    }

    private static Series slope(RunData data, int sign, String name, int colour) {
        Rows rows = flowing(data, sign);
        double zero = data.rows().ofCycle(CYCLE).coulombs(0);
        double[] pascals = means(rows.pascals());
        double lowest = DoubleStream.of(pascals).min().orElse(0);
        return Series.line(
                name,
                colour,
                means(DoubleStream.of(rows.coulombs())
                        .map(c -> (c - zero) / COULOMBS_PER_MAH)
                        .toArray()),
                DoubleStream.of(pascals).map(p -> (p - lowest) * MPA).toArray());
    }
}
