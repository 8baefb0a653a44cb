package cellwright.scpi.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as IEEE 488.2 writes them: a point for the decimals, whatever the language of the computer, and two numbers that
 * stand for none. Any thread.
 */
public final class Numeral {
    /** An instrument's number for a value beyond its range; either sign. */
    public static final double OVERFLOW = 9.9e37;
    /** An instrument's number for no number at all. */
    public static final double NOT_A_NUMBER = 9.91e37;

    /** From here on a number is no value. */
    private static final double NO_VALUE = 9.8e37;

    private static final double BETWEEN = 9.905e37;
    private static final int MOST = 16;
    private static final Pattern FORM =
            Pattern.compile("[+-]?(?:\\d{1,17}(?:\\.\\d{0,17})?|\\.\\d{1,17})(?:[eE][+-]?\\d{1,3})?");

    private static final Pattern SEVEN_DIGITS = Pattern.compile("\\s*[+-]?\\d\\.\\d{6}[eE][+-]\\d{2}\\s*");
    private static final Pattern SIGNED = Pattern.compile("\\s*[+-].*");

    private Numeral() {}

    /** How a number is said to an instrument, seven digits: {@code 1.000000E-03}. */
    public static String said(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("an instrument cannot be told " + value);
        }
        return String.format(Locale.ROOT, "%.6E", value == 0 ? 0.0 : value);
    }

    /** Understands a number and nothing but a number; spaces around it do no harm. */
    public static OptionalDouble read(String text) {
        String bare = text.strip();
        if (!FORM.matcher(bare).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(bare);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Understands exactly so many numbers with commas between them. */
    public static Optional<List<Double>> list(String text, int count) {
        String[] parts = text.split(",", MOST + 1);
        if (parts.length != count) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        for (String part : parts) {
            OptionalDouble value = read(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.getAsDouble());
        }
        return Optional.of(List.copyOf(values));
    }

    /**
     * Understands exactly so many numbers, of which the first are measured values: these have seven digits and an exponent of
     * two, so that a value which lost a digit on its way is none.
     *
     * @param signed whether these have a sign in any case, so that one which lost it is none
     */
    public static Optional<List<Double>> reading(String text, int count, int values, boolean signed) {
        String[] parts = text.split(",", MOST + 1);
        for (int i = 0; i < values && i < parts.length; i++) {
            boolean form = SEVEN_DIGITS.matcher(parts[i]).matches();
            if (!form || (signed && !SIGNED.matcher(parts[i]).matches())) {
                return Optional.empty();
            }
        }
        return list(text, count);
    }

    /** Whether a number stands for a value beyond the range. */
    public static boolean overflow(double value) {
        return Math.abs(value) >= NO_VALUE && Math.abs(value) < BETWEEN;
    }

    /** Whether a number stands for none. */
    public static boolean none(double value) {
        return Double.isNaN(value) || Math.abs(value) >= BETWEEN;
    }
}
