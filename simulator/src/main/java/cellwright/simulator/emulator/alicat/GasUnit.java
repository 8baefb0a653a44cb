package cellwright.simulator.emulator.alicat;

/** Units the emulated controller can show pressures in. */
public enum GasUnit {
    /** Pound per square inch. */
    PSI(10, "PSI", 6894.757293168, 2),
    /** Bar. */
    BAR(7, "bar", 1e5, 3),
    /** Kilopascal. */
    KPA(4, "kPa", 1e3, 1),
    /** Megapascal. */
    MPA(5, "MPa", 1e6, 4),
    /** Something the driver cannot know: centimetres of water. */
    CMH2O(24, "cmH2O", 98.0665, 0);

    private final int code;
    private final String label;
    private final double pascals;
    private final int decimals;

    GasUnit(int code, String label, double pascals, int decimals) {
        this.code = code;
        this.label = label;
        this.pascals = pascals;
        this.decimals = decimals;
    }

    int code() {
        return code;
    }

    String label() {
        return label;
    }

    double pascals() {
        return pascals;
    }

    int decimals() {
        return decimals;
    }
}
