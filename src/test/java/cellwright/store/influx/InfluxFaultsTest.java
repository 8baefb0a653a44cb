package cellwright.store.influx;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Bookmark;
import cellwright.lab.RecordedLab;
import cellwright.protocol.InfluxPlan;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.follow.Follower.Step;
import cellwright.store.follow.FollowerPlace;
import cellwright.store.follow.PlaceFile;
import cellwright.store.influx.FaultServer.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server does: every row arrives, each once, and nothing but the follower waits. */
class InfluxFaultsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private final List<String> remarks = new ArrayList<>();
    private FaultServer server;
    private RecordedLab lab;
    private long now;
    private long waited;

    @BeforeEach
    void open() throws IOException, LogFailure {
        server = new FaultServer();
        lab = new RecordedLab(folder);
    }

    @AfterEach
    void close() throws LogFailure {
        lab.close();
        server.close();
    }

    private InfluxPlan plan(InfluxPlan.Protocol protocol) {
        return new InfluxPlan(
                server.url(),
                "lab",
                "cells",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                protocol,
                InfluxPlan.ReadBack.INFLUXQL,
                Duration.ofNanos(1),
                40,
                protocol == InfluxPlan.Protocol.V2,
                Duration.ofMinutes(10));
    }

    private Follower follower(InfluxPlan.Protocol protocol, Duration patience) throws IOException {
        InfluxPlan plan = plan(protocol);
        InfluxTarget target = new InfluxTarget(plan, "secret:word", Optional.empty());
        Wire wire =
                protocol == InfluxPlan.Protocol.V2 ? new ClientWire(target, patience) : new PlainWire(target, patience);
        return new Follower(
                lab.source(),
                new InfluxOutlet(plan, wire, folder.resolve("refused.lp"), remarks::add),
                new PlaceFile(folder.resolve("place")),
                new Follower.Terms("influx", target.toString(), 1, 600 * SECOND, remarks::add));
    }

    private Follower follower() throws IOException {
        return follower(InfluxPlan.Protocol.V2, Duration.ofSeconds(5));
    }

    /** Steps until everything there is was handed on, at the times the steps ask for. */
    private void run(Follower follower) {
        for (int steps = 0; ; steps++) {
            assertThat(steps).as("%s", follower.standing()).isLessThan(2_000);
            Step step = follower.step(now);
            if (step.did() == Did.LEVEL) {
                return;
            }
            waited += Math.max(0, step.againNanos() - now);
            now = Math.max(now, step.againNanos());
        }
    }

    private Map<String, String> expected() {
        Map<String, String> rows = new TreeMap<>();
        Lines lines = new Lines(1);
        int[] count = {0};
        lab.tell(
                1,
                told -> lines.of(told, line -> {
                    rows.put(FaultServer.key(line), FaultServer.fields(line));
                    count[0]++;
                }));
        assertThat(rows).as("each has a time of its own").hasSize(count[0]);
        return rows;
    }

    private void requireAll() {
        Map<String, String> expected = expected();
        assertThat(expected.size()).isGreaterThan(200);
        assertThat(server.held()).isEqualTo(expected);
    }

    @Test
    void everyRowCycleAndPointArrivesWhileTheJournalGrows() throws Exception {
        try (Follower follower = follower()) {
            for (int i = 0; i < 10; i++) {
                lab.write(lab.size() / 9);
                run(follower);
                assertThat(server.held()).isEqualTo(expected());
            }
            assertThat(follower.standing().recordsBehind()).hasValue(0);
            assertThat(follower.standing().ageNanos(now)).isZero();
        }
        requireAll();
        assertThat(server.twice()).isZero();
        assertThat(server.paths()).allMatch(path -> path.startsWith("/api/v2/write?"));
        assertThat(server.held().keySet())
                .anyMatch(key -> key.startsWith("readings,"))
                .anyMatch(key -> key.startsWith("cycles,"))
                .anyMatch(key -> key.startsWith("spectra,"));
        assertThat(remarks).isEmpty();
    }

    @Test
    void aServerOfTheOldProtocolIsWrittenToByItsOwnPath() throws Exception {
        lab.writeAll();
        try (Follower follower = follower(InfluxPlan.Protocol.V1, Duration.ofSeconds(5))) {
            run(follower);
        }
        requireAll();
        assertThat(server.paths()).allMatch(path -> path.startsWith("/write?"));
    }

    @Test
    void aBusyServerIsLeftAloneForAsLongAsItAsks() throws Exception {
        lab.writeAll();
        server.then(new Act.Keep(), new Act.Say(429, "7"), new Act.Say(503, "3"), new Act.Say(500, ""));
        try (Follower follower = follower()) {
            run(follower);
        }
        requireAll();
        assertThat(waited).isBetween(7 * SECOND + 3 * SECOND + SECOND, 7 * SECOND + 3 * SECOND + 2 * SECOND);
    }

    @Test
    void waitsGrowToHalfAMinuteAndAPersonIsToldOnce() throws Exception {
        lab.writeAll();
        for (int i = 0; i < 40; i++) {
            server.then(new Act.Say(503, ""));
        }
        try (Follower follower = follower()) {
            now = 2 * 365L * 86_400 * SECOND;
            run(follower);
            assertThat(waited).isBetween(900 * SECOND, 1_300 * SECOND);
        }
        requireAll();
        assertThat(remarks).hasSize(2);
        assertThat(remarks.getFirst()).startsWith("ALARM: influx is ").contains("status 503");
        assertThat(remarks.getLast()).isEqualTo("influx has caught up");
    }

    @Test
    void lostAnswersBrokenConnectionsAndSilenceCostNothing() throws Exception {
        lab.writeAll();
        server.then(
                new Act.KeepAndDrop(),
                new Act.Drop(),
                new Act.Keep(),
                new Act.KeepAndDrop(),
                new Act.Drop(),
                new Act.Hang());
        for (InfluxPlan.Protocol protocol : InfluxPlan.Protocol.values()) {
            Files.deleteIfExists(folder.resolve("place"));
            try (Follower follower = follower(protocol, Duration.ofMillis(300))) {
                run(follower);
            }
            requireAll();
        }
    }

    @Test
    void aRowThatIsRefusedIsPutAsideAndTheOthersGoOn() throws Exception {
        lab.writeAll();
        List<String> all = new ArrayList<>();
        Lines lines = new Lines(1);
        lab.tell(1, told -> lines.of(told, all::add));
        List<String> poisoned = List.of(all.get(17), all.get(90), all.get(91), all.get(all.size() - 1));
        server.refuse(poisoned::contains);
        try (Follower follower = follower()) {
            run(follower);
            assertThat(follower.standing().putAside()).isEqualTo(4);
            assertThat(follower.standing().alarm(now))
                    .hasValueSatisfying(text -> assertThat(text).contains("4 rows were refused"));
        }
        Map<String, String> expected = expected();
        poisoned.forEach(line -> expected.remove(FaultServer.key(line)));
        assertThat(server.held()).isEqualTo(expected);
        assertThat(Files.readAllLines(folder.resolve("refused.lp")))
                .filteredOn(line -> !line.startsWith("#"))
                .isEqualTo(poisoned);
        assertThat(remarks).hasSize(5);
        requireRefusedOnce(poisoned);
    }

    /** The same rows, sent again because nobody knows any more how far it went. */
    private void requireRefusedOnce(List<String> poisoned) throws IOException {
        Files.delete(folder.resolve("place"));
        try (Follower follower = follower()) {
            run(follower);
        }
        assertThat(Files.readAllLines(folder.resolve("refused.lp")))
                .filteredOn(line -> !line.startsWith("#"))
                .isEqualTo(poisoned);
    }

    @Test
    void aServerThatKnowsNoTokenOfOursLosesNothing() throws Exception {
        lab.writeAll();
        server.then(new Act.Say(401, ""), new Act.Say(403, ""), new Act.Say(404, ""));
        try (Follower follower = follower()) {
            Step first = follower.step(now);
            assertThat(first.did()).isEqualTo(Did.TROUBLE);
            assertThat(follower.standing().trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("401", "look at token, org and bucket"));
            run(follower);
            assertThat(follower.standing().putAside()).isZero();
        }
        requireAll();
    }

    @Test
    void aFollowerThatIsKilledAnywhereGoesOnWhereItWas() throws Exception {
        int kills = 0;
        for (int steps = 1; ; steps += 2) {
            Follower follower = follower();
            boolean level = false;
            for (int i = 0; i < steps && !level; i++) {
                lab.write(60);
                level = follower.step(now).did() == Did.LEVEL
                        && server.held().size() == expected().size();
                now += 2 * SECOND;
            }
            if (steps % 4 == 1) {
                lab.restart();
            }
            if (steps > 40) {
                run(follower);
                break;
            }
            kills++;
        }
        assertThat(kills).isGreaterThan(15);
        requireAll();
        assertThat(server.twice()).isLessThan(server.held().size());
    }

    @Test
    void aJournalThatWasPutBackFromACopyIsNoticedAndHandedOnAgain() throws Exception {
        lab.write(400);
        try (Follower follower = follower()) {
            run(follower);
        }
        String place = Files.readString(folder.resolve("place"));
        assertThat(place).startsWith("follower 1 segment=");
        new PlaceFile(folder.resolve("place")).save(new FollowerPlace(new Bookmark(1, 399, 12345), 1));
        lab.writeAll();
        try (Follower follower = follower()) {
            run(follower);
        }
        requireAll();
        assertThat(remarks).hasSize(1);
        assertThat(remarks.getFirst()).contains("does not hold event 399");
    }

    @Test
    void aPlaceThatIsDamagedIsTroubleAndNotAGuess() throws Exception {
        lab.writeAll();
        Files.writeString(
                folder.resolve("place"), "follower 1 segment=1 sequence=2 check=3 replay-from=1 crc=00000000\n");
        try (Follower follower = follower()) {
            assertThat(follower.step(now).did()).isEqualTo(Did.TROUBLE);
            assertThat(follower.standing().trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("place is damaged", "delete it"));
        }
        assertThat(server.requests()).isZero();
    }
}
