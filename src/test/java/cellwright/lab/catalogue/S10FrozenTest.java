package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S10: a converter that has stopped. */
class S10FrozenTest {
    private static final Duration REST = Duration.ofSeconds(30);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aVoltageThatStopsMovingUnderCurrentBringsTheCellToRest() throws IOException {
        try (EmulatedRig rig = Rigs.one(folder)) {
            Rigs.charge(rig, 1);
            rig.run(Duration.ofSeconds(10));
            rig.trick("pstat-1 stuck-voltage on");
            rig.runUntil(REST, () -> rig.isHeld(0));
            assertThat(rig.truth().amps()).isZero();
            assertThat(rig.cause(0)).contains("voltage has no usable value");
        }
    }
}
