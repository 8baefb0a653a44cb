package cellwright.protocol.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number at the start of a text and what follows it. Digits, a decimal point, an exponent of at most three digits; no
 * other notation, no locale.
 *
 * @param number exact
 * @param rest what follows, without surrounding blanks
 */
record Decimal(BigDecimal number, String rest) {
    private static final Pattern FORM = Pattern.compile(
            "([+\\-\u2212]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+\\-\u2212]?[0-9]{1,3}(?![0-9]))?)(.*)", Pattern.DOTALL);

    private static final int MOST_DIGITS = 60;

    /**
     * Splits a text.
     *
     * @param expected what the text should have been, for the message
     */
    static Decimal split(String text, String expected) throws Misfit {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Misfit("\"" + text + "\" does not start with a number; expected " + expected);
        }
        String digits = matcher.group(1).replace('\u2212', '-');
        String rest = matcher.group(2);
        if (rest.startsWith(",")) {
            throw new Misfit("\"" + text + "\" has a comma; write a decimal point; expected " + expected);
        }
        boolean broken = !rest.isEmpty() && (rest.charAt(0) == '.' || rest.charAt(0) == '_');
        if (broken || digits.length() > MOST_DIGITS) {
            throw new Misfit("\"" + text + "\" is not a number with a unit; expected " + expected);
        }
        return new Decimal(new BigDecimal(digits), rest.strip());
    }

    /** The double nearest to a decimal; refused where doubles end. */
    static double toDouble(BigDecimal exact, String text) throws Misfit {
        double value = exact.doubleValue();
        if (!Double.isFinite(value)) {
            throw new Misfit("\"" + text + "\" is too large a number");
        }
        if (value == 0 && exact.signum() != 0) {
            throw new Misfit("\"" + text + "\" is too small a number");
        }
        return value;
    }

    /** A decimal as short as it can be written, in the form that {@link #split} reads. */
    static String write(BigDecimal exact) {
        BigDecimal bare = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        String plain = bare.scale() > 30 || bare.scale() < -30 ? "" : bare.toPlainString();
        String scientific = bare.toString();
        return !plain.isEmpty() && plain.length() <= Math.max(scientific.length(), 9) ? plain : scientific;
    }

    /** Texts of a quotient, the first rounded to what people write, the second to more than a double holds. */
    static List<String> quotients(BigDecimal dividend, BigDecimal divisor) {
        return List.of(
                write(dividend.divide(divisor, new MathContext(15))),
                write(dividend.divide(divisor, new MathContext(20))));
    }

    /** A whole number in a range. */
    static int whole(String text, int least, int most, String what) throws Misfit {
        String bare = text.strip();
        if (bare.matches("[0-9]{1,9}")) {
            int value = Integer.parseInt(bare);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Misfit("\"" + text + "\" is not " + what + "; expected a whole number from " + least + " to " + most);
    }
}
