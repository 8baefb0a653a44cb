package cellwright.scpi.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the decoder stands between two pieces of input; a line is printable ASCII closed by CR, LF or both in either order.
 *
 * <p>Instruments of the 2400 family are set to one of the four ends at their front panel, so all are understood and empty
 * lines are passed over. Whatever arrives, a line end brings the decoder back to the start. XON and XOFF are passed over.
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
     * Inside something that is no line, until the next line end.
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
    record Heard(LineState next, List<Line> lines) {
        /** Takes an immutable copy. */
        public Heard {
            lines = List.copyOf(lines);
        }
    }

    /** At the start of a line. */
    static LineState start() {
        return new Inside("");
    }

    /** Takes the first {@code count} bytes of a piece. */
    default Heard on(byte[] received, int count) {
        List<Line> lines = new ArrayList<>();
        LineState state = this;
        int from = 0;
        for (int i = 0; i < count; i++) {
            if (received[i] == '\n' || received[i] == '\r') {
                state.inside(received, from, i).close(lines);
                state = start();
                from = i + 1;
            }
        }
        return new Heard(state.inside(received, from, count), lines);
    }

    private LineState inside(byte[] bytes, int from, int to) {
        return switch (this) {
            case Skipping skipping -> skipping;
            case Inside inside -> from == to ? inside : grown(inside.soFar(), bytes, from, to);
        };
    }

    private static LineState grown(String soFar, byte[] bytes, int from, int to) {
        var more = new StringBuilder(soFar);
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0x11 || bytes[i] == 0x13) {
                continue;
            }
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return new Skipping("byte 0x%02x behind \"%s\""
                        .formatted(bytes[i] & 0xff, soFar + new String(bytes, from, i - from, ISO_8859_1)));
            }
            if (more.length() == LONGEST) {
                return new Skipping("a line of more than " + LONGEST + " characters");
            }
            more.append((char) bytes[i]);
        }
        return new Inside(more.toString());
    }

    private void close(List<Line> lines) {
        switch (this) {
            case Skipping skipping -> lines.add(new Line.Spoiled(skipping.why()));
            case Inside inside -> {
                if (!inside.soFar().isEmpty()) {
                    lines.add(new Line.Whole(inside.soFar()));
                }
            }
        }
    }
}
