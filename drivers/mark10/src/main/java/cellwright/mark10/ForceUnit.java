package cellwright.mark10;

import java.util.Optional;

/** The units a gauge shows forces in. The pound is 0.45359237 kg, standard gravity 9.80665 m/s2. */
public enum ForceUnit {
    /** Newton. */
    NEWTON("N", 1),
    /** Millinewton. */
    MILLINEWTON("mN", 1e-3),
    /** Kilonewton. */
    KILONEWTON("kN", 1e3),
    /** Pound-force. */
    POUND("lbF", 0.45359237 * 9.80665),
    /** Ounce-force. */
    OUNCE("ozF", 0.45359237 / 16 * 9.80665),
    /** Kilogram-force. */
    KILOGRAM("kgF", 9.80665),
    /** Gram-force. */
    GRAM("gF", 9.80665e-3);

    private final String symbol;
    private final double newtons;

    ForceUnit(String symbol, double newtons) {
        this.symbol = symbol;
        this.newtons = newtons;
    }

    /** As it stands behind a reading. */
    public String symbol() {
        return symbol;
    }

    /** One of it in newton. */
    public double newtons() {
        return newtons;
    }

    /** The unit behind a reading. Case matters: mN is not MN. */
    static Optional<ForceUnit> of(String symbol) {
        for (ForceUnit unit : values()) {
            if (unit.symbol.equals(symbol)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
