package cellwright.protocol.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Times: one number and unit, or several in falling order, "1 h 30 min". */
final class TimeText {
    private static final String EXPECTED = "a time such as 30 min, 2.5 h or 1 h 30 min";
    private static final List<String> UNITS = List.of("d", "h", "min", "s", "ms");
    private static final List<String> NANOS = List.of("86400e9", "3600e9", "60e9", "1e9", "1e6");
    /** A century, safely inside what nanoseconds in a long can count. */
    private static final BigDecimal MOST = new BigDecimal("36525").multiply(new BigDecimal("86400e9"));

    private TimeText() {}

    /** Reads a time above 0. */
    static Duration parse(String text) throws Misfit {
        BigDecimal nanos = BigDecimal.ZERO;
        int last = -1;
        String left = text.strip();
        while (!left.isEmpty() || last < 0) {
            Decimal split = Decimal.split(left, EXPECTED);
            String word = split.rest().replaceFirst("[^a-zA-Z].*", "");
            int unit = UNITS.indexOf(word);
            if (unit <= last) {
                throw new Misfit(complaint(text, word, unit));
            }
            nanos = nanos.add(split.number().multiply(new BigDecimal(NANOS.get(unit))));
            left = split.rest().substring(word.length()).strip();
            last = unit;
        }
        return inRange(text, nanos);
    }

    private static String complaint(String text, String word, int unit) {
        if (word.isEmpty()) {
            return "\"" + text + "\" has no unit; expected " + EXPECTED;
        }
        if (unit >= 0) {
            return "\"" + text + "\" must name each unit once, the largest first; expected " + EXPECTED;
        }
        String what = WrittenUnit.anywhere(word)
                .map(other -> "\"" + text + "\" is " + other.dimension().phrase() + "; expected ")
                .orElse("unknown unit \"" + word + "\" in \"" + text + "\"; expected ");
        return what + EXPECTED;
    }

    private static Duration inRange(String text, BigDecimal nanos) throws Misfit {
        if (nanos.signum() <= 0) {
            throw new Misfit("\"" + text + "\" must be longer than 0; expected " + EXPECTED);
        }
        if (nanos.compareTo(MOST) > 0) {
            throw new Misfit("\"" + text + "\" is longer than a century");
        }
        try {
            return Duration.ofNanos(nanos.longValueExact());
        } catch (ArithmeticException fraction) {
            throw new Misfit("\"" + text + "\" is no whole number of nanoseconds");
        }
    }

    /** The text that reads back as this time. */
    static String write(Duration time) {
        if (time.getNano() != 0 || time.compareTo(Duration.ofMinutes(1)) < 0) {
            BigDecimal seconds = BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
            return Decimal.write(seconds) + " s";
        }
        var text = new StringBuilder();
        append(text, time.toHours(), "h");
        append(text, time.toMinutesPart(), "min");
        append(text, time.toSecondsPart(), "s");
        return text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit);
        }
    }
}
