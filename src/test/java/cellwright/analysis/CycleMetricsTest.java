package cellwright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.CycleFigures;
import cellwright.engine.Tally;
import cellwright.protocol.program.Scale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class CycleMetricsTest {
    private static final double TINY = 1e-12;
    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** 1 mAh in at 3.6 V, 0.9 mAh out at 3.4 V, on 5 mg and 0.5 cm2, in two hours. */
    private final CycleMetrics usual = CycleMetrics.of(
            new CycleFigures(3, 1_000_000_000L, 7_201_000_000_000L, new Tally(3.6, 3.24, 12.96, 11.016), 0.95),
            new Scale(OptionalDouble.of(5e-6), OptionalDouble.of(0.5e-4), NONE));

    @Test
    void capacitiesInAmpereHours() {
        assertThat(usual.cycle()).isEqualTo(3);
        assertThat(usual.chargeAh()).isCloseTo(1e-3, within(TINY));
        assertThat(usual.dischargeAh()).isCloseTo(0.9e-3, within(TINY));
    }

    @Test
    void capacitiesPerMassAndArea() {
        assertThat(usual.chargeMahPerGram().getAsDouble()).isCloseTo(200, within(1e-9));
        assertThat(usual.dischargeMahPerGram().getAsDouble()).isCloseTo(180, within(1e-9));
        assertThat(usual.chargeMahPerSquareCm().getAsDouble()).isCloseTo(2, within(TINY));
        assertThat(usual.dischargeMahPerSquareCm().getAsDouble()).isCloseTo(1.8, within(TINY));
    }

    @Test
    void efficienciesAndMeanVoltages() {
        assertThat(usual.coulombicEfficiency()).isCloseTo(0.9, within(TINY));
        assertThat(usual.energyEfficiency()).isCloseTo(0.85, within(TINY));
        assertThat(usual.chargeWh()).isCloseTo(3.6e-3, within(TINY));
        assertThat(usual.dischargeWh()).isCloseTo(3.06e-3, within(TINY));
        assertThat(usual.meanChargeVolts()).isCloseTo(3.6, within(TINY));
        assertThat(usual.meanDischargeVolts()).isCloseTo(3.4, within(TINY));
        assertThat(usual.retention()).isEqualTo(0.95);
        assertThat(usual.durationSeconds()).isCloseTo(7200, within(1e-9));
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        CycleMetrics bare =
                CycleMetrics.of(new CycleFigures(1, 0, 0, Tally.ZERO, Double.NaN), new Scale(NONE, NONE, NONE));
        assertThat(bare.chargeMahPerGram()).isEmpty();
        assertThat(bare.dischargeMahPerGram()).isEmpty();
        assertThat(bare.chargeMahPerSquareCm()).isEmpty();
        assertThat(bare.dischargeMahPerSquareCm()).isEmpty();
        assertThat(bare.coulombicEfficiency()).isNaN();
        assertThat(bare.energyEfficiency()).isNaN();
        assertThat(bare.meanChargeVolts()).isNaN();
        assertThat(bare.meanDischargeVolts()).isNaN();
        assertThat(bare.retention()).isNaN();
        assertThat(bare.durationSeconds()).isZero();
    }

    @Test
    void aCycleThatOnlyDischargesHasNoEfficiency() {
        CycleMetrics discharge = CycleMetrics.of(
                new CycleFigures(1, 0, 0, new Tally(0, 3.6, 0, 7.2), Double.NaN), new Scale(NONE, NONE, NONE));
        assertThat(discharge.coulombicEfficiency()).isNaN();
        assertThat(discharge.meanDischargeVolts()).isCloseTo(2, within(TINY));
        assertThat(discharge.dischargeAh()).isCloseTo(1e-3, within(TINY));
    }
}
