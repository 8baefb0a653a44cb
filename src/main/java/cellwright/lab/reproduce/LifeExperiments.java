package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.PERCENT;
import static cellwright.lab.reproduce.Papers.PER_GRAM;
import static cellwright.lab.reproduce.Papers.ZHOU;

import cellwright.figure.Figure;
import cellwright.figure.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Capacity, and what is left of it, of nickel-rich cathodes at usual loading. */
final class LifeExperiments {
    /** The third cycle at each rate of the ladder, by its number in the run. */
    private static final Map<Integer, String> RATES =
            new TreeMap<>(Map.of(5, "C/10", 10, "C/5", 15, "C/2", 20, "1C", 25, "2C", 30, "3C"));

    private LifeExperiments() {}

    static Experiment rates() {
        return new Experiment(
                "Z05",
                "NCM85 at several rates, 2.8 to 4.3 V",
                ZHOU + "Fig. 3c,d",
                "The paper gives more than 190 mAh/g for other cells of this kind; 192 is chosen for this one.",
                0.1,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-rate", "ncm85-zhou")),
                List.of(new Check(
                        "4",
                        "discharge capacity at C/5, cycle 2",
                        PER_GRAM,
                        new Target.Near(192, 6),
                        Kind.IN_VIEW,
                        runs -> Cycles.dischargePerGram(runs.only(), 2))),
                RATES.entrySet().stream()
                        .map(rate -> new Aside(
                                "discharge capacity at " + rate.getValue() + ", third cycle",
                                PER_GRAM,
                                runs -> Cycles.dischargePerGram(runs.only(), rate.getKey())))
                        .toList(),
                runs -> new Figure(
                        "NCM85 at C/5, C/10, C/5, C/2, 1C, 2C, 3C and C/5 again",
                        "",
                        List.of(
                                Curves.capacities(runs.only(), 1).within(new Zone("C/5: 192 ± 6", 186, 198)),
                                Curves.voltages(runs.only(), RATES))));
    }

    static Experiment threeC() {
        return new Experiment(
                "Z08",
                "3000 cycles of NCM85 at 3C, 2.8 to 4.3 V",
                ZHOU + "Fig. 4c",
                "Cycles 1 and 2 are at C/5.",
                10,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-3c-life", "ncm85-zhou")),
                List.of(
                        new Check(
                                "5",
                                "discharge capacity, second cycle at 3C",
                                PER_GRAM,
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
                                PERCENT,
                                new Target.AtLeast(95),
                                Kind.IN_VIEW,
                                runs -> Cycles.retention(runs.only(), 1002)),
                        new Check(
                                "6",
                                "retention after 3000 cycles at 3C",
                                PERCENT,
                                new Target.Between(80, 90),
                                Kind.FITTED,
                                runs -> Cycles.retention(runs.only(), 3002))),
                asides("3C", 1002, 3002),
                runs -> Pictures.life(
                        "3000 cycles of NCM85 at 3C",
                        runs.only(),
                        3,
                        new Zone("at first 86 ± 3", 83, 89),
                        4,
                        1002,
                        2002,
                        3002));
    }

    /** The same retentions with other cycles as the reference, and what the first cycles at a rate after C/5 come to. */
    private static List<Aside> asides(String rate, int... cycles) {
        List<Aside> asides = new ArrayList<>();
        for (int i = 3; i <= 6; i++) {
            int cycle = i;
            asides.add(new Aside(
                    "discharge capacity, cycle " + cycle + " of the run",
                    PER_GRAM,
                    runs -> Cycles.dischargePerGram(runs.only(), cycle)));
        }
        for (int cycle : cycles) {
            asides.add(ratio(cycle, 3, "the first at " + rate));
            asides.add(ratio(cycle, 2, "at C/5"));
        }
        return asides;
    }

    private static Aside ratio(int cycle, int to, String which) {
        return new Aside(
                "cycle " + cycle + " over cycle " + to + " of the run, " + which,
                PERCENT,
                runs -> Cycles.ratio(runs.only(), cycle, to));
    }

    static Experiment twoC() {
        return new Experiment(
                "Z09",
                "1800 cycles of NCM85 at 2C, 2.8 to 4.3 V",
                ZHOU + "Supplementary Fig. 10",
                "The paper does not say which cell this was. No one set of parameters gives both this capacity and that at 3C, so it is"
                        + " another cell, B. Cycles 1 and 2 are at C/5.",
                7,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-2c-life", "ncm85-b")),
                List.of(
                        new Check(
                                "7",
                                "discharge capacity, second cycle at 2C",
                                PER_GRAM,
                                new Target.Near(155, 5),
                                Kind.FITTED,
                                runs -> Cycles.dischargePerGram(runs.only(), 4)),
                        new Check(
                                "7",
                                "retention after 1800 cycles at 2C",
                                PERCENT,
                                new Target.AtLeast(94),
                                Kind.IN_VIEW,
                                runs -> Cycles.retention(runs.only(), 1802))),
                asides("2C", 1802),
                runs -> Pictures.life(
                        "1800 cycles of another NCM85 cell at 2C",
                        runs.only(),
                        3,
                        new Zone("at first 155 ± 5", 150, 160),
                        4,
                        902,
                        1802));
    }

    static Experiment fifth() {
        return new Experiment(
                "Z06",
                "600 cycles of NCM85 at C/5, 2.8 to 4.3 V",
                ZHOU + "Fig. 4a",
                "",
                4,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-c5-life", "ncm85-zhou")),
                List.of(new Check(
                        "8",
                        "retention after 600 cycles",
                        PERCENT,
                        new Target.Near(90, 2),
                        Kind.FITTED,
                        runs -> Cycles.retention(runs.only(), 600))),
                runs -> Pictures.life(
                        "600 cycles of NCM85 at C/5",
                        runs.only(),
                        1,
                        new Zone("at first 192 ± 6", 186, 198),
                        2,
                        200,
                        400,
                        600));
    }

    static Experiment highVoltage() {
        return new Experiment(
                "Z10",
                "110 cycles of NCM85 at C/5, 2.8 to 4.8 V",
                ZHOU + "Fig. 4d,e",
                "",
                0.8,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm85-4v8-life", "ncm85-zhou")),
                List.of(new Check(
                        "9",
                        "retention after 110 cycles",
                        PERCENT,
                        new Target.Near(95, 1.5),
                        Kind.FITTED,
                        runs -> Cycles.retention(runs.only(), 110))),
                runs -> Pictures.life(
                        "110 cycles of NCM85 to 4.8 V",
                        runs.only(),
                        1,
                        new Zone("95 ± 1.5 % of cycle 2", 0.935 * second(runs), 0.965 * second(runs)),
                        2,
                        50,
                        110));
    }

    private static double second(Runs runs) {
        return Cycles.dischargePerGram(runs.only(), 2);
    }

    static Experiment lessNickel() {
        return new Experiment(
                "Z07",
                "320 cycles of NCM622 at C/5, 2.8 to 4.6 V",
                ZHOU + "Fig. 4b",
                "",
                2.2,
                1,
                List.of(Trial.inSteel("zhou-2022-ncm622-life", "ncm622")),
                List.of(
                        new Check(
                                "10",
                                "discharge capacity, cycle 2",
                                PER_GRAM,
                                new Target.Near(194, 4),
                                Kind.FITTED,
                                runs -> Cycles.dischargePerGram(runs.only(), 2)),
                        new Check(
                                "10",
                                "discharge capacity, cycle 320 (180, less 1)",
                                PER_GRAM,
                                new Target.AtLeast(179),
                                Kind.FITTED,
                                runs -> Cycles.dischargePerGram(runs.only(), 320))),
                runs -> Pictures.life(
                        "320 cycles of NCM622 to 4.6 V",
                        runs.only(),
                        1,
                        new Zone("at first 194 ± 4", 190, 198),
                        2,
                        160,
                        320));
    }
}
