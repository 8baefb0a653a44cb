package cellwright.lab.reproduce;

import java.util.Map;

/**
 * What the runs of the table are measured with: the simulator's real instruments as they are specified. Where an experiment needs
 * another one, its trial names it, its remark says why, and the report lists it.
 */
final class Instruments {
    /** Gains and offsets drawn from the run's seed, noise, converters, ranges, load cell, chamber. */
    static final Map<String, String> REAL = Map.of("instrument", "real");

    /** The half kilogram of steel that a cell is pressed in: what the chamber swings in minutes hardly reaches the cathode. */
    static final Map<String, String> STEEL = Map.of("heat_capacity_j_per_k", "245");

    /** What every run may have without its being an exception. */
    static boolean isUsual(String setting, String value) {
        return value.equals(REAL.get(setting)) || value.equals(STEEL.get(setting));
    }

    private Instruments() {}
}
