package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.cell.Layers;
import cellwright.simulator.cell.ParticleCell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several particles through the depth of the cathode, against the values of the reference model. */
class LadderTest {
    private static final double IN = 0.622;

    /** Second-cycle capacity, mAh/g, of a thick LCO cathode. */
    private static double thick(double mgPerCm2, double mAPerCm2, double low, double high, String... settings)
            throws Exception {
        Bench bench = new Bench(mgPerCm2, settings);
        double rate = mAPerCm2 * Bench.AREA_M2 * 10 / bench.amps(1);
        bench.cycle(rate, low - IN, high - IN);
        return bench.cycle(rate, low - IN, high - IN);
    }

    @ParameterizedTest
    @CsvSource({"5, 57.04", "8, 56.84", "10, 57.20", "14, 57.36", "16, 57.47"})
    void convergence(String nx, double expected) throws Exception {
        double reached = thick(52.46, 1.20, 2.6, 4.4, "cathode", "LCO", "tortuosity2", "39.2", "nx", nx);
        assertThat(reached).isCloseTo(expected, within(0.005 * expected));
    }

    @Test
    void thickCathodesLoseCapacityInTheirDepth() throws Exception {
        double warm = thick(
                52.46,
                1.20,
                2.6,
                4.3,
                "cathode",
                "LCO",
                "tortuosity2",
                "39.2",
                "nx",
                "10",
                "start_temperature_k",
                "323.15");
        assertThat(warm * 52.46e-3).isCloseTo(4.50, within(0.02 * 4.5));
        double less = thick(27, 1.24, 2.8, 4.3, "cathode", "LCO", "tortuosity2", "25.7", "nx", "10");
        assertThat(less).isCloseTo(112.0, within(0.02 * 112));
        assertThat(less * 27e-3).isCloseTo(3.02, within(0.02 * 3.02));
    }

    @Test
    void thinOnesHardly() throws Exception {
        assertThat(thick(21.59, 0.49, 2.8, 4.3, "nx", "8")).isCloseTo(194.7, within(1.0));
        assertThat(new Bench("nx", "5").capacity(3)).isCloseTo(85.4, within(0.5));
    }

    /** In a good conductor all particles do the same, which is what one particle does. */
    @Test
    void withoutResistanceInTheDepthItIsOneParticle() throws Exception {
        String[] dense = {"active_mass_fraction", "0.3", "porosity", "0", "tortuosity2", "1", "nx", "1"};
        Bench one = new Bench(1, dense);
        dense[dense.length - 1] = "6";
        Bench six = new Bench(1, dense);
        assertThat(six.cycle(1)).isCloseTo(one.cycle(1), within(0.02));
    }

    @Test
    void chargeIsBalancedUnderEveryControl() throws Exception {
        RigSettings settings = new RigSettings(new Settings(Map.of(
                        "cell",
                        "A7",
                        "nx",
                        "10",
                        "active_mass_kg",
                        "4.885e-6",
                        "area_m2",
                        "0.7854e-4",
                        "start_pressure_pa",
                        "250e6"))
                .withDefaults(RigSettings.DECLARED));
        Fixture fixture = settings.fixture(0);
        ParticleCell cell = settings.particleCell(fixture, 0);
        VirtualRig rig = new VirtualRig("A7", settings.channel(0), cell, fixture, 0);
        double before = cell.meanStoichiometry();
        double throughput = 0;
        List<Control> controls = List.of(
                new Control.Current(1e-3),
                new Control.Voltage(3.3, 1e-3),
                new Control.Current(-0.8e-3),
                new Control.Power(1e-3),
                new Control.Power(-1e-3));
        for (int i = 0; i < 10; i++) {
            for (Control control : controls) {
                rig.apply(control, Bench.WIDE);
                long end = rig.nowNanos() + Bench.HOUR / 6;
                double charge = rig.read().value(Signal.CHARGE);
                while (rig.nowNanos() < end) {
                    assertThat(rig.advance(end).samples()).allMatch(Sample::usable);
                }
                throughput += Math.abs(rig.read().value(Signal.CHARGE) - charge);
            }
        }
        double moved = (before - cell.meanStoichiometry()) * cell.cathodeCoulombs();
        assertThat(throughput).isGreaterThan(10);
        assertThat(rig.read().value(Signal.CHARGE)).isCloseTo(moved, within(1e-11 * throughput));
    }

    @Test
    void voltageAndPowerAreHeld() throws Exception {
        Bench bench = new Bench("nx", "10");
        bench.drive(bench.amps(1));
        bench.until(Signal.VOLTAGE, 3.5, true);
        bench.rig.apply(new Control.Voltage(3.5, 1e-2), Bench.WIDE);
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 50; i++) {
            Reading reading = bench.step(Bench.HOUR);
            assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(3.5);
            assertThat(reading.value(Signal.CURRENT)).isLessThanOrEqualTo(before);
            before = reading.value(Signal.CURRENT);
        }
        bench.rig.apply(new Control.Power(-2e-3), Bench.WIDE);
        for (int i = 0; i < 100; i++) {
            Reading reading = bench.step(60 * Bench.SECOND);
            assertThat(reading.value(Signal.VOLTAGE) * reading.value(Signal.CURRENT))
                    .isCloseTo(-2e-3, within(1e-10));
        }
    }

    /** Ions come to the separator's side of a thick cathode first. */
    @Test
    void theSeparatorSideWorksFirst() throws Exception {
        RigSettings settings = new RigSettings(new Settings(Map.of(
                        "cell",
                        "thick",
                        "cathode",
                        "LCO",
                        "tortuosity2",
                        "39.2",
                        "nx",
                        "8",
                        "active_mass_kg",
                        "41.2e-6",
                        "area_m2",
                        "0.7854e-4",
                        "start_pressure_pa",
                        "250e6"))
                .withDefaults(RigSettings.DECLARED));
        Fixture fixture = settings.fixture(0);
        ParticleCell cell = new ParticleCell(settings.design(), 8, 0.985, fixture, 2e-4, Layers.LEFT_OUT, 0);
        VirtualRig rig = new VirtualRig("thick", settings.channel(0), cell, fixture, 0);
        rig.apply(new Control.Current(1e-3), Bench.WIDE);
        while (rig.nowNanos() < 2 * Bench.HOUR) {
            rig.advance(2 * Bench.HOUR);
        }
        for (int node = 1; node < 8; node++) {
            assertThat(cell.meanStoichiometry(node)).isGreaterThan(cell.meanStoichiometry(node - 1));
        }
    }
}
