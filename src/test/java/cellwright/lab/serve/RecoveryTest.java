package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.RunAudit;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.world.real.WiredCell;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is gone at once, and the next one: cells at rest, read back; runs that go on, nothing counted twice. */
class RecoveryTest {
    private static final Duration GONE = Duration.ofSeconds(30);

    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    private ServedLab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new ServedLab(first);
    }

    private Path runOf(String id) {
        return lab.data().resolve("runs").resolve(id);
    }

    private ChannelState.Running at(Path run) throws IOException {
        ChannelState state = ServedLab.made(RunReplay.open(new RunFolder(run)))
                .play(report -> {})
                .state();
        return switch (state) {
            case ChannelState.Running running -> running;
            case ChannelState.Stopping stopping -> stopping.at();
            case ChannelState.Held held -> held.at();
            case ChannelState.Idle ignored -> throw new AssertionError("idle");
            case ChannelState.Ended ignored -> throw new AssertionError("ended");
        };
    }

    private void untilHeld(int place) {
        lab.runUntil(Duration.ofSeconds(5), () -> lab.phase(place) == Phase.HELD);
    }

    @Test
    void aCellThatWasLeftUnderCurrentIsBroughtToRestAndItsRunIsHeld() throws IOException {
        String id = lab.charge(1).getFileName().toString();
        lab.run(Duration.ofSeconds(2));
        lab.crash(second);
        lab.lanes.clock().advance(GONE);
        assertThat(lab.cell(1).amps()).as("this instrument has no watchdog").isEqualTo(0.5);
        lab.cell(1).told.clear();
        lab.start();
        untilHeld(0);
        assertThat(lab.cell(1).told).as("nothing but this").containsOnly("off");
        assertThat(lab.cell(1).amps()).isZero();
        assertThat(lab.channel(0).path("cause").asText()).contains("the program was gone for 30.");
        assertThat(lab.channel(0).path("run").asText()).isEqualTo(id);
        assertThat(lab.channel(0).path("current_a").asDouble()).as("read back").isZero();
        Event.Recovered gap = Journaled.events(lab.data().resolve("journal"), 0).stream()
                .filter(Event.Recovered.class::isInstance)
                .map(Event.Recovered.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(gap.atNanos() - gap.lastNanos()).as("the gap is a record").isGreaterThan(GONE.toNanos());
    }

    @Test
    void aRunGoesOnWhereItWasAndNoSecondOfItsStepIsCountedTwice() throws IOException {
        Path before = lab.charge(1);
        lab.run(Duration.ofSeconds(2));
        ChannelState.Running was = at(before);
        lab.crashAndStart(second, Duration.ofSeconds(3));
        untilHeld(0);
        Path run = runOf(before.getFileName().toString());
        ChannelState.Running held = at(run);
        assertThat(held.cursor()).isEqualTo(was.cursor());
        assertThat(held.ledger().cycle()).isEqualTo(was.ledger().cycle());
        assertThat(held.leaf().elapsedNanos() * 1e-9)
                .as("the step's clock stopped when the program went away")
                .isCloseTo(2.55, within(0.2));
        assertThat(held.ledger().test().netCoulombs())
                .as("what flowed while nobody watched is part of the cell's charge: by its voltage 0.01 V/C")
                .isCloseTo((lab.channel(0).path("voltage_v").asDouble() - 3.0) * 100, within(0.06));
        assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(Duration.ofSeconds(2), () -> lab.cell(1).amps() > 0);
        lab.run(Duration.ofSeconds(1));
        assertThat(at(run).leaf().op()).isEqualTo(was.leaf().op());
        lab.runUntil(Duration.ofMinutes(2), () -> lab.phase(0) == Phase.ENDED);
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: complete", "cycles: 2");
        RunAudit audit = ServedLab.made(RunAudit.of(new RunFolder(run)));
        assertThat(audit.ok()).isTrue();
    }

    @Test
    void whateverInstantTheProgramIsGoneAtTheRunCanBeBroughtToItsEnd() throws IOException {
        int crashes = 0;
        lab.run(Duration.ofSeconds(1));
        JsonNode started = lab.startOn("A1");
        String id = Path.of(started.path("folder").asText()).getFileName().toString();
        int cycle = 0;
        while (lab.phase(0) != Phase.ENDED) {
            assertThat(crashes).as("it gets on between two crashes").isLessThan(60);
            lab.run(Duration.ofMillis(630 + 70 * (crashes % 9)));
            if (lab.phase(0) == Phase.ENDED) {
                break;
            }
            crashes++;
            Path next = second.resolve("after-" + crashes);
            Files.createDirectories(next);
            lab.crashAndStart(next, Duration.ofMillis(200));
            lab.runUntil(Duration.ofSeconds(5), () -> lab.phase(0) == Phase.HELD || lab.phase(0) == Phase.ENDED);
            if (lab.phase(0) == Phase.HELD) {
                int now = lab.channel(0).path("cycle").asInt();
                assertThat(now).as("cycles never go back").isGreaterThanOrEqualTo(cycle);
                cycle = now;
                assertThat(lab.cell(1).amps()).isZero();
                assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
            }
        }
        assertThat(crashes).isGreaterThan(10);
        assertThat(runOf(id).resolve("outcome.yaml")).content().contains("outcome: complete", "cycles: 2");
        ChannelState.Ended ended = (ChannelState.Ended) ServedLab.made(RunReplay.open(new RunFolder(runOf(id))))
                .play(report -> {})
                .state();
        assertThat(ended.ledger().test().netCoulombs())
                .as("a reading's time and a half of the current at most for each crash and each resumption")
                .isCloseTo((lab.channel(0).path("voltage_v").asDouble() - 3.0) * 100, within(crashes * 0.5 * 0.15));
    }

    @Test
    void anotherPotentiostatInItsPlaceIsToldNothing() throws IOException {
        lab.charge(1);
        WiredCell mine = lab.cell(1);
        lab.crash(second);
        WiredCell stranger = new WiredCell("SN-9", lab.lanes.clock(), 3.2);
        lab.plug(1, stranger);
        lab.start();
        lab.run(Duration.ofSeconds(5));
        assertThat(stranger.told).isEmpty();
        assertThat(lab.phase(0)).isEqualTo(Phase.STOPPING);
        assertThat(lab.notices)
                .anySatisfy(notice -> assertThat(notice).contains("has serial number SN-9, configured is SN-1"));
        assertThat(lab.notices).anySatisfy(notice -> assertThat(notice).contains("OFF UNVERIFIED"));
        lab.plug(1, mine);
        untilHeld(0);
        assertThat(mine.amps()).isZero();
    }

    @Test
    void aTornJournalIsMendedAndTheCellIsBroughtToRestAllTheSame() throws IOException {
        lab.charge(1);
        lab.run(Duration.ofMillis(400));
        lab.crash(second.resolve("whole"));
        Path journal = second.resolve("whole/data/journal");
        Path last = last(journal);
        long size = Files.size(last);
        for (int cut = 1; cut <= 160; cut += 13) {
            Path torn = second.resolve("torn-" + cut);
            ServedLab.copy(second.resolve("whole"), torn);
            try (var file =
                    FileChannel.open(last(torn.resolve("data/journal")), java.nio.file.StandardOpenOption.WRITE)) {
                file.truncate(size - cut);
            }
            lab.cell(1).force(0.5);
            lab.moveTo(torn);
            lab.start();
            untilHeld(0);
            assertThat(lab.cell(1).amps()).isZero();
        }
    }

    private static Path last(Path journal) throws IOException {
        try (Stream<Path> all = Files.list(journal)) {
            return all.filter(path -> path.toString().endsWith(".cwj"))
                    .sorted()
                    .toList()
                    .getLast();
        }
    }

    @Test
    void aRunWhoseStartWasNeverJournaledSaysSo() throws IOException {
        Path run = lab.charge(1);
        lab.ask("stop", "A1");
        Path copy = lab.data().resolve("runs/2026-01-01T00-00_wired");
        ServedLab.copy(run, copy);
        Files.delete(copy.resolve("outcome.yaml"));
        Files.writeString(
                copy.resolve("live.yaml"), "journal: ../../journal\nchannel: 0\nsegment: 1\npotentiostat: SN-1\n");
        Path card = copy.resolve("run.yaml");
        Files.writeString(card, Files.readString(card).replace(run.getFileName().toString(), "2026-01-01T00-00_wired"));
        lab.endAndStart();
        assertThat(copy.resolve("outcome.yaml")).content().contains("the program ended before the run began");
        assertThat(copy.resolve("live.yaml")).doesNotExist();
        assertThat(lab.phase(0)).isEqualTo(Phase.IDLE);
    }

    @Test
    void runsThatEndedAndWereNotSealedAreSealedAtTheNextStart() throws IOException {
        lab.withoutClerk();
        String one = lab.charge(1).getFileName().toString();
        lab.ask("stop", "A1");
        String two = lab.charge(1).getFileName().toString();
        lab.ask("stop", "A1");
        assertThat(runOf(one).resolve("outcome.yaml")).doesNotExist();
        lab.withClerk();
        lab.crashAndStart(second, Duration.ofSeconds(1));
        for (String id : List.of(one, two)) {
            assertThat(runOf(id).resolve("outcome.yaml")).content().contains("stopped by anna");
            assertThat(ServedLab.made(RunAudit.of(new RunFolder(runOf(id)))).ok())
                    .isTrue();
        }
        lab.charge(1);
    }

    @Test
    void aChannelWhoseRunGoesOnMustNotBeTakenOutOfTheConfiguration() throws IOException {
        lab.charge(1);
        lab.end();
        lab.configure(ServedLab.CONFIG.replace("  A1: { potentiostat: pstat-1, envelope: { voltage: 0..5 V } }\n", ""));
        assertThatThrownBy(() -> lab.start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("on channel \"A1\" has not ended")
                .hasMessageContaining("put the channel back");
        lab.configure(ServedLab.CONFIG);
        lab.start();
        untilHeld(0);
    }

    @Test
    void channelsMayChangeTheirOrderWhileTheProgramIsNotThere() throws IOException {
        Path run = lab.charge(1);
        lab.end();
        lab.configure(ServedLab.CONFIG
                .replace("  A1: {", "  B0: {")
                .replace("  A2: { potentiostat: pstat-2 }", "  A1: { potentiostat: pstat-1 }")
                .replace("B0: { potentiostat: pstat-1", "B0: { potentiostat: pstat-2"));
        lab.start();
        untilHeld(1);
        assertThat(lab.channel(0).path("channel").asText()).isEqualTo("B0");
        assertThat(lab.channel(0).path("state").asText()).isEqualTo("idle");
        assertThat(lab.channel(1).path("run").asText())
                .isEqualTo(run.getFileName().toString());
    }

    @Test
    void aRunWhoseFolderWasTakenAwayIsGivenUp() throws IOException {
        Path run = lab.charge(1);
        lab.end();
        Files.move(run, first.resolve("elsewhere"));
        lab.start();
        lab.run(Duration.ofSeconds(1));
        assertThat(lab.phase(0)).isEqualTo(Phase.IDLE);
        lab.charge(1);
    }
}
