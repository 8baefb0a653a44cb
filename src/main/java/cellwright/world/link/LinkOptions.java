package cellwright.world.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code key=value} pairs behind an address's question mark. */
final class LinkOptions {
    private static final List<String> KEYS = List.of("baud", "bits", "parity", "stop", "flow");

    private LinkOptions() {}

    static Map<String, String> read(String text, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0 || !KEYS.contains(key)) {
                throw new IllegalArgumentException("\"" + pair + "\" in \"" + text
                        + "\" is no option of a serial line; known are " + String.join("=, ", KEYS) + "=");
            }
            if (options.put(key, pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("\"" + key + "=\" stands twice in \"" + text + "\"; keep one");
            }
        }
        return options;
    }

    /** The meaning of an option's word, or of the usual word if it is absent. */
    static <T> T choice(String text, Map<String, String> options, String key, String usual, Map<String, T> meanings) {
        String word = options.getOrDefault(key, usual);
        T meaning = meanings.get(word);
        if (meaning == null) {
            throw new IllegalArgumentException("\"" + key + "=" + word + "\" in \"" + text + "\"; expected "
                    + String.join(", ", meanings.keySet().stream().sorted().toList()));
        }
        return meaning;
    }
}
