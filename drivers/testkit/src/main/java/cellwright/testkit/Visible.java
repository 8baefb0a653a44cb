package cellwright.testkit;

import java.util.ArrayList;
import java.util.List;

/** Text of the wire as text that can be seen and edited, and back. */
final class Visible {
    private Visible() {}

    /** Cut behind every line end, each part made visible; one empty part for no text at all. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean end = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (end) {
                lines.add(of(text.substring(from, i + 1)));
                from = i + 1;
            }
        }
        if (from < text.length() || lines.isEmpty()) {
            lines.add(of(text.substring(from)));
        }
        return lines;
    }

    static String of(String text) {
        var visible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean lastSpace = character == ' ' && i == text.length() - 1;
            switch (character) {
                case '\r' -> visible.append("\\r");
                case '\n' -> visible.append("\\n");
                case '\\' -> visible.append("\\\\");
                default -> {
                    if (lastSpace || character < ' ' || character > '~') {
                        visible.append("\\x%02x".formatted((int) character));
                    } else {
                        visible.append(character);
                    }
                }
            }
        }
        return visible.toString();
    }

    static String read(String visible) {
        var text = new StringBuilder();
        int i = 0;
        while (i < visible.length()) {
            char character = visible.charAt(i++);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            char kind = visible.charAt(i++);
            switch (kind) {
                case 'r' -> text.append('\r');
                case 'n' -> text.append('\n');
                case '\\' -> text.append('\\');
                case 'x' -> {
                    text.append((char) Integer.parseInt(visible.substring(i, i + 2), 16));
                    i += 2;
                }
                default -> throw new IllegalArgumentException("unknown escape \\" + kind + " in " + visible);
            }
        }
        return text.toString();
    }
}
