package cellwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws what a terminal shows of a run, and below it the curves of one cycle, as an SVG for light and dark pages. */
final class FirstRunPicture {
    /**
     * Where a curve was at one row.
     *
     * @param mahPerGram capacity passed since the step began
     * @param volts cell voltage
     */
    record Point(double mahPerGram, double volts) {}

    private static final int WIDTH = 960;
    private static final int MARGIN = 24;
    private static final int LINE = 19;
    private static final int BAR = 34;
    private static final int GAP = 16;
    private static final int PLOT = 400;

    private static final double VOLTS_LOW = 2.0;
    private static final double VOLTS_HIGH = 3.8;
    private static final double CAPACITY_STEP = 20;
    private static final int LEFT = 84;
    private static final int RIGHT = 32;
    private static final int ABOVE = 56;
    private static final int BELOW = 60;

    private static final String STYLE = """
            text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
            .screen { fill: #0d1117; stroke: #30363d; }
            .said { font-size: 13.5px; fill: #c9d1d9; white-space: pre; }
            .typed { fill: #f0f6fc; font-weight: 600; }
            .title { fill: #f0f6fc; font-weight: 600; }
            .head { fill: #79c0ff; }
            .good { fill: #56d364; }
            .faint { fill: #8b949e; }
            .card { fill: #ffffff; stroke: #d0d7de; }
            .grid { stroke: #d8dee4; stroke-width: 1; }
            .axis { stroke: #57606a; stroke-width: 1.2; fill: none; }
            .word { font-size: 13px; fill: #24292f; }
            .heading { font-size: 14px; font-weight: 600; fill: #24292f; }
            .curve { fill: none; stroke-width: 2.4; stroke-linejoin: round; stroke-linecap: round; }
            .charge { stroke: #cf222e; }
            .discharge { stroke: #0969da; }
            .charge-word { font-size: 13px; font-weight: 600; fill: #cf222e; }
            .discharge-word { font-size: 13px; font-weight: 600; fill: #0969da; }
            @media (prefers-color-scheme: dark) {
              .card { fill: #0d1117; stroke: #30363d; }
              .grid { stroke: #21262d; }
              .axis { stroke: #8b949e; }
              .word, .heading { fill: #c9d1d9; }
              .charge { stroke: #ff7b72; }
              .discharge { stroke: #58a6ff; }
              .charge-word { fill: #ff7b72; }
              .discharge-word { fill: #58a6ff; }
            }
            """;

    private final StringBuilder svg = new StringBuilder();
    private double capacityHigh;
    private double plotTop;

    private FirstRunPicture() {}

    /**
     * The picture.
     *
     * @param command what was typed
     * @param said what the program said, line by line
     * @param heading what the curves are of
     * @param charge the charge of the cycle, row by row
     * @param discharge the discharge of the cycle, row by row
     */
    static String of(
            List<String> command, List<String> said, String heading, List<Point> charge, List<Point> discharge) {
        return new FirstRunPicture().draw(command, said, heading, charge, discharge);
    }

    private String draw(
            List<String> command, List<String> said, String heading, List<Point> charge, List<Point> discharge) {
        int screen = BAR + LINE * (command.size() + said.size() + 1);
        int height = screen + GAP + PLOT;
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' role='img'>",
                WIDTH, height, WIDTH, height);
        add("<title>Ten cycles of a solid-state cell rehearsed in a terminal, and the curves of the second</title>");
        svg.append("<style>\n").append(STYLE).append("</style>\n");
        screen(command, said, screen);
        plotTop = screen + GAP;
        curves(heading, charge, discharge);
        return svg.append("</svg>\n").toString().replace('\'', '"').replace("&apos;", "'");
    }

    private void screen(List<String> command, List<String> said, int height) {
        add("<rect class='screen' x='0.5' y='0.5' width='%d' height='%d' rx='8'/>", WIDTH - 1, height - 1);
        String[] lamps = {"#ff5f57", "#febc2e", "#28c840"};
        for (int i = 0; i < lamps.length; i++) {
            add("<circle cx='%d' cy='17' r='5.5' fill='%s'/>", MARGIN + 18 * i, lamps[i]);
        }
        double y = BAR + LINE;
        for (int i = 0; i < command.size(); i++) {
            say(y, "typed", (i == 0 ? "$ " : "    ") + command.get(i));
            y += LINE;
        }
        for (int i = 0; i < said.size(); i++) {
            say(y, i == 0 ? "title" : kind(said.get(i)), said.get(i));
            y += LINE;
        }
    }

    private static String kind(String line) {
        if (line.startsWith("cycle ") || line.strip().startsWith("mAh ")) {
            return "head";
        }
        if (line.startsWith("complete:")) {
            return "good";
        }
        return line.startsWith(" ") ? "row" : "faint";
    }

    private void say(double y, String kind, String line) {
        if (!line.isBlank()) {
            add("<text class='said %s' xml:space='preserve' x='%d' y='%.0f'>%s</text>", kind, MARGIN, y, escaped(line));
        }
    }

    private void curves(String heading, List<Point> charge, List<Point> discharge) {
        double most = Math.max(last(charge).mahPerGram(), last(discharge).mahPerGram());
        capacityHigh = CAPACITY_STEP * Math.ceil(most * 1.02 / CAPACITY_STEP);
        add("<rect class='card' x='0.5' y='%.1f' width='%d' height='%d' rx='8'/>", plotTop + 0.5, WIDTH - 1, PLOT - 1);
        add("<text class='heading' x='%d' y='%.0f'>%s</text>", LEFT, plotTop + 32, escaped(heading));
        grid();
        curve("charge", charge);
        curve("discharge", discharge);
        Point up = label(charge);
        Point down = label(discharge);
        add("<text class='charge-word' text-anchor='middle' x='%.1f' y='%.1f'>charge</text>", x(up), y(up) - 14);
        add(
                "<text class='discharge-word' text-anchor='middle' x='%.1f' y='%.1f'>discharge</text>",
                x(down), y(down) + 24);
    }

    private void grid() {
        double bottom = plotTop + PLOT - BELOW;
        for (double capacity = 0; capacity <= capacityHigh; capacity += CAPACITY_STEP) {
            double x = x(capacity);
            add("<path class='grid' d='M%.1f %.1fV%.1f'/>", x, plotTop + ABOVE, bottom);
            add("<text class='word' text-anchor='middle' x='%.1f' y='%.1f'>%.0f</text>", x, bottom + 20, capacity);
        }
        int ticks = (int) Math.round((VOLTS_HIGH - VOLTS_LOW) / 0.2);
        for (int i = 0; i <= ticks; i++) {
            double volts = VOLTS_LOW + 0.2 * i;
            double y = y(volts);
            add("<path class='grid' d='M%d %.1fH%d'/>", LEFT, y, WIDTH - RIGHT);
            add("<text class='word' text-anchor='end' x='%d' y='%.1f'>%.1f</text>", LEFT - 8, y + 4.5, volts);
        }
        add("<path class='axis' d='M%d %.1fV%.1fH%d'/>", LEFT, plotTop + ABOVE, bottom, WIDTH - RIGHT);
        add(
                "<text class='word' text-anchor='middle' x='%.1f' y='%.1f'>capacity / mAh/g</text>",
                (LEFT + WIDTH - RIGHT) / 2.0, bottom + 44);
        double middle = (plotTop + ABOVE + bottom) / 2;
        add(
                "<text class='word' text-anchor='middle' transform='translate(26 %.1f) rotate(-90)'>"
                        + "cell voltage / V (vs In/InLi)</text>",
                middle);
    }

    private void curve(String which, List<Point> points) {
        String path = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f %.1f", x(point), y(point)))
                .distinct()
                .collect(Collectors.joining("L", "M", ""));
        add("<path class='curve %s' d='%s'/>", which, path);
    }

    private double x(Point point) {
        return x(point.mahPerGram());
    }

    private double x(double mahPerGram) {
        return LEFT + mahPerGram / capacityHigh * (WIDTH - RIGHT - LEFT);
    }

    private double y(Point point) {
        return y(point.volts());
    }

    private double y(double volts) {
        double span = PLOT - ABOVE - BELOW;
        return plotTop + ABOVE + (VOLTS_HIGH - volts) / (VOLTS_HIGH - VOLTS_LOW) * span;
    }

    private static Point last(List<Point> points) {
        return points.get(points.size() - 1);
    }

    /** Where a curve is named: at three quarters of the capacity, where the two are apart. */
    private static Point label(List<Point> points) {
        double place = last(points).mahPerGram() * 0.75;
        return points.stream()
                .filter(point -> point.mahPerGram() >= place)
                .findFirst()
                .orElseThrow();
    }

    /** Markup is written with apostrophes here, and carries quotation marks in the file; those of texts stay. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
