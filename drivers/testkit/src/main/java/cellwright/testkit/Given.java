package cellwright.testkit;

import cellwright.instrument.Settings;
import java.util.Map;
import java.util.TreeMap;

/** Settings as tests write them. */
public final class Given {
    private Given() {}

    /**
     * Settings with some added or written over.
     *
     * @param more a key and its value, and so on
     */
    public static Settings settings(Map<String, String> usual, String... more) {
        Map<String, String> values = new TreeMap<>(usual);
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new Settings(values);
    }
}
