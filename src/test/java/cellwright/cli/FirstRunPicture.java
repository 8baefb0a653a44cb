package cellwright.cli;

import cellwright.figure.Axis;
import cellwright.figure.Box;
import cellwright.figure.Chart;
import cellwright.figure.ChartDrawing;
import cellwright.figure.Series;
import cellwright.figure.Svg;
import java.util.List;

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

    private static final String STYLE = """
            .screen { fill: #0d1117; stroke: #30363d; }
            .said { font-size: 13.5px; fill: #c9d1d9; white-space: pre; }
            .typed { fill: #f0f6fc; font-weight: 600; }
            .title { fill: #f0f6fc; font-weight: 600; }
            .head { fill: #79c0ff; }
            .good { fill: #56d364; }
            .faint { fill: #8b949e; }
            """;
    private static final String TITLE =
            "Ten cycles of a solid-state cell rehearsed in a terminal, and the curves of the second";

    private final Svg svg;

    private FirstRunPicture(Svg svg) {
        this.svg = svg;
    }

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
        int screen = BAR + LINE * (command.size() + said.size() + 1);
        Svg svg = new Svg(WIDTH, screen + GAP + PLOT, TITLE, STYLE);
        new FirstRunPicture(svg).screen(command, said, screen);
        Chart chart = Chart.of(
                heading,
                Axis.linear("capacity / mAh/g"),
                Axis.linear("cell voltage / V (vs In/InLi)"),
                curve("charge", 1, charge),
                curve("discharge", 0, discharge));
        ChartDrawing.draw(svg, chart, new Box(0, screen + GAP, WIDTH, PLOT));
        return svg.finish();
    }

    private static Series curve(String name, int colour, List<Point> points) {
        return Series.line(
                name,
                colour,
                points.stream().mapToDouble(Point::mahPerGram).toArray(),
                points.stream().mapToDouble(Point::volts).toArray());
    }

    private void screen(List<String> command, List<String> said, int height) {
        svg.add(
                "<rect class=\"screen\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>",
                WIDTH - 1, height - 1);
        String[] lamps = {"#ff5f57", "#febc2e", "#28c840"};
        for (int i = 0; i < lamps.length; i++) {
            svg.add("<circle cx=\"%d\" cy=\"17\" r=\"5.5\" fill=\"%s\"/>", MARGIN + 18 * i, lamps[i]);
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
            svg.add(
                    "<text class=\"said %s\" xml:space=\"preserve\" x=\"%d\" y=\"%.0f\">%s</text>",
                    kind, MARGIN, y, Svg.escaped(line));
        }
    }
}
