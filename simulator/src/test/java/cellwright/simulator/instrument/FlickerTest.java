package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlickerTest {
    private static final double PER_OCTAVE = 0.1;

    private static Flicker flicker(long seed) {
        return new Flicker(new Dice(seed).of("flicker"), PER_OCTAVE);
    }

    @Test
    void eachOctaveHasTheSamePower() {
        double square = IntStream.range(0, 4000)
                .mapToDouble(seed -> flicker(seed).at(1e5 + 0.37 * seed))
                .map(value -> value * value)
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(PER_OCTAVE * Math.sqrt(Flicker.OCTAVES), within(0.015));
    }

    /** The sign of 1/f: the difference of two neighbouring averages is as large over an hour as over seconds. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 16, 64, 256, 1024, 4096})
    void neighbouringAveragesDifferByTheSameOverAnyTime(double seconds) {
        double sum = 0;
        int count = 0;
        for (int seed = 0; seed < 200; seed++) {
            Flicker flicker = flicker(seed);
            for (int i = 1; i <= 10; i++) {
                double here = i * 5 * seconds;
                double first = (flicker.integral(here) - flicker.integral(here - seconds)) / seconds;
                double second = (flicker.integral(here + seconds) - flicker.integral(here)) / seconds;
                sum += (second - first) * (second - first);
                count++;
            }
        }
        double allan = Math.sqrt(sum / 2 / count);
        // 1/f noise of power h per octave has an Allan variance of 2 ln 2 times its density at 1 Hz, h / ln 2
        assertThat(allan).isCloseTo(PER_OCTAVE * Math.sqrt(2), within(0.02));
    }

    @Test
    void theIntegralIsThatOfTheValue() {
        Property.forAll(Numbers.doubles(0, 1e7)).check(300, seconds -> {
            Flicker flicker = flicker(3);
            double step = 1e-3;
            double sum = 0;
            for (int i = 0; i < 1000; i++) {
                sum += step * flicker.at(seconds + (i + 0.5) * step);
            }
            assertThat(flicker.integral(seconds + 1) - flicker.integral(seconds))
                    .isCloseTo(sum, within(1e-6));
        });
    }

    @Test
    void itDoesNotMatterWhatWasAskedBefore() {
        Flicker wandering = flicker(5);
        Property.forAll(Numbers.doubles(0, 1e6)).check(300, seconds -> {
            wandering.at(1e6 - seconds);
            assertThat(wandering.at(seconds)).isEqualTo(flicker(5).at(seconds));
            assertThat(wandering.integral(seconds)).isEqualTo(flicker(5).integral(seconds));
        });
    }

    @Test
    void noNoiseIsNoneAtAll() {
        Flicker none = new Flicker(new Dice(1), 0);
        assertThat(none.at(12.3)).isZero();
        assertThat(none.integral(1e6)).isZero();
    }
}
