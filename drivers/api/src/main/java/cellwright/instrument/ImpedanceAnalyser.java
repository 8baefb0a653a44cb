package cellwright.instrument;

/** An instrument that measures impedance spectra. */
public interface ImpedanceAnalyser extends Instrument {
    /**
     * Measures a spectrum and returns the cell to the state it was found in (open circuit, or the hold).
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if the sweep cannot be made
     */
    Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException;
}
