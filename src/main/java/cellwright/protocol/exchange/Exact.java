package cellwright.protocol.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers between units that differ by powers of ten, and times, without a digit lost either way. */
final class Exact {
    /** Longest time that is believed, a century; safely inside what nanoseconds in a long can count. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final Pattern FORM =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final int MOST_DIGITS = 60;
    private static final int NANO_DIGITS = 9;
    private static final int PLAIN_DIGITS = 24;

    private Exact() {}

    /** The number a text is; empty for anything else, also for one of more than 60 characters. */
    static Optional<BigDecimal> number(String text) {
        String bare = text.strip();
        return bare.length() <= MOST_DIGITS && FORM.matcher(bare).matches()
                ? Optional.of(new BigDecimal(bare))
                : Optional.empty();
    }

    /** A number times a power of ten, as the nearest double; empty where doubles end. */
    static Optional<Double> shifted(BigDecimal number, int powerOfTen) {
        double value = number.scaleByPowerOfTen(powerOfTen).doubleValue();
        boolean vanished = value == 0 && number.signum() != 0;
        return Double.isFinite(value) && !vanished ? Optional.of(value) : Optional.empty();
    }

    /** A time above 0 and below a century; empty for any other number of seconds. */
    static Optional<Duration> seconds(BigDecimal seconds) {
        boolean sensible = seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) <= 0;
        if (!sensible) {
            return Optional.empty();
        }
        BigDecimal nanos = seconds.scaleByPowerOfTen(NANO_DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        return nanos.signum() > 0 ? Optional.of(Duration.ofNanos(nanos.longValueExact())) : Optional.empty();
    }

    /** The seconds of a time. */
    static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS));
    }

    /** A double times a power of ten as text that JSON and other programs read, and that reads back as the same double. */
    static String text(double value, int powerOfTen) {
        return text(new BigDecimal(Double.toString(value)).scaleByPowerOfTen(powerOfTen));
    }

    /** A number as text. */
    static String text(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal bare = number.stripTrailingZeros();
        String plain = bare.abs().precision() - bare.scale() > PLAIN_DIGITS || bare.scale() > PLAIN_DIGITS
                ? ""
                : bare.toPlainString();
        return plain.isEmpty() || plain.length() > PLAIN_DIGITS ? bare.toString() : plain;
    }
}
