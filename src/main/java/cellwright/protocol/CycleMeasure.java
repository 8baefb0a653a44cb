package cellwright.protocol;

/** A figure of the last completed cycle, for loops that end on what the cell has become. */
public enum CycleMeasure {
    /** Discharge capacity relative to the reference cycle, 1 = all of it. */
    RETENTION("retention"),
    /** Discharge capacity. */
    DISCHARGE_CAPACITY("discharge capacity"),
    /** Charge capacity. */
    CHARGE_CAPACITY("charge capacity"),
    /** Discharge over charge capacity, 1 = no loss. */
    COULOMBIC_EFFICIENCY("coulombic efficiency");

    private final String word;

    CycleMeasure(String word) {
        this.word = word;
    }

    /** The words used in files and messages. */
    public String word() {
        return word;
    }
}
