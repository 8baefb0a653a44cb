package cellwright.simulator.emulator.mark10;

import java.util.Optional;

/** Units the emulated gauge can show. */
public enum ShownUnit {
    /** Newton. */
    N("N", "N", 1),
    /** Kilonewton. */
    KN("kN", "KN", 1000),
    /** Millinewton. */
    MN("mN", "MN", 0.001),
    /** Pound-force. */
    LBF("lbF", "LB", 4.4482216152605),
    /** Ounce-force. */
    OZF("ozF", "OZ", 0.27801385095378),
    /** Kilogram-force. */
    KGF("kgF", "KG", 9.80665),
    /** Gram-force. */
    GF("gF", "G", 0.00980665);

    private final String symbol;
    private final String command;
    private final double newtons;

    ShownUnit(String symbol, String command, double newtons) {
        this.symbol = symbol;
        this.command = command;
        this.newtons = newtons;
    }

    String symbol() {
        return symbol;
    }

    double newtons() {
        return newtons;
    }

    static Optional<ShownUnit> ofCommand(String command) {
        for (ShownUnit unit : values()) {
            if (unit.command.equals(command)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
