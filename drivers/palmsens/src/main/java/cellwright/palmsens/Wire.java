package cellwright.palmsens;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.palmsens.codec.Line;
import cellwright.palmsens.codec.LineState;
import cellwright.palmsens.codec.Told;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Lines over a link. The only class of the driver that touches link and clock; the thread of the link only. */
final class Wire implements AutoCloseable {
    private static final int PIECE = 4096;
    /** Pieces read without waiting before a flood without line ends is left alone. */
    private static final int PIECES_AT_ONCE = 1000;

    private final Link link;
    private final NanoClock clock;
    private final String address;
    private final byte[] piece = new byte[PIECE];
    private final Deque<Told> waiting = new ArrayDeque<>();
    private LineState state = LineState.start();
    private long unreadable;

    Wire(Link link, NanoClock clock, String address) {
        this.link = link;
        this.clock = clock;
        this.address = address;
    }

    long nowNanos() {
        return clock.nanos();
    }

    Deadline within(Duration time) {
        return new Deadline(clock.nanos() + time.toNanos());
    }

    void send(byte[] bytes, Deadline deadline) throws InstrumentException {
        link.write(bytes, deadline);
    }

    /** The next line, or nothing if the deadline passes first; a deadline of now only takes what is there. */
    Optional<Told> next(Deadline deadline) throws InstrumentException {
        for (int pieces = 0; waiting.isEmpty(); pieces++) {
            boolean late = deadline.leftNanos(clock.nanos()) <= 0;
            if (late && pieces > PIECES_AT_ONCE) {
                return Optional.empty();
            }
            int count = link.read(piece, deadline);
            if (count == 0 && deadline.leftNanos(clock.nanos()) <= 0) {
                return Optional.empty();
            }
            hear(count);
        }
        return Optional.of(waiting.removeFirst());
    }

    private void hear(int count) {
        LineState.Heard heard = state.on(piece, count);
        state = heard.next();
        for (Line line : heard.lines()) {
            Told told = Told.of(line);
            unreadable += told instanceof Told.Unreadable ? 1 : 0;
            waiting.addLast(told);
        }
    }

    /** A line that could be read was hurt all the same. */
    void wasHurt() {
        unreadable++;
    }

    /** Lines so far that were hurt: how good the link is. */
    long unreadable() {
        return unreadable;
    }

    /** Whether the beginning of a line has come and not its end. */
    boolean insideLine() {
        return !state.equals(LineState.start());
    }

    /** Throws away everything that was received. */
    void forget() throws InstrumentException {
        link.discardReceived();
        waiting.clear();
        state = LineState.start();
    }

    /** Listens for so long and throws away what comes: the instrument hears nothing for a while after an error. */
    void quiet(Duration time) throws InstrumentException {
        Deadline end = within(time);
        while (end.leftNanos(clock.nanos()) > 0) {
            link.read(piece, end);
        }
        forget();
    }

    /** A failure of this instrument. */
    InstrumentException fault(Kind kind, String message) {
        return new InstrumentException(kind, "PalmSens instrument at " + address, message);
    }

    @Override
    public void close() {
        link.close();
    }
}
