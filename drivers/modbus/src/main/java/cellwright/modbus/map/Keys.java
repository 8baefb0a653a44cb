package cellwright.modbus.map;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The keys of one mapping, asked one by one; at the end the ones nobody asked for are faults. Mutable, one thread.
 *
 * <p>What is missing or wrong is a fault, and something harmless is given so that the reading can go on.
 */
final class Keys {
    private final Place place;
    private final String what;
    private final Faults faults;
    private final Map<String, Node.Entry> entries = new HashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    /**
     * The keys of a node.
     *
     * @param what what it describes, for messages
     */
    Keys(Node node, String what, Faults faults) {
        this.place = node.place();
        this.what = what;
        this.faults = faults;
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        } else {
            faults.add(place, what + " must be a mapping of keys and values");
        }
    }

    Place place() {
        return place;
    }

    /** Where the value of a key stands, or the mapping begins. */
    Place place(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? place : entry.value().place();
    }

    boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** The value of a key that need not be there. */
    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    /** The text of a key that must be there. */
    String text(String key) {
        if (!has(key)) {
            faults.add(place, what + " needs \"" + key + "\"");
            return "";
        }
        return text(key, "");
    }

    /** The text of a key that need not be there. */
    String text(String key, String fallback) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return fallback;
        }
        if (node.get() instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        faults.add(node.get().place(), "\"" + key + "\" must be a text");
        return fallback;
    }

    /** A whole number, decimal or with 0x, of a key that must be there. */
    int whole(String key, int low, int high) {
        String text = text(key);
        return text.isEmpty() ? low : whole(key, text, low, high);
    }

    /** A whole number of a key that need not be there. */
    int whole(String key, int low, int high, int fallback) {
        String text = text(key, "");
        return text.isEmpty() ? fallback : whole(key, text, low, high);
    }

    private int whole(String key, String text, int low, int high) {
        try {
            int value = Integer.decode(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // told below, with the same words as a number that is too large
        }
        faults.add(place(key), "\"%s\" must be a whole number from %d to %d, got %s".formatted(key, low, high, text));
        return low;
    }

    /** A number of a key that must be there. */
    BigDecimal number(String key) {
        String text = text(key);
        return text.isEmpty() ? BigDecimal.ONE : number(place(key), "\"" + key + "\"", text);
    }

    /** A number of a key that need not be there. */
    BigDecimal number(String key, BigDecimal fallback) {
        String text = text(key, "");
        return text.isEmpty() ? fallback : number(place(key), "\"" + key + "\"", text);
    }

    private BigDecimal number(Place at, String name, String text) {
        try {
            return text.startsWith("0x") ? BigDecimal.valueOf(Long.decode(text)) : new BigDecimal(text);
        } catch (NumberFormatException notOne) {
            faults.add(at, name + " must be a number, got " + text);
            return BigDecimal.ONE;
        }
    }

    /** Two numbers, the smaller first, of a key that must be there: {@code [-40, 180]}. */
    List<BigDecimal> range(String key) {
        List<BigDecimal> ends = new ArrayList<>();
        if (node(key).orElse(null) instanceof Node.Sequence sequence) {
            for (Node item : sequence.items()) {
                String text = item instanceof Node.Scalar scalar ? scalar.text() : "a list";
                ends.add(number(item.place(), "an end of \"" + key + "\"", text));
            }
        }
        if (ends.size() != 2 || ends.getFirst().compareTo(ends.getLast()) > 0) {
            faults.add(
                    place(key),
                    what + " needs \"" + key + "\" with two numbers, the smaller first, for example [-40, 180]");
            return List.of(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        return ends;
    }

    /** One of some words, of a key that must be there. */
    <T> T word(String key, Map<String, T> words, T harmless) {
        String text = text(key);
        return text.isEmpty() ? harmless : chosen(key, text, words, harmless);
    }

    /** One of some words, of a key that need not be there. */
    <T> T wordOr(String key, Map<String, T> words, T fallback) {
        String text = text(key, "");
        return text.isEmpty() ? fallback : chosen(key, text, words, fallback);
    }

    private <T> T chosen(String key, String text, Map<String, T> words, T harmless) {
        T found = words.get(text);
        if (found != null) {
            return found;
        }
        String choice = String.join(", ", new TreeSet<>(words.keySet()));
        faults.add(place(key), "\"%s\" cannot be \"%s\"; known are %s".formatted(key, text, choice));
        return harmless;
    }

    /** The mappings of a list, or the one mapping that stands there alone; none if the key is absent. */
    List<Keys> list(String key, String each) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> items = node.get() instanceof Node.Sequence sequence ? sequence.items() : List.of(node.get());
        return items.stream().map(item -> new Keys(item, each, faults)).toList();
    }

    /** A mapping inside, if the key is there. */
    Optional<Keys> inside(String key, String each) {
        return node(key).map(node -> new Keys(node, each, faults));
    }

    /** Whatever was not asked for is a fault. */
    void noOthers() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                faults.add(
                        entry.key().place(),
                        "\"%s\" is not a key of %s; known are %s".formatted(key, what, String.join(", ", known)));
            }
        });
    }
}
