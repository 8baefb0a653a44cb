package cellwright.scpi.codec;

/** What lies between two line ends. */
public sealed interface Line {
    /**
     * Printable ASCII, at least one character.
     *
     * @param text without the line end
     */
    record Whole(String text) implements Line {}

    /**
     * Something that is no line of these instruments.
     *
     * @param why what gave it away
     */
    record Spoiled(String why) implements Line {}
}
