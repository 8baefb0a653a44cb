package cellwright.modbus.map;

import java.util.List;

/** A part of a YAML text that knows where it stood. */
sealed interface Node {
    /** Where it starts. */
    Place place();

    /**
     * A text, not interpreted.
     *
     * @param place where it starts
     * @param text as written
     */
    record Scalar(Place place, String text) implements Node {}

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
    }

    /**
     * One key of a mapping.
     *
     * @param key the key
     * @param value what it stands for
     */
    record Entry(Scalar key, Node value) {}
}
