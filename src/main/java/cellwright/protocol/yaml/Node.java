package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.List;

/** A part of a YAML text that knows where it stood; aliases are resolved, an aliased part keeps its anchor's place. */
public sealed interface Node {
    /** Where it starts. */
    Place place();

    /** What it is, in words for messages. */
    String kind();

    /**
     * A text, not interpreted.
     *
     * @param place where it starts
     * @param text as written, escapes and folding resolved
     * @param quoted whether it stood in quotes or in a block, so that {@code "5"} is known from {@code 5}
     */
    record Scalar(Place place, String text, boolean quoted) implements Node {
        @Override
        public String kind() {
            return text.isEmpty() && !quoted ? "nothing" : "a text";
        }

        /** Whether nothing was written here. */
        public boolean absent() {
            return text.isEmpty() && !quoted;
        }
    }

    /**
     * A list.
     *
     * @param place where it starts
     * @param items in order
     */
    record Sequence(Place place, List<Node> items) implements Node {
        /** Takes an immutable copy. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * Keys and values; no key twice.
     *
     * @param place where it starts
     * @param entries in the order written
     */
    record Mapping(Place place, List<Entry> entries) implements Node {
        /** Takes an immutable copy. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * One key of a mapping.
     *
     * @param key the key
     * @param value what it stands for
     */
    record Entry(Scalar key, Node value) {}
}
