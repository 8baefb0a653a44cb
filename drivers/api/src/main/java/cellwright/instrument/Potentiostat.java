package cellwright.instrument;

/** An instrument that drives a cell. */
public interface Potentiostat extends Instrument {
    /** What it can do at all. */
    Envelope envelope();

    /** What it does by itself when the computer is gone. */
    Autonomy autonomy();

    /**
     * Drives the cell, replacing what it did before without an open circuit in between where the hardware can. The guard
     * is written and read back before the control becomes effective.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if the control or guard exceeds
     *     {@link #envelope()}; other kinds leave the instrument's state unknown, and the caller makes it safe
     */
    void apply(Control control, Guard guard) throws InstrumentException;
}
