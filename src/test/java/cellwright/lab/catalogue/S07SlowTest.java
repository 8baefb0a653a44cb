package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S7: answers that come late or byte by byte; the deadline is one for the whole exchange. */
class S07SlowTest {
    /** Lost, noticed at the end of the exchange and of its one repetition that were under way. */
    private static final Duration SAFE = Rigs.LOST.plus(Rigs.COMMAND.multipliedBy(4));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whateverTheDelayTheRunGoesOnOrTheCellComesToRest() {
        Property.forAll(Numbers.ints(0, 60_000)).checkWhole(12, millis -> {
            try (EmulatedRig rig = Rigs.one(Files.createTempDirectory(folder, "delay"))) {
                Rigs.charge(rig, 1);
                rig.cable("pstat-1").delay(Duration.ofMillis(millis));
                if (millis > Rigs.LOST.toMillis() + 2 * Rigs.COMMAND.toMillis()) {
                    Duration noticed = rig.runUntil(SAFE, () -> rig.phase(0) == Phase.STOPPING);
                    assertThat(noticed).isGreaterThanOrEqualTo(Rigs.LOST.minus(Rigs.PERIOD));
                }
                rig.run(Duration.ofSeconds(70));
                rig.cable("pstat-1").mend();
                rig.run(Duration.ofSeconds(70));
                assertThat(rig.truth().amps() == 0).isEqualTo(rig.phase(0) != Phase.RUNNING);
                assertThat(rig.phase(0)).isIn(Phase.RUNNING, Phase.HELD);
            }
        });
    }

    /** At 100 bytes a second every reading comes whole, and each one later than the one before. */
    @ParameterizedTest
    @ValueSource(longs = {1, 10, 100})
    void aDripDoesNotStretchTheDeadline(long bytesPerSecond) throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1);
            rig.cable("pstat-1").drip(Duration.ofNanos(1_000_000_000L / bytesPerSecond));
            rig.runUntil(SAFE, () -> rig.phase(0) == Phase.STOPPING);
            rig.run(Duration.ofSeconds(30));
            assertThat(rig.alarms()).anyMatch(alarm -> alarm.startsWith("CRITICAL OFF UNVERIFIED"));
            rig.cable("pstat-1").mend();
            rig.runUntil(Duration.ofMinutes(3), () -> rig.isHeld(0));
            assertThat(rig.truth().amps()).isZero();
        }
    }
}
