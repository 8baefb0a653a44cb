package cellwright.modbus;

import cellwright.instrument.Deadline;
import cellwright.instrument.Link;
import cellwright.simulator.emulator.modbus.EmulatedModbus;
import cellwright.testkit.HandClock;
import java.nio.ByteBuffer;

/** A line to an emulated device: waiting on it lets time pass. One thread. */
final class EmulatedLink implements Link {
    private final HandClock clock;
    private final EmulatedModbus slave;
    private final int most;
    private ByteBuffer waiting = ByteBuffer.allocate(0);

    /** Hands over at most so many bytes at a time. */
    EmulatedLink(HandClock clock, EmulatedModbus slave, int most) {
        this.clock = clock;
        this.slave = slave;
        this.most = most;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        slave.receive(bytes, clock.nanos());
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        while (!waiting.hasRemaining()) {
            waiting = ByteBuffer.wrap(slave.fetch(clock.nanos()));
            long next = slave.nextNanos();
            if (!waiting.hasRemaining() && next > deadline.atNanos()) {
                clock.advanceTo(deadline.atNanos());
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
        slave.fetch(clock.nanos());
        waiting = ByteBuffer.allocate(0);
    }

    @Override
    public void close() {}
}
