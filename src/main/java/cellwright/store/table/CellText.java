package cellwright.store.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of cells: split at delimiters, and read as numbers, strictly. */
final class CellText {
    private static final int SHOWN_MAX = 40;
    private static final Pattern CLOCK = Pattern.compile("(\\d+):([0-5]\\d):([0-5]\\d(?:\\.\\d+)?)");

    private CellText() {}

    /** The cells of a line; with a comma as delimiter a cell may stand in double quotes. */
    static List<String> split(String line, char delimiter) {
        List<String> cells = new ArrayList<>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"' && delimiter == ',') {
                quoted = !quoted;
            } else if (each == delimiter && !quoted) {
                cells.add(unquoted(line.substring(begin, i)));
                begin = i + 1;
            }
        }
        cells.add(unquoted(line.substring(begin)));
        return cells;
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** A finite number with a decimal point; NaN for an empty cell. */
    static double number(String cell, long line, int column) throws Misread {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        if (isNumber(cell)) {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw new Misread(line, column, complaint(cell));
    }

    /** Hours, minutes and seconds as seconds; hours may be more than a day. */
    static double clock(String cell, long line, int column) throws Misread {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        Matcher matcher = CLOCK.matcher(cell);
        if (!matcher.matches() || matcher.group(1).length() > 7) {
            throw new Misread(line, column, shown(cell) + " is not a time like 12:34:56");
        }
        return Integer.parseInt(matcher.group(1)) * 3600.0
                + Integer.parseInt(matcher.group(2)) * 60.0
                + Double.parseDouble(matcher.group(3));
    }

    /** Whether it is a number with a decimal point or none: digits, a sign, an exponent, nothing else. */
    static boolean isNumber(String cell) {
        int at = sign(cell, 0);
        int digits = digits(cell, at);
        int count = digits - at;
        at = digits;
        if (at < cell.length() && cell.charAt(at) == '.') {
            digits = digits(cell, at + 1);
            count += digits - at - 1;
            at = digits;
        }
        if (count == 0) {
            return false;
        }
        if (at < cell.length() && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            int exponent = sign(cell, at + 1);
            at = digits(cell, exponent);
            return at > exponent && at == cell.length();
        }
        return at == cell.length();
    }

    private static int sign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    static String shown(String cell) {
        return "\"" + (cell.length() <= SHOWN_MAX ? cell : cell.substring(0, SHOWN_MAX) + "...") + "\"";
    }

    private static String complaint(String cell) {
        if (cell.startsWith("=") || cell.startsWith("@")) {
            return shown(cell)
                    + " is a formula of a spreadsheet; a number was expected: write the values, not what computes them";
        }
        if (cell.contains(",") && isNumber(cell.replace(',', '.'))) {
            return shown(cell) + " has a decimal comma, the file has points or should; write one of them throughout";
        }
        if (cell.equalsIgnoreCase("nan") || cell.toLowerCase(Locale.ROOT).contains("inf")) {
            return shown(cell) + " is not a number; leave a cell empty that has no value";
        }
        return shown(cell) + (isNumber(cell) ? " is not a number that fits into a double" : " is not a number");
    }
}
