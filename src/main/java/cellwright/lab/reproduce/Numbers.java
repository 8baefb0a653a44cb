package cellwright.lab.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a report has them: five digits, and a power of ten only where there would be many zeros. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(5);
    private static final int SMALLEST = -3;
    private static final int LARGEST = 6;

    private Numbers() {}

    /** A number in words; a dash if it is none. */
    public static String words(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST && exponent <= LARGEST) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
