package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.RunAudit;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.world.real.WiredCell;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory from its opening to its end, asked as over its socket. */
class ServingTest {
    @TempDir
    private Path folder = Path.of("");

    private ServedLab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new ServedLab(folder);
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> all = Files.list(lab.data().resolve("runs"))) {
            return all.toList();
        }
    }

    private RunAudit audit(Path run) throws IOException {
        return ServedLab.made(RunAudit.of(new RunFolder(run)));
    }

    @Test
    void aRunGoesFromItsStartToASealedFolder() throws IOException {
        Path run = lab.charge(1);
        assertThat(lab.channel(0).path("step").asText()).startsWith("charge");
        assertThat(lab.channel(0).path("cycle").asInt()).isEqualTo(1);
        assertThat(lab.channel(0).path("current_a").asDouble()).isEqualTo(0.5);
        assertThat(lab.channel(1).path("state").asText()).isEqualTo("idle");
        lab.runUntil(Duration.ofMinutes(1), () -> lab.phase(0) == Phase.ENDED);
        assertThat(lab.cell(1).amps()).isZero();
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: complete", "cycles: 2", "simulated: true");
        assertThat(run.resolve("live.yaml")).doesNotExist();
        assertThat(run.resolve("run.yaml")).content().contains("started by: anna");
        RunAudit audit = audit(run);
        assertThat(audit.ok()).isTrue();
        assertThat(audit.state()).isInstanceOf(ChannelState.Ended.class);
    }

    @Test
    void aRunThatGoesOnCanBeReadFromTheLaboratorysJournal() throws IOException {
        Path run = lab.charge(1);
        lab.charge(2);
        lab.run(Duration.ofSeconds(5));
        RunReplay.Replayed replayed =
                ServedLab.made(RunReplay.open(new RunFolder(run))).play(report -> {});
        assertThat(replayed.state()).isInstanceOf(ChannelState.Running.class);
        assertThat(((ChannelState.Running) replayed.state()).ledger().test().chargeCoulombs())
                .isCloseTo(3.5, within(0.2));
    }

    @Test
    void holdAnswersWhenTheCellWasSeenAtRestAndResumeGoesOn() {
        lab.charge(1);
        JsonNode held = lab.ask("hold", "A1");
        assertThat(held.path("settled").asBoolean()).isTrue();
        assertThat(lab.cell(1).amps()).isZero();
        assertThat(lab.phase(0)).isEqualTo(Phase.HELD);
        assertThat(lab.channel(0).path("cause").asText()).isEqualTo("held by anna");
        assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(Duration.ofSeconds(2), () -> lab.cell(1).amps() > 0);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void skipEndsTheStepAndStopEndsTheRun() throws IOException {
        Path run = lab.charge(1);
        assertThat(lab.ask("skip", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(Duration.ofSeconds(2), () -> lab.cell(1).amps() < 0);
        JsonNode stopped = lab.ask("stop", "A1");
        assertThat(stopped.path("settled").asBoolean()).isTrue();
        assertThat(lab.cell(1).amps()).isZero();
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: asked", "stopped by anna");
        assertThat(audit(run).ok()).isTrue();
    }

    @Test
    void stopAllBringsEveryCellToRestAndKeepsTheRuns() {
        lab.charge(1);
        lab.charge(2);
        JsonNode stopped = lab.ask("{\"ask\":\"stop-all\"}");
        assertThat(stopped.path("settled").asBoolean()).isTrue();
        assertThat(lab.cell(1).amps()).isZero();
        assertThat(lab.cell(2).amps()).isZero();
        assertThat(List.of(lab.phase(0), lab.phase(1))).containsOnly(Phase.HELD);
    }

    @Test
    void whatCannotBeDoneIsToldAndChangesNothing() {
        lab.charge(1);
        assertThat(lab.ask("resume", "A1").path("problems").toString()).contains("the run goes on already");
        assertThat(lab.ask("hold", "A2").path("problems").toString()).contains("no run is going on here");
        assertThat(lab.ask("hold", "B9").path("problems").toString()).contains("known are A1, A2");
        assertThat(lab.ask("dance", "A1").path("problems").toString()).contains("cannot be asked");
        assertThat(lab.ask("[1").path("problems").toString()).contains("not JSON");
        assertThat(lab.ask("17").path("problems").toString()).contains("one JSON object");
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aStartThatIsRefusedLeavesNothingBehind() throws IOException {
        lab.run(Duration.ofSeconds(1));
        Files.writeString(folder.resolve("protocol.yaml"), ServedLab.PROTOCOL.replace("0.5 A", "5 A"));
        JsonNode tooMuch = lab.startOn("A1");
        assertThat(tooMuch.path("ok").asBoolean()).isFalse();
        assertThat(tooMuch.path("problems").toString())
                .contains("protocol.yaml:")
                .contains("5 A");
        assertThat(runs()).isEmpty();
        assertThat(lab.phase(0)).isEqualTo(Phase.IDLE);
        Files.writeString(folder.resolve("protocol.yaml"), ServedLab.PROTOCOL);
        lab.charge(1);
        assertThat(lab.startOn("A1").path("problems").toString()).contains("has a run that has not ended");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void whatTheFixtureBearsIsALimitOfEveryRun() throws IOException {
        lab.end();
        lab.configure(ServedLab.CONFIG.replace("0..5 V", "2.52..3.6 V"));
        lab.plug(1, new WiredCell("SN-1", lab.lanes.clock(), 3.7));
        lab.start();
        lab.run(Duration.ofSeconds(1));
        Path run = Path.of(lab.startOn("A1").path("folder").asText());
        lab.runUntil(Duration.ofSeconds(2), () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.channel(0).path("cause").asText())
                .contains("voltage is 3.70000 V", "of channel A1/envelope/voltage");
        assertThat(lab.ask("resume", "A1").path("problems").toString()).contains("latched");
        lab.ask("stop", "A1");
        assertThat(audit(run).state()).isInstanceOfSatisfying(ChannelState.Ended.class, ended -> assertThat(
                        ended.cause().kind())
                .isEqualTo(Cause.Kind.ENVELOPE));
    }

    @Test
    void noRunBeginsOnAChannelWhoseInstrumentIsAbsent() throws IOException {
        lab.run(Duration.ofSeconds(1));
        lab.unplug(1);
        lab.run(Duration.ofSeconds(3));
        assertThat(lab.startOn("A1").path("problems").toString())
                .contains("instrument \\\"pstat-1\\\" is not connected")
                .contains("nothing is plugged in there");
        assertThat(runs()).isEmpty();
        lab.charge(2);
        assertThat(lab.phase(1)).as("the other channel goes on").isEqualTo(Phase.RUNNING);
    }

    @Test
    void aSecondProgramIsRefusedTheFolder() {
        assertThatThrownBy(() -> lab.start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is another Cellwright running on it?");
        lab.charge(1);
    }

    @Test
    void theEndOfTheProgramHoldsTheRunsAndTheNextOneGoesOn() throws IOException {
        lab.charge(1);
        lab.endAndStart();
        assertThat(lab.cell(1).amps()).isZero();
        lab.run(Duration.ofSeconds(2));
        assertThat(lab.phase(0)).isEqualTo(Phase.HELD);
        assertThat(lab.channel(0).path("cause").asText()).isEqualTo("held by the end of the test");
        assertThat(lab.ask("resume", "A1").path("ok").asBoolean()).isTrue();
        lab.runUntil(Duration.ofSeconds(2), () -> lab.cell(1).amps() > 0);
    }

    @Test
    void bothClocksAreInTheJournal() throws IOException {
        Path run = lab.charge(1);
        lab.ask("stop", "A1");
        assertThat(run.resolve("outcome.yaml")).exists();
        assertThat(Journaled.clocks(lab.data().resolve("journal")))
                .hasValueSatisfying(clocks -> assertThat(clocks.unixNanos()).isEqualTo(clocks.atNanos()));
    }
}
