package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mapping being put together for writing. */
final class Draft {
    private static final Place NOWHERE = Place.whole("");

    private final List<Node.Entry> entries = new ArrayList<>();

    /** Adds a text. */
    Draft put(String key, String text) {
        return put(key, text(text));
    }

    /** Adds a part. */
    Draft put(String key, Node value) {
        entries.add(new Node.Entry(new Node.Scalar(NOWHERE, key, false), value));
        return this;
    }

    /** Adds a text if there is one. */
    Draft put(String key, Optional<String> text) {
        text.ifPresent(value -> put(key, value));
        return this;
    }

    /** Adds a list. */
    Draft put(String key, List<Node> items) {
        return put(key, new Node.Sequence(NOWHERE, items));
    }

    /** Adds a key with nothing behind it. */
    Draft bare(String key) {
        return put(key, new Node.Scalar(NOWHERE, "", false));
    }

    /** Whether nothing was added. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The mapping. */
    Node.Mapping node() {
        return new Node.Mapping(NOWHERE, entries);
    }

    /** A text that is not nothing. */
    static Node.Scalar text(String text) {
        return new Node.Scalar(NOWHERE, text, text.isEmpty());
    }
}
