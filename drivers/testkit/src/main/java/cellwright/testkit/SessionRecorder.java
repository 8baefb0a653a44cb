package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.util.ArrayList;
import java.util.List;

/** A link that writes down what goes over another. One thread. */
public final class SessionRecorder implements Link {
    private final HandClock clock;
    private final Link inner;
    private final List<Session.Exchange> exchanges = new ArrayList<>();
    private long lastNanos;

    /** Listens on a link; the clock tells the times between what arrives. */
    public SessionRecorder(HandClock clock, Link inner) {
        this.clock = clock;
        this.inner = inner;
    }

    /** What went over so far, in order. */
    public List<Session.Exchange> exchanges() {
        return exchanges;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        inner.write(bytes, deadline);
        exchanges.add(new Session.Exchange(new String(bytes, ISO_8859_1), new ArrayList<>()));
        lastNanos = clock.nanos();
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        int count = inner.read(into, deadline);
        if (count > 0) {
            String text = new String(into, 0, count, ISO_8859_1);
            exchanges.getLast().arrivals().add(new Session.Arrival(clock.nanos() - lastNanos, text));
            lastNanos = clock.nanos();
        }
        return count;
    }

    @Override
    public void discardReceived() throws InstrumentException {
        inner.discardReceived();
    }

    @Override
    public void close() {
        inner.close();
    }
}
