package cellwright.modbus;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.modbus.codec.Octets;
import java.time.Duration;

/** A link with its clock. The only class of the driver that touches either; the thread of the link only. */
final class Line implements AutoCloseable {
    private static final int PIECE = 512;

    private final Link link;
    private final NanoClock clock;
    private final String instrument;
    private final Duration patience;
    private final Duration pause;
    private final byte[] piece = new byte[PIECE];
    private long quietSinceNanos;

    /**
     * A line.
     *
     * @param instrument its name and address, for messages
     * @param patience for a question and its whole answer
     * @param pause between an answer and the next question
     */
    Line(Link link, NanoClock clock, String instrument, Duration patience, Duration pause) {
        this.link = link;
        this.clock = clock;
        this.instrument = instrument;
        this.patience = patience;
        this.pause = pause;
        this.quietSinceNanos = clock.nanos();
    }

    long nowNanos() {
        return clock.nanos();
    }

    Duration patience() {
        return patience;
    }

    /** Keeps the pause and throws away what comes meanwhile and before. */
    void quieten() throws InstrumentException {
        var end = new Deadline(quietSinceNanos + pause.toNanos());
        while (end.leftNanos(clock.nanos()) > 0) {
            link.read(piece, end);
        }
        link.discardReceived();
    }

    /** Sends a request and begins the time for its whole answer. */
    Deadline send(Octets frame) throws InstrumentException {
        var deadline = new Deadline(clock.nanos() + patience.toNanos());
        link.write(frame.bytes(), deadline);
        quietSinceNanos = clock.nanos();
        return deadline;
    }

    /** What comes next; nothing if the deadline passes first. */
    Octets receive(Deadline deadline) throws InstrumentException {
        int count = link.read(piece, deadline);
        quietSinceNanos = clock.nanos();
        return Octets.of(piece, count);
    }

    boolean over(Deadline deadline) {
        return deadline.leftNanos(clock.nanos()) <= 0;
    }

    /** No answer came in time; the remark says what came instead, and is empty if nothing did. */
    InstrumentException unanswered(String asked, String remark) {
        String what = "no answer to \"%s\" within %d ms".formatted(asked, patience.toMillis());
        return remark.isEmpty()
                ? fault(Kind.TIMEOUT, what + "; is it switched on, and are port, baud rate and unit its own?")
                : fault(Kind.GARBLED, what + ", only " + remark + "; check unit, baud rate, parity, framing and cable");
    }

    /** A failure of this instrument. */
    InstrumentException fault(Kind kind, String message) {
        return new InstrumentException(kind, instrument, message);
    }

    @Override
    public void close() {
        link.close();
    }
}
