package cellwright.store.influx;

/**
 * A measurement of the schema, with the two values by which its rows are compared.
 */
public enum Measure {
    /** Rows of the run: voltage and current. */
    READINGS(Lines.READINGS, "voltage_v", "current_a"),
    /** Cycles: charge and discharge capacity. */
    CYCLES(Lines.CYCLES, "charge_ah", "discharge_ah"),
    /** Points of spectra: the impedance. */
    SPECTRA(Lines.SPECTRA, "z_real_ohm", "z_imag_ohm");

    private final String words;
    private final String first;
    private final String second;

    Measure(String words, String first, String second) {
        this.words = words;
        this.first = first;
        this.second = second;
    }

    /** Its name in the store. */
    public String words() {
        return words;
    }

    /** The first field that is compared. */
    String first() {
        return first;
    }

    /** The second field that is compared. */
    String second() {
        return second;
    }
}
