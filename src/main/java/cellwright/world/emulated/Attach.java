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
     * Reads it: {@code serial}, {@code serial:PATH} or {@code tcp:PORT}.
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
        Matcher socket = Pattern.compile("tcp:([0-9]{1,5})").matcher(text);
        if (socket.matches() && Integer.parseInt(socket.group(1)) <= 65_535) {
            return new Socket(Integer.parseInt(socket.group(1)));
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no place to listen at; expected serial, serial:PATH or tcp:PORT"
                        + " with a port from 0 (any free one) to 65535");
    }
}
