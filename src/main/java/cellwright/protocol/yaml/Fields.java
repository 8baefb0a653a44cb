package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.yaml.Reading.Meaning;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of one mapping by key. Unknown keys are faults from the start; a value that does not fit is a fault and
 * counts as absent, so that the rest is still looked at.
 */
final class Fields {
    private final Place place;
    private final String what;
    private final Reading reading;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

    private Fields(Place place, String what, Reading reading) {
        this.place = place;
        this.what = what;
        this.reading = reading;
    }

    /**
     * The fields of a mapping.
     *
     * @param what whose fields they are, for messages
     */
    static Fields of(Node node, String what, List<String> known, Reading reading) {
        var fields = new Fields(node.place(), what, reading);
        if (!(node instanceof Node.Mapping mapping)) {
            reading.faults()
                    .error(node.place(), "expected " + what + " with " + listed(known) + ", found " + node.kind());
            return fields;
        }
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (known.contains(key)) {
                fields.entries.putIfAbsent(key, entry);
            } else {
                reading.faults()
                        .error(
                                entry.key().place(),
                                "unknown key \"" + key + "\" in " + what + "; " + Nearest.hint(key, known));
            }
        }
        return fields;
    }

    /** The same fields read with another scope. */
    Fields in(Reading other) {
        var fields = new Fields(place, what, other);
        fields.entries.putAll(entries);
        return fields;
    }

    private static String listed(List<String> known) {
        return String.join(", ", known);
    }

    /** Where the mapping starts. */
    Place place() {
        return place;
    }

    /** What is shared while the file is read. */
    Reading reading() {
        return reading;
    }

    /** Whether the key stands there, whatever its value. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The key's value. */
    Optional<Node> node(String key) {
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    /** The place of the key itself, or of the mapping. */
    Place placeOf(String key) {
        return Optional.ofNullable(entries.get(key))
                .map(entry -> entry.key().place())
                .orElse(place);
    }

    /** What the key's text means; empty if it is absent or at fault. */
    <T> Optional<T> text(String key, String expected, Meaning<T> meaning) {
        return node(key).flatMap(node -> reading.meaning(node, expected, meaning));
    }

    /** What the key's text means; its absence is a fault. In case of a fault the stand-in, which nobody will see. */
    <T> T required(String key, String expected, Meaning<T> meaning, T standIn) {
        present(key, expected);
        return text(key, expected, meaning).orElse(standIn);
    }

    /** Notes a fault if the key is absent. */
    void present(String key, String expected) {
        if (!has(key)) {
            reading.faults().error(place, "\"" + key + ":\" is missing in " + what + "; expected " + expected);
        }
    }

    /** Whether something is wanted. */
    Optional<Boolean> yes(String key) {
        return text(key, "yes or no", Fields::yesOrNo);
    }

    private static boolean yesOrNo(String text) throws Misfit {
        return switch (text.strip()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new Misfit("expected yes or no, found \"" + text + "\"");
        };
    }

    /** A time. */
    Optional<Duration> time(String key) {
        return text(key, "a time such as 30 min", TimeText::parse);
    }

    /** A time that must be there. */
    Duration requiredTime(String key) {
        return required(key, "a time such as 30 min", TimeText::parse, Duration.ofSeconds(1));
    }

    /** The texts of a flat mapping under a key, in the order written. */
    Map<String, String> texts(String key, String example) {
        var texts = new LinkedHashMap<String, String>();
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                reading.meaning(entry.value(), "a text", text -> text)
                        .ifPresent(text -> texts.put(entry.key().text(), text));
            }
        } else if (node.isPresent()) {
            reading.faults()
                    .error(
                            node.get().place(),
                            "expected a mapping such as " + example + ", found "
                                    + node.get().kind());
        }
        return texts;
    }
}
