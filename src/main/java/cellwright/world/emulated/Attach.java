package cellwright.world.emulated;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an emulated instrument is to be reached. */
public sealed interface Attach {
    /**
     * By a pseudo-terminal.
     *
     * @param alias where a symbolic link to it is to be; empty for none
     */
    record Terminal(Optional<Path> alias) implements Attach {}

    /**
     * By a socket on the loopback address.
     *
     * @param port 0 to 65535, 0 for any free one
     */
    record Socket(int port) implements Attach {}

    /**
     * On the line of an instrument that was placed before, as several are on one RS-485 bus: each hears what is said to the others,
     * and what they say.
     *
     * @param with its name
     */
    record Line(String with) implements Attach {}

    /**
     * Reads it: {@code serial}, {@code serial:PATH}, {@code tcp:PORT} or {@code line:NAME}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static Attach parse(String text) {
        if (text.equals("serial")) {
            return new Terminal(Optional.empty());
        }
        if (text.startsWith("serial:") && text.length() > "serial:".length()) {
            return new Terminal(Optional.of(Path.of(text.substring("serial:".length()))));
        }
        if (text.startsWith("line:") && text.length() > "line:".length()) {
            return new Line(text.substring("line:".length()));
        }
        Matcher socket = Pattern.compile("tcp:([0-9]{1,5})").matcher(text);
        if (socket.matches() && Integer.parseInt(socket.group(1)) <= 65_535) {
            return new Socket(Integer.parseInt(socket.group(1)));
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no place to listen at; expected serial, serial:PATH or tcp:PORT"
                        + " with a port from 0 (any free one) to 65535, or line:NAME for the line of another one");
    }
}
