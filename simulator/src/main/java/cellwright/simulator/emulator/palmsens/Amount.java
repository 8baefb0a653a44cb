package cellwright.simulator.emulator.palmsens;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in the instrument: 24 bits of it, its type, and what was remarked when it was measured.
 *
 * @param value reckoned with as a float
 * @param type two letters
 * @param whole whether it is an integer
 * @param remarks as behind a value in a package, {@code ,10,215}; perhaps empty
 */
record Amount(double value, String type, boolean whole, String remarks) {
    private static final Pattern LITERAL = Pattern.compile("(-?)(\\d+)([afpnumkMGTPE]?)(i?)");
    private static final String PREFIXES = "afpnum kMGTPE";
    private static final int NONE = PREFIXES.indexOf(' ');
    private static final long ZERO = 1L << 27;

    /** A number without remarks. */
    static Amount of(double value, String type) {
        return new Amount((float) value, type, false, "");
    }

    static Amount whole(long value, String type) {
        return new Amount(value, type, true, "");
    }

    Amount typed(String other) {
        return new Amount(value, other, whole, remarks);
    }

    /** Understands a literal of a script. */
    static Optional<Amount> literal(String text) {
        Matcher found = LITERAL.matcher(text);
        boolean sound = found.matches()
                && !(found.group(4).equals("i") && !found.group(3).isEmpty());
        if (!sound || found.group(2).length() > 9 || Long.parseLong(found.group(2)) >= ZERO) {
            return Optional.empty();
        }
        double number = Double.parseDouble(found.group(1) + found.group(2) + "e" + exponent(found.group(3)));
        return Optional.of(found.group(4).equals("i") ? whole((long) number, "aa") : of(number, "aa"));
    }

    private static int exponent(String prefix) {
        return prefix.isEmpty() ? 0 : 3 * (PREFIXES.indexOf(prefix.charAt(0)) - NONE);
    }

    /** As a package tells it: with the smallest prefix for which 27 bits are enough. */
    String encoded() {
        return type + digits() + remarks;
    }

    private String digits() {
        if (whole) {
            return hex(Math.round(value)) + 'i';
        }
        if (value == 0) {
            return hex(0) + ' ';
        }
        for (int i = 0; i < PREFIXES.length() && Double.isFinite(value); i++) {
            int exponent = 3 * (i - NONE);
            if (Math.abs(value) * Math.pow(10, -exponent) < ZERO - 1) {
                return hex(scaled(exponent)) + PREFIXES.charAt(i);
            }
        }
        return "     nan";
    }

    /** The shortest decimal number that is this float, as a whole number of a power of ten. */
    private long scaled(int exponent) {
        return new BigDecimal(Float.toString((float) value))
                .scaleByPowerOfTen(-exponent)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static String hex(long count) {
        String digits = Long.toHexString(count + ZERO).toUpperCase(Locale.ROOT);
        return "0".repeat(7 - digits.length()) + digits;
    }
}
