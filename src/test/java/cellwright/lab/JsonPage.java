package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/json.md: which fields it says there are, to be compared with those there are. */
public final class JsonPage {
    private static final Pattern FIELD = Pattern.compile("^\\| `([^`]+)` \\| (.+) \\|$");

    private JsonPage() {}

    /** Every leaf's name, elements of a list as {@code name[]}; snake case throughout. */
    public static Set<String> fields(JsonNode json) {
        Set<String> names = new TreeSet<>();
        collect("", json, names);
        assertThat(names).allSatisfy(name -> assertThat(name).matches("[a-z0-9_]+(\\[])?(\\.[a-z0-9_]+(\\[])?)*"));
        return names;
    }

    private static void collect(String name, JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), names));
        } else if (node.isArray()) {
            node.forEach(element -> collect(name + "[]", element, names));
        } else {
            names.add(name);
        }
    }

    /** The fields of the section with a title. */
    public static Set<String> section(String title) throws IOException {
        Set<String> names = new TreeSet<>();
        boolean inside = false;
        for (String line : Files.readAllLines(House.ROOT.resolve("docs/json.md"))) {
            inside = line.startsWith("## ") ? line.equals("## " + title) : inside;
            Matcher field = FIELD.matcher(line);
            if (inside && field.matches()) {
                names.add(field.group(1));
            }
        }
        assertThat(names).as("section %s of docs/json.md", title).isNotEmpty();
        return names;
    }
}
