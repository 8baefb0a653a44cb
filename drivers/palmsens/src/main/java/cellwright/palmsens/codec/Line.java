package cellwright.palmsens.codec;

/** What lies between two line ends. */
public sealed interface Line {
    /**
     * Printable ASCII, perhaps nothing at all.
     *
     * @param text without the line end
     */
    record Whole(String text) implements Line {}

    /**
     * Something that is no line of this protocol.
     *
     * @param why what gave it away
     */
    record Spoiled(String why) implements Line {}
}
