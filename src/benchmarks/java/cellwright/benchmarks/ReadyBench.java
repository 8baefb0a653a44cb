package cellwright.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A far end that has its answers ready: no instrument, no cell, nothing to be computed. The bench's thread. */
final class ReadyBench implements Bench {
    private final Map<String, byte[]> answers = new HashMap<>();

    ReadyBench(List<Overheard.Exchange> exchanges) {
        exchanges.forEach(each -> answers.put(each.asked(), each.answer()));
    }

    @Override
    public Device device(String kind, Settings settings, long atNanos) {
        return new Ready();
    }

    @Override
    public void advance(long toNanos) {}

    @Override
    public long nextNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public String truth() {
        return "nothing";
    }

    private final class Ready implements LineDevice {
        private String heard = "";
        private byte[] said = {};

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
            heard += new String(bytes, ISO_8859_1);
            byte[] answer = answers.get(heard);
            if (answer != null) {
                heard = "";
                said = answer;
            }
        }

        @Override
        public byte[] fetch(long nowNanos) {
            byte[] now = said;
            said = new byte[0];
            return now;
        }

        @Override
        public long nextNanos() {
            return Long.MAX_VALUE;
        }

        @Override
        public void advance(long toNanos) {}
    }
}
