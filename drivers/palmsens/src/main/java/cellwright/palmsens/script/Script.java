package cellwright.palmsens.script;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * A MethodSCRIPT, ready to be sent.
 *
 * @param name what it does, for messages
 * @param lines commands, one a line, none empty: an empty line would end the script
 */
public record Script(String name, List<String> lines) {
    /** Most characters of a line with its end; older firmware refuses more. */
    public static final int LONGEST_LINE = 127;

    /** Opens the circuit and does nothing else. */
    public static final Script CELL_OFF = new Script("open circuit", List.of("cell_off"));

    /** Checks every line and takes an immutable copy. */
    public Script {
        lines = List.copyOf(lines);
        for (String line : lines) {
            boolean plain = line.chars().allMatch(each -> each >= ' ' && each <= '~');
            if (line.isBlank() || !plain || line.length() + 1 > LONGEST_LINE) {
                throw new IllegalArgumentException("not a line of a script: \"" + line + '"');
            }
        }
    }

    /** The bytes that load and run it. */
    public byte[] frame() {
        return ("e\n" + String.join("\n", lines) + "\n\n").getBytes(US_ASCII);
    }

    /** A line by its number, counted from 1, in quotes; nothing if there is none. */
    public String quoted(int number) {
        return number >= 1 && number <= lines.size() ? " \"" + lines.get(number - 1) + '"' : "";
    }
}
