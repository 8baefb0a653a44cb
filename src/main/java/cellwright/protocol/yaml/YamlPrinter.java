package cellwright.protocol.yaml;

import java.util.regex.Pattern;

/**
 * Prints nodes as YAML in one way only: block style, two blanks deep, small mappings of plain texts on one line, quotes
 * where a text could be taken for something else.
 */
final class YamlPrinter {
    /** Texts that mean themselves in block and in flow style. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:[\\p{IsAlphabetic}0-9]|-(?=[0-9])|\\.\\.(?=[0-9-]))(?:[\\p{IsAlphabetic}0-9 ._/+°µ%<>=²()-]*[\\p{IsAlphabetic}0-9._/+°µ%²()-])?");

    private static final int LONGEST_FLOW = 100;

    private final StringBuilder out = new StringBuilder();

    private YamlPrinter() {}

    /** The text of a mapping. */
    static String print(Node.Mapping root) {
        var printer = new YamlPrinter();
        printer.entries(root, 0);
        return printer.out.toString();
    }

    private void entries(Node.Mapping mapping, int indent) {
        boolean first = true;
        for (Node.Entry entry : mapping.entries()) {
            if (!first) {
                pad(indent);
            }
            first = false;
            out.append(quoted(entry.key().text(), false)).append(':');
            value(entry.value(), indent);
        }
    }

    private void value(Node value, int indent) {
        switch (value) {
            case Node.Scalar scalar -> {
                String text = scalar.absent() ? "" : " " + quoted(scalar.text(), scalar.quoted());
                out.append(text).append('\n');
            }
            case Node.Sequence sequence -> sequence(sequence, indent);
            case Node.Mapping mapping -> {
                String flow = flow(mapping);
                if (!flow.isEmpty()) {
                    out.append(' ').append(flow).append('\n');
                } else {
                    out.append('\n');
                    pad(indent + 2);
                    entries(mapping, indent + 2);
                }
            }
        }
    }

    private void sequence(Node.Sequence sequence, int indent) {
        if (sequence.items().isEmpty()) {
            out.append(" []\n");
            return;
        }
        out.append('\n');
        for (Node item : sequence.items()) {
            pad(indent + 2);
            out.append('-');
            if (item instanceof Node.Mapping mapping) {
                out.append(' ');
                entries(mapping, indent + 4);
            } else {
                value(item, indent + 2);
            }
        }
    }

    /** A small mapping of texts on one line; nothing if it is not small. */
    private static String flow(Node.Mapping mapping) {
        var line = new StringBuilder("{");
        for (Node.Entry entry : mapping.entries()) {
            if (!(entry.value() instanceof Node.Scalar scalar) || scalar.absent()) {
                return "";
            }
            line.append(line.length() > 1 ? ", " : " ");
            line.append(quoted(entry.key().text(), false)).append(": ");
            line.append(quoted(scalar.text(), scalar.quoted()));
        }
        return line.length() > LONGEST_FLOW ? "" : line.append(" }").toString();
    }

    private void pad(int indent) {
        out.append(" ".repeat(indent));
    }

    private static String quoted(String text, boolean always) {
        if (!always && PLAIN.matcher(text).matches()) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escaped(point)));
        return quoted.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> printable(point) ? Character.toString(point) : numbered(point);
        };
    }

    private static boolean printable(int point) {
        return (point >= 0x20 && point < 0x7F)
                || (point >= 0xA0 && point < 0x2000)
                || (point >= 0x2030 && point < 0xD800);
    }

    private static String numbered(int point) {
        return point > 0xFFFF ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point);
    }
}
