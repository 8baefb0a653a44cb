package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Electrode;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of the {@code channels:} of a laboratory. */
final class ChannelReader {
    private static final List<String> KEYS =
            List.of("potentiostat", "press", "chamber", "sensors", "interlock", "envelope");
    private static final String AN_INSTRUMENT = "the name of an instrument";

    private ChannelReader() {}

    static LabPlan.Channel read(Node.Entry entry, Reading reading) {
        String name = entry.key().text();
        String path = "channels/" + name;
        Fields fields = Fields.of(entry.value(), "a channel", KEYS, reading);
        for (String key : KEYS) {
            fields.node(key).ifPresent(node -> reading.mark(path + "/" + key, node));
        }
        List<String> companions = new ArrayList<>(sensors(fields));
        for (String key : List.of("press", "chamber")) {
            fields.text(key, AN_INSTRUMENT, text -> text)
                    .filter(companion -> !companions.contains(companion))
                    .ifPresent(companions::add);
        }
        return new LabPlan.Channel(
                name,
                fields.required("potentiostat", AN_INSTRUMENT, text -> text, ""),
                companions,
                fields.text("interlock", AN_INSTRUMENT, text -> text),
                envelope(fields, path));
    }

    private static List<String> sensors(Fields fields) {
        Optional<Node> node = fields.node("sensors");
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> items = node.get() instanceof Node.Sequence list ? list.items() : List.of(node.get());
        List<String> names = new ArrayList<>();
        for (Node item : items) {
            fields.reading().meaning(item, AN_INSTRUMENT, text -> text).ifPresent(names::add);
        }
        return names;
    }

    /** What the channel's wiring and fixture bear; stated in cell volts, since no cell is known here. */
    private static Limits envelope(Fields fields, String path) {
        Limits limits = LimitsReader.under(fields, "envelope", path + "/");
        if (limits.silence().isPresent()) {
            fields.reading()
                    .faults()
                    .error(fields.placeOf("envelope"), "silence belongs to a cell or a protocol, not to a channel");
        }
        for (Limits.Bound bound : limits.bounds()) {
            if (scaled(bound.low()) || scaled(bound.high())) {
                fields.reading()
                        .faults()
                        .error(
                                fields.placeOf("envelope"),
                                "a channel does not know its cell's size; write its "
                                        + bound.subject().word() + " as it is, for example -100..100 mA");
            }
            if (bound.subject() == Subject.VOLTAGE && (referenced(bound.low()) || referenced(bound.high()))) {
                fields.reading()
                        .faults()
                        .error(
                                fields.placeOf("envelope"),
                                "a channel's voltages are cell volts, since it does not know its cell; write 0..4.5 V");
            }
        }
        return limits;
    }

    private static boolean scaled(Optional<Amount> amount) {
        return amount.isPresent()
                && switch (amount.get()) {
                    case Amount.Si ignored -> false;
                    case Amount.Volts ignored -> false;
                    case Amount.CRate ignored -> true;
                    case Amount.PerArea ignored -> true;
                    case Amount.PerMass ignored -> true;
                };
    }

    private static boolean referenced(Optional<Amount> amount) {
        return amount.isPresent()
                && amount.get() instanceof Amount.Volts volts
                && volts.reference()
                        .filter(name -> !name.equals(Electrode.CELL))
                        .isPresent();
    }
}
