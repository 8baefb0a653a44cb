package cellwright.world.link;

import java.util.Map;

/**
 * How a serial line is driven.
 *
 * @param baud symbols per second
 * @param dataBits 5 to 8
 * @param parity the check bit
 * @param stopBits 1 or 2
 * @param flow who says when to pause
 */
public record SerialMode(int baud, int dataBits, Parity parity, int stopBits, Flow flow) {
    /** What nearly every instrument uses where its manual says nothing. */
    public static final SerialMode USUAL = new SerialMode(9600, 8, Parity.NONE, 1, Flow.NONE);

    private static final int BAUD_MAX = 12_000_000;

    /** The check bit of each character. */
    public enum Parity {
        /** None. */
        NONE,
        /** An even number of ones. */
        EVEN,
        /** An odd number of ones. */
        ODD
    }

    /** Who says when to pause. */
    public enum Flow {
        /** Nobody. */
        NONE,
        /** Two wires. */
        RTS_CTS,
        /** Two characters, which therefore must not occur in the data. */
        XON_XOFF
    }

    /** Seconds that a character occupies the line: start bit, data, parity, stop bits. */
    public double secondsPerByte() {
        return (1.0 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits) / baud;
    }

    static SerialMode of(String text, Map<String, String> options) {
        return new SerialMode(
                baud(text, options.getOrDefault("baud", Integer.toString(USUAL.baud()))),
                LinkOptions.choice(text, options, "bits", "8", Map.of("5", 5, "6", 6, "7", 7, "8", 8)),
                LinkOptions.choice(
                        text,
                        options,
                        "parity",
                        "none",
                        Map.of("none", Parity.NONE, "even", Parity.EVEN, "odd", Parity.ODD)),
                LinkOptions.choice(text, options, "stop", "1", Map.of("1", 1, "2", 2)),
                LinkOptions.choice(
                        text,
                        options,
                        "flow",
                        "none",
                        Map.of("none", Flow.NONE, "rts-cts", Flow.RTS_CTS, "xon-xoff", Flow.XON_XOFF)));
    }

    private static int baud(String text, String word) {
        int baud = word.matches("[0-9]{1,8}") ? Integer.parseInt(word) : 0;
        if (baud < 50 || baud > BAUD_MAX) {
            throw new IllegalArgumentException(
                    "\"baud=" + word + "\" in \"" + text + "\"; expected a whole number of 50 to " + BAUD_MAX);
        }
        return baud;
    }
}
