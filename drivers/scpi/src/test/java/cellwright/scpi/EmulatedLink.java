package cellwright.scpi;

import cellwright.instrument.Deadline;
import cellwright.instrument.Link;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.testkit.HandClock;
import java.nio.ByteBuffer;

/** A line to an emulated instrument: waiting on it lets the instrument's time pass. One thread. */
final class EmulatedLink implements Link {
    private final HandClock clock;
    private final EmulatedSmu instrument;
    private final int most;
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    /** Hands over at most so many bytes at a time. */
    EmulatedLink(HandClock clock, EmulatedSmu instrument, int most) {
        this.clock = clock;
        this.instrument = instrument;
        this.most = most;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        instrument.receive(bytes, clock.nanos());
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        while (!waiting.hasRemaining()) {
            waiting = ByteBuffer.wrap(instrument.fetch(clock.nanos()));
            long next = instrument.nextNanos();
            if (!waiting.hasRemaining() && next > deadline.atNanos()) {
                clock.advanceTo(deadline.atNanos());
                instrument.advance(clock.nanos());
                return 0;
            }
            if (!waiting.hasRemaining()) {
                clock.advanceTo(next);
            }
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
