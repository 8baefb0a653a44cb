package cellwright.world;

import cellwright.instrument.Foresight;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Regulator;

/**
 * A simulated bench: one instrument seen from three sides.
 *
 * @param foresight the side that can jump
 * @param potentiostat the side that drives the cell
 * @param regulator the side that keeps pressure and temperature
 */
public record Rig(Foresight foresight, Potentiostat potentiostat, Regulator regulator) {
    /**
     * A rig of one instrument that is all three.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Rig of(Object instrument) {
        if (instrument instanceof Foresight foresight
                && instrument instanceof Potentiostat potentiostat
                && instrument instanceof Regulator regulator) {
            return new Rig(foresight, potentiostat, regulator);
        }
        throw new IllegalArgumentException(
                "a rehearsal needs an instrument that drives, regulates and can jump; this one cannot: "
                        + instrument.getClass().getName());
    }
}
