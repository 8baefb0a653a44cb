package cellwright.line;

/**
 * Where the decoder stands between two bytes.
 *
 * <p>Whatever arrives, a line end brings it back to the start: after garbage the next whole line is understood again.
 * Immutable, any thread.
 */
public sealed interface LineState {
    /** What its lines look like. */
    LineFormat format();

    /** At the start of a line. */
    static LineState start(LineFormat format) {
        return new Inside(format, "");
    }

    /** Whether the beginning of a line has come and not its end. */
    default boolean insideLine() {
        return !equals(start(format()));
    }

    /**
     * Inside a line, or at its start.
     *
     * @param soFar the printable characters since the last line end
     */
    record Inside(LineFormat format, String soFar) implements LineState {}

    /**
     * After the CR, before the LF.
     *
     * @param line the line that the LF completes
     */
    record Closing(LineFormat format, String line) implements LineState {}

    /**
     * Inside something that is no line, until the next end.
     *
     * @param why what gave it away
     */
    record Skipping(LineFormat format, String why) implements LineState {}

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
        return switch (format().end()) {
            case CR_LF -> strict(character);
            case CR_OR_LF -> character == '\r' || character == '\n' ? ended() : grown(character);
        };
    }

    private Heard strict(char character) {
        return switch (this) {
            case Inside inside ->
                switch (character) {
                    case '\r' -> new More(new Closing(format(), inside.soFar()));
                    case '\n' -> new Spoiled(start(format()), "LF without CR behind \"" + inside.soFar() + '"');
                    default -> grown(character);
                };
            case Closing closing ->
                character == '\n'
                        ? new Line(start(format()), closing.line())
                        : new More(new Skipping(format(), "CR without LF behind \"" + closing.line() + '"'));
            case Skipping skipping ->
                character == '\n' ? new Spoiled(start(format()), skipping.why()) : new More(skipping);
        };
    }

    private Heard ended() {
        return switch (this) {
            case Inside inside -> inside.soFar().isEmpty() ? new More(this) : new Line(start(format()), inside.soFar());
            case Closing closing -> new Line(start(format()), closing.line());
            case Skipping skipping -> new Spoiled(start(format()), skipping.why());
        };
    }

    private Heard grown(char character) {
        if (!(this instanceof Inside inside)) {
            return new More(this);
        }
        if (character < ' ' || character > '~') {
            String why = "byte 0x%02x behind \"%s\"".formatted((int) character, inside.soFar());
            return new More(new Skipping(format(), why));
        }
        if (inside.soFar().length() == format().longest()) {
            return new More(new Skipping(format(), "a line of more than " + format().longest() + " characters"));
        }
        return new More(new Inside(format(), inside.soFar() + character));
    }
}
