package cellwright.world.link;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an instrument is wired to, as the configuration writes it.
 *
 * <pre>
 * serial:/dev/serial/by-id/usb-FTDI_1-if00?baud=230400&amp;parity=even&amp;bits=7&amp;stop=2&amp;flow=rts-cts
 * tcp:192.0.2.7:502        tcp:[2001:db8::7]:502
 * </pre>
 */
public sealed interface LinkAddress {
    /** The address as written, for messages. */
    String text();

    /**
     * A serial line.
     *
     * @param text as written
     * @param device the port's name; a link below {@code /dev/serial/by-id} stays with the device, whatever is plugged first
     * @param mode how the line is driven
     */
    record Serial(String text, String device, SerialMode mode) implements LinkAddress {
        /** Whether the name may stand for another device after the next boot or plug. */
        public boolean unstable() {
            return device.matches("/dev/tty(USB|ACM)[0-9]+");
        }

        /** What the name leads to at this moment: two names of one port give the same. */
        public String port() {
            try {
                return Path.of(device).toRealPath().toString();
            } catch (IOException | InvalidPathException absent) {
                return device;
            }
        }
    }

    /**
     * A socket.
     *
     * @param text as written
     * @param host name or number
     * @param port 1 to 65535
     */
    record Tcp(String text, String host, int port) implements LinkAddress {}

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with what is wrong and what was expected
     */
    static LinkAddress parse(String text) {
        String plain = text.strip();
        if (plain.startsWith("serial:")) {
            return serial(plain);
        }
        if (plain.startsWith("tcp:")) {
            return tcp(plain);
        }
        throw new IllegalArgumentException("\"" + text
                + "\" is no address of a link; expected serial:/dev/serial/by-id/NAME?baud=9600 or tcp:HOST:PORT");
    }

    private static LinkAddress serial(String text) {
        int question = text.indexOf('?');
        String device = text.substring("serial:".length(), question < 0 ? text.length() : question);
        if (device.isBlank()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" names no port; expected for example serial:/dev/serial/by-id/NAME?baud=9600");
        }
        Map<String, String> options = LinkOptions.read(text, question < 0 ? "" : text.substring(question + 1));
        return new Serial(text, device, SerialMode.of(text, options));
    }

    private static LinkAddress tcp(String text) {
        Matcher matcher = Pattern.compile("tcp:(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]?]+):([0-9]{1,5})")
                .matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no address of a socket; expected tcp:HOST:PORT with a port of 1 to 65535, for example"
                    + " tcp:192.0.2.7:502");
        }
        String host = matcher.group(1).toLowerCase(Locale.ROOT);
        return new Tcp(text, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }
}
