package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.util.ArrayList;
import java.util.List;

/** A link that writes down what goes over another. One thread. */
public final class RecordingLink implements Link {
    private final HandClock clock;
    private final Link inner;
    private final List<WrittenSession.Exchange> exchanges = new ArrayList<>();
    private long lastNanos;

    /** Writes down what goes over a link, with the times between. */
    public RecordingLink(HandClock clock, Link inner) {
        this.clock = clock;
        this.inner = inner;
    }

    /** What went over it so far. */
    public List<WrittenSession.Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        inner.write(bytes, deadline);
        exchanges.add(new WrittenSession.Exchange(new String(bytes, ISO_8859_1), List.of()));
        lastNanos = clock.nanos();
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        int count = inner.read(into, deadline);
        if (count > 0) {
            String text = new String(into, 0, count, ISO_8859_1);
            var arrival = new WrittenSession.Arrival(clock.nanos() - lastNanos, text);
            exchanges.set(exchanges.size() - 1, exchanges.getLast().with(arrival));
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
