package cellwright.figure;

import java.util.Locale;

/**
 * Draws a series. What could not be told apart on the picture is drawn once, so that a run of half a million rows is a
 * picture of some kilobytes.
 */
final class Curve {
    private static final double APART_ON_LINE = 0.7;
    private static final double APART_OF_DOTS = 1.5;

    private Curve() {}

    static void draw(Svg svg, Series series, Ruler x, Ruler y) {
        switch (series.look()) {
            case LINE -> line(svg, "curve s", series, x, y);
            case DASHES -> line(svg, "curve dashes s", series, x, y);
            case POINTS, RINGS -> dots(svg, series, x, y);
        }
    }

    /** A dot, or a ring. */
    static void dot(Svg svg, Series series, double x, double y) {
        boolean ring = series.look() == Series.Look.RINGS;
        put(svg, ring ? "curve ring s" : "curve dots s", series, ring ? ring(x, y) : dot(x, y));
    }

    /** A line of no length with round ends. */
    private static String dot(double x, double y) {
        return String.format(Locale.ROOT, "M%.1f %.1fh0", x, y);
    }

    private static String ring(double x, double y) {
        return String.format(Locale.ROOT, "M%.1f %.1fa4 4 0 1 0 8 0a4 4 0 1 0-8 0", x - 4, y);
    }

    private static void dots(Svg svg, Series series, Ruler x, Ruler y) {
        boolean ring = series.look() == Series.Look.RINGS;
        StringBuilder path = new StringBuilder();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = 0;
        for (int i = 0; i < series.size(); i++) {
            if (!isPlace(series, i, x, y)) {
                continue;
            }
            double px = x.pixel(series.x(i));
            double py = y.pixel(series.y(i));
            if (Math.hypot(px - lastX, py - lastY) >= APART_OF_DOTS) {
                path.append(ring ? ring(px, py) : dot(px, py));
                lastX = px;
                lastY = py;
            }
        }
        put(svg, ring ? "curve ring s" : "curve dots s", series, path.toString());
    }

    private static void put(Svg svg, String style, Series series, String path) {
        if (!path.isEmpty()) {
            svg.add("<path class=\"%s%d\" d=\"%s\"/>", style, series.colour(), path);
        }
    }

    private static void line(Svg svg, String style, Series series, Ruler x, Ruler y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        double lastX = 0;
        double lastY = 0;
        int last = series.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!isPlace(series, i, x, y)) {
                pen = false;
                continue;
            }
            double px = x.pixel(series.x(i));
            double py = y.pixel(series.y(i));
            boolean ends = i == last || !isPlace(series, i + 1, x, y);
            if (!pen || ends || Math.hypot(px - lastX, py - lastY) >= APART_ON_LINE) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", px, py));
                lastX = px;
                lastY = py;
                pen = true;
            }
        }
        put(svg, style, series, path.toString());
    }

    private static boolean isPlace(Series series, int index, Ruler x, Ruler y) {
        return x.axis().takes(series.x(index)) && y.axis().takes(series.y(index));
    }
}
