package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Driver;
import cellwright.instrument.Link;
import cellwright.journal.RealDisk;
import cellwright.lab.InputText;
import cellwright.lab.RigRoom;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.LabReader;
import cellwright.protocol.yaml.ReadLab;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Outlet;
import cellwright.testkit.FaultyLine;
import cellwright.testkit.HandClock;
import cellwright.world.real.HandLanes;
import cellwright.world.real.WiredCell;
import cellwright.world.real.WiredDriver;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A laboratory of two wired cells that is served by hand: time moves when the test says so, and the cells live on when the
 * program does not.
 */
final class ServedLab {
    static final String CONFIG = """
            lab: bench
            folder: data
            links: { wire-1: "tcp:cell-1:1", wire-2: "tcp:cell-2:1" }
            instruments:
              pstat-1: { driver: wired, link: wire-1 }
              pstat-2: { driver: wired, link: wire-2 }
            channels:
              A1: { potentiostat: pstat-1, envelope: { voltage: 0..5 V } }
              A2: { potentiostat: pstat-2 }
            """;

    static final String CELL = """
            cell: wired
            counter electrode: { name: Li+/Li, vs Li+/Li: 0 V }
            envelope: { voltage: 2..4.5 V vs cell, current: -1..1 A, silence: 10 s }
            """;

    /** A cell of 100 F and 1 ohm at 3 V: charged for 10 s, discharged for 2 s, and so on. */
    static final String PROTOCOL = """
            protocol: up and down
            record: { every: 10 s }
            limits: { voltage: 2.5..4.2 V vs cell, silence: 4 s }
            steps:
              - cycles: 2
                steps:
                  - charge: 0.5 A
                    until: voltage >= 3.55 V vs cell
                    at most: 1 h
                  - discharge: 0.5 A
                    until: voltage <= 2.54 V vs cell
                    at most: 1 h
            """;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final HandLanes lanes = new HandLanes(this::plugged);
    final List<String> notices = new ArrayList<>();
    private final Map<String, WiredCell> sockets = new LinkedHashMap<>();
    private final Map<String, FaultyLine> lines = new LinkedHashMap<>();
    private Path folder;
    private boolean clerk = true;
    private final List<Runnable> ordered = new ArrayList<>();
    private Executor packing = Runnable::run;
    private Serving serving;

    /** A laboratory in a folder, which it begins or goes on in. */
    ServedLab(Path folder) throws IOException {
        this.folder = folder;
        sockets.put("tcp:cell-1:1", new WiredCell("SN-1", lanes.clock(), 3.0));
        sockets.put("tcp:cell-2:1", new WiredCell("SN-2", lanes.clock(), 3.0));
        configure(CONFIG);
        Files.writeString(folder.resolve("cell.yaml"), CELL);
        Files.writeString(folder.resolve("protocol.yaml"), PROTOCOL);
        serving = open();
    }

    private Optional<Link> plugged(String address, HandClock clock) {
        WiredCell cell = sockets.get(address);
        if (cell == null) {
            return Optional.empty();
        }
        FaultyLine line = new FaultyLine(clock, cell);
        lines.put(address, line);
        return Optional.of(line);
    }

    WiredCell cell(int number) {
        return Objects.requireNonNull(sockets.get("tcp:cell-" + number + ":1"));
    }

    FaultyLine line(int number) {
        return Objects.requireNonNull(lines.get("tcp:cell-" + number + ":1"));
    }

    /** The cable comes out. */
    void unplug(int number) {
        sockets.remove("tcp:cell-" + number + ":1");
        line(number).cut();
    }

    void plug(int number, WiredCell cell) {
        sockets.put("tcp:cell-" + number + ":1", cell);
    }

    void configure(String text) throws IOException {
        Files.writeString(folder.resolve("lab.yaml"), text);
    }

    private Serving open() throws IOException {
        return Serving.open(
                order(),
                new Surroundings(
                        lastNanos -> lanes,
                        () -> Instant.ofEpochSecond(0, lanes.clock().nanos()),
                        work -> {
                            if (clerk) {
                                work.run();
                            }
                        },
                        work -> packing.execute(work),
                        new Notices() {
                            @Override
                            public void report(String channel, Effect.Report report) {
                                if (report instanceof Effect.Alarm alarm) {
                                    notices.add(channel + " " + alarm.message());
                                }
                            }

                            @Override
                            public void remark(String text) {
                                notices.add(text);
                            }
                        },
                        this::turnUntil,
                        new RealDisk(),
                        Runnable::run));
    }

    LabOrder order() {
        Path file = folder.resolve("lab.yaml");
        String text = made(InputText.read(file));
        ReadLab read = made(LabReader.read(file.toString(), text));
        return made(LabSetup.of(read, file, ServedLab::driver));
    }

    private static Optional<Driver> driver(String name) {
        return name.equals("wired") ? Optional.of(new WiredDriver()) : RigRoom.driver(name);
    }

    static <T> T made(Result<T> result) {
        return switch (result) {
            case Result.Made<T> made -> made.value();
            case Result.Refused<T> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    /** The program ends as it should, and is started again. */
    void endAndStart() throws IOException {
        end();
        serving = open();
    }

    /** The program ends as it should. */
    void end() throws IOException {
        assertThat(serving.run(() -> true, "the end of the test")).isTrue();
        serving.close();
    }

    /** The program is gone at once, as after a kill or a power cut, and is not there for a time; then it is started again. */
    void crashAndStart(Path elsewhere, Duration gone) throws IOException {
        crash(elsewhere);
        lanes.clock().advance(gone);
        serving = open();
    }

    /** Leaves the program as it stands; what is on disk goes on elsewhere. */
    void crash(Path elsewhere) throws IOException {
        copy(folder, elsewhere);
        lanes.close();
        folder = elsewhere;
    }

    /** What is on disk is another folder's. */
    void moveTo(Path elsewhere) {
        lanes.close();
        folder = elsewhere;
    }

    /** From now on nobody does the paperwork. */
    void withoutClerk() {
        clerk = false;
    }

    void withClerk() {
        clerk = true;
    }

    /** From now on nobody makes files of rows. */
    void withoutPacker() {
        packing = work -> {};
    }

    void withPacker() {
        packing = Runnable::run;
    }

    /** From now on what is ordered waits for {@link #packNow()}. */
    void keepPacking() {
        packing = ordered::add;
    }

    /** Does what was ordered, and says how much that was. */
    int packNow() {
        int count = ordered.size();
        ordered.forEach(Runnable::run);
        ordered.clear();
        return count;
    }

    /** Starts it again where it lies. */
    void start() throws IOException {
        serving = open();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.sorted().toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Follower follow(Outlet outlet) {
        return follow(outlet, "influx");
    }

    Follower follow(Outlet outlet, String name) {
        return serving.follow(outlet, new Follower.Terms(name, "nowhere", 1, 60_000_000_000L, notices::add));
    }

    private void turnUntil(CompletableFuture<?> answer) {
        for (int turns = 0; !answer.isDone(); turns++) {
            assertThat(turns).as("turns without an answer").isLessThan(10_000);
            serving.turn();
        }
    }

    void run(Duration time) {
        long until = lanes.clock().nanos() + time.toNanos();
        while (lanes.clock().nanos() < until) {
            serving.turn();
        }
    }

    void runUntil(Duration atMost, BooleanSupplier holds) {
        long until = lanes.clock().nanos() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(lanes.clock().nanos())
                    .as("within %s: %s %s", atMost, status(), notices)
                    .isLessThan(until);
            serving.turn();
        }
    }

    JsonNode ask(String request) {
        try {
            return MAPPER.readTree(serving.answer(request, "anna"));
        } catch (JsonProcessingException garbled) {
            throw new AssertionError(garbled);
        }
    }

    JsonNode ask(String word, String channel) {
        return ask("{\"ask\":\"" + word + "\",\"channel\":\"" + channel + "\"}");
    }

    JsonNode startOn(String channel) {
        return ask("{\"ask\":\"start\",\"channel\":\"" + channel + "\",\"protocol_file\":\""
                + folder.resolve("protocol.yaml") + "\",\"cell_file\":\"" + folder.resolve("cell.yaml") + "\"}");
    }

    JsonNode status() {
        return ask("{\"ask\":\"status\"}");
    }

    JsonNode channel(int place) {
        return status().path("channels").path(place);
    }

    Phase phase(int place) {
        return Phase.valueOf(channel(place).path("state").asText().toUpperCase(java.util.Locale.ROOT));
    }

    /** Connects, starts a run on a channel and waits until its current flows. */
    Path charge(int number) {
        run(Duration.ofSeconds(1));
        JsonNode started = startOn("A" + number);
        assertThat(started.path("ok").asBoolean()).as(started.toString()).isTrue();
        runUntil(Duration.ofSeconds(5), () -> cell(number).amps() > 0);
        run(Duration.ofMillis(500));
        return Path.of(started.path("folder").asText());
    }
}
