package cellwright.instrument;

import java.util.List;

/**
 * The one extra capability of a simulated instrument: it can jump to the next instant of interest instead of waiting.
 *
 * <p>Its time is its own and moves only in {@link #advance}, and where the instrument can also measure spectra in one go, in
 * that. A watch that is already fulfilled when it is set does not
 * fire until it has been unfulfilled in between; a crossing is located so that the reading lies on the far side, by less
 * than 1 µV (or the like for other signals) or 0.1 ms. One thread at a time.
 */
public interface Foresight extends Instrument {
    /** Where the simulation stands, nanoseconds. */
    long nowNanos();

    /** Replaces the occasions to stop at; charge and energy are counted from here. */
    void watch(List<Watch> watches);

    /**
     * Moves on to the first occasion after {@link #nowNanos()}, at most to {@code untilNanos}, and reads there. May stop
     * earlier, at an instant the model itself finds of interest; never stands still if {@code untilNanos} lies ahead.
     *
     * @param untilNanos at least {@link #nowNanos()}
     * @return a reading at the new time that vouches for the interval since the old one
     * @throws InstrumentException with kind {@code MODEL_LEFT} if the cell reaches a state the model does not describe;
     *     other kinds where a simulated fault says so
     */
    Reading advance(long untilNanos) throws InstrumentException;
}
