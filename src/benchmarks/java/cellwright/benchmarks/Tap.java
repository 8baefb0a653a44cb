package cellwright.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import cellwright.instrument.emulation.ServerDevice;
import java.util.List;

/**
 * A bench of emulated instruments that is listened to: when the reading of a lead that came off leaves the instrument, and when it
 * is told to switch off. The bench's thread, but for arming and asking.
 */
@TouchesTheRealWorld
final class Tap implements Bench {
    private final Bench inner;
    private final Played played;
    private volatile boolean armed;
    private volatile long leftNanos;
    private volatile long offNanos;

    Tap(Bench inner, Played played) {
        this.inner = inner;
        this.played = played;
    }

    /** Waits for the next reading beyond the limit; any thread. */
    void arm() {
        leftNanos = 0;
        offNanos = 0;
        armed = true;
    }

    /** Whether both have passed since it was armed; any thread. */
    boolean heardBoth() {
        return leftNanos != 0 && offNanos != 0;
    }

    /** From the one to the other, ns; any thread. */
    long reactionNanos() {
        return offNanos - leftNanos;
    }

    private void said(byte[] bytes) {
        if (armed && leftNanos == 0 && played.showsNoCell(new String(bytes, ISO_8859_1))) {
            leftNanos = System.nanoTime();
        }
    }

    private void told(byte[] bytes) {
        if (armed && leftNanos != 0 && offNanos == 0 && played.switchesOff(new String(bytes, ISO_8859_1))) {
            offNanos = System.nanoTime();
            armed = false;
        }
    }

    @Override
    public Device device(String kind, Settings settings, long atNanos) {
        return switch (inner.device(kind, settings, atNanos)) {
            case LineDevice line -> new Tapped(line);
            case ServerDevice server -> server;
        };
    }

    @Override
    public void advance(long toNanos) {
        inner.advance(toNanos);
    }

    @Override
    public long nextNanos() {
        return inner.nextNanos();
    }

    @Override
    public String truth() {
        return inner.truth();
    }

    private final class Tapped implements LineDevice {
        private final LineDevice line;

        Tapped(LineDevice line) {
            this.line = line;
        }

        @Override
        public List<Trick> tricks() {
            return line.tricks();
        }

        @Override
        public void trick(String words) {
            line.trick(words);
        }

        @Override
        public void receive(byte[] bytes, long nowNanos) {
            told(bytes);
            line.receive(bytes, nowNanos);
        }

        @Override
        public byte[] fetch(long nowNanos) {
            byte[] bytes = line.fetch(nowNanos);
            if (bytes.length > 0) {
                said(bytes);
            }
            return bytes;
        }

        @Override
        public long nextNanos() {
            return line.nextNanos();
        }

        @Override
        public void advance(long toNanos) {
            line.advance(toNanos);
        }
    }
}
