package cellwright.figure;

import java.util.Locale;

/**
 * A picture while it is written: SVG elements one a line, numbers with a point whatever the language of the machine.
 * One thread.
 */
public final class Svg {
    /** Width of a letter of {@link #LETTERS}, pixels. */
    static final double LETTER = 7.85;

    /** The height of usual letters, pixels. */
    static final double LETTERS = 13;

    private final StringBuilder text = new StringBuilder();
    private int clips;

    /**
     * A picture of a size in pixels.
     *
     * @param title for who cannot see it
     * @param style style sheet of the caller's own elements; charts bring theirs
     */
    public Svg(int width, int height, String title, String style) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                width, height, width, height);
        add("<title>%s</title>", escaped(title));
        text.append("<style>\n").append(Ink.STYLE).append(style).append("</style>\n");
    }

    /** An element; texts in it must be {@link #escaped}. */
    @SuppressWarnings("AnnotateFormatMethod")
    public void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** A text of a style's class, anchored {@code start}, {@code middle} or {@code end}. */
    public void word(String style, String anchor, double x, double y, String words) {
        add(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style, anchor, x, y, escaped(words));
    }

    /** Letters of a text as XML has them. */
    public static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A name for one more clipping path of this picture. */
    String nextClip() {
        clips++;
        return "plot-" + clips;
    }

    /** The whole picture. */
    public String finish() {
        return text + "</svg>\n";
    }
}
