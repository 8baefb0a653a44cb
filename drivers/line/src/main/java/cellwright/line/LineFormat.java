package cellwright.line;

/**
 * What a line of an instrument looks like: printable ASCII and an end.
 *
 * @param end how it ends
 * @param longest most characters without the end; a longer one is not of this instrument
 */
public record LineFormat(LineEnd end, int longest) {
    /** Refuses lines without room. */
    public LineFormat {
        if (longest < 1) {
            throw new IllegalArgumentException("a line needs room for a character, got " + longest);
        }
    }
}
