package cellwright.world;

import cellwright.instrument.Foresight;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Regulator;
import cellwright.instrument.SteppedAnalyser;
import java.util.Optional;

/**
 * A simulated bench: one instrument seen from three or four sides.
 *
 * @param foresight the side that can jump
 * @param potentiostat the side that drives the cell
 * @param regulator the side that keeps pressure and temperature
 * @param analyser the side that measures spectra while the jumping side is moved on, if it can
 */
public record Rig(
        Foresight foresight, Potentiostat potentiostat, Regulator regulator, Optional<SteppedAnalyser> analyser) {
    /**
     * A rig of one instrument that is all three, and perhaps the fourth.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Rig of(Object instrument) {
        if (instrument instanceof Foresight foresight
                && instrument instanceof Potentiostat potentiostat
                && instrument instanceof Regulator regulator) {
            return new Rig(foresight, potentiostat, regulator, analyser(instrument));
        }
        throw new IllegalArgumentException(
                "a rehearsal needs an instrument that drives, regulates and can jump; this one cannot: "
                        + instrument.getClass().getName());
    }

    private static Optional<SteppedAnalyser> analyser(Object instrument) {
        return instrument instanceof SteppedAnalyser analyser ? Optional.of(analyser) : Optional.empty();
    }
}
