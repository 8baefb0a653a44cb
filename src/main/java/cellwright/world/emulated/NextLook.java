package cellwright.world.emulated;

import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import cellwright.instrument.emulation.ServerDevice;
import java.util.Collection;

/** When a bench on which nobody knocks is looked after again. The bench's thread. */
final class NextLook {
    /** How long an idle bench is left alone at most; servers are looked after so often. */
    static final long LONGEST_NANOS = 20_000_000L;
    /** An instrument does many small things for one line that it says; it is not looked after for each of them. */
    static final long SHORTEST_NANOS = 500_000L;

    private NextLook() {}

    /**
     * How long the bench can be left alone: until it or an instrument on it does something by itself, such as saying the next
     * reading of a stream. What was due already waits for the shortest time, too.
     */
    static long restNanos(Bench bench, Collection<? extends Device> devices, long nowNanos) {
        long next = bench.nextNanos();
        for (Device device : devices) {
            next = Math.min(next, nextNanos(device));
        }
        return next - nowNanos >= LONGEST_NANOS || next == Long.MAX_VALUE
                ? LONGEST_NANOS
                : Math.max(next - nowNanos, SHORTEST_NANOS);
    }

    private static long nextNanos(Device device) {
        return switch (device) {
            case LineDevice line -> line.nextNanos();
            case ServerDevice server -> Long.MAX_VALUE;
        };
    }
}
