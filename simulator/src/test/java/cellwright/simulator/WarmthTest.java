package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;

/** A cell with a temperature of its own. */
class WarmthTest {
    private static double kelvins(Bench bench) throws InstrumentException {
        return bench.rig.read().value(Signal.TEMPERATURE);
    }

    /** Behind a chamber whose lag is nothing, the cell follows by 245 J/K over 0.15 W/K: 27 minutes. */
    @Test
    void theCellLagsTheChamber() throws Exception {
        Bench bench = new Bench(
                "heat_capacity_j_per_k", "245", "chamber_time_constant_s", "0.01", "chamber_ramp_k_per_s", "1e3");
        bench.rig.setpoint(Signal.TEMPERATURE, 308.15, Ramp.FASTEST);
        bench.rest(1633 * Bench.SECOND);
        assertThat(kelvins(bench)).isCloseTo(308.15 - 10 / Math.E, within(0.02));
        bench.rest(24 * Bench.HOUR);
        assertThat(kelvins(bench)).isCloseTo(308.15, within(1e-3));
    }

    @Test
    void coarseStepsFollowARampAsFineOnesDo() throws Exception {
        Bench fine = new Bench("heat_capacity_j_per_k", "245");
        Bench coarse = new Bench("heat_capacity_j_per_k", "245");
        fine.rig.setpoint(Signal.TEMPERATURE, 323.15, Ramp.FASTEST);
        coarse.rig.setpoint(Signal.TEMPERATURE, 323.15, Ramp.FASTEST);
        for (int i = 0; i < 3600; i++) {
            fine.rest(Bench.SECOND);
        }
        coarse.rest(Bench.HOUR);
        assertThat(kelvins(coarse)).isCloseTo(kelvins(fine), within(0.05));
        assertThat(coarse.steps()).isLessThan(200);
    }

    @Test
    void aSteelCellWarmsItselfByMillikelvins() throws Exception {
        Bench bench = new Bench("heat_capacity_j_per_k", "245");
        bench.cycle(3);
        bench.cycle(3);
        assertThat(kelvins(bench) - 298.15).isBetween(1e-4, 5e-3);
    }

    /** In the steady state the loss is the overpotential times the current, and the entropy's share. */
    @Test
    void lossAndEntropyWarmAndCool() throws Exception {
        String[] light = {"heat_capacity_j_per_k", "0.01", "heat_loss_w_per_k", "1e-3", "entropy_v_per_k", "0"};
        double charging = warming(1e-3, light);
        double discharging = warming(-1e-3, light);
        assertThat(charging).isBetween(0.1, 0.6);
        assertThat(discharging).isBetween(0.1, 0.6);
        light[light.length - 1] = "1e-3";
        assertThat(warming(1e-3, light) - charging).isCloseTo(0.298, within(0.02));
        assertThat(warming(-1e-3, light) - discharging).isCloseTo(-0.298, within(0.02));
    }

    private static double warming(double amps, String... settings) throws Exception {
        Bench bench = new Bench(20, settings);
        bench.drive(2e-3);
        bench.rest(3 * Bench.HOUR);
        bench.rig.makeSafe();
        bench.rest(10 * Bench.HOUR);
        bench.drive(amps);
        return bench.rest(Bench.HOUR / 10).value(Signal.TEMPERATURE) - 298.15;
    }

    @Test
    void aCellTooHotIsNamed() throws Exception {
        Bench bench = new Bench("heat_capacity_j_per_k", "1e-4", "heat_loss_w_per_k", "1e-9");
        assertThatThrownBy(() -> {
                    bench.drive(5e-3);
                    bench.rest(Bench.HOUR);
                })
                .isInstanceOf(InstrumentException.class)
                .hasMessageContainingAll("left its model", " K, described from");
        bench.rig.makeSafe();
        assertThat(bench.rig.read().value(Signal.TEMPERATURE)).isFinite();
    }
}
