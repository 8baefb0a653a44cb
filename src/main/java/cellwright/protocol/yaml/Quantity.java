package cellwright.protocol.yaml;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number with a unit, in SI.
 *
 * @param basis what it is related to
 * @param value in the SI unit of the dimension that was asked for
 */
record Quantity(Basis basis, double value) {
    /** Reads a quantity that may be related to area or mass. */
    static Quantity parse(String text, Dimension dimension) throws Misfit {
        return parse(text, dimension, true);
    }

    /** Reads a quantity of the whole cell. */
    static double plain(String text, Dimension dimension) throws Misfit {
        return parse(text, dimension, false).value();
    }

    /** Reads a quantity of the whole cell that must be above 0. */
    static double positive(String text, Dimension dimension) throws Misfit {
        double value = plain(text, dimension);
        if (!(value > 0)) {
            throw new Misfit("\"" + text + "\" must be above 0; expected " + dimension.expectation(false));
        }
        return value;
    }

    private static Quantity parse(String text, Dimension dimension, boolean alsoSpecific) throws Misfit {
        String expected = dimension.expectation(alsoSpecific);
        Decimal split = Decimal.split(text, expected);
        if (split.rest().isEmpty()) {
            throw new Misfit("\"" + text + "\" has no unit; expected " + expected);
        }
        WrittenUnit unit = unit(text, split.rest(), dimension, alsoSpecific);
        BigDecimal si = split.number().multiply(unit.factor()).add(unit.offset());
        double value = Decimal.toDouble(si, text);
        if (dimension == Dimension.TEMPERATURE && value < 0) {
            throw new Misfit("\"" + text + "\" lies below absolute zero");
        }
        return new Quantity(unit.basis(), value);
    }

    private static WrittenUnit unit(String text, String symbol, Dimension dimension, boolean alsoSpecific)
            throws Misfit {
        Optional<WrittenUnit> unit = WrittenUnit.find(dimension, symbol);
        if (unit.isPresent() && (alsoSpecific || unit.get().basis() == Basis.TOTAL)) {
            return unit.get();
        }
        Optional<WrittenUnit> other = unit.or(() -> WrittenUnit.anywhere(symbol));
        if (other.isPresent()) {
            String is = other.get().dimension().phrase() + other.get().basis().phrase();
            throw new Misfit("\"" + text + "\" is " + is + "; expected " + dimension.expectation(alsoSpecific));
        }
        throw new Misfit("unknown unit \"" + symbol + "\" in \"" + text + "\"; expected " + dimension.phrase() + " in "
                + WrittenUnit.symbols(dimension, alsoSpecific));
    }

    /** The most usual text that reads back as exactly this value. */
    static String write(Dimension dimension, Basis basis, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("only finite numbers can be written, got " + value);
        }
        BigDecimal si = new BigDecimal(Double.toString(value));
        String best = "";
        int bestCost = Integer.MAX_VALUE;
        for (WrittenUnit unit : WrittenUnit.of(dimension, basis)) {
            BigDecimal number = si.subtract(unit.offset());
            for (String digits : Decimal.quotients(number, unit.factor())) {
                String text = digits + " " + unit.symbol();
                int cost = text.length() + unit.unusual() + (digits.startsWith("0.") ? 3 : 0);
                if (cost < bestCost && exactly(text, dimension, value)) {
                    best = text;
                    bestCost = cost;
                }
            }
        }
        if (best.isEmpty()) {
            throw new IllegalArgumentException(value + " has no exact text as " + dimension.phrase());
        }
        return best;
    }

    private static boolean exactly(String text, Dimension dimension, double value) {
        try {
            return parse(text, dimension, true).value() == value;
        } catch (Misfit misfit) {
            return false;
        }
    }
}
