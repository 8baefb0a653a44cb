package cellwright.cli;

import java.util.Locale;

/** Times as people say them. */
final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 86400;

    private Durations() {}

    /** Seconds in the unit that fits: {@code 12.5 h}, {@code 41 days}. */
    static String words(double seconds) {
        if (seconds < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (seconds < HOUR) {
            return String.format(Locale.ROOT, "%.1f min", seconds / MINUTE);
        }
        if (seconds < 2 * DAY) {
            return String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
        }
        return String.format(Locale.ROOT, "%.1f days", seconds / DAY);
    }
}
