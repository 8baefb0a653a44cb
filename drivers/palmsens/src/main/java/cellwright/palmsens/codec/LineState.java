package cellwright.palmsens.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the decoder stands between two pieces of input; a line is printable ASCII closed by a single LF.
 *
 * <p>Whatever arrives, a line end brings it back to the start. XON and XOFF, which instruments with software handshake
 * strew in anywhere, are passed over.
 */
public sealed interface LineState {
    /** Most characters of a line; a longer one is not of these instruments. */
    int LONGEST = 512;

    /**
     * Inside a line, or at its start.
     *
     * @param soFar the characters since the last line end
     */
    record Inside(String soFar) implements LineState {}

    /**
     * Inside something that is no line, until the next LF.
     *
     * @param why what gave it away
     */
    record Skipping(String why) implements LineState {}

    /**
     * What a piece of input led to.
     *
     * @param next where the decoder stands now
     * @param lines those that were completed, in order
     */
    record Heard(LineState next, List<Line> lines) {}

    /** At the start of a line. */
    static LineState start() {
        return new Inside("");
    }

    /** Takes the first {@code count} bytes of a piece. */
    default Heard on(byte[] received, int count) {
        byte[] bytes = Arrays.copyOf(received, count);
        int length = withoutHandshake(bytes, count);
        List<Line> lines = new ArrayList<>();
        LineState state = this;
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                LineState end = state.inside(bytes, from, i);
                lines.add(end.closed());
                state = start();
                from = i + 1;
            }
        }
        return new Heard(from < length ? state.inside(bytes, from, length) : state, lines);
    }

    private LineState inside(byte[] bytes, int from, int to) {
        return switch (this) {
            case Skipping skipping -> skipping;
            case Inside inside -> grown(inside.soFar(), bytes, from, to);
        };
    }

    private static LineState grown(String soFar, byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return new Skipping("byte 0x%02x behind \"%s\""
                        .formatted(bytes[i] & 0xff, soFar + new String(bytes, from, i - from, ISO_8859_1)));
            }
        }
        if (soFar.length() + to - from > LONGEST) {
            return new Skipping("a line of more than " + LONGEST + " characters");
        }
        String more = new String(bytes, from, to - from, ISO_8859_1);
        return new Inside(soFar.isEmpty() ? more : soFar + more);
    }

    private Line closed() {
        return switch (this) {
            case Inside inside -> new Line.Whole(inside.soFar());
            case Skipping skipping -> new Line.Spoiled(skipping.why());
        };
    }

    /** Moves the bytes that are neither XON nor XOFF together, and says how many they are. */
    private static int withoutHandshake(byte[] bytes, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (!isHandshake(bytes[i])) {
                bytes[kept++] = bytes[i];
            }
        }
        return kept;
    }

    private static boolean isHandshake(byte value) {
        return value == 0x11 || value == 0x13;
    }
}
