package cellwright.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The names of a chart's series and zones, in as many lines above the plot as they need. */
final class Legend {
    private static final double SWATCH = 26;
    private static final double GAP = 18;
    private static final double LINE = 20;

    private record Entry(double x, int line, String name, BiConsumer<Double, Double> swatch) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Svg svg;
    private final double left;
    private final double right;
    private double x;
    private int line;

    Legend(Svg svg, Chart chart, double left, double right) {
        this.svg = svg;
        this.left = left;
        this.right = right;
        this.x = left;
        chart.series().stream()
                .filter(series -> !series.name().isEmpty())
                .forEach(series -> put(series.name(), (at, y) -> swatch(series, at, y)));
        chart.zones().stream()
                .filter(zone -> !zone.name().isEmpty())
                .forEach(zone -> put(zone.name(), (at, y) -> swatch(zone, at, y)));
    }

    private void put(String name, BiConsumer<Double, Double> swatch) {
        double width = SWATCH + 6 + name.length() * Svg.LETTER;
        if (x > left && x + width > right) {
            x = left;
            line++;
        }
        entries.add(new Entry(x, line, name, swatch));
        x += width + GAP;
    }

    double height() {
        return entries.isEmpty() ? 0 : (line + 1) * LINE;
    }

    void draw(double top) {
        for (Entry entry : entries) {
            double y = top + entry.line * LINE + LINE / 2;
            entry.swatch.accept(entry.x, y);
            svg.word("word", "start", entry.x + SWATCH + 6, y + 4.5, entry.name);
        }
    }

    private void swatch(Series series, double at, double y) {
        switch (series.look()) {
            case LINE -> svg.add("<path class=\"curve s%d\" d=\"M%.1f %.1fh%.0f\"/>", series.colour(), at, y, SWATCH);
            case DASHES ->
                svg.add("<path class=\"curve dashes s%d\" d=\"M%.1f %.1fh%.0f\"/>", series.colour(), at, y, SWATCH);
            case POINTS, RINGS -> Curve.dot(svg, series, at + SWATCH / 2, y);
        }
    }

    private void swatch(Zone zone, double at, double y) {
        if (zone.low() == zone.high()) {
            svg.add("<path class=\"level\" d=\"M%.1f %.1fh%.0f\"/>", at, y, SWATCH);
        } else {
            svg.add("<rect class=\"zone\" x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"12\"/>", at, y - 6, SWATCH);
        }
    }
}
