package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Second-cycle capacities of the other cathodes, against the values their parameters were tuned to. */
class MaterialTest {
    private static final double IN = 0.622;

    @Test
    void ncm622ToItsHighLimit() throws Exception {
        Bench bench = new Bench("cathode", "NCM622");
        double first = bench.cycle(0.2, 2.8 - IN, 4.6 - IN);
        assertThat(first).isCloseTo(194, within(4.0));
        assertThat(bench.cycle(0.2, 2.8 - IN, 4.6 - IN)).isCloseTo(194.0, within(1.0));
    }

    /** Rates on 137 mA/g, 1.25 mAh/cm2. */
    @ParameterizedTest
    @CsvSource({"0.1, 154.8", "0.2, 152.9", "0.5, 147.1", "1, 137.3", "2, 114.2", "3, 93.7"})
    void lcoAtEveryRate(double rate, double expected) throws Exception {
        Bench bench = new Bench(1.25 / 0.137, "cathode", "LCO");
        double onBench = rate * 137 / 180;
        bench.cycle(onBench, 2.8 - IN, 4.3 - IN);
        assertThat(bench.cycle(onBench, 2.8 - IN, 4.3 - IN)).isCloseTo(expected, within(0.01 * expected));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 145.9", "5, 126.9"})
    void theThinFilmCell(double rate, double expected) throws Exception {
        double kg = 0.013e-6;
        Bench bench = film();
        double capacity = 0;
        for (int i = 0; i < 2; i++) {
            double full = drive(bench, 147 * kg * rate, 5.1);
            double empty = drive(bench, -147 * kg * rate, 3.5);
            capacity = (full - empty) / 3600 / kg;
        }
        assertThat(capacity).isCloseTo(expected, within(1.0));
    }

    private static double drive(Bench bench, double amps, double until) throws Exception {
        bench.rig.apply(new Control.Current(amps), new Guard(0, 5.3, 1e-3, Long.MAX_VALUE));
        return bench.until(Signal.VOLTAGE, until, amps > 0).value(Signal.CHARGE);
    }

    /** 680 ohm of LiPON and 1070 ohm of leads and interfaces; pressure is nothing to a bonded film. */
    @Test
    void theThinFilmCellIsOhmicWhateverThePressure() throws Exception {
        for (String pascals : new String[] {"0", "250e6"}) {
            Bench bench = film("start_pressure_pa", pascals);
            drive(bench, 1e-6, 4.7);
            Reading loaded = bench.rig.read();
            bench.rig.makeSafe();
            double drop = loaded.value(Signal.VOLTAGE) - bench.rig.read().value(Signal.VOLTAGE);
            assertThat(drop / 1e-6).isBetween(1750.0, 1750.0 + 2600);
        }
    }

    private static Bench film(String... overrides) {
        String[] cell = {
            "cathode", "LNMO", "anode", "Li", "volts_range", "10", "area_m2", "4.9e-6", "active_mass_kg", "0.013e-6"
        };
        String[] all =
                Stream.concat(Arrays.stream(cell), Arrays.stream(overrides)).toArray(String[]::new);
        return new Bench(0.013 / 0.049, all);
    }

    /** Lithium creeps: the resistance of Li metal at 1, 25 and again 5 MPa is as 500 to 32 to 50 (Doux et al. 2020). */
    @Test
    void lithiumMetalNeedsPressureOnce() throws Exception {
        double fresh = overpotential("1e6", 1e6);
        double pressed = overpotential("1e6", 25e6);
        double released = overpotential("25e6", 5e6);
        assertThat(fresh / pressed).isCloseTo(15.4, within(0.5));
        assertThat(released / pressed).isCloseTo(1.57, within(0.05));
    }

    /** Ohmic share of a resistive lithium anode, in ohm, at a pressure reached from another. */
    private static double overpotential(String start, double pascals) throws Exception {
        double[] drops = new double[2];
        String[] ohmM2 = {"0", "1e-2"};
        for (int i = 0; i < 2; i++) {
            Bench bench = new Bench("anode", "Li", "anode_ohm_m2", ohmM2[i], "start_pressure_pa", start);
            bench.rig.setpoint(Signal.PRESSURE, pascals, Ramp.FASTEST);
            bench.rest(Bench.HOUR);
            bench.drive(1e-6);
            drops[i] = bench.rig.read().value(Signal.VOLTAGE);
        }
        return (drops[1] - drops[0]) / 1e-6;
    }
}
