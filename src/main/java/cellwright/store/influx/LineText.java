package cellwright.store.influx;

import cellwright.store.follow.RunLabel;
import java.util.Locale;

/** One line of line protocol while it is written. Used again for the next. */
final class LineText {
    private final StringBuilder text = new StringBuilder(512);
    private boolean first = true;

    /** Begins a line with a measurement and its tags, as {@link #head} made them. */
    LineText begin(String head) {
        text.setLength(0);
        text.append(head);
        first = true;
        return this;
    }

    /** A number; left out if it is not finite. */
    LineText number(String field, double value) {
        if (Double.isFinite(value)) {
            name(field).append(value);
        }
        return this;
    }

    /** A counter. */
    LineText count(String field, long value) {
        name(field).append(value).append('i');
        return this;
    }

    private StringBuilder name(String field) {
        if (!first) {
            text.append(',');
        }
        first = false;
        return text.append(field).append('=');
    }

    /** The whole line, without an end of line. */
    String at(long unixNanos) {
        return text.append(' ').append(unixNanos).toString();
    }

    /** Measurement and tags in the order of their names, with the space behind them. */
    static String head(String measurement, RunLabel run) {
        StringBuilder head = new StringBuilder(measurement);
        tag(head, "cell", run.cell());
        tag(head, "channel", run.channel());
        tag(head, "lab", run.lab());
        tag(head, "run", run.run());
        tag(head, "simulated", run.simulated() ? "true" : "");
        return head.append(' ').toString();
    }

    /** A tag without a value is none. */
    private static void tag(StringBuilder head, String name, String value) {
        String clean = tagValue(value);
        if (!clean.isEmpty()) {
            head.append(',').append(name).append('=');
            for (int i = 0; i < clean.length(); i++) {
                char c = clean.charAt(i);
                if (c == ',' || c == '=' || c == ' ') {
                    head.append('\\');
                }
                head.append(c);
            }
        }
    }

    /** A name as it stands in the store: no ends of line, which no server takes, and no backslash, which each reads otherwise. */
    static String tagValue(String value) {
        StringBuilder clean = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            clean.append(c == '\\' ? '/' : Character.isISOControl(c) ? ' ' : c);
        }
        return clean.toString().strip();
    }

    /** A signal's field: its name and unit in lower case, everything else than letters and digits an underscore. */
    static String field(String name, String unit) {
        String words = name + (unit.equals("1") ? "" : "_" + unit);
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
