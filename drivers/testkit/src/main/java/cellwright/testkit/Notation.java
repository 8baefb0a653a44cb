package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** How the bytes of a {@link WrittenSession} are written down. */
public enum Notation {
    /**
     * As text, a line of the wire on a line of its own. Characters that cannot be seen are written {@code \r}, {@code \n},
     * {@code \x1b}; a space at the end of a line {@code \x20}; a backslash {@code \\}.
     */
    LINES {
        @Override
        List<String> written(String text) {
            return Visible.lines(text);
        }

        @Override
        String read(String line) {
            return Visible.read(line);
        }
    },
    /** As hexadecimal octets with spaces between, all that comes at one instant on one line. */
    OCTETS {
        @Override
        List<String> written(String text) {
            return List.of(HEXADECIMAL.formatHex(text.getBytes(ISO_8859_1)));
        }

        @Override
        String read(String line) {
            return new String(HEXADECIMAL.parseHex(line), ISO_8859_1);
        }
    };

    private static final HexFormat HEXADECIMAL = HexFormat.ofDelimiter(" ").withUpperCase();

    abstract List<String> written(String text);

    abstract String read(String line);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Notation of(String word) {
        return Arrays.stream(values())
                .filter(notation -> notation.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no notation of a session: " + word));
    }
}
