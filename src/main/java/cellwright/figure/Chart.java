package cellwright.figure;

import java.util.List;

/**
 * Two axes and what is drawn between them.
 *
 * @param heading above it
 * @param x the horizontal axis
 * @param y the vertical one
 * @param series curves and dots, the last on top
 * @param zones what they should lie within
 * @param even whether one unit is equally long along both axes, as in a Nyquist plot
 */
public record Chart(String heading, Axis x, Axis y, List<Series> series, List<Zone> zones, boolean even) {
    /** Takes immutable copies. */
    public Chart {
        series = List.copyOf(series);
        zones = List.copyOf(zones);
    }

    /** A chart of curves alone. */
    public static Chart of(String heading, Axis x, Axis y, Series... series) {
        return new Chart(heading, x, y, List.of(series), List.of(), false);
    }

    /** The same with zones. */
    public Chart within(Zone... wanted) {
        return new Chart(heading, x, y, series, List.of(wanted), even);
    }

    /** The same with one unit equally long along both axes. */
    public Chart evenly() {
        return new Chart(heading, x, y, series, zones, true);
    }
}
