package cellwright.store;

import cellwright.engine.Nanos;
import java.math.BigDecimal;

/** Numbers as text for data files: a point for the decimals, every digit that tells doubles apart, no locale. */
public final class Decimal {
    /** Up to here every long is a double. */
    private static final long EXACT_MAX = 1L << 53;

    private Decimal() {}

    /** A double in full precision; empty for NaN and infinities, which no reader agrees about. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Nanoseconds as the double nearest to so many seconds: the one that {@link #seconds} is read as. */
    public static double secondsAsDouble(long nanos) {
        return Math.abs(nanos) <= EXACT_MAX ? (double) nanos / Nanos.PER_SECOND : Double.parseDouble(seconds(nanos));
    }

    /** Nanoseconds as seconds, exact, without trailing zeros. */
    public static String seconds(long nanos) {
        long whole = Math.floorDiv(nanos, Nanos.PER_SECOND);
        long rest = Math.floorMod(nanos, Nanos.PER_SECOND);
        if (rest == 0) {
            return Long.toString(whole);
        }
        if (whole < 0) {
            return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
        }
        String digits = Long.toString(Nanos.PER_SECOND + rest).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + "." + digits.substring(0, end);
    }
}
