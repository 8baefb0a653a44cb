package cellwright.protocol.yaml;

import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions as they stand in a file: a line, a list of which any may hold, or {@code all:} and {@code any:}. */
final class ConditionReader {
    private static final List<String> KEYS = List.of("all", "any");

    private ConditionReader() {}

    /** The condition under a key, if any. */
    static Optional<Until> under(Fields fields, String key) {
        return fields.node(key).map(node -> read(node, fields.reading()));
    }

    /** A condition; in case of a fault a stand-in, which nobody will see. */
    static Until read(Node node, Reading reading) {
        return switch (node) {
            case Node.Scalar scalar ->
                reading.meaning(scalar, "a condition such as voltage >= 4.3 V", ConditionText::parse)
                        .orElse(new Until.Elapsed(Duration.ZERO));
            case Node.Sequence sequence -> new Until.AnyOf(parts(sequence, reading));
            case Node.Mapping mapping -> combined(mapping, reading);
        };
    }

    private static Until combined(Node.Mapping mapping, Reading reading) {
        Fields fields = Fields.of(mapping, "a condition", KEYS, reading);
        boolean both = fields.has("all") && fields.has("any");
        if (both || mapping.entries().isEmpty()) {
            reading.faults().error(mapping.place(), "a condition is either all: [..] or any: [..]");
        }
        if (fields.has("all")) {
            return new Until.AllOf(list(fields, "all"));
        }
        return new Until.AnyOf(list(fields, "any"));
    }

    private static List<Until> list(Fields fields, String key) {
        Optional<Node> node = fields.node(key);
        if (node.isPresent() && node.get() instanceof Node.Sequence sequence) {
            return parts(sequence, fields.reading());
        }
        node.ifPresent(other ->
                fields.reading().faults().error(other.place(), "expected a list of conditions, found " + other.kind()));
        return List.of();
    }

    private static List<Until> parts(Node.Sequence sequence, Reading reading) {
        if (sequence.items().isEmpty()) {
            reading.faults().error(sequence.place(), "the list of conditions is empty; expected at least one");
        }
        var parts = new ArrayList<Until>();
        for (Node item : sequence.items()) {
            parts.add(read(item, reading));
        }
        return parts;
    }
}
