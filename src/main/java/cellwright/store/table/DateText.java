package cellwright.store.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Dates with their time of day as text. */
final class DateText {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]", Locale.ROOT);

    private DateText() {}

    static double unixSeconds(String cell, long line, int column) throws Misread {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        try {
            LocalDateTime date = LocalDateTime.parse(cell, FORMAT);
            return date.toInstant(ZoneOffset.UTC).toEpochMilli() / 1000.0;
        } catch (DateTimeParseException wrong) {
            throw new Misread(line, column, CellText.shown(cell) + " is not a date like 2026-01-31 12:34:56");
        }
    }
}
