package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.cell.ParticleCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the counter counts has gone through the particles, or into the double layers in front of them. */
class ChargeBalanceTest {
    private static final long HOUR = 3_600_000_000_000L;

    private double throughput;
    private double counted;

    private void run(VirtualRig rig, Control control, long nanos) throws Exception {
        rig.apply(control, new Guard(Bench.LOW, Bench.HIGH, 0.1, Long.MAX_VALUE));
        long end = rig.nowNanos() + nanos;
        while (rig.nowNanos() < end) {
            Reading reading = rig.advance(end);
            throughput += Math.abs(reading.value(Signal.CHARGE) - counted);
            counted = reading.value(Signal.CHARGE);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, off, 100", "1, on, 30", "4, off, 10", "4, on, 3"})
    void overManyCyclesWithEveryKindOfControl(String nx, String layers, int cycles) throws Exception {
        Mounted mounted = Mounted.with("nx", nx, "double_layer", layers);
        VirtualRig rig = mounted.bench.rig;
        ParticleCell cell = mounted.cell;
        double before = cell.meanStoichiometry();
        for (int i = 0; i < cycles; i++) {
            run(rig, new Control.Current(2.64e-3), HOUR);
            run(rig, new Control.Voltage(3.6, 1e-3), HOUR / 3);
            run(rig, new Control.Current(-2.64e-3), HOUR);
            run(rig, new Control.Power(-1e-3), HOUR / 5);
        }
        double moved = (before - cell.meanStoichiometry()) * cell.cathodeCoulombs();
        assertThat(throughput).isGreaterThan(2 * cycles);
        assertThat(counted).isCloseTo(moved + cell.layerCoulombs(), within(1e-11 * throughput));
        assertThat(cell.layerCoulombs() != 0).isEqualTo(layers.equals("on"));
    }

    /** A thousand cycles at 3C: 3,030 C back and forth. */
    @Test
    void overALongLife() throws Exception {
        Mounted mounted = Mounted.with();
        ParticleCell cell = mounted.cell;
        double before = cell.meanStoichiometry();
        double passed = 0;
        for (int i = 0; i < 1000; i++) {
            passed += 2 * 3.6 * mounted.bench.activeKg * mounted.bench.cycle(3) * 1e3;
        }
        double moved = (before - cell.meanStoichiometry()) * cell.cathodeCoulombs();
        assertThat(passed).isCloseTo(3030, within(30.0));
        assertThat(mounted.bench.rig.read().value(Signal.CHARGE)).isCloseTo(moved, within(1e-12 * passed));
    }

    @Test
    void currentTimesTimeIsTheCharge() throws Exception {
        VirtualRig rig = new Bench().rig;
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
