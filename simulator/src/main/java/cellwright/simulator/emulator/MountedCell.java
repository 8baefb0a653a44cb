package cellwright.simulator.emulator;

/** A cell in its press and chamber, as the instruments around it touch it now. Mutable, the one thread of its bench. */
public interface MountedCell {
    /** The leads of the cell, for the one instrument that drives it. */
    EmulatedCell leads();

    /** Area of the electrodes, m2. */
    double areaSquareMetres();

    /** Stack pressure, Pa. */
    double pascals();

    /** Sends the press to a pressure, Pa, not faster than this, Pa/s, above 0, may be infinite. */
    void press(double pascals, double pascalsPerSecond);

    /** Temperature of the chamber's air, K. */
    double kelvins();

    /** Temperature of the cell, K. */
    double cellKelvins();

    /** Sends the chamber to a temperature, K, not faster than this, K/s, above 0, may be infinite. */
    void heat(double kelvins, double kelvinsPerSecond);
}
