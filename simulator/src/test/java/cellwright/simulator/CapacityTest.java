package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Second-cycle capacities of the NCM85 cell that imitates Zhou et al. 2022, through the instrument. */
class CapacityTest {
    @ParameterizedTest
    @CsvSource({"0.1, 200.6", "0.2, 192.5", "0.5, 177.0", "1, 158.2", "2, 120.9", "3, 86.0"})
    void rateCapability(double rate, double expected) throws Exception {
        assertThat(new Bench().capacity(rate)).isCloseTo(expected, within(2.0));
    }

    /** The second cycle still feels the full core of a new cell; after six the discharge repeats. */
    @ParameterizedTest
    @CsvSource({"0.5, 176.9", "1, 158.2", "2, 120.9", "3, 86.0"})
    void settledRateCapability(double rate, double expected) throws Exception {
        Bench bench = new Bench();
        for (int i = 0; i < 5; i++) {
            bench.cycle(rate);
        }
        double sixth = bench.cycle(rate);
        assertThat(sixth).isCloseTo(expected, within(0.1));
        assertThat(bench.cycle(rate)).isCloseTo(sixth, within(1e-3));
    }

    /** The settled capacity at 3C against that of very fine steps, share of it. */
    @ParameterizedTest
    @CsvSource({"2e-4, 3e-4", "1e-3, 7e-4", "3e-3, 3e-3"})
    void tolerance(String tolerance, double share) throws Exception {
        double fine = settled("1e-5");
        assertThat(settled(tolerance)).isCloseTo(fine, within(share * fine));
    }

    private static double settled(String tolerance) throws Exception {
        Bench bench = new Bench("tolerance", tolerance);
        for (int i = 0; i < 6; i++) {
            bench.cycle(3);
        }
        return bench.cycle(3);
    }

    /** Double layers hold some microampere-hours. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 4"})
    void doubleLayersCostNoCapacity(double rate, String nx) throws Exception {
        Bench layered = new Bench("double_layer", "on", "nx", nx);
        double without = new Bench("nx", nx).capacity(rate);
        assertThat(layered.capacity(rate)).isCloseTo(without, within(5e-4 * without));
        assertThat(layered.steps()).isLessThan(2000);
    }

    @Test
    void highLoadingAtAnEighth() throws Exception {
        Bench bench = new Bench(21.59);
        assertThat(bench.capacity(1 / 8.0)).isCloseTo(195.2, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 186, 3", "1, 141, 3", "3, 57, 3"})
    void lowPressure(double rate, double expected, double tolerance) throws Exception {
        assertThat(new Bench("start_pressure_pa", "25e6").capacity(rate)).isCloseTo(expected, within(tolerance));
    }

    @Test
    void anotherAnodeShiftsTheVoltageAndNothingElse() throws Exception {
        Bench lithium = new Bench("anode", "Li");
        double indiumVolts = new Bench().rig.read().value(Signal.VOLTAGE);
        double lithiumVolts = lithium.rig.read().value(Signal.VOLTAGE);
        assertThat(lithiumVolts - indiumVolts).isCloseTo(0.622, within(1e-12));
        double capacity = lithium.cycle(0.2, Bench.LOW + 0.622, Bench.HIGH + 0.622);
        assertThat(capacity).isCloseTo(new Bench().cycle(0.2), within(1e-3));
    }

    @Test
    void secondCellOfTheSamePaper() throws Exception {
        assertThat(new Bench("diffusion_m2_per_s", "8.07e-15").capacity(2)).isCloseTo(155, within(3.0));
    }

    @Test
    void ninetyPercentActiveMaterial() throws Exception {
        Bench bench = new Bench("active_mass_fraction", "0.9", "contact_share", "0.458", "tortuosity2", "25");
        assertThat(bench.capacity(0.2)).isCloseTo(180, within(3.0));
    }
}
