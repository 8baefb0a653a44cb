package cellwright.instrument;

import java.util.Optional;

/**
 * A simulated analyser whose sweeps go on while its time is moved, so that the cell, the press and the chamber are seen
 * meanwhile: {@link #begin} moves nothing, {@link Foresight#advance} carries the sweep on and stops at the end of each point as
 * well. Whatever is commanded to the potentiostat ends a sweep at once. One thread at a time.
 */
public interface SteppedAnalyser extends ImpedanceAnalyser, Foresight {
    /**
     * Begins a sweep; one that is under way is ended and forgotten.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} if the sweep cannot be made, with {@code REFUSED} if the
     *     cell is not in the state it is for; nothing has moved then
     */
    void begin(Sweep sweep) throws InstrumentException;

    /** What the sweep came to, told once, when it is over; fewer points if it was ended early, none if in the first one. */
    Optional<Spectrum> finished();
}
