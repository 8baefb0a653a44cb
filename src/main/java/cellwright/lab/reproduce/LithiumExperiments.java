package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.FAMPRIKIS;

import cellwright.analysis.solid.CriticalCurrent;
import cellwright.engine.Effect;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Series;
import cellwright.lab.HalfCycles;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How much current lithium bears before it grows through the electrolyte, and whether a short is told from a quiet cell. */
final class LithiumExperiments {
    private static final String RAMP = "ramp";
    private static final String QUIET = "0.1 mA/cm2";
    private static final String LEVELS = "steps/3";
    private static final int QUIET_CYCLES = 500;
    private static final double WHOLE = 0.9;
    private static final double HOUR = 3600;
    private static final double MILLI = 1e-3;

    private LithiumExperiments() {}

    static Experiment criticalCurrent() {
        return new Experiment(
                "F04",
                "Critical current density of lithium, 5 MPa and 25 °C",
                FAMPRIKIS + "Box 1",
                "The review gives 0.3 mA/cm² of real contact area as what most electrolytes do not surpass; levels, times and pressure are"
                        + " assumptions. How late a short is told is counted from the last row whose resistance was whole, so that it"
                        + " is never underrated. The load cell has a span of 5 kN instead of 50: 5 MPa are 0.4 kN here, the larger one has a"
                        + " noise of 0.32 MPa rms on this area, and the protocols wait for a pressure that stays within 0.2 MPa.",
                0.5,
                1,
                List.of(
                        pressedLightly("critical-current-density").named(RAMP),
                        pressedLightly("lithium-symmetric-life").named(QUIET)),
                List.of(
                        new Check(
                                "20",
                                "highest density without a short both ways",
                                "mA/cm²",
                                new Target.Near(0.30, 0.05),
                                Kind.FITTED,
                                runs -> found(runs.of(RAMP)).milliampsPerSquareCm()),
                        new Check(
                                "20",
                                "from the last whole row to the alarm",
                                "s",
                                new Target.AtMost(120),
                                Kind.PROGRAM,
                                runs -> lateness(runs.of(RAMP))),
                        new Check(
                                "20",
                                "alarms in 1000 h at 0.1 mA/cm²",
                                "",
                                new Target.Near(0, 0),
                                Kind.PROGRAM,
                                runs -> alarms(runs.of(QUIET)))),
                List.of(
                        new Aside(
                                "density of the first short",
                                "mA/cm²",
                                runs -> found(runs.of(RAMP))
                                                .failedAtAmpsPerSquareMetre()
                                                .orElse(Double.NaN)
                                        / 10),
                        new Aside("charge of both directions until then", "mAh/cm²", runs -> found(runs.of(RAMP))
                                .cumulativeMahPerSquareCm())),
                runs -> new Figure(
                        "Lithium | electrolyte | lithium",
                        "",
                        List.of(
                                voltages(runs.of(RAMP)),
                                resistances("Resistance, current rising", runs.of(RAMP)),
                                resistances("Resistance at 0.1 mA/cm²", runs.of(QUIET)))));
    }

    private static Trial pressedLightly(String protocol) {
        return Trial.of(protocol, "lithium-symmetric").simulated("load_cell_n", "5e3");
    }

    private static CriticalCurrent found(RunData data) {
        return CriticalCurrent.of(HalfCycles.of(data, LEVELS), Pellets.areaM2(data));
    }

    private static double lateness(RunData data) {
        Effect.ShortSeen seen =
                data.shortSeen().orElseThrow(() -> new IllegalArgumentException("no short was recognised"));
        Rows rows = data.rows().ofStep(Math.toIntExact(seen.stepCount()));
        double[] ohms = ohms(rows);
        double median = DoubleStream.of(ohms).sorted().toArray()[ohms.length / 2];
        int last = ohms.length - 1;
        while (last > 0 && ohms[last] < WHOLE * median) {
            last--;
        }
        return seen.alarm().atSeconds() - rows.seconds(last);
    }

    /** How many alarms of any kind; a run that did not last as long is none. */
    private static double alarms(RunData data) {
        Cycles.cycle(data, QUIET_CYCLES);
        return data.alarms().size();
    }

    private static double[] ohms(Rows rows) {
        return IntStream.range(0, rows.size())
                .mapToDouble(i -> rows.amps(i) == 0 ? Double.NaN : Math.abs(rows.volts(i) / rows.amps(i)))
                .toArray();
    }

    private static Chart voltages(RunData data) {
        Rows rows = data.rows();
        return Chart.of(
                "Voltage, 0.05 mA/cm² more each level",
                Axis.linear("time / h"),
                Axis.linear("voltage / mV"),
                Series.line(
                        "",
                        0,
                        hours(rows),
                        DoubleStream.of(rows.volts()).map(v -> v / MILLI).toArray()));
    }

    private static Chart resistances(String heading, RunData data) {
        return Chart.of(
                heading,
                Axis.linear("time / h"),
                Axis.log("|V|/|I| / ohm").between(10, 400),
                Series.points("", 0, hours(data.rows()), ohms(data.rows())));
    }

    private static double[] hours(Rows rows) {
        return DoubleStream.of(rows.seconds()).map(s -> s / HOUR).toArray();
    }
}
