package cellwright.figure;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws a chart into a box of a picture. */
public final class ChartDrawing {
    private static final double HEADING = 32;
    private static final double BELOW = 56;
    private static final double EDGE = 24;
    /** From one word to the one below it. */
    private static final double LINE = 15;

    private static final double AXIS_WORD = 26;
    private static final double PER_X_TICK = 58;
    private static final double BETWEEN_WORDS = 14;
    private static final double PER_Y_TICK = 42;
    private static final double OUT_OF_SIGHT = 1e4;

    private final Svg svg;
    private final Chart chart;
    private final Box plot;
    private final Ruler x;
    private final Ruler y;
    private final int xTicks;
    private final int yTicks;

    /** Draws a chart on a card that fills the box. */
    public static void draw(Svg svg, Chart chart, Box box) {
        svg.add(
                "<rect class=\"card\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>",
                box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1);
        new ChartDrawing(svg, chart, box).draw(box);
    }

    private ChartDrawing(Svg svg, Chart chart, Box box) {
        this.svg = svg;
        this.chart = chart;
        double top = box.y() + HEADING + 14 + legend(box, box.x() + EDGE).height();
        double height = box.bottom() - BELOW - top;
        this.yTicks = (int) Math.max(2, height / PER_Y_TICK);
        Ruler upright = Ruler.upright(chart.y(), ys(chart), yTicks, box.bottom() - BELOW, top);
        double left = box.x() + AXIS_WORD + 24 + longest(upright.ticks(yTicks)) * Svg.LETTER;
        this.plot = new Box(left, top, box.right() - EDGE - left, height);
        Ruler along = Ruler.along(chart.x(), values(chart, Series::x), plot.x(), plot.right());
        double units = chart.even() ? Math.max(along.unitsPerPixel(), upright.unitsPerPixel()) : Double.NaN;
        this.x = chart.even() ? along.showing(units) : along;
        this.y = chart.even() ? upright.showing(units) : upright;
        this.xTicks = xTicks(x, plot.width());
    }

    /** As many as there is room for their words. */
    private static int xTicks(Ruler x, double width) {
        int most = (int) Math.max(2, width / PER_X_TICK);
        while (most > 2 && isTooNarrow(x, x.ticks(most))) {
            most--;
        }
        return most;
    }

    private static boolean isTooNarrow(Ruler x, List<Ticks.Tick> ticks) {
        double last = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : ticks) {
            double half = tick.label().length() * Svg.LETTER / 2;
            double at = x.pixel(tick.value());
            if (half > 0 && at - half < last + BETWEEN_WORDS) {
                return true;
            }
            last = half > 0 ? at + half : last;
        }
        return false;
    }

    private Legend legend(Box box, double left) {
        return new Legend(svg, chart, left, box.right() - EDGE);
    }

    private static DoubleStream values(Chart chart, ToDoubleBiFunction<Series, Integer> coordinate) {
        return chart.series().stream().flatMapToDouble(series -> IntStream.range(0, series.size())
                .mapToDouble(i -> coordinate.applyAsDouble(series, i)));
    }

    private static DoubleStream ys(Chart chart) {
        return DoubleStream.concat(
                values(chart, Series::y),
                chart.zones().stream().flatMapToDouble(zone -> DoubleStream.of(zone.low(), zone.high())));
    }

    private static int longest(List<Ticks.Tick> ticks) {
        return ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
    }

    private void draw(Box box) {
        svg.word("heading", "start", box.x() + EDGE, box.y() + HEADING - 4, chart.heading());
        Legend legend = legend(box, box.x() + EDGE);
        legend.draw(box.y() + HEADING + 4);
        grid(box);
        String clip = svg.nextClip();
        double beyond = Double.isNaN(chart.x().low()) ? 5 : 0;
        svg.add(
                "<clipPath id=\"%s\"><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/></clipPath>",
                clip, plot.x() - beyond, plot.y() - 5, plot.width() + beyond + 5, plot.height() + 10);
        svg.add("<g clip-path=\"url(#%s)\">", clip);
        chart.zones().forEach(this::zone);
        chart.series().forEach(series -> Curve.draw(svg, series, x, y));
        svg.add("</g>");
        svg.add("<path class=\"axis\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", plot.x(), plot.y(), plot.bottom(), plot.right());
        svg.word(
                "word",
                "middle",
                plot.x() + plot.width() / 2,
                plot.bottom() + 44,
                chart.x().label());
        svg.add(
                "<text class=\"word\" text-anchor=\"middle\" transform=\"translate(%.1f %.1f) rotate(-90)\">%s</text>",
                box.x() + AXIS_WORD,
                plot.y() + plot.height() / 2,
                Svg.escaped(chart.y().label()));
    }

    private void grid(Box box) {
        for (Ticks.Tick tick : x.ticks(xTicks)) {
            double at = x.pixel(tick.value());
            svg.add("<path class=\"grid\" d=\"M%.1f %.1fV%.1f\"/>", at, plot.y(), plot.bottom());
            if (!tick.label().isEmpty()) {
                double rightmost = box.right() - 2 - tick.label().length() * Svg.LETTER / 2.0;
                svg.word("word", "middle", Math.min(at, rightmost), plot.bottom() + 20, tick.label());
            }
        }
        upright();
    }

    /** From above, so that a round number at the top is not left out for its neighbour, where marks lie too close for words. */
    private void upright() {
        double last = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : y.ticks(yTicks).reversed()) {
            double at = y.pixel(tick.value());
            svg.add("<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", plot.x(), at, plot.right());
            if (!tick.label().isEmpty() && at - last >= LINE) {
                svg.word("word", "end", plot.x() - 8, at + 4.5, tick.label());
                last = at;
            }
        }
    }

    private void zone(Zone zone) {
        if (zone.low() == zone.high()) {
            svg.add("<path class=\"level\" d=\"M%.1f %.1fH%.1f\"/>", plot.x(), y.pixel(zone.low()), plot.right());
            return;
        }
        double bottom = Double.isInfinite(zone.low()) ? plot.bottom() : y.within(zone.low());
        double top = Double.isInfinite(zone.high()) ? plot.y() : y.within(zone.high());
        if (bottom - top > 0 && bottom - top < OUT_OF_SIGHT) {
            svg.add(
                    "<rect class=\"zone\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    plot.x(), top, plot.width(), bottom - top);
        }
    }
}
