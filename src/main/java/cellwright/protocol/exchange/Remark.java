package cellwright.protocol.exchange;

/**
 * One thing that a translation could not carry over as it was.
 *
 * @param kind what happened to it
 * @param where the part it is about: file, line and column of a text that was read, or the number of a step that was written
 * @param message what, and what to do
 */
public record Remark(Kind kind, String where, String message) {
    /** What happened. */
    public enum Kind {
        /** The other language has no word for it. */
        LOST("lost"),
        /** It is said, but means something a little different there. */
        CHANGED("differs"),
        /** It was left open, and is now said. */
        ASSUMED("made explicit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word used in reports. */
        public String word() {
            return word;
        }
    }

    /** {@code where: kind: message} on one line. */
    @Override
    public String toString() {
        return where + ": " + kind.word() + ": " + message;
    }
}
