package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.Electrode;
import java.util.Optional;

/** Amounts as their author wrote them, and beside them what they came to. */
final class Written {
    private final Optional<String> reference;

    /** Writes potentials without a reference of their own as versus this one. */
    Written(Optional<String> reference) {
        this.reference = reference;
    }

    /** {@code C/5 = 0.176 mA}; an absolute amount is not written twice. */
    static String both(Dimension dimension, Amount amount, double si) {
        String bound = dimension.text(si);
        return amount instanceof Amount.Si ? bound : amount(dimension, amount) + " = " + bound;
    }

    /** {@code 4.3 V vs Li+/Li (cell 3.678 V)}; cell volts are not written twice. */
    String potential(Amount amount, double cellVolts) {
        Optional<String> own = amount instanceof Amount.Volts volts ? volts.reference() : Optional.empty();
        String versus = own.or(() -> reference).orElse(Electrode.CELL);
        if (versus.equals(Electrode.CELL)) {
            return Quantities.volts(cellVolts);
        }
        double volts =
                switch (amount) {
                    case Amount.Volts stated -> stated.volts();
                    case Amount.Si si -> si.value();
                    case Amount.CRate rate -> cellVolts;
                    case Amount.PerArea area -> cellVolts;
                    case Amount.PerMass mass -> cellVolts;
                };
        return Quantities.volts(volts) + " vs " + versus + " (cell " + Quantities.volts(cellVolts) + ")";
    }

    /** An amount as written. */
    static String amount(Dimension dimension, Amount amount) {
        return switch (amount) {
            case Amount.Si si -> dimension.text(si.value());
            case Amount.Volts volts -> Quantities.volts(volts.volts());
            case Amount.CRate rate -> rate(rate);
            case Amount.PerArea area -> dimension.perArea(area.perSquareMetre());
            case Amount.PerMass mass -> dimension.perMass(mass.perKilogram());
        };
    }

    /** {@code C/5}, {@code 3C}, {@code 0.3C}. */
    static String rate(Amount.CRate rate) {
        double multiple = rate.multiple();
        double hours = 1 / multiple;
        boolean fraction = multiple > 0 && multiple < 1 && Math.abs(hours - Math.rint(hours)) < 1e-6 * hours;
        return fraction ? "C/" + Quantities.number(hours) : Quantities.number(multiple) + "C";
    }
}
