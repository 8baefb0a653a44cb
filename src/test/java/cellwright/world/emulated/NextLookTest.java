package cellwright.world.emulated;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.LineDevice;
import cellwright.instrument.emulation.ServerDevice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a bench on which nobody knocks is left alone. */
class NextLookTest {
    private static final long NOW = 1_000_000_000L;

    private final EchoBench bench = new EchoBench();

    private long rest(Device... devices) {
        return NextLook.restNanos(bench, List.of(devices), NOW);
    }

    @Test
    void aBenchWhereNothingHappensByItselfIsLeftAloneForTheLongestTime() {
        assertThat(rest()).isEqualTo(NextLook.LONGEST_NANOS);
        assertThat(rest(bench.device("echo", new Settings(Map.of()), NOW), new Deaf()))
                .isEqualTo(NextLook.LONGEST_NANOS);
    }

    @Test
    void whoStreamsIsListenedToWhenItSpeaks() {
        assertThat(rest(new Speaker(NOW + 10_000_000L), new Speaker(NOW + 7_000_000L), new Speaker(Long.MAX_VALUE)))
                .isEqualTo(7_000_000L);
    }

    @Test
    void whatIsFarAheadIsNotWaitedForInOneGo() {
        assertThat(rest(new Speaker(NOW + 3_600_000_000_000L))).isEqualTo(NextLook.LONGEST_NANOS);
    }

    @Test
    void manySmallThingsAreDoneInOneGo() {
        assertThat(rest(new Speaker(NOW + 20_000L))).isEqualTo(NextLook.SHORTEST_NANOS);
        assertThat(rest(new Speaker(NOW))).isEqualTo(NextLook.SHORTEST_NANOS);
        assertThat(rest(new Speaker(NOW - 5_000_000_000L))).isEqualTo(NextLook.SHORTEST_NANOS);
    }

    /** Says something next at an instant. */
    private record Speaker(long nextNanos) implements LineDevice {
        @Override
        public List<Trick> tricks() {
            return List.of();
        }

        @Override
        public void trick(String words) {
            throw new IllegalArgumentException("it does nothing");
        }

        @Override
        public void receive(byte[] bytes, long atNanos) {}

        @Override
        public byte[] fetch(long atNanos) {
            return new byte[0];
        }

        @Override
        public void advance(long toNanos) {}
    }

    /** A server that nobody has called. */
    private static final class Deaf implements ServerDevice {
        @Override
        public List<Trick> tricks() {
            return List.of();
        }

        @Override
        public void trick(String words) {
            throw new IllegalArgumentException("it does nothing");
        }

        @Override
        public String listen(int port) {
            return "nowhere";
        }

        @Override
        public void advance(long toNanos) {}

        @Override
        public void close() {
            // nothing is open
        }
    }
}
