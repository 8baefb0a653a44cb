package cellwright.lab.reproduce;

import cellwright.figure.Figure;
import cellwright.figure.Zone;
import cellwright.lab.RunData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Capacity, and what is left of it, of cells with an indium anode. */
final class LifeExperiments {
    private static final String ZHOU = "Zhou et al., Nature Energy 7, 83-93 (2022), ";
    private static final String GRAM = "mAh/g";
    private static final String AREA = "mAh/cm²";

    private LifeExperiments() {}

    static Experiment rates() {
        return new Experiment(
                "Z05",
                "NCM85 at several rates, 2.8 to 4.3 V",
                ZHOU + "Fig. 3c,d",
                "The paper gives more than 190 mAh/g for other cells of this kind; 192 is this cell's own figure.",
                0.1,
                1,
                List.of(Trial.of("rate-ladder", "ncm85-zhou")),
                List.of(new Check(
                        "4",
                        "discharge capacity at C/5, cycle 2",
                        GRAM,
                        new Target.Near(192, 6),
                        Kind.IN_VIEW,
                        runs -> Cycles.dischargePerGram(runs.only(), 2))),
                runs -> new Figure(
                        "NCM85 at C/5, C/10, C/5, C/2, 1C, 2C, 3C and C/5 again",
                        "",
                        List.of(
                                Curves.capacities(runs.only(), 1).within(new Zone("C/5: 192 ± 6", 186, 198)),
                                Curves.voltages(
                                        runs.only(),
                                        new TreeMap<>(Map.of(
                                                5, "C/10", 10, "C/5", 15, "C/2", 20, "1C", 25, "2C", 30, "3C"))))));
    }

    static Experiment threeC() {
        return new Experiment(
                "Z08",
                "3000 cycles of NCM85 at 3C, 2.8 to 4.3 V",
                ZHOU + "Fig. 4c",
                "Cycles 1 and 2 are at C/5; retention is relative to the second cycle at 3C, cycle 4 of the run.",
                10,
                1,
                List.of(Trial.of("zhou-2022-ncm85-3c-life", "ncm85-zhou")),
                List.of(
                        new Check(
                                "5",
                                "discharge capacity, second cycle at 3C",
                                GRAM,
                                new Target.Near(86, 3),
                                Kind.FITTED,
                                runs -> Cycles.dischargePerGram(runs.only(), 4)),
                        new Check(
                                "5",
                                "current density",
                                "mA/cm²",
                                new Target.Near(3.36, 0.02),
                                Kind.INPUT,
                                runs -> Cycles.dischargeDensity(runs.only(), 4)),
                        new Check(
                                "6",
                                "retention after 1000 cycles at 3C",
                                "%",
                                new Target.AtLeast(95),
                                Kind.IN_VIEW,
                                runs -> Cycles.retention(runs.only(), 1002)),
                        new Check(
                                "6",
                                "retention after 3000 cycles at 3C",
                                "%",
                                new Target.Between(80, 90),
                                Kind.FITTED,
                                runs -> Cycles.retention(runs.only(), 3002))),
                runs -> life(
                        "3000 cycles of NCM85 at 3C",
                        runs.only(),
                        3,
                        99.95,
                        new Zone("at first 86 ± 3", 83, 89),
                        4,
                        1002,
                        2002,
                        3002));
    }

    static Experiment fifth() {
        return new Experiment(
                "Z06",
                "600 cycles of NCM85 at C/5, 2.8 to 4.3 V",
                ZHOU + "Fig. 4a",
                "",
                3,
                1,
                List.of(Trial.of("zhou-2022-ncm85-c5-life", "ncm85-zhou")),
                List.of(new Check(
                        "8",
                        "retention after 600 cycles",
                        "%",
                        new Target.Near(90, 2),
                        Kind.FITTED,
                        runs -> Cycles.retention(runs.only(), 600))),
                runs -> life(
                        "600 cycles of NCM85 at C/5",
                        runs.only(),
                        1,
                        99.5,
                        new Zone("at first 192 ± 6", 186, 198),
                        2,
                        200,
                        400,
                        600));
    }

    static Experiment highLoading() {
        return new Experiment(
                "Z15",
                "A thick NCM85 cathode, 21.59 mg/cm², at C/8",
                ZHOU + "Fig. 5d,e",
                "",
                1.5,
                1,
                List.of(Trial.of("zhou-2022-ncm85-high-loading", "ncm85-high-loading")),
                List.of(
                        new Check(
                                "11",
                                "discharge capacity, cycle 2",
                                GRAM,
                                new Target.Near(192, 5),
                                Kind.IN_VIEW,
                                runs -> Cycles.dischargePerGram(runs.only(), 2)),
                        new Check(
                                "11",
                                "areal discharge capacity, cycle 2",
                                AREA,
                                new Target.Near(4.14, 0.11),
                                Kind.IN_VIEW,
                                runs -> Cycles.dischargePerSquareCm(runs.only(), 2))),
                runs -> life(
                        "NCM85 at 21.59 mg/cm² and C/8",
                        runs.only(),
                        1,
                        99.5,
                        new Zone("192 ± 5 mAh/g", 187, 197),
                        2,
                        50,
                        100));
    }

    private static Figure life(String title, RunData data, int from, double leastEfficiency, Zone zone, int... cycles) {
        return new Figure(
                title,
                "",
                List.of(
                        Curves.capacities(data, from).within(zone),
                        Curves.efficiencies(data, leastEfficiency, 100 + (100 - leastEfficiency) / 10),
                        Curves.voltages(data, cycles)));
    }
}
