package cellwright.ascii2;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text in which a chamber describes its own commands.
 *
 * <p>Two sections, that of the command ("E-String") and that of the state ("I-String"), each an example with the names in
 * order, broken at 80 characters wherever that falls, and a list: limits in the first, roles in the second.
 *
 * @param lines as told, without blanks at their ends
 */
record Description(List<String> lines) {
    private static final Pattern NAME = Pattern.compile("(CV|SV|MV|DO)\\d\\d");
    private static final Pattern LIMITS =
            Pattern.compile("([CSM]V\\d\\d)\\s+value min:\\s*(-?\\d+\\.\\d+)\\s+value max:\\s*(-?\\d+\\.\\d+)\\s*(.*)");
    private static final Pattern ROLE =
            Pattern.compile("([CSM]V\\d\\d)\\s+(nominal value|actual value|set value)(\\s.*)?");
    private static final Pattern START = Pattern.compile("DO(\\d\\d)\\s+Start\\s*", Pattern.CASE_INSENSITIVE);

    /** Takes an immutable copy. */
    Description {
        lines = List.copyOf(lines);
    }

    /** What the text means; empty if it is not whole, or contradicts itself. */
    Optional<Layout> layout() {
        int command = heading("E-String");
        int state = heading("I-String");
        if (command < 0 || state <= command) {
            return Optional.empty();
        }
        List<String> commandLines = lines.subList(command + 1, state);
        List<String> stateLines = lines.subList(state + 1, lines.size());
        List<String> written = names(commandLines);
        List<String> told = names(stateLines);
        List<Field> fields = fields(stateLines);
        Map<String, Limits> limits = limits(commandLines);
        Optional<Integer> start = start(commandLines);
        List<String> numbers = numbers(written);
        boolean whole = start.isPresent()
                && limits.keySet().containsAll(numbers)
                && numbers(told).equals(fields.stream().map(Field::name).toList())
                && bits(told) >= bits(written)
                && start.get() < bits(written);
        return whole
                ? Optional.of(new Layout(numbers, bits(written), fields, bits(told), limits, start.get()))
                : Optional.empty();
    }

    private int heading(String words) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i;
            }
        }
        return -1;
    }

    /** The names of an example, which goes on to the word {@code Description}. */
    private static List<String> names(List<String> section) {
        var example = new StringBuilder();
        for (String line : section) {
            if (line.startsWith("Description")) {
                break;
            }
            example.append(line);
        }
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(example);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    private static List<String> numbers(List<String> names) {
        return names.stream().filter(name -> !name.startsWith("DO")).toList();
    }

    private static int bits(List<String> names) {
        return (int) names.stream().filter(name -> name.startsWith("DO")).count();
    }

    private static List<Field> fields(List<String> section) {
        List<Field> fields = new ArrayList<>();
        for (String line : section) {
            Matcher matcher = ROLE.matcher(line);
            if (matcher.matches()) {
                Role.of(matcher.group(2)).ifPresent(role -> fields.add(new Field(matcher.group(1), role)));
            }
        }
        return fields;
    }

    private static Map<String, Limits> limits(List<String> section) {
        Map<String, Limits> limits = new HashMap<>();
        for (String line : section) {
            Matcher matcher = LIMITS.matcher(line);
            if (matcher.matches()) {
                double low = Double.parseDouble(matcher.group(2));
                double high = Double.parseDouble(matcher.group(3));
                limits.put(
                        matcher.group(1), new Limits(low, high, matcher.group(4).strip()));
            }
        }
        return limits;
    }

    private static Optional<Integer> start(List<String> section) {
        return section.stream()
                .map(START::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .findFirst();
    }

    /** A checksum of the text: what takes the place of a serial number. */
    String fingerprint() {
        var crc = new CRC32();
        crc.update(String.join("\n", lines).getBytes(US_ASCII));
        return "%08x".formatted(crc.getValue());
    }

    @Override
    public String toString() {
        return "a chamber described by text " + fingerprint();
    }
}
