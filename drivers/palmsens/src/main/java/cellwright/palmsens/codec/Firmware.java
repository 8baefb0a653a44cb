package cellwright.palmsens.codec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instrument says of its firmware, in answer to {@code t}.
 *
 * @param code which kind of instrument, {@code es4_hr} for example
 * @param version for example 1.5.00
 * @param built date and time it was built, in the instrument's words
 */
public record Firmware(String code, String version, String built) {
    private static final Pattern FIRST = Pattern.compile("t(espbl|[a-z0-9_]{6})(\\d)(\\d)(\\d{2})\\d*#([ -~]*)");

    /** Whether a line is the last of the answer. */
    public static boolean last(String line) {
        return line.endsWith("*");
    }

    /** Understands the first line of the answer; empty if it is none. */
    public static Optional<Firmware> of(String first) {
        Matcher found = FIRST.matcher(first);
        return found.matches()
                ? Optional.of(new Firmware(
                        found.group(1),
                        found.group(2) + '.' + found.group(3) + '.' + found.group(4),
                        found.group(5).strip()))
                : Optional.empty();
    }
}
