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

/**
 * S14: the whole program stands still and goes on later, as when the system stops it: time jumps between two turns, whatever was
 * under way, and the instruments live through it.
 */
class S14PausedTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whateverWasUnderWayTheGapIsSeenAndTheCellComesToRest() {
        Property.forAll(Numbers.ints(0, 300)).checkWhole(12, millis -> {
            try (EmulatedRig rig = Rigs.one(Files.createTempDirectory(folder, "pause"))) {
                Rigs.charge(rig, 1);
                rig.run(Duration.ofMillis(millis));
                rig.lanes.clock().advance(PAUSE);
                assertThat(rig.truth().amps()).as("nobody has told it anything").isPositive();
                rig.runUntil(Rigs.LOST, () -> rig.phase(0) != Phase.RUNNING);
                assertThat(rig.cause(0)).containsPattern("nothing was heard of the cell for 10\\.[0-9]+ s");
                rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
                assertThat(rig.truth().amps()).isZero();
                assertThat(rig.alarms()).anyMatch(alarm -> alarm.startsWith("WARNING nothing was heard"));
            }
        });
    }

    /** The voltage would pass its limit half a minute after the program has stopped, and goes on to. */
    @Test
    void theInstrumentKeepsTheLimitsMeanwhile() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1, Rigs.CHARGE.replace("4.7 V", "4.05 V").replace("4.6 V", "4.05 V"));
            rig.lanes.clock().advance(Duration.ofMinutes(10));
            assertThat(rig.truth().amps()).as("by itself").isZero();
            assertThat(rig.truth().volts()).isLessThan(4.05 - Rigs.COUNTER_VOLTS);
            rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
            assertThat(rig.cause(0)).containsPattern("nothing was heard of the cell for 600\\.[0-9]+ s|by itself");
        }
    }
}
