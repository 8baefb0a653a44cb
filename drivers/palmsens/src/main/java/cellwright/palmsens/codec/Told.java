package cellwright.palmsens.codec;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of the instrument means. */
public sealed interface Told {
    /** How a place in a script is told. */
    Pattern LINE = Pattern.compile("Line (\\d{1,6})");

    /** An empty line: the script has finished, or the answer to an empty line. */
    record Blank() implements Told {}

    /**
     * A data package.
     *
     * @param data its variables
     */
    record Sent(DataPackage data) implements Told {}

    /**
     * A measurement loop begins.
     *
     * @param technique number of the technique, 0x000A for chronopotentiometry
     * @param acknowledges whether the echo of the command is glued in front, as older firmware does
     */
    record Began(int technique, boolean acknowledges) implements Told {}

    /**
     * A mark without content: the end of a measurement loop, begin or end of a general loop, a scan's begin or end.
     *
     * @param letter {@code *}, {@code L}, {@code +}, {@code C} or {@code -}
     */
    record Mark(char letter) implements Told {}

    /**
     * Words of the script.
     *
     * @param text without the T in front
     */
    record Words(String text) implements Told {}

    /**
     * An error: of a command if an echo stands in front, else of the running script, which has finished with it.
     *
     * @param echo first letter of the refused command, empty for a running script
     * @param code four hexadecimal digits as a number
     * @param place where in the script, in the instrument's words, perhaps empty
     */
    record Refused(String echo, int code, String place) implements Told {
        /** Line of the script, counted from 1; empty if none was told. */
        public Optional<Integer> line() {
            Matcher found = LINE.matcher(place);
            return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
        }
    }

    /**
     * The answer to a command, or its echo.
     *
     * @param text the whole line
     */
    record Answer(String text) implements Told {}

    /**
     * No line of this protocol, or a damaged one.
     *
     * @param line as received
     * @param why what is wrong with it
     */
    record Unreadable(String line, String why) implements Told {}

    /** Understands a line; every line has a meaning, if only that it has none. */
    static Told of(String line) {
        if (line.isEmpty()) {
            return new Blank();
        }
        if (line.charAt(0) == 'P') {
            return DataPackage.decode(line);
        }
        int cry = line.indexOf('!');
        if (cry == 0 || cry == 1) {
            return refused(line, cry);
        }
        return switch (line.charAt(0)) {
            case 'T' -> new Words(line.substring(1));
            case 'M' -> began(line, 1);
            case '*', '+', '-' -> mark(line, 1);
            case 'L' -> line.length() == 1 ? new Mark('L') : new Answer(line);
            case 'C' -> line.length() == 5 ? mark(line, 5) : new Answer(line);
            case 'e', 'r' -> line.length() == 6 && line.charAt(1) == 'M' ? began(line, 2) : new Answer(line);
            default -> new Answer(line);
        };
    }

    /** Understands what lies between two line ends. */
    static Told of(Line line) {
        return switch (line) {
            case Line.Whole whole -> of(whole.text());
            case Line.Spoiled spoiled -> new Unreadable("", spoiled.why());
        };
    }

    private static Told mark(String line, int length) {
        return line.length() == length
                ? new Mark(line.charAt(0))
                : new Unreadable(line, "a mark with something behind it");
    }

    private static Told began(String line, int from) {
        int technique = hexadecimal(line, from);
        return technique < 0 || line.length() != from + 4
                ? new Unreadable(line, "four hexadecimal digits of a technique were expected")
                : new Began(technique, from == 2);
    }

    private static Told refused(String line, int cry) {
        int code = hexadecimal(line, cry + 1);
        int behind = cry + 5;
        boolean alone = line.length() == behind;
        if (code < 0 || (!alone && line.charAt(behind) != ':')) {
            return new Unreadable(line, "four hexadecimal digits of an error were expected");
        }
        return new Refused(
                line.substring(0, cry),
                code,
                alone ? "" : line.substring(behind + 1).strip());
    }

    /** Four hexadecimal digits; below 0 if they are none. */
    private static int hexadecimal(String line, int from) {
        if (line.length() < from + 4) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(line.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            number = number << 4 | digit;
        }
        return number;
    }
}
