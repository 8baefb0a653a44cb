package cellwright.store.influx;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.RecordedLab;
import cellwright.protocol.InfluxPlan;
import cellwright.store.follow.Outlet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.questdb.ServerMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that means what it says: it takes every line of ours, and refuses a whole request for one it cannot take. */
class StrictServerTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private int port;

    private ServerMain server() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("QDB_HTTP_NET_BIND_TO", "127.0.0.1:" + port);
        settings.put("QDB_HTTP_BIND_TO", "127.0.0.1:" + port);
        settings.put("QDB_PG_ENABLED", "false");
        settings.put("QDB_LINE_TCP_ENABLED", "false");
        settings.put("QDB_HTTP_MIN_ENABLED", "false");
        settings.put("QDB_TELEMETRY_ENABLED", "false");
        settings.put("QDB_SHARED_WORKER_COUNT", "2");
        Path home = folder.resolve("questdb");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                home.resolve("conf/log.conf"),
                "writers=stdout\nw.stdout.class=io.questdb.log.LogConsoleWriter\nw.stdout.level=CRITICAL\n");
        System.setProperty("out", home.resolve("conf/log.conf").toString());
        ServerMain server = ServerMain.create(home.toString(), settings);
        server.start();
        return server;
    }

    private long count(HttpClient http, String table) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/exec?query="
                        + RealServer.encoded("select count() from " + table)))
                .build();
        JsonNode answer = MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        return answer.path("dataset").path(0).path(0).asLong(-1);
    }

    @Test
    void everyLineIsTakenAndAPoisonedOneIsFoundAmongThem() throws Exception {
        List<String> remarks = new ArrayList<>();
        try (RecordedLab lab = new RecordedLab(folder);
                ServerMain server = server();
                HttpClient http = HttpClient.newHttpClient()) {
            lab.writeAll();
            List<String> lines = new ArrayList<>();
            Lines maker = new Lines(1);
            lab.tell(1, told -> maker.of(told, lines::add));
            InfluxPlan plan = InfluxPlan.usual("http://127.0.0.1:" + port, "lab", "cells");
            Path refused = folder.resolve("refused.lp");
            Wire client = new ClientWire(new InfluxTarget(plan, "", Optional.empty()), Duration.ofSeconds(20));
            try (InfluxOutlet outlet =
                    new InfluxOutlet(plan, new Poisoning(client, lines.get(100)), refused, remarks::add)) {
                lab.tell(1, outlet::take);
                assertThat(outlet.deliver(0))
                        .isInstanceOfSatisfying(Outlet.Delivery.Done.class, done -> assertThat(done.items())
                                .isEqualTo(lines.size() - 1));
                assertThat(outlet.putAside()).isEqualTo(1);
            }
            assertThat(Files.readAllLines(refused)).hasSize(2).last().isEqualTo(lines.get(100));
            for (Measure measure : Measure.values()) {
                server.awaitTable(measure.words());
                long there = lines.stream()
                        .filter(line -> line.startsWith(measure.words() + ","))
                        .count();
                boolean hurt = lines.get(100).startsWith(measure.words() + ",");
                assertThat(count(http, measure.words())).as(measure.words()).isEqualTo(hurt ? there - 1 : there);
            }
        }
        assertThat(remarks).hasSize(1);
    }

    /** Makes one line on its way into one that has a text where there was a number, as a schema that changed would. */
    private record Poisoning(Wire wire, String line) implements Wire {
        @Override
        public Reply write(String lines) {
            return wire.write(lines.replace(line, line.replaceFirst("cycle=[0-9]+i", "cycle=\"x\"")));
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
