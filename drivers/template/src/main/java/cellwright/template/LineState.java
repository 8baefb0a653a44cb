package cellwright.template;

/**
 * Where the decoder stands between two bytes; a line is printable ASCII closed by CR LF.
 *
 * <p>Whatever arrives, a line end brings it back to the start: after garbage the next whole line is understood again.
 */
public sealed interface LineState {
    /** Most characters of a line; a longer one is not of this instrument. */
    int LONGEST = 60;

    /** At the start of a line. */
    static LineState start() {
        return new Inside("");
    }

    /**
     * Inside a line, or at its start.
     *
     * @param soFar the printable characters since the last line end
     */
    record Inside(String soFar) implements LineState {}

    /**
     * After the CR, before the LF.
     *
     * @param line the line that the LF completes
     */
    record Closing(String line) implements LineState {}

    /**
     * Inside something that is no line, until the next LF.
     *
     * @param why what gave it away
     */
    record Skipping(String why) implements LineState {}

    /** What one more byte led to. */
    sealed interface Heard {
        /** Where the decoder stands now. */
        LineState next();
    }

    /**
     * Nothing complete yet.
     *
     * @param next where the decoder stands now
     */
    record More(LineState next) implements Heard {}

    /**
     * A line is complete.
     *
     * @param next where the decoder stands now
     * @param text the line without its end
     */
    record Line(LineState next, String text) implements Heard {}

    /**
     * Something ended that was no line.
     *
     * @param next where the decoder stands now
     * @param why what gave it away
     */
    record Spoiled(LineState next, String why) implements Heard {}

    /** Takes one byte. */
    default Heard on(byte received) {
        char character = (char) (received & 0xff);
        return switch (this) {
            case Inside inside -> inside(inside.soFar(), character);
            case Closing closing ->
                character == '\n'
                        ? new Line(start(), closing.line())
                        : new More(new Skipping("CR without LF behind \"" + closing.line() + '"'));
            case Skipping skipping -> character == '\n' ? new Spoiled(start(), skipping.why()) : new More(skipping);
        };
    }

    private static Heard inside(String soFar, char character) {
        if (character == '\r') {
            return new More(new Closing(soFar));
        }
        if (character == '\n') {
            return new Spoiled(start(), "LF without CR behind \"" + soFar + '"');
        }
        if (character < ' ' || character > '~') {
            return new More(new Skipping("byte 0x%02x behind \"%s\"".formatted((int) character, soFar)));
        }
        if (soFar.length() == LONGEST) {
            return new More(new Skipping("a line of more than " + LONGEST + " characters"));
        }
        return new More(new Inside(soFar + character));
    }
}
