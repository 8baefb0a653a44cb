package cellwright.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;

/** A program that has something to say over a serial port, and to hear, once it was asked to end. */
final class EndsOverAPort {
    static final int QUESTIONS = 100;

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long LOOK_NANOS = 10_000_000L;

    private EndsOverAPort() {}

    /** Needs the port's address. */
    public static void main(String[] arguments) throws InstrumentException {
        try (var interrupt = new Interrupt();
                Link link = Switchboard.ofThisMachine(WallClock::monotonicNanos, () -> false)
                        .link(arguments[0])) {
            say(link, "here");
            while (!interrupt.isAsked()) {
                link.read(new byte[1], in(LOOK_NANOS));
            }
            for (int i = 0; i < QUESTIONS; i++) {
                say(link, "off? " + i);
                hear(link);
            }
        }
    }

    private static Deadline in(long nanos) {
        return new Deadline(WallClock.monotonicNanos() + nanos);
    }

    private static void say(Link link, String line) throws InstrumentException {
        link.write((line + "\n").getBytes(ISO_8859_1), in(PATIENCE_NANOS));
    }

    private static void hear(Link link) throws InstrumentException {
        byte[] one = new byte[1];
        do {
            if (link.read(one, in(PATIENCE_NANOS)) == 0) {
                throw new IllegalStateException("no answer");
            }
        } while (one[0] != '\n');
    }
}
