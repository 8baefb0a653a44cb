package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.cell.ParticleCell;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the counter counts has gone through the particle. */
class ChargeBalanceTest {
    private static final long HOUR = 3_600_000_000_000L;

    private final RigSettings settings = new RigSettings(new Settings(Map.of(
                    "cell", "A7",
                    "active_mass_kg", "4.885e-6",
                    "area_m2", "0.7854e-4",
                    "start_temperature_k", "298.15",
                    "start_pressure_pa", "250e6"))
            .withDefaults(RigSettings.DECLARED));
    private final Fixture fixture = settings.fixture(0);
    private final ParticleCell cell =
            new ParticleCell(settings.design(), settings.depth(), settings.startStoichiometry(), fixture, 2e-4, 0);
    private final VirtualRig rig = new VirtualRig("A7", settings.channel(), cell, fixture, 0);

    private double throughput;
    private double counted;

    private void run(Control control, double voltsMin, double voltsMax, long nanos) throws Exception {
        rig.apply(control, new Guard(voltsMin, voltsMax, 0.1, Long.MAX_VALUE));
        long end = rig.nowNanos() + nanos;
        while (rig.nowNanos() < end) {
            Reading reading = rig.advance(end);
            throughput += Math.abs(reading.value(Signal.CHARGE) - counted);
            counted = reading.value(Signal.CHARGE);
        }
    }

    @Test
    void overManyCyclesWithEveryKindOfControl() throws Exception {
        double before = cell.meanStoichiometry();
        for (int i = 0; i < 100; i++) {
            run(new Control.Current(2.64e-3), Bench.LOW, Bench.HIGH, HOUR);
            run(new Control.Voltage(3.6, 1e-3), Bench.LOW, Bench.HIGH, HOUR / 3);
            run(new Control.Current(-2.64e-3), Bench.LOW, Bench.HIGH, HOUR);
            run(new Control.Power(-1e-3), Bench.LOW, Bench.HIGH, HOUR / 5);
        }
        double moved = (before - cell.meanStoichiometry()) * cell.cathodeCoulombs();
        assertThat(throughput).isGreaterThan(200);
        assertThat(counted).isCloseTo(moved, within(1e-11 * throughput));
    }

    @Test
    void currentTimesTimeIsTheCharge() throws Exception {
        rig.apply(new Control.Current(1e-3), Bench.WIDE);
        double charge = 0;
        long since = 0;
        while (rig.nowNanos() < HOUR / 2) {
            Reading reading = rig.advance(HOUR / 2);
            charge += 1e-3 * ((reading.atNanos() - since) * 1e-9);
            since = reading.atNanos();
            assertThat(reading.value(Signal.CHARGE)).isCloseTo(charge, within(1e-14));
        }
        assertThat(charge).isCloseTo(1.8, within(1e-12));
    }
}
