package cellwright.alicat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table in which the instrument tells what its readings consist of, for example {@code A D02 002 Abs Press
 * s decimal     7/2 010 02 PSIA}.
 *
 * @param index number of the row, from 0
 * @param statistic what it is, by the instrument's numbers
 * @param name in words
 * @param number whether it is a number
 * @param width characters of a number, sign and point included
 * @param decimals digits behind the point
 * @param notes unit number, something, unit label for a number; the flag for a status
 */
record Column(int index, int statistic, String name, boolean number, int width, int decimals, String notes) {
    private static final int ERROR = 701;
    private static final int STATUS = 702;
    private static final Pattern FORM =
            Pattern.compile(" D(\\d\\d) (\\d{3}) (.{26}) (string|[su] decimal) +(\\d+)(?:/(\\d+))?(?: +(.*))?");
    private static final Pattern UNIT = Pattern.compile("(\\d{3}) \\d\\d (\\S+)");

    /** Understands a row without the unit's letter; empty for another line, the heading included. */
    static Optional<Column> of(String row) {
        Matcher matcher = FORM.matcher(row.stripTrailing());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(6);
        String notes = matcher.group(7);
        return Optional.of(new Column(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                matcher.group(3).strip(),
                !matcher.group(4).equals("string"),
                Integer.parseInt(matcher.group(5)),
                decimals == null ? 0 : Integer.parseInt(decimals),
                notes == null ? "" : notes.strip()));
    }

    /** Whether it is a flag that only stands in a reading while it is up. */
    boolean flag() {
        return statistic == ERROR || statistic == STATUS;
    }

    /** Its unit, if it is a pressure in one that is known. */
    Optional<PressureUnit> unit() {
        Matcher matcher = UNIT.matcher(notes);
        return matcher.matches()
                ? PressureUnit.of(Integer.parseInt(matcher.group(1)), matcher.group(2))
                : Optional.empty();
    }
}
