package cellwright.store.influx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A database of another maker as a process on the loopback address, in a folder of its own; gone when it is closed. */
public final class RealServer implements AutoCloseable {
    private static final int TRIES = 600;

    /** Which database. */
    public enum Kind {
        INFLUX_1("influxd"),
        VICTORIA("victoria-metrics");

        private final String program;

        Kind(String program) {
            this.program = program;
        }

        /** Where its program lies, if it is installed. */
        public Optional<Path> program() {
            return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin")
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private final Kind kind;
    private final Path folder;
    private final int port = freePort();
    private final int otherPort = freePort();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private Process process;

    /** Starts it and waits until it answers. */
    public RealServer(Kind kind, Path folder) throws IOException, InterruptedException {
        this.kind = kind;
        this.folder = Files.createDirectories(folder);
        process = start();
        if (kind == Kind.INFLUX_1) {
            ask("POST", "/query?q=" + encoded("CREATE DATABASE cells"));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Its process, for who wants to know what it costs. */
    public long pid() {
        return process.pid();
    }

    private List<String> command() throws IOException {
        String program = kind.program().orElseThrow().toString();
        if (kind == Kind.VICTORIA) {
            return List.of(
                    program,
                    "-httpListenAddr=127.0.0.1:" + port,
                    "-storageDataPath=" + data(),
                    "-retentionPeriod=100y",
                    "-dedup.minScrapeInterval=1ms",
                    "-search.latencyOffset=0s",
                    "-loggerLevel=ERROR");
        }
        Path config = folder.resolve("influxdb.conf");
        Files.writeString(config, """
                reporting-disabled = true
                bind-address = "127.0.0.1:%d"
                [meta]
                  dir = "%s/meta"
                [data]
                  dir = "%s/data"
                  wal-dir = "%s/wal"
                  query-log-enabled = false
                [monitor]
                  store-enabled = false
                [http]
                  bind-address = "127.0.0.1:%d"
                  log-enabled = false
                [logging]
                  level = "error"
                """.formatted(otherPort, data(), data(), data(), port));
        return List.of(program, "run", "-config", config.toString());
    }

    private Process start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        Process begun = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        process = begun;
        for (int tries = 0; tries < TRIES; tries++) {
            if (answers()) {
                return begun;
            }
            boolean over = begun.waitFor(20, TimeUnit.MILLISECONDS);
            if (over) {
                throw new AssertionError(output());
            }
        }
        begun.destroyForcibly();
        throw new AssertionError(kind + " does not answer: " + output());
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException none) {
            return String.valueOf(none);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return http.send(request("GET", "/ping"), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 204;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    /** Asks the server something; the body of its answer. */
    public String ask(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(method, path), HttpResponse.BodyHandlers.ofString());
        must(answer.statusCode() / 100 == 2, answer.body());
        return answer.body();
    }

    /** Rows of an InfluxQL query as comma-separated text, times in nanoseconds. */
    String influxQl(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/query?db=cells&epoch=ns&q=" + encoded(query)))
                .header("Accept", "application/csv")
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        must(answer.statusCode() == 200, answer.body());
        return answer.body();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Makes what it took visible to questions. */
    void flush() throws IOException, InterruptedException {
        if (kind == Kind.VICTORIA) {
            ask("GET", "/internal/force_flush");
        }
    }

    /** Ends it at once. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it end as it wants to. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = start();
    }

    /** It stands still, connections and all. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", which, String.valueOf(process.pid()))
                .start()
                .waitFor();
        must(code == 0, "exit code " + code);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        http.shutdownNow();
    }

    /** A benchmark uses this, too, and has no test library. */
    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
