package cellwright.instrument;

/** An instrument that measures impedance spectra. */
public interface ImpedanceAnalyser extends Instrument {
    /** Which sweeps it can make at all; the same from the first connection on. */
    Reach reach();

    /**
     * Measures a spectrum and returns the cell to the state it was found in (open circuit, or the hold).
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if the sweep cannot be made
     */
    Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException;

    /**
     * What an analyser can do, ends included.
     *
     * @param lowestHz lowest frequency, at least 0
     * @param highestHz highest frequency, not below the lowest
     * @param voltsMax largest peak excitation of a potentiostatic sweep, above 0
     * @param ampsMax largest peak excitation of a galvanostatic sweep, above 0
     */
    record Reach(double lowestHz, double highestHz, double voltsMax, double ampsMax) {
        /** Nothing is known, so nothing is out of reach. */
        public static final Reach UNKNOWN =
                new Reach(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        /** Whether it can measure at a frequency. */
        public boolean contains(double hertz) {
            return hertz >= lowestHz && hertz <= highestHz;
        }
    }
}
