package cellwright.testkit;

import cellwright.instrument.Deadline;
import cellwright.instrument.Link;
import java.nio.ByteBuffer;

/** A line to an emulated instrument that takes its time: waiting on it lets the hand-moved clock go on. One thread. */
public final class TimedLink implements Link {
    private final HandClock clock;
    private final TimedDevice device;
    private final int most;
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    /**
     * A line.
     *
     * @param most bytes handed over at a time, at most
     */
    public TimedLink(HandClock clock, TimedDevice device, int most) {
        this.clock = clock;
        this.device = device;
        this.most = most;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        device.receive(bytes.clone(), clock.nanos());
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        while (!waiting.hasRemaining()) {
            waiting = ByteBuffer.wrap(device.fetch(clock.nanos()));
            if (waiting.hasRemaining()) {
                break;
            }
            long next = device.nextNanos();
            if (next > deadline.atNanos()) {
                clock.advanceTo(deadline.atNanos());
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
        device.fetch(clock.nanos());
        waiting = ByteBuffer.allocate(0);
    }

    @Override
    public void close() {}
}
