package cellwright.analysis.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Breathing of a half-cycle and drift of many. */
class PressureTest {
    /** 1.2 mAh/cm² on 0.785 cm² that raise 250 MPa by 3.2 MPa. */
    private static final double COULOMBS = 1.2 * 0.785 * 3.6;

    private static double[] charge(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> COULOMBS * i / (count - 1.0))
                .toArray();
    }

    private static double[] pressure(double[] charge, double noise) {
        SplittableRandom dice = new SplittableRandom(9);
        return IntStream.range(0, charge.length)
                .mapToDouble(i -> 250e6 + 3.2e6 * charge[i] / COULOMBS + noise * dice.nextGaussian())
                .toArray();
    }

    @Test
    void theSlopeAndTheRiseAreFoundUnderNoise() {
        double[] charge = charge(2000);
        PressureBreath breath = PressureBreath.of(charge, pressure(charge, 50e3));
        double slope = 3.2 / (1.2 * 0.785);
        assertThat(breath.megapascalsPerMah().value())
                .isCloseTo(slope, within(4 * breath.megapascalsPerMah().standardUncertainty()));
        assertThat(breath.megapascalsPerMah().relativeUncertainty()).isLessThan(0.005);
        assertThat(breath.risePascals()).isCloseTo(3.2e6, within(0.1e6));
        assertThat(breath.riseCoulombs()).isCloseTo(COULOMBS, within(1e-9));
        assertThat(breath.leastPascals()).isLessThan(250.1e6);
        assertThat(breath.mostPascals()).isGreaterThan(253.1e6);
        assertThat(breath.meanPascals()).isCloseTo(251.6e6, within(1e4));
        assertThat(breath.rSquared()).isGreaterThan(0.99);
    }

    @Test
    void readingsThatAreNotNumbersAreLeftOut() {
        double[] charge = charge(50);
        double[] pressure = pressure(charge, 0);
        pressure[0] = Double.NaN;
        charge[49] = Double.NaN;
        PressureBreath breath = PressureBreath.of(charge, pressure);
        assertThat(breath.pascalsPerCoulomb().value()).isCloseTo(3.2e6 / COULOMBS, within(1.0));
    }

    @Test
    void theDriftIsWhatIsNotGivenBack() {
        PressureDrift drift = PressureDrift.of(
                new int[] {1, 2, 3, 5, 6}, new double[] {250e6, 249.9e6, Double.NaN, 249.6e6, 249.5e6});
        assertThat(drift.pascalsPerCycle().value()).isCloseTo(-0.1e6, within(1e-3));
        assertThat(drift.totalPascals()).isCloseTo(-0.5e6, within(1e-3));
        assertThat(drift.steps()).hasSize(3).allSatisfy(step -> assertThat(step).isCloseTo(-0.1e6, within(1e-3)));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> PressureBreath.of(new double[9], new double[9]))
                .hasMessageContaining("same x");
        assertThatThrownBy(() -> PressureBreath.of(new double[3], new double[3]))
                .hasMessageContaining("half-cycle");
        assertThatThrownBy(() -> PressureDrift.of(new int[] {2, 1}, new double[] {1, 1}))
                .hasMessageContaining("do not rise");
        assertThatThrownBy(() -> PressureDrift.of(new int[] {1}, new double[] {1}))
                .hasMessageContaining("cycles");
    }
}
