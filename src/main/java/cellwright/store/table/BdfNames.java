package cellwright.store.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of the Battery Data Format's columns: preferred labels, and the machine names that stand for them. */
final class BdfNames {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("ampere", "A"),
            Map.entry("volt", "V"),
            Map.entry("second", "s"),
            Map.entry("millisecond", "ms"),
            Map.entry("celsius", "degC"),
            Map.entry("ohm", "ohm"),
            Map.entry("ah", "Ah"),
            Map.entry("wh", "Wh"),
            Map.entry("pa", "Pa"),
            Map.entry("hertz", "Hz"),
            Map.entry("watt", "W"),
            Map.entry("degree", "deg"));

    private BdfNames() {}

    /** The preferred label for a machine name, {@code Voltage / V} for {@code voltage_volt}; any other text is as it was. */
    static String label(String name) {
        if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)+")) {
            return name;
        }
        List<String> words = new ArrayList<>(List.of(name.split("_")));
        String last = words.getLast();
        String unit = "";
        if (UNITS.containsKey(last)) {
            unit = " / " + UNITS.get(last);
            words.removeLast();
        } else if (last.equals("index") || last.equals("count")) {
            unit = " / 1";
        }
        return String.join(" ", words.stream().map(BdfNames::word).toList()) + unit;
    }

    private static String word(String word) {
        boolean initials = word.matches("ac|dc|id|t[0-9]");
        return initials
                ? word.toUpperCase(Locale.ROOT)
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
