package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A blocking cell on the rig. */
class BlockingRigTest {
    private final VirtualRig rig = Bench.electrolyte("blocking");

    @Test
    void aHeldVoltageLeavesTheElectronicCurrent() throws Exception {
        rig.apply(new Control.Voltage(1, 0.05), Bench.WIDE);
        Reading reading = rig.read();
        while (rig.nowNanos() < 2 * Bench.HOUR) {
            reading = rig.advance(2 * Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isCloseTo(1, within(1e-9));
        assertThat(reading.value(Signal.CURRENT)).isCloseTo(2.87e-9, within(0.02e-9));
    }

    @Test
    void aCurrentLimitIsReachedAndLeftAgain() throws Exception {
        rig.apply(new Control.Voltage(1, 1e-6), Bench.WIDE);
        assertThat(rig.advance(1_000).value(Signal.CURRENT)).isCloseTo(1e-6, within(1e-15));
        rig.watch(List.of(new Watch.Below(Signal.CURRENT, 1e-8, true)));
        Reading reading = rig.read();
        while (Math.abs(reading.value(Signal.CURRENT)) > 1e-8) {
            reading = rig.advance(Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isCloseTo(1, within(1e-5));
        assertThat(reading.value(Signal.CURRENT)).isCloseTo(1e-8, within(1e-12));
    }
}
