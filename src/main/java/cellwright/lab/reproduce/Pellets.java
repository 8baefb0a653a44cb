package cellwright.lab.reproduce;

import cellwright.analysis.solid.Pellet;
import cellwright.lab.RunData;

/** What the electrolytes of the table measure. The area is the cell file's; thicknesses are those of the papers. */
final class Pellets {
    private static final double CHLORIDE_KG = 250e-6;
    private static final double CHLORIDE_KG_PER_M3 = 2450;
    private static final double FILM_M = 1e-6;

    private Pellets() {}

    /** 250 mg of chloride, taken to be dense at 2.45 g/cm³. */
    static Pellet chloride(RunData data) {
        double area = areaM2(data);
        return new Pellet(CHLORIDE_KG / (CHLORIDE_KG_PER_M3 * area), 0, area, 0);
    }

    /** A micrometre of LiPON. */
    static Pellet film(RunData data) {
        return new Pellet(FILM_M, 0, areaM2(data), 0);
    }

    /** Area of the run's cell, m². */
    static double areaM2(RunData data) {
        return data.replay()
                .program()
                .scale()
                .areaM2()
                .orElseThrow(() -> new IllegalArgumentException("the cell states no area"));
    }
}
