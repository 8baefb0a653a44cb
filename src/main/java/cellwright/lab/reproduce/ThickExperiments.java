package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.PERCENT;
import static cellwright.lab.reproduce.Papers.PER_GRAM;
import static cellwright.lab.reproduce.Papers.PER_SQUARE_CM;
import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.analysis.CycleMetrics;
import cellwright.figure.Chart;
import cellwright.figure.Figure;
import cellwright.figure.Zone;
import cellwright.lab.Rows;
import cellwright.lab.RunData;
import java.util.List;

/** Cathodes of much material: thick ones, and one with little electrolyte. */
final class ThickExperiments {
    private static final String COLD = "25 °C";
    private static final String WARM = "50 °C";
    private static final double CELSIUS = 273.15;

    private ThickExperiments() {}

    static Experiment nickel() {
        return new Experiment(
                "Z15",
                "A thick NCM85 cathode, 21.59 mg/cm², at C/8",
                ZHOU + "Fig. 5d,e",
                "",
                1.5,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-high-loading", "ncm85-high-loading")),
                List.of(
                        new Check(
                                "11",
                                "discharge capacity, cycle 2",
                                PER_GRAM,
                                new Target.Near(192, 5),
                                Kind.IN_VIEW,
                                runs -> Cycles.dischargePerGram(runs.only(), 2)),
                        new Check(
                                "11",
                                "areal discharge capacity, cycle 2",
                                PER_SQUARE_CM,
                                new Target.Near(4.14, 0.11),
                                Kind.IN_VIEW,
                                runs -> Cycles.dischargePerSquareCm(runs.only(), 2))),
                runs -> Pictures.life(
                        "NCM85 at 21.59 mg/cm² and C/8",
                        runs.only(),
                        1,
                        new Zone("192 ± 5 mAh/g", 187, 197),
                        2,
                        50,
                        100));
    }

    static Experiment cobalt() {
        return new Experiment(
                "Z12",
                "A thick LiCoO2 cathode, 27 mg/cm², at 1.24 mA/cm²",
                ZHOU + "Fig. 5a",
                "The model has no law by which LiCoO2 fades, so that its being stable is no achievement.",
                3,
                1,
                List.of(Trial.inSteel("zhou-2022-lco-27mg", "lco-27mg")),
                List.of(
                        new Check(
                                "12",
                                "least discharge capacity, cycles 2 to 180",
                                PER_GRAM,
                                new Target.AtLeast(110),
                                Kind.FITTED,
                                runs -> Cycles.leastPerGram(runs.only(), 2, 180)),
                        new Check(
                                "12",
                                "least areal discharge capacity, cycles 2 to 180",
                                PER_SQUARE_CM,
                                new Target.AtLeast(3),
                                Kind.FITTED,
                                runs -> Cycles.leastPerSquareCm(runs.only(), 2, 180)),
                        new Check(
                                "12",
                                "largest departure from cycle 2, cycles 2 to 180",
                                PERCENT,
                                new Target.AtMost(1),
                                Kind.CONSTRUCTION,
                                runs -> Cycles.departure(runs.only(), 2, 180, 2))),
                runs -> Pictures.life(
                        "LiCoO2 at 27 mg/cm² and 1.24 mA/cm²",
                        runs.only(),
                        1,
                        new Zone("110 mAh/g or more", 110, Double.POSITIVE_INFINITY),
                        2,
                        90,
                        180));
    }

    static Experiment thickest() {
        return new Experiment(
                "Z14",
                "The thickest LiCoO2 cathode, 52.46 mg/cm², at 25 and 50 °C",
                ZHOU + "Fig. 5c",
                "The paper says no fade over more than 500 cycles; the model has no law by which LiCoO2 fades. The waves of"
                        + " the discharge are not the material's: ten nodes stand for the cathode's thickness, and they fill one after"
                        + " the other.",
                30,
                1,
                List.of(
                        Trial.inSteel("zhou-2022-lco-52mg-25c", "lco-52mg").named(COLD),
                        Trial.inSteel("zhou-2022-lco-52mg-50c", "lco-52mg").named(WARM)),
                List.of(
                        areal(COLD, new Target.Near(3.0, 0.15)),
                        areal(WARM, new Target.Near(4.5, 0.2)),
                        chamber(COLD, 25),
                        chamber(WARM, 50)),
                runs -> new Figure(
                        "LiCoO2 at 52.46 mg/cm² and 1.20 mA/cm²",
                        "",
                        List.of(
                                areal(runs.of(COLD), "at 25 °C, 2.6 to 4.4 V", new Zone("3.0 ± 0.15", 2.85, 3.15)),
                                areal(runs.of(WARM), "at 50 °C, 2.6 to 4.3 V", new Zone("4.5 ± 0.2", 4.3, 4.7)),
                                Curves.voltages(runs.of(COLD), 2, 500),
                                Curves.voltages(runs.of(WARM), 2, 500))));
    }

    private static Check areal(String trial, Target target) {
        return new Check(
                "13",
                "areal discharge capacity at " + trial + ", cycle 2",
                PER_SQUARE_CM,
                target,
                Kind.FITTED,
                runs -> Cycles.dischargePerSquareCm(runs.of(trial), 2));
    }

    /** How far from its set-point the temperature was when the first current flowed. */
    private static Check chamber(String trial, double celsius) {
        return new Check(
                "13",
                "from " + trial + " when cycling begins",
                "K",
                new Target.AtMost(0.5),
                Kind.PROGRAM,
                runs -> firstCurrentCelsius(runs.of(trial), celsius));
    }

    private static double firstCurrentCelsius(RunData data, double celsius) {
        Rows rows = data.rows().ofCycle(1);
        if (rows.size() == 0) {
            throw new IllegalArgumentException("no cycle was begun");
        }
        return Math.abs(rows.kelvins(0) - CELSIUS - celsius);
    }

    private static Chart areal(RunData data, String heading, Zone zone) {
        return Curves.perCycle(
                        "Areal discharge capacity " + heading, "capacity / mAh/cm²", data, ThickExperiments::areal)
                .within(zone);
    }

    private static double areal(CycleMetrics cycle) {
        return cycle.dischargeMahPerSquareCm().orElse(Double.NaN);
    }

    static Experiment littleElectrolyte() {
        return new Experiment(
                "Z11",
                "An NCM85 cathode of 90 % active material at C/5",
                ZHOU + "Supplementary Fig. 7",
                "",
                0.8,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-90-percent", "ncm85-90-percent")),
                List.of(new Check(
                        "14",
                        "discharge capacity, cycle 2",
                        PER_GRAM,
                        new Target.Near(180, 5),
                        Kind.FITTED,
                        runs -> Cycles.dischargePerGram(runs.only(), 2))),
                runs -> Pictures.life(
                        "NCM85, 90 % active material, C/5",
                        runs.only(), 1, new Zone("180 ± 5 mAh/g", 175, 185), 2, 50, 100));
    }
}
