package cellwright.store.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.lab.House;
import cellwright.lab.RecordedLab;
import cellwright.lab.RunFolder;
import cellwright.lab.RunTeller;
import cellwright.lab.serve.Reconciler;
import cellwright.protocol.InfluxPlan;
import cellwright.protocol.InfluxPlan.Protocol;
import cellwright.protocol.Result;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.follow.Follower.Step;
import cellwright.store.follow.PlaceFile;
import cellwright.store.influx.RealServer.Kind;
import cellwright.store.influx.Reconciliation.Difference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Databases of other makers, killed, stopped, started and put back from a backup while rows are handed on to them: in the end
 * each row is there, once, with its values. A database that is not installed is not tested, which the test says.
 */
class RealServersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();
    private RecordedLab lab;
    private Optional<RealServer> started = Optional.empty();
    private long now;

    @BeforeEach
    void open() throws Exception {
        lab = new RecordedLab(Files.createDirectories(folder.resolve("lab")));
    }

    @AfterEach
    void close() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
        lab.close();
    }

    private void begin(Kind kind) throws Exception {
        assumeTrue(kind.program().isPresent(), kind + " is not installed, so rows are not handed on to it here");
        started = Optional.of(new RealServer(kind, folder.resolve("server")));
    }

    private RealServer server() {
        return started.orElseThrow();
    }

    private InfluxTarget target(Protocol protocol) {
        boolean old = protocol == Protocol.V1;
        InfluxPlan plan = new InfluxPlan(
                server().url(),
                "lab",
                "cells",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                protocol,
                old ? InfluxPlan.ReadBack.INFLUXQL : InfluxPlan.ReadBack.EXPORT,
                old ? Duration.ofNanos(1) : Duration.ofMillis(1),
                60,
                true,
                Duration.ofMinutes(10));
        return new InfluxTarget(plan, "", Optional.empty());
    }

    private Follower follower(InfluxTarget target) throws IOException {
        Duration patience = Duration.ofMillis(1500);
        Wire wire = target.plan().protocol() == Protocol.V2
                ? new ClientWire(target, patience)
                : new PlainWire(target, patience);
        return new Follower(
                lab.source(),
                new InfluxOutlet(target.plan(), wire, folder.resolve("refused.lp"), remarks::add),
                new PlaceFile(folder.resolve("place")),
                new Follower.Terms(
                        "influx",
                        target.toString(),
                        target.plan().resolution().toNanos(),
                        Long.MAX_VALUE,
                        remarks::add));
    }

    private void step(Follower follower, int times) {
        for (int i = 0; i < times; i++) {
            now = Math.max(now, follower.step(now).againNanos());
        }
    }

    private void run(Follower follower) {
        for (int steps = 0; ; steps++) {
            assertThat(steps).as("%s", follower.standing()).isLessThan(500);
            Step step = follower.step(now);
            if (step.did() == Did.LEVEL) {
                return;
            }
            now = Math.max(now, step.againNanos());
        }
    }

    /** Every row by series and time, with the numbers in it. */
    private Map<String, Map<String, Double>> expected(InfluxTarget target) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        long resolution = target.plan().resolution().toNanos();
        Lines lines = new Lines(resolution);
        lab.tell(
                resolution,
                told -> lines.of(told, line -> {
                    Map<String, Double> fields = new TreeMap<>();
                    for (String field : FaultServer.fields(line).split(",")) {
                        String number = field.substring(field.indexOf('=') + 1).replaceAll("i$", "");
                        fields.put(field.substring(0, field.indexOf('=')), Double.valueOf(number));
                    }
                    String key = FaultServer.key(line);
                    String run = key.replaceFirst(".*,run=([^, ]*).*", "$1");
                    String place =
                            line.substring(0, line.indexOf(',')) + " " + run + key.substring(key.lastIndexOf(' '));
                    assertThat(rows.put(place, fields)).as(place).isNull();
                }));
        return rows;
    }

    private Map<String, Map<String, Double>> inInflux() throws Exception {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            List<String> csv = server().influxQl("SELECT * FROM " + measure.words())
                    .lines()
                    .toList();
            List<String> names =
                    csv.isEmpty() ? List.of() : List.of(csv.getFirst().split(",", -1));
            for (String line : csv.subList(Math.min(1, csv.size()), csv.size())) {
                String[] values = line.split(",", -1);
                Map<String, Double> fields = new TreeMap<>();
                for (int i = 3; i < values.length; i++) {
                    boolean tag = List.of("cell", "channel", "lab", "run", "simulated")
                            .contains(names.get(i));
                    if (!tag && !values[i].isEmpty()) {
                        fields.put(names.get(i), Double.valueOf(values[i]));
                    }
                }
                String place = measure.words() + " " + values[names.indexOf("run")] + " " + values[2];
                assertThat(rows.put(place, fields)).as(place).isNull();
            }
        }
        return rows;
    }

    private Map<String, Map<String, Double>> inVictoria() throws Exception {
        server().flush();
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        String all = server().ask("GET", "/api/v1/export?start=0&match[]=" + RealServer.encoded("{lab=\"bench\"}"));
        for (String line : all.lines().toList()) {
            JsonNode series = MAPPER.readTree(line);
            String name = series.path("metric").path("__name__").asText();
            String measure = name.substring(0, name.indexOf('_'));
            for (int i = 0; i < series.path("values").size(); i++) {
                String place = measure + " " + series.path("metric").path("run").asText() + " "
                        + series.path("timestamps").path(i).asLong() * 1_000_000L;
                Double before = rows.computeIfAbsent(place, ignored -> new TreeMap<>())
                        .put(
                                name.substring(name.indexOf('_') + 1),
                                series.path("values").path(i).asDouble());
                assertThat(before).as("%s %s stands twice", place, name).isNull();
            }
        }
        return rows;
    }

    private static void requireSame(Map<String, Map<String, Double>> found, Map<String, Map<String, Double>> expected) {
        assertThat(expected.size()).isGreaterThan(200);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((place, fields) -> {
            Map<String, Double> there = found.getOrDefault(place, new HashMap<>());
            assertThat(there.keySet()).as(place).isEqualTo(fields.keySet());
            fields.forEach((field, value) -> assertThat(there.get(field))
                    .as("%s %s", place, field)
                    .isCloseTo(value, within(1e-12 * Math.abs(value))));
        });
    }

    private List<RunTeller> runs() {
        List<RunTeller> runs = new ArrayList<>();
        for (String run : List.of("run-A1", "run-A2")) {
            switch (RunTeller.open(
                    "bench", new RunFolder(lab.folder().resolve("runs").resolve(run)))) {
                case Result.Made<RunTeller> made -> runs.add(made.value());
                case Result.Refused<RunTeller> refused ->
                    throw new AssertionError(refused.problems().toString());
            }
        }
        return runs;
    }

    private List<Difference> differences(InfluxTarget target) throws Exception {
        server().flush();
        Reconciler reconciler = new Reconciler("bench", lab.folder(), target);
        List<Difference> all = new ArrayList<>();
        try (ReadBack store = ReadBack.of(target)) {
            for (RunTeller run : runs()) {
                all.addAll(reconciler.compare(run, store));
            }
        }
        return all;
    }

    private long sendAgain(InfluxTarget target) throws Exception {
        Reconciler reconciler = new Reconciler("bench", lab.folder(), target);
        long rows = 0;
        server().flush();
        try (ReadBack store = ReadBack.of(target);
                InfluxOutlet outlet = new InfluxOutlet(
                        target.plan(), InfluxOutlet.wire(target), folder.resolve("refused.lp"), remarks::add)) {
            for (RunTeller run : runs()) {
                Reconciler.Sent sent = reconciler.send(run, reconciler.compare(run, store), outlet);
                assertThat(sent.trouble()).isEmpty();
                rows += sent.rows();
            }
        }
        return rows;
    }

    @Test
    void influxOneIsKilledStoppedAndStartedAndHasEveryRowOnce() throws Exception {
        begin(Kind.INFLUX_1);
        InfluxTarget target = target(Protocol.V1);
        try (Follower follower = follower(target)) {
            lab.write(lab.size() / 4);
            step(follower, 2);
            server().kill();
            lab.write(lab.size() / 4);
            step(follower, 4);
            assertThat(follower.standing().trouble()).isPresent();
            server().startAgain();
            step(follower, 2);
            server().pause();
            lab.write(lab.size() / 4);
            step(follower, 1);
            assertThat(follower.standing().trouble()).isPresent();
            server().goOn();
            step(follower, 2);
            server().kill();
            server().startAgain();
            lab.writeAll();
            run(follower);
        }
        requireSame(inInflux(), expected(target));
        assertThat(differences(target)).isEmpty();
        assertThat(remarks).isEmpty();
    }

    @Test
    void influxOneThatIsPutBackFromABackupGetsWhatItLacks() throws Exception {
        begin(Kind.INFLUX_1);
        InfluxTarget target = target(Protocol.V1);
        try (Follower follower = follower(target)) {
            lab.write(lab.size() / 2);
            run(follower);
            server().stop();
            House.copy(server().data(), folder.resolve("backup"));
            server().startAgain();
            lab.writeAll();
            run(follower);
        }
        assertThat(differences(target)).isEmpty();
        server().kill();
        Files.move(server().data(), folder.resolve("lost"));
        House.copy(folder.resolve("backup"), server().data());
        server().startAgain();
        List<Difference> lacking = differences(target);
        assertThat(lacking)
                .isNotEmpty()
                .allMatch(each -> each.store().rows() < each.journal().rows());
        assertThat(lacking.getFirst().words()).contains("run-A1", "readings of cycle", "the journal has");
        assertThat(sendAgain(target)).isPositive();
        assertThat(differences(target)).isEmpty();
        requireSame(inInflux(), expected(target));
        assertThat(sendAgain(target)).isZero();
    }

    @Test
    void aValueThatWasChangedInTheStoreIsFound() throws Exception {
        begin(Kind.INFLUX_1);
        InfluxTarget target = target(Protocol.V1);
        lab.writeAll();
        try (Follower follower = follower(target)) {
            run(follower);
        }
        List<String> lines = new ArrayList<>();
        Lines maker = new Lines(1);
        lab.tell(1, told -> maker.of(told, lines::add));
        String changed = lines.stream()
                .filter(line -> line.contains("cycle=2i") && line.startsWith("readings"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("voltage_v=[^,]*", "voltage_v=3.21");
        try (PlainWire wire = new PlainWire(target, Duration.ofSeconds(5))) {
            assertThat(wire.write(changed)).isInstanceOf(Wire.Reply.Taken.class);
        }
        List<Difference> differences = differences(target);
        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().cycle()).isEqualTo(2);
        assertThat(differences.getFirst().words()).contains("not those of the journal");
        sendAgain(target);
        assertThat(differences(target)).isEmpty();
    }

    @Test
    void victoriaIsStoppedKilledAndPutRightAndHasEveryRowOnce() throws Exception {
        begin(Kind.VICTORIA);
        InfluxTarget target = target(Protocol.V2);
        try (Follower follower = follower(target)) {
            lab.write(lab.size() / 3);
            run(follower);
            server().stop();
            lab.write(lab.size() / 3);
            step(follower, 3);
            assertThat(follower.standing().trouble()).isPresent();
            server().startAgain();
            run(follower);
            requireSame(inVictoria(), expected(target));
            server().pause();
            lab.writeAll();
            step(follower, 2);
            server().goOn();
            run(follower);
        }
        requireSame(inVictoria(), expected(target));
        assertThat(differences(target)).isEmpty();
        server().kill();
        server().startAgain();
        // it acknowledges what is in its memory only: what a kill costs it is found, and sent again
        sendAgain(target);
        assertThat(differences(target)).isEmpty();
        requireSame(inVictoria(), expected(target));
    }
}
