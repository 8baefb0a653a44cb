package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.lithium.Bridge;
import cellwright.simulator.lithium.LithiumCell;
import cellwright.simulator.lithium.LithiumDesign;
import org.junit.jupiter.api.Test;

/** A lithium symmetric cell on the rig. */
class LithiumRigTest {
    @Test
    void aShortShowsAsAFallOfTheVoltage() throws Exception {
        RigSettings settings = new RigSettings(
                Bench.settings(6.22, "start_pressure_pa", "25e6").withDefaults(RigSettings.DECLARED));
        Fixture fixture = settings.fixture(0);
        LithiumCell cell = new LithiumCell(LithiumDesign.USUAL, fixture, 2e-4, 5, 0);
        VirtualRig rig = new VirtualRig("Li|Li", settings.channel(0), cell, fixture, 0);
        rig.apply(new Control.Current(0.1e-3 * 0.7854), Bench.WIDE);
        double before = rig.read().value(Signal.VOLTAGE);
        assertThat(before).isCloseTo(0.1e-3 * 65, within(1e-5));
        long steps = 0;
        while (cell.bridge() == Bridge.NONE) {
            rig.advance(100 * Bench.HOUR);
            steps++;
        }
        assertThat(rig.nowNanos() / (double) Bench.HOUR).isCloseTo(48, within(1e-6));
        assertThat(steps).isLessThan(100);
        Reading after = rig.advance(rig.nowNanos() + Bench.SECOND);
        assertThat(after.value(Signal.VOLTAGE)).isLessThan(0.5 * before);
        assertThat(after.value(Signal.CHARGE)).isCloseTo(48.0 * 3600 * 0.1e-3 * 0.7854, within(1e-3));
    }
}
