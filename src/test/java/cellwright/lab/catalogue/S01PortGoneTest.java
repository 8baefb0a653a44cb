package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.engine.Effect;
import cellwright.lab.serve.LabSetup;
import cellwright.lab.serve.Notices;
import cellwright.lab.serve.Serving;
import cellwright.lab.serve.Surroundings;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import cellwright.world.real.LabClock;
import cellwright.world.real.ThreadedLanes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * S1 by this machine's own ports: a pseudo-terminal whose far end goes away, because its plug is pulled or because the process that
 * plays the instrument is killed. What is asserted is what happens, not when.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no pseudo-terminals there")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S01PortGoneTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final List<String> told = new ArrayList<>();
    private Path port = Path.of("");
    private Path cell = Path.of("");
    private OtherProcess played;
    private Serving serving;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "no pseudo-terminals here");
        port = folder.resolve("port");
        cell = Rigs.bareCell(folder);
        played = OtherProcess.potentiostat(port, cell);
        Path config = Files.writeString(folder.resolve("lab.yaml"), """
                lab: port
                folder: data
                links: { wire: "serial:%s" }
                instruments: { driver-1: { driver: palmsens, link: wire } }
                channels: { E1: { potentiostat: driver-1 } }
                """.formatted(port));
        serving = Serving.open(EmulatedRig.made(LabSetup.read(config)), byTheClock());
        until("instruments", each -> each.path("ready").asBoolean());
        Path protocol = Files.writeString(folder.resolve("protocol.yaml"), Rigs.CHARGE);
        assertThat(ask("{\"ask\":\"start\",\"channel\":\"E1\",\"protocol_file\":\"" + protocol + "\",\"cell_file\":\""
                                + cell + "\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        until("channels", each -> each.path("current_a").asDouble() > 0);
    }

    /** The threads and the clock of this machine; the conductor's part is the test's own. */
    private Surroundings byTheClock() {
        return new Surroundings(
                lastNanos -> new ThreadedLanes(
                        new LabClock(WallClock::monotonicNanos, WallClock.now().toEpochMilli() * 1_000_000L, lastNanos),
                        Switchboard::ofThisMachine),
                WallClock::now,
                Runnable::run,
                Runnable::run,
                new Notices() {
                    @Override
                    public void report(String channel, Effect.Report report) {
                        told.add(report.toString());
                    }

                    @Override
                    public void remark(String text) {
                        told.add(text);
                    }
                },
                answer -> {
                    while (!answer.isDone()) {
                        serving.turn();
                    }
                },
                new UnsyncedDisk(),
                Runnable::run);
    }

    @AfterEach
    void close() throws IOException {
        serving.close();
        played.close();
    }

    private JsonNode ask(String request) throws IOException {
        return MAPPER.readTree(serving.answer(request, "anna"));
    }

    /** Lets the laboratory go on until it is so. */
    private JsonNode until(String what, Predicate<JsonNode> holds) throws IOException {
        JsonNode found = ask("{\"ask\":\"status\"}").path(what).path(0);
        while (!holds.test(found)) {
            serving.turn();
            found = ask("{\"ask\":\"status\"}").path(what).path(0);
        }
        return found;
    }

    private void untilUnverified() {
        while (told.stream().noneMatch(words -> words.contains("OFF UNVERIFIED"))) {
            serving.turn();
        }
    }

    private static Predicate<JsonNode> state(String wanted) {
        return channel -> channel.path("state").asText().equals(wanted);
    }

    @Test
    void aPortThatGoesAwayIsALossAndTheCellIsSwitchedOffWhenItIsBack() throws Exception {
        played.type("unplug");
        JsonNode channel = until("channels", state("stopping"));
        assertThat(channel.path("cause").asText()).contains("driver-1", port.toString());
        untilUnverified();
        assertThat(played.milliamps()).as("its own script goes on").isPositive();
        played.type("plug");
        until("channels", state("held"));
        assertThat(played.milliamps()).isZero();
        ask("{\"ask\":\"resume\",\"channel\":\"E1\"}");
        until("channels", each -> each.path("current_a").asDouble() > 0);
        assertThat(played.milliamps()).isPositive();
    }

    @Test
    void aKilledProcessAtTheFarEndIsALossAndAnotherOneInItsPlaceIsRecognised() throws Exception {
        played.kill();
        until("channels", state("stopping"));
        untilUnverified();
        played = OtherProcess.potentiostat(port, cell);
        until("channels", state("held"));
        assertThat(played.milliamps()).isZero();
    }
}
