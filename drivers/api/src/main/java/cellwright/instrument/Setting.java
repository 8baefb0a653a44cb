package cellwright.instrument;

import java.util.Optional;

/**
 * One thing a driver wants to be told in the configuration.
 *
 * @param key the key as written, dotted for nested mappings
 * @param meaning one sentence, with the unit
 * @param fallback the value used when it is absent; empty if it must be given
 */
public record Setting(String key, String meaning, Optional<String> fallback) {
    /** A setting that must be given. */
    public static Setting required(String key, String meaning) {
        return new Setting(key, meaning, Optional.empty());
    }

    /** A setting with a default. */
    public static Setting optional(String key, String meaning, String fallback) {
        return new Setting(key, meaning, Optional.of(fallback));
    }
}
