package cellwright.palmsens.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number as scripts write it: a whole number and an SI prefix, {@code 3650m} for 3.65; no decimal point, no exponent.
 *
 * <p>The whole number has at most 27 bits and a sign. A double that fits is said exactly, with the largest prefix that
 * does it. One with more digits is rounded in the direction the caller names, by less than {@value #CLOSE} of itself,
 * which is finer than the converters of these instruments; what cannot be said so closely is refused.
 *
 * @param count the whole number
 * @param prefix what it counts
 */
public record Literal(long count, Prefix prefix) {
    /** Largest magnitude of the whole number. */
    public static final long MOST = (1L << 27) - 1;
    /** Largest relative error of rounding. */
    public static final double CLOSE = 1e-5;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(MOST);

    /** Refuses a whole number with too many bits. */
    public Literal {
        if (Math.abs(count) > MOST) {
            throw new IllegalArgumentException(count + " has more than 27 bits");
        }
    }

    /**
     * The nearest number that can be said.
     *
     * @throws IllegalArgumentException if none is close
     */
    public static Literal nearest(double value) {
        return of(value, RoundingMode.HALF_EVEN);
    }

    /**
     * The largest number that can be said and is not above the value.
     *
     * @throws IllegalArgumentException if none is close
     */
    public static Literal atMost(double value) {
        return of(value, RoundingMode.FLOOR);
    }

    /**
     * The smallest number that can be said and is not below the value.
     *
     * @throws IllegalArgumentException if none is close
     */
    public static Literal atLeast(double value) {
        return of(value, RoundingMode.CEILING);
    }

    private static Literal of(double value, RoundingMode rounding) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " cannot be said in a script");
        }
        if (value == 0) {
            return new Literal(0, Prefix.NONE);
        }
        BigDecimal wanted = new BigDecimal(Double.toString(value));
        return exact(wanted).orElseGet(() -> rounded(wanted, rounding));
    }

    private static Optional<Literal> exact(BigDecimal wanted) {
        for (Prefix prefix : Prefix.ASCENDING.reversed()) {
            BigDecimal scaled = wanted.scaleByPowerOfTen(-prefix.exponent()).stripTrailingZeros();
            if (scaled.scale() <= 0 && scaled.abs().compareTo(LARGEST) <= 0) {
                return Optional.of(new Literal(scaled.longValueExact(), prefix));
            }
        }
        return Optional.empty();
    }

    private static Literal rounded(BigDecimal wanted, RoundingMode rounding) {
        for (Prefix prefix : Prefix.ASCENDING) {
            BigDecimal whole = wanted.scaleByPowerOfTen(-prefix.exponent()).setScale(0, rounding);
            if (whole.abs().compareTo(LARGEST) <= 0) {
                BigDecimal error = whole.scaleByPowerOfTen(prefix.exponent()).subtract(wanted);
                BigDecimal allowed = wanted.abs().multiply(BigDecimal.valueOf(CLOSE));
                if (error.abs().compareTo(allowed) <= 0) {
                    return exact(whole.scaleByPowerOfTen(prefix.exponent())).orElseThrow();
                }
                break;
            }
        }
        throw new IllegalArgumentException(
                wanted + " cannot be said in a script, which knows whole numbers of 27 bits from atto to exa");
    }

    /** What is really said. */
    public double value() {
        return Prefix.scaled(count, prefix.letter());
    }

    /** As a script writes it. */
    public String text() {
        return count + prefix.suffix();
    }

    @Override
    public String toString() {
        return text();
    }
}
