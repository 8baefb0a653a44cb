package cellwright.world.emulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A bench whose instruments say again what they hear. */
final class EchoBench implements Bench {
    final List<String> tricksDone = new ArrayList<>();
    final StringBuilder overheard = new StringBuilder();

    @Override
    public Device device(String kind, Settings settings, long atNanos) {
        if (kind.equals("mute")) {
            return new Mute();
        }
        if (!kind.equals("echo")) {
            throw new IllegalArgumentException("no \"" + kind + "\"");
        }
        return new Echo();
    }

    @Override
    public void advance(long toNanos) {}

    @Override
    public long nextNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public String truth() {
        return "4.0000 V";
    }

    private final class Mute implements LineDevice {
        @Override
        public List<Trick> tricks() {
            return List.of();
        }

        @Override
        public void trick(String words) {
            throw new IllegalArgumentException("it does nothing");
        }

        @Override
        public void receive(byte[] bytes, long nowNanos) {
            overheard.append(new String(bytes, ISO_8859_1));
        }

        @Override
        public byte[] fetch(long nowNanos) {
            return new byte[0];
        }

        @Override
        public long nextNanos() {
            return Long.MAX_VALUE;
        }

        @Override
        public void advance(long toNanos) {}
    }

    private final class Echo implements LineDevice {
        private byte[] heard = {};

        @Override
        public List<Trick> tricks() {
            return List.of(new Trick("nod", "nods"));
        }

        @Override
        public void trick(String words) {
            if (!words.equals("nod")) {
                throw new IllegalArgumentException("it only nods");
            }
            tricksDone.add(words);
        }

        @Override
        public void receive(byte[] bytes, long nowNanos) {
            byte[] joined = Arrays.copyOf(heard, heard.length + bytes.length);
            System.arraycopy(bytes, 0, joined, heard.length, bytes.length);
            heard = joined;
        }

        @Override
        public byte[] fetch(long nowNanos) {
            byte[] said = heard;
            heard = new byte[0];
            return said;
        }

        @Override
        public long nextNanos() {
            return Long.MAX_VALUE;
        }

        @Override
        public void advance(long toNanos) {}
    }
}
