package cellwright.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the heading of an EC-Lab file says of a cell; what is not known is 0 there.
 *
 * @param startsAt wall clock of the run's first instant
 * @param areaCm2 electrode area, cm²
 * @param grams active mass, g
 * @param milliampereHours nominal capacity, mAh
 */
public record MptCell(Instant startsAt, double areaCm2, double grams, double milliampereHours) {
    private static final DateTimeFormatter STARTED =
            DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    String startedOn() {
        return STARTED.format(startsAt);
    }

    static String decimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
