package cellwright.simulator.lithium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlickerTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "15, 0.779", "60, 0.368", "180, 0.050"})
    void correlation(double lag, double expected) {
        double sum = 0;
        int count = 0;
        for (long seed = 0; seed < 20; seed++) {
            Flicker flicker = new Flicker(seed, 60, 0.6);
            for (double t = 0; t < 200_000; t += 47) {
                sum += flicker.at(t) * flicker.at(t + lag);
                count++;
            }
        }
        assertThat(sum / count / 0.36).isCloseTo(expected, within(0.05));
    }

    @Test
    void valuesAreSpreadLikeABellCurve() {
        int beyondOne = 0;
        int beyondTwo = 0;
        Flicker flicker = new Flicker(7, 60, 1);
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            double size = Math.abs(flicker.at(60.0 * i));
            beyondOne += size > 1 ? 1 : 0;
            beyondTwo += size > 2 ? 1 : 0;
        }
        assertThat(beyondOne / (double) count).isCloseTo(0.317, within(0.02));
        assertThat(beyondTwo / (double) count).isCloseTo(0.0455, within(0.01));
    }

    @Test
    void seedsDiffer() {
        assertThat(new Flicker(1, 60, 1).at(0)).isNotEqualTo(new Flicker(2, 60, 1).at(0));
        assertThat(new Flicker(1, 60, 1).at(5)).isEqualTo(new Flicker(1, 60, 1).at(5));
    }

    @Test
    void waitsAreOneOnAverage() {
        double sum = 0;
        for (long i = 0; i < 100_000; i++) {
            sum += Draw.wait(3, i);
        }
        assertThat(sum / 100_000).isCloseTo(1, within(0.02));
    }
}
