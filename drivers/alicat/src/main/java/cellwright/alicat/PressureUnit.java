package cellwright.alicat;

import java.util.Locale;
import java.util.Optional;

/** The pressure units of the instrument, by its numbers; the pound per square inch is 6894.757293168 Pa. */
enum PressureUnit {
    PASCAL(2, "Pa", 1),
    KILOPASCAL(4, "kPa", 1e3),
    MEGAPASCAL(5, "MPa", 1e6),
    MILLIBAR(6, "mbar", 100),
    BAR(7, "bar", 1e5),
    PSI(10, "PSI", 6894.757293168);

    private final int code;
    private final String symbol;
    private final double pascals;

    PressureUnit(int code, String symbol, double pascals) {
        this.code = code;
        this.symbol = symbol;
        this.pascals = pascals;
    }

    int code() {
        return code;
    }

    double pascals() {
        return pascals;
    }

    /**
     * The unit if number and label agree. A label ends in A, G or D for absolute, gauge and differential pressure, or in
     * nothing: {@code PSIA}, {@code barG}, {@code kPa}.
     */
    static Optional<PressureUnit> of(int code, String label) {
        String upper = label.strip().toUpperCase(Locale.ROOT);
        for (PressureUnit unit : values()) {
            if (unit.code == code && upper.matches(unit.symbol.toUpperCase(Locale.ROOT) + "[AGD]?")) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
