package cellwright.analysis;

import static cellwright.analysis.RateMark.RATE_CHANGED;
import static cellwright.analysis.RateMark.SAME;
import static cellwright.analysis.RateMark.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Efficiencies at a change of rate are marked and left out. */
class RateMarkTest {
    private static CycleCurrents at(int cycle, double charge, double discharge) {
        return new CycleCurrents(cycle, charge, discharge);
    }

    private static CycleMetrics metrics(int cycle, double efficiency) {
        OptionalDouble none = OptionalDouble.empty();
        return new CycleMetrics(cycle, 1, 1, none, none, none, none, efficiency, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void aThinFilmRunIsMarkedWhereTheRateChanges() {
        List<CycleCurrents> cycles = new ArrayList<>();
        List<CycleMetrics> figures = new ArrayList<>();
        for (int n = 1; n <= 535; n++) {
            boolean slow = n == 1 || n == 2 || n == 535;
            cycles.add(at(n, slow ? 0.19e-6 : 9.6e-6, slow ? 0.19e-6 : 9.6e-6));
            figures.add(metrics(n, n == 3 ? 0.918 : n == 535 ? 1.06 : 0.9975 + 1e-6 * n));
        }
        List<RateMark> marks = RateMark.of(cycles);
        assertThat(marks.get(0)).isEqualTo(UNKNOWN);
        assertThat(marks.get(2)).isEqualTo(RATE_CHANGED);
        assertThat(marks.get(534)).isEqualTo(RATE_CHANGED);
        assertThat(marks.stream().filter(mark -> mark == SAME).count()).isEqualTo(532);
        EfficiencyStatistics all = EfficiencyStatistics.of(figures, marks, 2, 535);
        assertThat(all.least()).isGreaterThan(0.997);
        assertThat(all.most()).isLessThan(1);
        assertThat(all.rateChanged()).containsExactly(3, 535);
        assertThat(all.used()).hasSize(532);
        assertThat(all.mean().value()).isCloseTo(0.99777, within(1e-4));
    }

    @Test
    void aChargeUnlikeTheDischargeBeforeItIsMarkedOnce() {
        assertThat(RateMark.of(List.of(at(1, 1, 1), at(2, 0.2, 1), at(3, 0.2, 1), at(4, 0.2, 1))))
                .containsExactly(UNKNOWN, RATE_CHANGED, SAME, SAME);
    }

    @Test
    void aDischargeThatEndsElsewhereIsMarked() {
        assertThat(RateMark.of(List.of(at(1, 0.2, 0.2), at(2, 0.2, 1), at(3, 0.2, 0.2), at(4, 0.2, 0.2))))
                .containsExactly(UNKNOWN, RATE_CHANGED, RATE_CHANGED, SAME);
    }

    @Test
    void aFewPercentAreTheInstrument() {
        assertThat(RateMark.of(List.of(at(1, 1, 1), at(2, 1.02, 0.99), at(3, Double.NaN, 1))))
                .containsExactly(UNKNOWN, SAME, UNKNOWN);
    }

    @Test
    void theTaperOfAConstantVoltageStepIsNotTheRate() {
        double[] seconds = new double[201];
        double[] amps = new double[201];
        for (int i = 0; i <= 200; i++) {
            seconds[i] = 10 * i;
            amps[i] = i < 80 ? 1e-3 : i < 110 ? 1e-3 * Math.exp(-(i - 80) / 8.0) : -2e-3;
        }
        amps[5] = Double.NaN;
        CycleCurrents currents = CycleCurrents.of(7, seconds, amps);
        assertThat(currents).isEqualTo(new CycleCurrents(7, 1e-3, 2e-3));
    }

    @Test
    void aCycleWithoutChargeHasNoCurrentOfCharge() {
        CycleCurrents currents = CycleCurrents.of(1, new double[] {0, 1, 2}, new double[] {0, -1, 0});
        assertThat(currents.chargeAmps()).isNaN();
        assertThat(currents.dischargeAmps()).isEqualTo(1);
        assertThatThrownBy(() -> CycleCurrents.of(1, new double[] {1, 0}, new double[] {1, 1}))
                .hasMessageContaining("time falls");
    }

    @Test
    void nothingToAverageIsRefused() {
        List<CycleMetrics> one = List.of(metrics(1, Double.NaN));
        assertThatThrownBy(() -> EfficiencyStatistics.of(one, List.of(SAME), 1, 1))
                .hasMessageContaining("cycles");
        assertThatThrownBy(() -> EfficiencyStatistics.of(one, List.of(), 1, 1)).hasMessageContaining("0 marks");
        assertThat(EfficiencyStatistics.of(List.of(metrics(1, 0.99)), List.of(SAME), 1, 1)
                        .mean()
                        .halfWidth95())
                .isNaN();
    }
}
