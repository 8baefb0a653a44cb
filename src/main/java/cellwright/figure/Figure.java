package cellwright.figure;

import java.util.List;

/**
 * One or more charts under a title.
 *
 * @param title in one line
 * @param note a faint line below, such as where the numbers come from; may be empty
 * @param charts in reading order; one fills the width, more stand in two columns
 */
public record Figure(String title, String note, List<Chart> charts) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 400;
    private static final int GAP = 12;
    private static final int HEAD = 40;
    private static final int FOOT = 26;

    /** Takes an immutable copy. */
    public Figure {
        charts = List.copyOf(charts);
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a chart");
        }
    }

    /** The picture as SVG. */
    public String svg() {
        int columns = charts.size() == 1 ? 1 : 2;
        int rows = (charts.size() + columns - 1) / columns;
        int foot = note.isEmpty() ? 0 : FOOT;
        Svg svg = new Svg(WIDTH, HEAD + rows * (HEIGHT + GAP) - GAP + foot + 10, title, "");
        svg.add("<rect class=\"card\" x=\"0\" y=\"0\" width=\"100%%\" height=\"100%%\" rx=\"8\" stroke-width=\"0\"/>");
        svg.word("headline", "start", 16, 27, title);
        double wide = (WIDTH - (columns - 1.0) * GAP) / columns;
        for (int i = 0; i < charts.size(); i++) {
            int line = i / columns;
            boolean lonely = i == charts.size() - 1 && i % columns == 0;
            ChartDrawing.draw(
                    svg,
                    charts.get(i),
                    new Box(
                            i % columns * (wide + GAP),
                            HEAD + line * (double) (HEIGHT + GAP),
                            lonely ? WIDTH : wide,
                            HEIGHT));
        }
        if (!note.isEmpty()) {
            svg.word("faint-word", "start", 16, HEAD + rows * (HEIGHT + GAP) - GAP + 20.0, note);
        }
        return svg.finish();
    }
}
