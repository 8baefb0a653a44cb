package cellwright.instrument;

import java.util.List;

/**
 * Anything with a driver. Used by one thread at a time; starts none. The threads of a library it cannot do without decide
 * nothing and end with {@link #close}.
 *
 * <p>Every method that talks obeys a total deadline of the driver's own and fails with an {@link InstrumentException}
 * that names the instrument, what was expected and what to do.
 */
public interface Instrument extends AutoCloseable {
    /** Who the instrument says it is, asked at connection. */
    Identity identity();

    /** Every signal that {@link #read()} reports; constant over the instrument's life. */
    List<Signal> signals();

    /** Measures now. Signals that could not be measured are present with a quality that says why. */
    Reading read() throws InstrumentException;

    /**
     * Brings the instrument to its harmless state: a potentiostat to open circuit, an analyser to no excitation. A press
     * or chamber keeps its set-point, since losing pressure or temperature is itself a harm. May be called twice and on
     * a lost link; returning normally means the instrument acknowledged, not yet that the cell is at rest.
     */
    void makeSafe() throws InstrumentException;

    /** Releases the link. Does not change the cell; call {@link #makeSafe()} first. */
    @Override
    void close();
}
