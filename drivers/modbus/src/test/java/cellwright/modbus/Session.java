package cellwright.modbus;

import cellwright.modbus.codec.Octets;
import cellwright.testkit.ScriptedLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A session as it goes over the wire, written down to be read: {@code # } is the story, {@code > } a write in hexadecimal,
 * {@code < } what comes back, {@code = } what the driver made of it all.
 *
 * @param story what it shows
 * @param exchanges in order
 * @param outcome what the driver told, a line each
 */
record Session(List<String> story, List<Exchange> exchanges, List<String> outcome) {
    /**
     * A write and what comes until the next.
     *
     * @param sent what was written
     * @param answer what came; nothing if nothing did
     */
    record Exchange(Octets sent, Octets answer) {}

    static Session read(String text) {
        List<String> story = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        List<String> outcome = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String rest = line.substring(Math.min(2, line.length()));
            switch (line.charAt(0)) {
                case '#' -> story.add(rest);
                case '>' -> exchanges.add(new Exchange(Octets.ofHex(rest), Octets.NONE));
                case '<' -> {
                    Exchange last = exchanges.removeLast();
                    exchanges.add(new Exchange(last.sent(), last.answer().with(Octets.ofHex(rest))));
                }
                case '=' -> outcome.add(rest);
                default -> throw new IllegalArgumentException("not a line of a session: " + line);
            }
        }
        return new Session(story, exchanges, outcome);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        story.forEach(line -> lines.add("# " + line));
        for (Exchange exchange : exchanges) {
            lines.add("> " + exchange.sent());
            if (exchange.answer().size() > 0) {
                lines.add("< " + exchange.answer());
            }
        }
        outcome.forEach(line -> lines.add("= " + line));
        return String.join("\n", lines) + "\n";
    }

    /** Lets a link play it, each answer cut as asked. */
    void onto(ScriptedLink link, Function<byte[], List<byte[]>> chunking) {
        for (Exchange exchange : exchanges) {
            link.expects(exchange.sent().bytes());
            if (exchange.answer().size() > 0) {
                link.answers(chunking.apply(exchange.answer().bytes()));
            }
        }
    }
}
