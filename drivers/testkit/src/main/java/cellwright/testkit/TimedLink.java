package cellwright.testkit;

import cellwright.instrument.Deadline;
import cellwright.instrument.Link;
import cellwright.instrument.emulation.FarEnd;
import java.nio.ByteBuffer;

/** A line to an emulated instrument that takes its time: waiting on it lets the hand-moved clock go on. One thread. */
public final class TimedLink implements Link {
    private final HandClock clock;
    private final FarEnd instrument;
    private final int most;
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    /**
     * A line.
     *
     * @param most bytes handed over at a time, at most
     */
    public TimedLink(HandClock clock, FarEnd instrument, int most) {
        this.clock = clock;
        this.instrument = instrument;
        this.most = most;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        instrument.receive(bytes.clone(), clock.nanos());
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        while (!waiting.hasRemaining()) {
            waiting = ByteBuffer.wrap(instrument.fetch(clock.nanos()));
            if (waiting.hasRemaining()) {
                break;
            }
            long next = instrument.nextNanos();
            if (next > deadline.atNanos()) {
                clock.advanceTo(deadline.atNanos());
                instrument.advance(clock.nanos());
                return 0;
            }
            clock.advanceTo(next);
        }
        int count = Math.min(most, Math.min(into.length, waiting.remaining()));
        waiting.get(into, 0, count);
        return count;
    }

    @Override
    public void discardReceived() {
        instrument.fetch(clock.nanos());
        waiting = ByteBuffer.allocate(0);
    }

    @Override
    public void close() {}
}
