package cellwright.instrument;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A driver's configuration: dotted keys and their text, checked against what the driver declares.
 *
 * @param values key to text, as written
 */
public record Settings(Map<String, String> values) {
    /** Takes an immutable, sorted copy. */
    public Settings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Settings with every default of the declarations filled in. */
    public Settings withDefaults(List<Setting> declared) {
        Map<String, String> filled = new TreeMap<>(values);
        for (Setting setting : declared) {
            setting.fallback().ifPresent(text -> filled.putIfAbsent(setting.key(), text));
        }
        return new Settings(filled);
    }

    /** What is wrong with these settings, one sentence a fault; empty if nothing is. */
    public List<String> faults(List<Setting> declared) {
        var known = new TreeSet<String>();
        var faults = new ArrayList<String>();
        for (Setting setting : declared) {
            known.add(setting.key());
            if (setting.fallback().isEmpty() && !values.containsKey(setting.key())) {
                faults.add("missing setting \"" + setting.key() + "\": " + setting.meaning());
            }
        }
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                faults.add("unknown setting \"" + key + "\"; known are " + String.join(", ", known));
            }
        }
        return List.copyOf(faults);
    }

    /** The text of a key, if given. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The text of a key that must be there.
     *
     * @throws IllegalArgumentException naming the key if it is absent
     */
    public String require(String key) {
        return text(key).orElseThrow(() -> new IllegalArgumentException("missing setting \"" + key + "\""));
    }

    /**
     * The number of a key that must be there, a plain decimal in the unit the setting's meaning names.
     *
     * @throws IllegalArgumentException naming the key if it is absent or not a finite number
     */
    public double number(String key) {
        String text = require(key);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(complaint(key, text), notANumber);
        }
        throw new IllegalArgumentException(complaint(key, text));
    }

    private static String complaint(String key, String text) {
        return "setting \"" + key + "\" must be a finite number, got \"" + text + "\"";
    }
}
