package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.Library;
import cellwright.protocol.yaml.ProtocolReader;
import cellwright.protocol.yaml.ProtocolWriter;
import cellwright.protocol.yaml.ReadProtocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a protocol of another program. */
public final class ForeignProtocol {
    /** Longest time of a step whose file gives none and whose current tells nothing. */
    public static final Duration USUAL_LONGEST = Duration.ofHours(24);

    private ForeignProtocol() {}

    /**
     * What is to be read.
     *
     * @param file its name, for messages
     * @param text the whole text
     * @param format the language; empty to recognise it
     * @param name what the protocol is called if the text does not say
     * @param longest longest time of a step whose file gives none and whose current tells nothing
     */
    public record Order(String file, String text, Optional<ForeignFormat> format, String name, Duration longest) {}

    /** The protocol, with remarks; or everything that is wrong, with its place. */
    public static Result<Imported> read(Order order) {
        var ledger = new Ledger(order.file());
        Optional<ForeignFormat> format = order.format().or(() -> ForeignFormat.of(order.text()));
        if (format.isEmpty()) {
            ledger.error(Place.whole(order.file()), "this is nothing that can be imported; " + hint(order.text()));
            return ledger.refuse();
        }
        try {
            ledger.assumed(
                    order.file(),
                    "the file says nothing of stack pressure and temperature; no step sets them, no limit watches them");
            Protocol protocol =
                    switch (format.get()) {
                        case UNICYCLER -> UnicyclerReader.read(order, ledger);
                        case PYBAMM -> PybammReader.read(order, ledger);
                        case MPS -> MpsReader.read(order, ledger);
                    };
            return ledger.anyError() ? ledger.refuse() : written(format.get(), protocol, ledger);
        } catch (Complaint complaint) {
            ledger.error(complaint);
            return ledger.refuse();
        }
    }

    private static String hint(String text) {
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            return "XML of Maccor or Neware is not read; expected unicycler JSON, PyBaMM sentences or an EC-Lab .mps file";
        }
        if (start.startsWith("protocol:") || start.contains("\nprotocol:")) {
            return "it looks like a protocol of ours already";
        }
        return "expected unicycler JSON, PyBaMM sentences (\"Charge at C/5 until 4.3 V\") or an EC-Lab .mps file"
                + " (\"EC-LAB SETTING FILE\" in its first line)";
    }

    /** What was made must read back as itself; otherwise it is not handed out. */
    private static Result<Imported> written(ForeignFormat format, Protocol protocol, Ledger ledger) {
        String yaml = ProtocolWriter.write(protocol);
        String text = heading(format, ledger) + yaml;
        Result<ReadProtocol> read = ProtocolReader.read(ledger.file(), text, Map.of(), Library.EMPTY);
        if (read instanceof Result.Refused<ReadProtocol> refused) {
            for (Problem problem : refused.problems()) {
                ledger.error(
                        Place.whole(ledger.file()), "what was made of it is no protocol here: " + problem.message());
            }
            return ledger.refuse();
        }
        ReadProtocol made = ((Result.Made<ReadProtocol>) read).value();
        if (!made.protocol().equals(protocol)) {
            throw new IllegalStateException("the protocol made of " + ledger.file() + " does not read back as itself");
        }
        return new Result.Made<>(new Imported(format, protocol, text, ledger.remarks()), List.of());
    }

    private static String heading(ForeignFormat format, Ledger ledger) {
        var lines = new StringBuilder("# Imported from " + format.title() + ". What is not as it was there:\n");
        for (Remark remark : ledger.remarks()) {
            lines.append("# ").append(printable(remark.toString())).append('\n');
        }
        return lines.toString();
    }

    /** A comment must not end early, whatever a file's name or a text it quotes holds. */
    private static String printable(String line) {
        var text = new StringBuilder();
        line.codePoints()
                .map(point ->
                        Character.isDefined(point) && !Character.isISOControl(point) && !hidden(point) ? point : '?')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean hidden(int point) {
        int type = Character.getType(point);
        return type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT
                || point == 0xFFFD
                || (point & 0xFFFE) == 0xFFFE;
    }
}
