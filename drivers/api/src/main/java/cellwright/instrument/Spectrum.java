package cellwright.instrument;

import java.util.List;

/**
 * A measured impedance spectrum; Z = Z' + jZ'', capacitive Z'' below 0.
 *
 * @param startNanos when the first frequency began
 * @param endNanos when the last one ended
 * @param points in the order measured
 */
public record Spectrum(long startNanos, long endNanos, List<Point> points) {
    /** Takes an immutable copy. */
    public Spectrum {
        points = List.copyOf(points);
    }

    /**
     * One frequency.
     *
     * @param hertz excitation frequency
     * @param real Z' in ohm
     * @param imaginary Z'' in ohm, negative if capacitive
     * @param quality how far to trust it
     */
    public record Point(double hertz, double real, double imaginary, Quality quality) {}
}
