package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stack pressure in a frame that does not give way. */
class BreathingTest {
    private static double megapascals(Bench bench) throws InstrumentException {
        return bench.rig.read().value(Signal.PRESSURE) / 1e6;
    }

    /** Passes so much charge per area into a cell that starts half charged, and tells the rise of the pressure, MPa. */
    private static double rise(double mAhPerCm2, String... settings) throws Exception {
        Bench bench = new Bench(60, settings);
        double before = megapascals(bench);
        bench.drive(mAhPerCm2 * Bench.AREA_M2 * 10 / 100);
        Reading reading = bench.rest(100 * Bench.HOUR);
        assertThat(reading.value(Signal.CHARGE)).isCloseTo(mAhPerCm2 * Bench.AREA_M2 * 36e3, within(1e-6));
        return reading.value(Signal.PRESSURE) / 1e6 - before;
    }

    @ParameterizedTest
    @CsvSource({
        "NCM85, gap, 1.2, 3.2",
        "NCM85, springs, 1.2, 0.07",
        "NCM85, gap, 4.14, 11.0",
        "NCM85, springs, 4.14, 0.25",
        "LCO, gap, 4.5, 16.3",
        "LCO, springs, 4.5, 0.37",
        "NCM85, servo, 4.14, 0"
    })
    void theStackGrowsOnCharging(String cathode, String fixture, double mAhPerCm2, double expected) throws Exception {
        double rise = rise(
                mAhPerCm2, "cathode", cathode, "fixture", fixture, "start_stoichiometry", "0.9", "creep_m_per_pa", "0");
        assertThat(rise).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void itIsLockedToTheChargeAndReversible() throws Exception {
        Bench bench = new Bench("fixture", "gap", "creep_m_per_pa", "0");
        bench.cycle(0.2);
        double emptied = megapascals(bench);
        double charge = bench.rig.read().value(Signal.CHARGE);
        bench.drive(bench.amps(0.2));
        Reading full = bench.until(Signal.VOLTAGE, Bench.HIGH, true);
        double perCoulomb = (full.value(Signal.PRESSURE) / 1e6 - emptied) / (full.value(Signal.CHARGE) - charge);
        bench.drive(-bench.amps(0.5));
        Reading empty = bench.until(Signal.VOLTAGE, Bench.LOW, false);
        assertThat(empty.value(Signal.PRESSURE) / 1e6 - emptied)
                .isCloseTo(perCoulomb * (empty.value(Signal.CHARGE) - charge), within(1e-6));
        assertThat(full.value(Signal.PRESSURE) / 1e6 - emptied).isCloseTo(3.2, within(0.3));
    }

    @Test
    void aFixedGapCreepsAndANewSetPointMakesUpForIt() throws Exception {
        Bench bench = new Bench("fixture", "gap");
        bench.rest(100 * Bench.HOUR);
        assertThat(megapascals(bench)).isCloseTo(250 / (1 + 88e6 * 4.5e-14 / Bench.AREA_M2), within(0.2));
        bench.rig.setpoint(Signal.PRESSURE, 250e6, Ramp.FASTEST);
        assertThat(megapascals(bench)).isLessThan(240);
        bench.rest(60 * Bench.SECOND);
        assertThat(megapascals(bench)).isCloseTo(250, within(0.5));
        Bench springs = new Bench("fixture", "springs");
        springs.rest(100 * Bench.HOUR);
        assertThat(megapascals(springs)).isCloseTo(250, within(0.5));
    }

    @Test
    void aChamberRampMovesIt() throws Exception {
        Bench bench = new Bench("fixture", "gap", "creep_m_per_pa", "0", "stack_expansion_m_per_k", "1e-7");
        bench.rig.setpoint(Signal.TEMPERATURE, 308.15, Ramp.FASTEST);
        bench.rest(24 * Bench.HOUR);
        assertThat(megapascals(bench)).isCloseTo(250 + 88e6 * 1e-7 * 10 / Bench.AREA_M2 / 1e6, within(1e-3));
    }

    @Test
    void aShrinkingStackComesLooseAndNotBelowNothing() throws Exception {
        Bench bench = new Bench(
                60, "fixture", "gap", "start_pressure_pa", "1e6", "creep_m_per_pa", "0", "start_stoichiometry", "0.6");
        bench.drive(-1e-5);
        assertThat(bench.rest(60 * Bench.HOUR).value(Signal.PRESSURE)).isZero();
    }
}
