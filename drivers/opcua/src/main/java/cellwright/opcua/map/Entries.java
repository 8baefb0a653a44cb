package cellwright.opcua.map;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The entries of one YAML mapping, asked for by key; what nobody asked for is an error in the end. One thread. */
final class Entries {
    private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *(ms|s|min|h)");

    private final Node here;
    private final Problems problems;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Entries(Node node, Problems problems, String what) {
        this.here = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problems.at(node, what + " must be a mapping of keys to values");
            return;
        }
        for (NodeTuple each : mapping.getValue()) {
            if (!(each.getKeyNode() instanceof ScalarNode key)) {
                problems.at(each.getKeyNode(), "a key must be a word");
            } else if (values.containsKey(key.getValue())) {
                problems.at(key, "\"" + key.getValue() + "\" stands here twice");
            } else {
                keys.put(key.getValue(), key);
                values.put(key.getValue(), each.getValueNode());
            }
        }
    }

    Node here() {
        return here;
    }

    /** All keys, each thereby asked for. */
    Set<String> allKeys() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** Where a key stands. */
    Node key(String key) {
        return keys.getOrDefault(key, here);
    }

    Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key));
    }

    Optional<Entries> mapping(String key) {
        return node(key).map(node -> new Entries(node, problems, "\"" + key + "\""));
    }

    Optional<String> text(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
            problems.at(node.get(), "\"" + key + "\" must be a single value");
            return Optional.empty();
        }
        return node.map(each -> ((ScalarNode) each).getValue());
    }

    Optional<String> required(String key, String meaning) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !values.containsKey(key)) {
            problems.at(here, "\"" + key + "\" is missing: " + meaning);
        }
        return text;
    }

    Optional<Double> number(String key) {
        return text(key).flatMap(text -> {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number) && number != 0) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException notANumber) {
                return complain(key, "must be a number, got \"" + text + "\"");
            }
            return complain(key, "must be a number other than 0, got \"" + text + "\"");
        });
    }

    boolean flag(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            complain(key, "must be true or false, got \"" + text.get() + "\"");
        }
        return text.equals(Optional.of("true"));
    }

    Optional<Duration> duration(String key) {
        return text(key).flatMap(text -> {
            Matcher parts = DURATION.matcher(text);
            if (!parts.matches() || Double.parseDouble(parts.group(1)) == 0) {
                return complain(key, "must be a time such as 500 ms or 2 s, got \"" + text + "\"");
            }
            double seconds = Double.parseDouble(parts.group(1))
                    * switch (parts.group(2)) {
                        case "ms" -> 1e-3;
                        case "s" -> 1;
                        case "min" -> 60;
                        default -> 3600;
                    };
            return Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)));
        });
    }

    /** Notes what is wrong with the value of a key. */
    <T> Optional<T> complain(String key, String what) {
        problems.at(values.getOrDefault(key, here), "\"" + key + "\" " + what);
        return Optional.empty();
    }

    /** Complains of every key that nobody asked for. */
    void refuseUnknown() {
        for (Map.Entry<String, Node> each : keys.entrySet()) {
            if (!asked.contains(each.getKey())) {
                problems.at(
                        each.getValue(),
                        "\"" + each.getKey() + "\" is not known here; known are " + String.join(", ", asked));
            }
        }
    }
}
