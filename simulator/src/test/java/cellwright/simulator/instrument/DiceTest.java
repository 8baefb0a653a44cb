package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int MANY = 200_000;

    private final Dice dice = new Dice(7).of("a quantity");

    private static double mean(LongToDoubleFunction numbers) {
        return LongStream.range(0, MANY).mapToDouble(numbers).average().orElseThrow();
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        assertThat(mean(dice::normal)).isCloseTo(0, within(0.01));
        assertThat(mean(i -> Math.pow(dice.normal(i), 2))).isCloseTo(1, within(0.01));
        assertThat(mean(i -> Math.pow(dice.normal(i), 4))).isCloseTo(3, within(0.1));
        assertThat(mean(i -> dice.normal(i) * dice.normal(i + 1))).isCloseTo(0, within(0.01));
    }

    @Test
    void spreadNumbersFillTheirIntervalEvenly() {
        assertThat(LongStream.range(0, MANY).mapToDouble(dice::spread)).allMatch(number -> number >= -1 && number < 1);
        assertThat(mean(dice::spread)).isCloseTo(0, within(0.01));
        assertThat(mean(i -> Math.pow(dice.spread(i), 2))).isCloseTo(1.0 / 3, within(0.005));
        assertThat(mean(i -> dice.unit(i) < 0.25 ? 1 : 0)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void quantitiesAndPartsAreIndependent() {
        Dice other = new Dice(7).of("another quantity");
        Dice part = dice.of(1);
        assertThat(mean(i -> dice.normal(i) * other.normal(i))).isCloseTo(0, within(0.01));
        assertThat(mean(i -> dice.normal(i) * part.normal(i))).isCloseTo(0, within(0.01));
        assertThat(mean(i -> part.normal(i) * dice.of(2).normal(i))).isCloseTo(0, within(0.01));
        assertThat(dice.of(1)).isNotEqualTo(dice.of("1"));
    }

    @Test
    void neighbouringSeedsAreIndependent() {
        assertThat(mean(i -> new Dice(i).of("gain").spread(0)
                        * new Dice(i + 1).of("gain").spread(0)))
                .isCloseTo(0, within(0.01));
        assertThat(mean(i -> Math.pow(new Dice(i).of("gain").spread(0), 2))).isCloseTo(1.0 / 3, within(0.005));
    }

    @Test
    void aNumberDependsOnSeedQuantityAndIndexAlone() {
        Property.forAll(Numbers.longs(Long.MIN_VALUE, Long.MAX_VALUE)).check(200, index -> {
            double once = dice.normal(index);
            dice.normal(index + 1);
            assertThat(new Dice(7).of("a quantity").normal(index)).isEqualTo(once);
            assertThat(once).isFinite();
        });
    }
}
