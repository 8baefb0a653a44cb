package cellwright.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.opcua.security.TrustFolder;
import cellwright.simulator.emulator.opcua.EmulatedServer;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import cellwright.testkit.Relay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver against node-opcua, whose makers share nothing with those of our library: what one side misunderstands, the other
 * does not. Needs Node.js, and the packages that {@code .ci/run} installs into {@code target/node-opcua}.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OtherMakersServerTest {
    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PACKAGES = MODULE.resolve("target/node-opcua");
    private static final Path SCRIPT = MODULE.resolve("src/test/resources/node-opcua/press.cjs");

    /** A host with the time of this machine, since the server's is too. */
    @TouchesTheRealWorld
    private record RealTime() implements Host {
        @Override
        public NanoClock clock() {
            return System::nanoTime;
        }

        @Override
        public Link link(String address) throws InstrumentException {
            throw new InstrumentException(InstrumentException.Kind.LOST, address, "there is none");
        }
    }

    private static boolean nodeIsThere() {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            return node.waitFor(20, TimeUnit.SECONDS) && node.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void readsIsToldAndCommandsEncryptedAndByPassword(@TempDir Path folder) throws Exception {
        assumeTrue(nodeIsThere(), "skipped: Node.js is not installed, so there is no server of another maker to meet");
        assumeTrue(
                Files.isDirectory(PACKAGES.resolve("node_modules/node-opcua-server")),
                "skipped: node-opcua is not installed in " + PACKAGES + "; .ci/run does that where npm is");
        ServerIdentity identity = Workshop.identityOfAll();
        Path certificate = pem(
                folder.resolve("server.pem"),
                "CERTIFICATE",
                identity.certificate().getEncoded());
        Path key = pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                identity.keys().getPrivate().getEncoded());
        TrustFolder trust = TrustFolder.at(folder.resolve("pki"));
        Files.copy(certificate, trust.trusted().resolve("server.pem"));
        Files.writeString(folder.resolve("password"), EmulatedServer.PASSWORD);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        SCRIPT.toString(),
                        String.valueOf(port),
                        certificate.toString(),
                        key.toString(),
                        folder.resolve("node-pki").toString())
                .redirectErrorStream(true);
        builder.environment().put("NODE_PATH", PACKAGES.resolve("node_modules").toString());
        Process server = builder.start();
        try (var closed = server.outputWriter()) {
            waitUntilReady(server);
            try (var relay = new Relay(port)) {
                meet(relay, folder);
            }
            closed.flush();
        } finally {
            server.destroy();
        }
    }

    private static void meet(Relay relay, Path folder) throws InstrumentException {
        var driver = new OpcUaDriver();
        Settings settings = new Settings(Map.of(
                "endpoint",
                "opc.tcp://127.0.0.1:" + relay.port() + "/press",
                "pki",
                folder.resolve("pki").toString(),
                "user",
                EmulatedServer.USER,
                "password_file",
                folder.resolve("password").toString(),
                "area_mm2",
                "78.54",
                "sampling_ms",
                "50",
                "publishing_ms",
                "100"));
        try (Regulator press = (Regulator) driver.open(settings.withDefaults(driver.settings()), new RealTime())) {
            assertThat(press.identity().maker()).isEqualTo("somebody else");
            assertThat(press.identity().serial()).isEqualTo("NODE-7");
            assertThat(press.read().samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
            press.setpoint(Signal.PRESSURE, 1e6, new Ramp(5e6));
            new Patience(relay).until("the press presses with 1 MPa", () -> {
                Reading reading = press.read();
                assertThat(reading.samples()).extracting(Sample::quality).doesNotContain(Quality.STALE);
                return Math.abs(reading.value(Signal.PRESSURE) - 1e6) <= 1;
            });
            assertThat(press.read().value(Signal.FORCE)).isEqualTo(78.54);
        }
    }

    private static void waitUntilReady(Process server) throws IOException {
        var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("ready")) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the server ended before it was ready:\n" + said);
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
