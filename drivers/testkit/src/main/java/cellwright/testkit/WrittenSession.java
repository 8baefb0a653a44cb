package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A session as it goes over the wire, written down to be read.
 *
 * <p>{@code # } is the story; {@code > } begins a write and {@code | } goes on with it behind a line end; {@code < } is what
 * the instrument says, {@code @ 1.5 ms} before it how long after the one before; {@code = } is what the driver made of it
 * all. How the bytes are written is a {@link Notation}, named behind {@code ~ } unless it is {@link Notation#LINES}. Text is ISO
 * 8859-1, so that every byte has a character. Immutable, any thread.
 *
 * @param notation how the bytes are written down
 * @param story what it shows
 * @param exchanges in order
 * @param outcome what the driver told, a line each
 */
public record WrittenSession(Notation notation, List<String> story, List<Exchange> exchanges, List<String> outcome) {
    /** Takes immutable copies. */
    public WrittenSession {
        story = List.copyOf(story);
        exchanges = List.copyOf(exchanges);
        outcome = List.copyOf(outcome);
    }

    /**
     * Bytes that come at one instant.
     *
     * @param afterNanos time since the arrival before, or since the write
     * @param text what comes
     */
    public record Arrival(long afterNanos, String text) {}

    /**
     * A write and what comes until the next.
     *
     * @param sent what is written
     * @param arrivals in order
     */
    public record Exchange(String sent, List<Arrival> arrivals) {
        /** Takes an immutable copy. */
        public Exchange {
            arrivals = List.copyOf(arrivals);
        }

        /** With one more arrival; what comes at the same instant is joined. */
        public Exchange with(Arrival arrival) {
            List<Arrival> more = new ArrayList<>(arrivals);
            if (arrival.afterNanos() == 0 && !more.isEmpty()) {
                Arrival last = more.removeLast();
                more.add(new Arrival(last.afterNanos(), last.text() + arrival.text()));
            } else {
                more.add(arrival);
            }
            return new Exchange(sent, more);
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException quoting a line that is none of a session
     */
    public static WrittenSession read(String text) {
        var reader = new Reader();
        text.lines().forEach(reader::on);
        return new WrittenSession(reader.notation, reader.story, reader.exchanges, reader.outcome);
    }

    private static final class Reader {
        private final List<String> story = new ArrayList<>();
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<String> outcome = new ArrayList<>();
        private Notation notation = Notation.LINES;
        private long afterNanos;

        void on(String line) {
            String rest = line.length() > 1 ? line.substring(2) : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case ' ' -> {}
                case '#' -> story.add(rest);
                case '~' -> notation = Notation.of(rest);
                case '=' -> outcome.add(rest);
                case '>' -> exchanges.add(new Exchange(notation.read(rest), List.of()));
                case '|' -> {
                    Exchange last = exchanges.removeLast();
                    exchanges.add(new Exchange(last.sent() + notation.read(rest), last.arrivals()));
                }
                case '@' -> afterNanos = nanos(rest);
                case '<' -> {
                    Exchange last = exchanges.removeLast();
                    exchanges.add(last.with(new Arrival(afterNanos, notation.read(rest))));
                    afterNanos = 0;
                }
                default -> throw new IllegalArgumentException("not a line of a session: " + line);
            }
        }

        private static long nanos(String text) {
            return new BigDecimal(text.substring(0, text.length() - " ms".length()))
                    .movePointRight(6)
                    .longValueExact();
        }
    }

    /** The session, a line of the wire on a line of its own. */
    public String text() {
        List<String> lines = new ArrayList<>();
        story.forEach(line -> lines.add("# " + line));
        if (notation != Notation.LINES) {
            lines.add("~ " + notation.word());
        }
        for (Exchange exchange : exchanges) {
            List<String> sent = notation.written(exchange.sent());
            for (int i = 0; i < sent.size(); i++) {
                lines.add((i == 0 ? "> " : "| ") + sent.get(i));
            }
            exchange.arrivals().forEach(arrival -> write(arrival, lines));
        }
        outcome.forEach(line -> lines.add("= " + line));
        return String.join("\n", lines) + "\n";
    }

    private void write(Arrival arrival, List<String> lines) {
        if (arrival.afterNanos() > 0) {
            lines.add("@ "
                    + BigDecimal.valueOf(arrival.afterNanos(), 6)
                            .stripTrailingZeros()
                            .toPlainString() + " ms");
        }
        notation.written(arrival.text()).forEach(line -> lines.add("< " + line));
    }

    /** Lets a link play it; what comes at one instant is cut as asked. */
    public void onto(ScriptedLink link, Function<byte[], List<byte[]>> chunking) {
        for (Exchange exchange : exchanges) {
            link.expects(exchange.sent());
            for (Arrival arrival : exchange.arrivals()) {
                long afterNanos = arrival.afterNanos();
                for (byte[] chunk : chunking.apply(arrival.text().getBytes(ISO_8859_1))) {
                    link.dripping(Duration.ofNanos(afterNanos), new String(chunk, ISO_8859_1));
                    afterNanos = 0;
                }
            }
        }
    }
}
