package cellwright.lab.reproduce;

import static cellwright.lab.reproduce.Papers.CHENG;
import static cellwright.lab.reproduce.Papers.PERCENT;

import cellwright.figure.Figure;
import cellwright.figure.Zone;
import java.util.List;

/** The thin-film cell. */
final class FilmExperiments {
    private static final int LAST = 535;

    private FilmExperiments() {}

    static Experiment life() {
        return new Experiment(
                "C01",
                "535 cycles of Li | LiPON | LNMO at 5C, with C/10 at the ends",
                CHENG + "Fig. 1A,B",
                "Cycles at whose beginning the rate changed have no efficiency (rings) and are left out: their ratio of discharge to charge is"
                        + " 91.8 and 106 % with a perfect cell. The model has no law by which this capacity fades."
                        + " **What the paper's claim asks of an instrument:** the cell itself is some 0.005 % above the second target, and an offset"
                        + " of the current makes every efficiency wrong by twice its share of the current. So it must be below 0.24 nA at"
                        + " 9.56 µA. The usual one is up to 0.02 % of full scale: 20 nA in the range of 100 µA, which a channel that chooses by"
                        + " itself takes for 9.56 µA, and the efficiency is off by up to 0.42 %; noise of that range adds 0.02 %. This channel is"
                        + " therefore fixed to the range of 10 µA and its offset calibrated to 0.001 % of that, 0.1 nA, as in high-precision"
                        + " coulometry. The film lies on the half kilogram of steel in which other cells are pressed: bare, it would follow the"
                        + " chamber's swing of 0.1 K in five minutes, and its efficiencies would scatter by 0.02 %. Gain, noise, converter"
                        + " and voltage are the usual ones.",
                1.5,
                1,
                List.of(Trial.inSteel("cheng-2020-lnmo-film-life", "lnmo-film")
                        .simulated("current_range_a", "1e-5")
                        .simulated("current_offset_share", "1e-5")),
                List.of(
                        efficiency(100, 99.70),
                        efficiency(400, 99.85),
                        new Check(
                                "18",
                                "discharge capacity at C/10, cycle 535 over cycle 1",
                                PERCENT,
                                new Target.AtLeast(98),
                                Kind.CONSTRUCTION,
                                runs -> Cycles.ratio(runs.only(), LAST, 1))),
                List.of(new Aside(
                        "discharge capacity at C/10, cycle 535 over cycle 2",
                        PERCENT,
                        runs -> Cycles.ratio(runs.only(), LAST, 2))),
                runs -> new Figure(
                        "535 cycles of a thin-film cell at 5C",
                        "",
                        List.of(
                                Curves.efficiencies(runs.only(), 99.5, 100)
                                        .within(
                                                Zone.level("99.70 % from 100", 99.70),
                                                Zone.level("99.85 % from 400", 99.85)),
                                Curves.efficiencies(runs.only(), 90, 108),
                                Curves.capacities(runs.only(), 1),
                                Curves.voltages(runs.only(), 2, 534, 535))));
    }

    private static Check efficiency(int from, double percent) {
        return new Check(
                "18",
                "least efficiency, cycles " + from + " to 534",
                PERCENT,
                new Target.AtLeast(percent),
                Kind.FITTED,
                runs -> Cycles.leastEfficiency(runs.only(), from, LAST - 1));
    }
}
