package cellwright.instrument;

/** SI units a signal may carry; prefixes and degrees Celsius belong to what people see, never to a stored number. */
public enum Unit {
    /** Electric potential. */
    VOLT("V"),
    /** Electric current. */
    AMPERE("A"),
    /** Electric charge. */
    COULOMB("C"),
    /** Energy. */
    JOULE("J"),
    /** Power. */
    WATT("W"),
    /** Thermodynamic temperature. */
    KELVIN("K"),
    /** Pressure. */
    PASCAL("Pa"),
    /** Force. */
    NEWTON("N"),
    /** Length. */
    METRE("m"),
    /** Resistance or impedance. */
    OHM("ohm"),
    /** Frequency. */
    HERTZ("Hz"),
    /** Time. */
    SECOND("s"),
    /** A pure number. */
    ONE("1");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The unit's symbol, as written behind a number. */
    public String symbol() {
        return symbol;
    }
}
