package cellwright.analysis.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.Estimate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two plots of one series, and how sure they are. */
class ArrheniusTest {
    private static final double[] KELVIN =
            IntStream.rangeClosed(0, 6).mapToDouble(i -> 303.15 + 5 * i).toArray();

    /** 2.0 mS/cm at 25 °C, 0.330 eV by sigma T. */
    private static double[] series(double noise, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        double prefactor = 0.2 * 298.15 * Math.exp(0.330 / (Arrhenius.BOLTZMANN_EV * 298.15));
        return IntStream.range(0, KELVIN.length)
                .mapToDouble(i -> prefactor
                        / KELVIN[i]
                        * Math.exp(-0.330 / (Arrhenius.BOLTZMANN_EV * KELVIN[i]))
                        * (1 + noise * dice.nextGaussian()))
                .toArray();
    }

    @Test
    void theTwoPlotsDifferByKT() {
        Arrhenius sigmaT = Arrhenius.fit(Arrhenius.Law.SIGMA_T, KELVIN, series(0, 1));
        Arrhenius sigma = Arrhenius.fit(Arrhenius.Law.SIGMA, KELVIN, series(0, 1));
        assertThat(sigmaT.electronVolts().value()).isCloseTo(0.330, within(1e-9));
        assertThat(sigma.electronVolts().value()).isCloseTo(0.302, within(0.001));
        assertThat(sigmaT.siemensPerMetre(Arrhenius.ROOM_KELVIN).value()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        int energy = 0;
        int room = 0;
        for (long seed = 0; seed < 400; seed++) {
            Arrhenius fit = Arrhenius.fit(Arrhenius.Law.SIGMA_T, KELVIN, series(0.01, seed));
            energy += holds(fit.electronVolts(), 0.330) ? 1 : 0;
            room += holds(fit.siemensPerMetre(Arrhenius.ROOM_KELVIN), 0.2) ? 1 : 0;
        }
        assertThat(energy).isBetween(365, 395);
        assertThat(room).isBetween(365, 395);
    }

    private static boolean holds(Estimate estimate, double truth) {
        return estimate.low95() <= truth && truth <= estimate.high95();
    }

    @Test
    void aPointThatIsPoorlyKnownCountsLittle() {
        double[] sigma = series(0, 1);
        sigma[3] *= 1.5;
        double[] known = {0.001, 0.001, 0.001, 0.5, 0.001, 0.001, 0.001};
        Arrhenius weighted = Arrhenius.fit(Arrhenius.Law.SIGMA_T, KELVIN, sigma, known);
        assertThat(weighted.electronVolts().value()).isCloseTo(0.330, within(1e-4));
        assertThat(weighted.electronVolts().standardUncertainty()).isBetween(1e-4, 2e-3);
        assertThat(weighted.logarithmOfPrefactor().standardUncertainty()).isPositive();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Arrhenius.fit(Arrhenius.Law.SIGMA, new double[] {25, -5}, new double[] {1, 1}))
                .hasMessageContaining("kelvin");
        assertThatThrownBy(() -> Arrhenius.fit(Arrhenius.Law.SIGMA, new double[] {300, 310}, new double[] {1, 0}))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> Arrhenius.fit(Arrhenius.Law.SIGMA, new double[] {300, 300}, new double[] {1, 2}))
                .hasMessageContaining("same x");
        assertThatThrownBy(() -> Arrhenius.fit(Arrhenius.Law.SIGMA, KELVIN, series(0, 1), 0.1))
                .hasMessageContaining("differ in length");
    }
}
