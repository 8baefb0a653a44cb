package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.ChannelState;
import cellwright.engine.Ledger;
import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.RunAudit;
import cellwright.lab.RunFolder;
import cellwright.world.real.WiredCell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped in the middle of anything: its charge is the cell's charge, and the audit agrees. */
class ChargeOfStopsTest {
    private static final double AMPS = 0.5;

    @TempDir
    private Path folder = Path.of("");

    private ServedLab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new ServedLab(folder);
    }

    /** Once what was read is on disk. */
    private RunAudit audit(Path run) throws IOException {
        lab.run(Duration.ofSeconds(1));
        return ServedLab.made(RunAudit.of(new RunFolder(run)));
    }

    private static double net(RunAudit audit) {
        Ledger ledger =
                switch (audit.state()) {
                    case ChannelState.Idle ignored -> throw new AssertionError("idle");
                    case ChannelState.Running running -> running.ledger();
                    case ChannelState.Stopping stopping -> stopping.at().ledger();
                    case ChannelState.Held held -> held.at().ledger();
                    case ChannelState.Ended ended -> ended.ledger();
                };
        return ledger.test().netCoulombs();
    }

    /** Starts a run and lets its current flow for a moment in which nobody reads it. */
    private Path driven(Duration unread) {
        lab.run(Duration.ofSeconds(1));
        Path run = Path.of(lab.startOn("A1").path("folder").asText());
        lab.runUntil(Duration.ofSeconds(5), () -> lab.cell(1).amps() > 0);
        lab.lanes.clock().advance(unread);
        return run;
    }

    @Test
    void aStepThatIsStoppedBeforeItsFirstReadingHasTheChargeOfTheCounter() throws IOException {
        lab.cell(1).counting();
        Path run = driven(Duration.ofMillis(70));
        assertThat(lab.ask("hold", "A1").path("settled").asBoolean()).isTrue();
        RunAudit audit = audit(run);
        assertThat(lab.cell(1).coulombs()).isGreaterThan(0.03);
        assertThat(net(audit)).isCloseTo(lab.cell(1).coulombs(), within(1e-9));
        assertThat(audit.ok()).as(audit.toString()).isTrue();
    }

    @Test
    void withoutACounterNobodyKnows() throws IOException {
        Path run = driven(Duration.ofMillis(70));
        assertThat(lab.ask("hold", "A1").path("settled").asBoolean()).isTrue();
        RunAudit audit = audit(run);
        assertThat(net(audit)).isZero();
        assertThat(audit.ok()).isTrue();
    }

    @Test
    void aStepThatIsStoppedInItsMiddleHasTheChargeOfTheCounter() throws IOException {
        lab.cell(1).counting();
        Path run = driven(Duration.ZERO);
        lab.run(Duration.ofMillis(1230));
        lab.ask("hold", "A1");
        RunAudit audit = audit(run);
        assertThat(net(audit)).isCloseTo(lab.cell(1).coulombs(), within(1e-9)).isGreaterThan(1.2 * AMPS);
        assertThat(audit.ok()).as(audit.toString()).isTrue();
    }

    @Test
    void aCurrentThatSomebodySwitchesOnForAMomentAtRestIsCounted() throws IOException {
        lab.cell(1).counting();
        Path run = driven(Duration.ZERO);
        lab.run(Duration.ofSeconds(1));
        lab.ask("hold", "A1");
        lab.cell(1).force(AMPS);
        lab.lanes.clock().advance(Duration.ofMillis(50));
        lab.cell(1).force(0);
        lab.run(Duration.ofSeconds(1));
        assertThat(lab.phase(0)).as("nobody saw it flow").isEqualTo(Phase.HELD);
        RunAudit audit = audit(run);
        assertThat(net(audit)).isCloseTo(lab.cell(1).coulombs(), within(1e-9));
        assertThat(audit.ok()).as(audit.toString()).isTrue();
    }

    @Test
    void aCounterThatBeganAnewWhileTheInstrumentWasGoneCountsForNothing() throws IOException {
        lab.cell(1).counting();
        Path run = driven(Duration.ZERO);
        lab.run(Duration.ofSeconds(4));
        WiredCell cell = lab.cell(1);
        lab.unplug(1);
        lab.run(Duration.ofSeconds(1));
        cell.force(0);
        lab.plug(1, cell.counting());
        lab.runUntil(Duration.ofSeconds(10), () -> lab.phase(0) == Phase.HELD);
        RunAudit audit = audit(run);
        assertThat(net(audit)).isBetween(3.9 * AMPS, 5 * AMPS);
        assertThat(audit.ok()).as(audit.toString()).isTrue();
    }
}
