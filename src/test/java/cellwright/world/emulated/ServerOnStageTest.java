package cellwright.world.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Emulation;
import cellwright.instrument.emulation.Kind;
import cellwright.world.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The OPC UA press on a stage: it has a port of its own, which is there when it should be and gone when it should not. */
@Timeout(60)
final class ServerOnStageTest {
    private final Emulation emulation =
            ServiceLoader.load(Emulation.class).findFirst().orElseThrow();
    private final Stage stage = new Stage(bench(), WallClock::monotonicNanos);

    private Bench bench() {
        Settings cell = new Settings(Map.of("cell", "B1", "model", "blocking", "area_m2", "78.54e-6"));
        return emulation.bench(cell.withDefaults(emulation.settings()), WallClock.monotonicNanos());
    }

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    private String place(String name, String at) throws IOException {
        Kind kind = emulation.kinds().stream()
                .filter(one -> one.name().equals("press-opcua"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings(Map.of()).withDefaults(kind.settings());
        return stage.place(name, kind.name(), settings, Attach.parse(at));
    }

    private static boolean answers(String address) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            return socket.isConnected();
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void itsPortIsThereUntilItIsAwayOrTakenFromTheBench() throws IOException {
        String address = place("press", "tcp:0");
        assertThat(address).startsWith("opc.tcp://127.0.0.1:");
        assertThat(answers(address)).isTrue();
        stage.trick("press", "away on");
        assertThat(answers(address)).isFalse();
        stage.trick("press", "away on");
        stage.trick("press", "away off");
        assertThat(answers(address)).isTrue();
        stage.trick("press", "restart");
        assertThat(answers(address)).isTrue();
        stage.close();
        assertThat(answers(address)).isFalse();
    }

    @Test
    void aPortThatIsTakenIsRefusedAndTheStageGoesOn() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> place("press", "tcp:" + taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
        assertThat(answers(place("press", "tcp:0"))).isTrue();
    }

    @Test
    void aServerHasAPortAndNoLine() throws IOException {
        assertThatThrownBy(() -> place("press", "serial")).hasMessageContaining("listens at a port");
        place("one", "tcp:0");
        assertThatThrownBy(() -> place("two", "line:one")).hasMessageContaining("listens at a port");
    }

    @Test
    void itsTricksAreListedAndOthersRefused() throws IOException {
        place("press", "tcp:0");
        assertThat(stage.tricks("press"))
                .extracting("usage")
                .contains("restart", "away on|off", "frozen on|off", "force X", "disobey on|off", "state N")
                .doesNotContain("unplug");
        assertThatThrownBy(() -> stage.trick("press", "fly")).hasMessageContaining("\"fly\"");
        assertThatThrownBy(() -> stage.trick("press", "unplug")).hasMessageContaining("no cable");
    }
}
