package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.InfluxTarget;
import cellwright.store.influx.Wire;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the configuration to a server that can be spoken to: the secret comes from elsewhere, and who is trusted is said. */
class InfluxSetupTest {
    @TempDir
    Path folder;

    private Path config(String influx) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), ServedLab.CONFIG + influx);
    }

    private Result<Optional<InfluxTarget>> read(String influx, Map<String, String> environment) throws IOException {
        return InfluxSetup.read(config(influx), environment::get);
    }

    private static List<String> problems(Result<Optional<InfluxTarget>> result) {
        return switch (result) {
            case Result.Made<Optional<InfluxTarget>> made ->
                made.warnings().stream().map(Problem::toString).toList();
            case Result.Refused<Optional<InfluxTarget>> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    private InfluxTarget target(String influx, Map<String, String> environment) throws IOException {
        return ServedLab.made(read(influx, environment)).orElseThrow();
    }

    @Test
    void theSecretIsFoundInAFileOrInTheEnvironmentAndShownNowhere() throws IOException {
        Files.writeString(folder.resolve("secret"), "s3cr3t\n");
        String start = "influx: { url: \"http://127.0.0.1:1\", bucket: b";
        InfluxTarget file = target(start + ", token file: secret }\n", Map.of());
        assertThat(file.token()).isEqualTo("s3cr3t");
        assertThat(file.toString()).doesNotContain("s3cr3t");
        assertThat(target(start + ", token environment: T }\n", Map.of("T", "t0k3n"))
                        .token())
                .isEqualTo("t0k3n");
        assertThat(target(start + " }\n", Map.of()).token()).isEmpty();
        assertThat(ServedLab.made(read("", Map.of()))).isEmpty();
    }

    @Test
    void aSecretThatIsNotThereIsRefusedAndOneInTheOpenIsWarnedOf() throws IOException {
        String start = "influx: { bucket: b, url: \"http://127.0.0.1:1\"";
        assertThat(problems(read(start + ", token file: nowhere }\n", Map.of())))
                .singleElement()
                .asString()
                .contains("nowhere", "there is no such file");
        assertThat(problems(read(start + ", token environment: T }\n", Map.of())))
                .singleElement()
                .asString()
                .contains("variable T is not set");
        assertThat(problems(read(start + ", trust: lab.yaml }\n", Map.of())))
                .singleElement()
                .asString()
                .contains("lab.yaml", "certificate");
        String open = "influx: { bucket: b, url: \"http://192.0.2.1:8086\", token environment: T }\n";
        assertThat(problems(read(open, Map.of("T", "x"))))
                .singleElement()
                .asString()
                .contains("in the open", "https");
    }

    @Test
    void aServerWhoseCertificateIsInTheFileIsSpokenToAndAnotherIsNot() throws Exception {
        keys();
        HttpsServer server = server();
        try {
            String url = "https://localhost:" + server.getAddress().getPort();
            for (String protocol : List.of("v1", "v2")) {
                String start = "influx: { bucket: b, url: \"" + url + "\", protocol: " + protocol;
                try (Wire trusting = InfluxOutlet.wire(target(start + ", trust: ca.pem }\n", Map.of()));
                        Wire stranger = InfluxOutlet.wire(target(start + " }\n", Map.of()))) {
                    assertThat(trusting.write("readings,run=r row=1i 1")).isEqualTo(new Wire.Reply.Taken());
                    assertThat(stranger.write("readings,run=r row=1i 1")).isInstanceOf(Wire.Reply.Busy.class);
                }
            }
        } finally {
            server.stop(0);
        }
    }

    private void keys() throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> store = List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", "changeit");
        List<String> make = new ArrayList<>(List.of(keytool, "-genkeypair", "-alias", "a", "-keyalg", "EC"));
        make.addAll(List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-storetype", "PKCS12"));
        make.addAll(store);
        List<String> show = new ArrayList<>(List.of(keytool, "-exportcert", "-rfc", "-alias", "a"));
        show.addAll(List.of("-file", folder.resolve("ca.pem").toString()));
        show.addAll(store);
        for (List<String> command : List.of(make, show)) {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }
    }

    private HttpsServer server() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
