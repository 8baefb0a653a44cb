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
 * <p>{@code # } is the story; {@code > } begins a write and {@code | } goes on with it; {@code < } is a line the instrument
 * says, {@code @ 1.5 ms} before it how long after the one before; {@code = } is what the driver made of it all. Each line
 * of the wire ends in LF, or in CR where {@code ~ CR} stands in the file; a space before it, which an editor would take away,
 * is written {@code \\s}. Immutable but for the lists; any thread.
 *
 * @param end what each line of the wire ends in
 * @param story what it shows
 * @param exchanges in order
 * @param outcome what the driver told, a line each
 */
public record Session(String end, List<String> story, List<Exchange> exchanges, List<String> outcome) {
    /** The line end that needs no word in the file. */
    public static final String LF = "\n";
    /** The other one. */
    public static final String CR = "\r";

    private static final String SPACE = "\\s";
    private static final String ENDS_IN_CR = "~ CR";

    /**
     * Bytes that come at one instant.
     *
     * @param afterNanos time since the arrival before, or since the write
     * @param text whole lines
     */
    public record Arrival(long afterNanos, String text) {}

    /**
     * A write and what comes until the next.
     *
     * @param sent whole lines
     * @param arrivals in order
     */
    public record Exchange(String sent, List<Arrival> arrivals) {}

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException quoting a line that belongs to no session
     */
    public static Session read(String text) {
        var reader = new Reader();
        text.lines().forEach(reader::on);
        return new Session(reader.end, reader.story, reader.exchanges, reader.outcome);
    }

    private static final class Reader {
        private final List<String> story = new ArrayList<>();
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<String> outcome = new ArrayList<>();
        private String end = LF;
        private long afterNanos;

        void on(String line) {
            String rest = line.length() > 1 ? line.substring(2).replace(SPACE, " ") : "";
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case ' ' -> {}
                case '#' -> story.add(rest);
                case '~' -> end = line.equals(ENDS_IN_CR) ? CR : LF;
                case '>' -> exchanges.add(new Exchange(rest + end, new ArrayList<>()));
                case '|' -> {
                    Exchange last = exchanges.removeLast();
                    exchanges.add(new Exchange(last.sent() + rest + end, last.arrivals()));
                }
                case '@' -> afterNanos = nanos(rest);
                case '<' -> {
                    exchanges.getLast().arrivals().add(new Arrival(afterNanos, rest + end));
                    afterNanos = 0;
                }
                case '=' -> outcome.add(rest);
                default -> throw new IllegalArgumentException("not a line of a session: " + line);
            }
        }

        private static long nanos(String text) {
            return new BigDecimal(text.substring(0, text.length() - " ms".length()))
                    .movePointRight(6)
                    .longValueExact();
        }
    }

    /** The session as a file. */
    public String text() {
        List<String> lines = new ArrayList<>();
        story.forEach(line -> lines.add("# " + line));
        if (end.equals(CR)) {
            lines.add(ENDS_IN_CR);
        }
        for (Exchange exchange : exchanges) {
            String[] sent = exchange.sent().split(end, -1);
            for (int i = 0; i < sent.length - 1; i++) {
                lines.add((i == 0 ? "> " : "| ") + sent[i]);
            }
            exchange.arrivals().forEach(arrival -> write(arrival, lines));
        }
        outcome.forEach(line -> lines.add("= " + line));
        return String.join("\n", lines.stream().map(Session::visible).toList()) + "\n";
    }

    private static String visible(String line) {
        return line.length() > 2 && line.endsWith(" ")
                ? line.substring(0, line.length() - 1) + SPACE
                : line.stripTrailing();
    }

    private void write(Arrival arrival, List<String> lines) {
        if (arrival.afterNanos() > 0) {
            lines.add("@ "
                    + BigDecimal.valueOf(arrival.afterNanos(), 6)
                            .stripTrailingZeros()
                            .toPlainString() + " ms");
        }
        String[] said = arrival.text().split(end, -1);
        for (int i = 0; i < said.length - 1; i++) {
            lines.add("< " + said[i]);
        }
    }

    /** Lets a link play it; what comes at one instant is cut as asked. */
    public void onto(ScriptedLink link, Function<byte[], List<byte[]>> chunking) {
        for (Exchange exchange : exchanges) {
            link.expects(exchange.sent());
            for (Arrival arrival : together(exchange.arrivals())) {
                long afterNanos = arrival.afterNanos();
                for (byte[] chunk : chunking.apply(arrival.text().getBytes(ISO_8859_1))) {
                    link.dripping(Duration.ofNanos(afterNanos), new String(chunk, ISO_8859_1));
                    afterNanos = 0;
                }
            }
        }
    }

    private static List<Arrival> together(List<Arrival> arrivals) {
        List<Arrival> joined = new ArrayList<>();
        for (Arrival each : arrivals) {
            if (each.afterNanos() == 0 && !joined.isEmpty()) {
                Arrival last = joined.removeLast();
                joined.add(new Arrival(last.afterNanos(), last.text() + each.text()));
            } else {
                joined.add(each);
            }
        }
        return joined;
    }
}
