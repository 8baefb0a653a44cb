package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of one file with the values in force, and the replacing of {@code $name}. */
final class Scope {
    /** Replaces nothing: a dollar sign is a dollar sign. */
    static final Scope LITERAL = new Scope(false);

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern USE = Pattern.compile("\\$(?:(\\$)|\\{([^}]*)\\}|([A-Za-z][A-Za-z0-9_]*)|)");

    private final boolean replaces;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Place> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    private Scope(boolean replaces) {
        this.replaces = replaces;
    }

    /** A scope without parameters yet. */
    static Scope empty() {
        return new Scope(true);
    }

    /** Declares a parameter with its default. */
    void declare(Node.Scalar name, String value) throws Misfit {
        if (!NAME.matcher(name.text()).matches()) {
            throw new Misfit(
                    name.place(),
                    "\"" + name.text() + "\" cannot name a parameter; expected a letter, then letters, digits or _");
        }
        values.put(name.text(), value);
        declared.put(name.text(), name.place());
    }

    /** Replaces a parameter's default. */
    void override(String name, String value) throws Misfit {
        if (!values.containsKey(name)) {
            throw new Misfit("there is no parameter \"" + name + "\" to set; " + known(name));
        }
        values.put(name, value);
    }

    /** The values in force, in the order declared. */
    Map<String, String> values() {
        return values;
    }

    /** The text with each parameter replaced by its value. */
    String replace(String text) throws Misfit {
        if (!replaces || text.indexOf('$') < 0) {
            return text;
        }
        Matcher matcher = USE.matcher(text);
        var replaced = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value(text, matcher)));
        }
        return matcher.appendTail(replaced).toString();
    }

    private String value(String text, Matcher matcher) throws Misfit {
        if (matcher.group(1) != null) {
            return "$";
        }
        String name = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        if (name == null) {
            throw new Misfit("\"" + text + "\" has a $ without a parameter's name; write $$ for a dollar sign");
        }
        String value = values.get(name.strip());
        if (value == null) {
            throw new Misfit("unknown parameter $" + name + "; " + known(name));
        }
        used.add(name.strip());
        return value;
    }

    private String known(String name) {
        return values.isEmpty() ? "the file declares none" : Nearest.hint(name, List.copyOf(values.keySet()));
    }

    /** Notes a doubt for each parameter that no text asked for. */
    void warnOfUnused(Faults faults) {
        declared.forEach((name, place) -> {
            if (!used.contains(name)) {
                faults.warning(place, "the parameter \"" + name + "\" is not used");
            }
        });
    }
}
