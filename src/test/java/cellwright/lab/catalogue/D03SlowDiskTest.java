package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.world.real.Scribe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D3: a disk that takes 300 ms to 30 s to say that it has written keeps no reading and no limit waiting; what would drive a cell
 * waits for it. People are told, and a disk that says nothing for a minute brings every cell to rest.
 */
class D03SlowDiskTest {
    private static final Duration AT_ONCE = Duration.ofMillis(500);
    private static final String TWO_STEPS = """
            protocol: charge and discharge
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, silence: 10 s }
            steps:
              - { charge: 1C, until: time >= 5 s, at most: 10 s }
              - { discharge: 1C, until: time >= 2 h, at most: 3 h }
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {300, 3_000, 29_000})
    void aLimitIsAnsweredAsEverHoweverLongTheDiskTakes(long millis) throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1);
            long readings = rig.instrument("driver-1").path("readings").asLong();
            rig.disk.stick();
            rig.run(Duration.ofMillis(millis));
            assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
            assertThat(rig.instrument("driver-1").path("readings").asLong() - readings)
                    .isGreaterThan(9 * millis / 1000 - 2);
            rig.trick("pstat-1 open-lead on");
            rig.runUntil(AT_ONCE, () -> rig.truth().amps() == 0);
            rig.trick("pstat-1 open-lead off");
            rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
            rig.disk.free();
            rig.run(Duration.ofSeconds(1));
            assertThat(rig.events(0, Event.Measured.class))
                    .as("everything that was read is on the disk")
                    .hasSizeGreaterThan((int) (9 * millis / 1000));
            assertThat(rig.alarms()).noneMatch(alarm -> alarm.contains("the disk of the journal"));
        }
    }

    @Test
    void aStepThatWouldDriveTheCellWaitsUntilItIsWritten() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1, TWO_STEPS);
            rig.disk.stick();
            rig.run(Duration.ofSeconds(10));
            assertThat(rig.truth().amps())
                    .as("the second step is on its way, and the first is still in force")
                    .isPositive();
            rig.disk.free();
            rig.runUntil(AT_ONCE, () -> rig.truth().amps() < 0);
            assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
        }
    }

    @Test
    void aCellThatIsMadeSafeIsNotDrivenByWhatWaitedBefore() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1, TWO_STEPS);
            rig.disk.stick();
            rig.run(Duration.ofSeconds(10));
            rig.trick("pstat-1 open-lead on");
            rig.runUntil(AT_ONCE, () -> rig.truth().amps() == 0);
            rig.trick("pstat-1 open-lead off");
            rig.disk.free();
            rig.run(Duration.ofSeconds(5));
            assertThat(rig.truth().amps()).isZero();
            assertThat(rig.isHeld(0)).isTrue();
        }
    }

    @Test
    void aRunThatBeginsDrivesNothingBeforeItIsWritten() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            rig.disk.stick();
            rig.start("E1", TWO_STEPS, Rigs.bareCell(folder));
            rig.run(Duration.ofSeconds(1));
            assertThat(rig.truth().amps()).isZero();
            rig.disk.free();
            rig.runUntil(AT_ONCE, () -> rig.truth().amps() > 0);
        }
    }

    @Test
    void aDiskThatSaysNothingForAMinuteIsToldInTimeAndBringsEveryCellToRest() throws IOException {
        try (EmulatedRig rig = Rigs.two(folder)) {
            Rigs.charge(rig, 1);
            Rigs.charge(rig, 2);
            rig.disk.stick();
            rig.run(Scribe.ALARM.plusSeconds(1));
            assertThat(rig.told())
                    .anyMatch(told -> told.report() instanceof Effect.Noted noted
                            && noted.text().contains("the disk of the journal has taken nothing for 30 s"));
            assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
            rig.runUntil(
                    Scribe.PATIENCE,
                    () -> rig.truth(0).amps() == 0 && rig.truth(1).amps() == 0);
            rig.disk.free();
            rig.run(Duration.ofSeconds(2));
            rig.ask("resume", "E1");
            rig.run(Duration.ofSeconds(2));
            assertThat(rig.truth(0).amps()).isZero();
            assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("has taken nothing for 60 s"));
        }
    }
}
