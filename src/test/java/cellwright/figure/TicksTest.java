package cellwright.figure;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TicksTest {
    private static List<String> labels(List<Ticks.Tick> ticks) {
        return ticks.stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void peopleCountInOnesTwosAndFives() {
        assertThat(labels(Ticks.linear(0, 1, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Ticks.linear(0, 3002, 4))).containsExactly("0", "1000", "2000", "3000");
        assertThat(labels(Ticks.linear(99.95, 100.005, 5))).containsExactly("99.96", "99.98", "100.00");
        assertThat(labels(Ticks.linear(-0.3, 0.3, 6)))
                .containsExactly("-0.3", "-0.2", "-0.1", "0.0", "0.1", "0.2", "0.3");
    }

    @Test
    void aLogarithmicAxisIsMarkedAtPowersOfTen() {
        assertThat(labels(Ticks.log(0.1, 1e6, 7)))
                .containsExactly("0.1", "1", "10", "100", "1000", "10⁴", "10⁵", "10⁶");
        assertThat(labels(Ticks.log(1e-10, 1e-7, 5))).containsExactly("10⁻¹⁰", "10⁻⁹", "10⁻⁸", "10⁻⁷");
        assertThat(labels(Ticks.log(1, 20, 5))).containsExactly("1", "2", "5", "10", "20");
        assertThat(labels(Ticks.log(1, 1e6, 3))).containsExactly("1", "", "100", "", "10⁴", "", "10⁶");
    }

    @Test
    void theShorterALogarithmicAxisIsTheMoreDigitsItHas() {
        assertThat(labels(Ticks.log(10, 400, 7))).containsExactly("10", "20", "50", "100", "200");
        assertThat(labels(Ticks.log(0.57, 2.5, 7))).containsExactly("0.6", "0.7", "0.8", "0.9", "1", "2");
        assertThat(labels(Ticks.log(10, 1000, 7))).containsExactly("10", "100", "1000");
    }

    @Test
    void theMarksAroundDataAreOutsideOfThem() {
        assertThat(Ticks.around(2.18, 3.68, 6)).containsExactly(2.0, 4.0);
        assertThat(Ticks.around(2, 4, 4)).as("data that end at marks").containsExactly(2.0, 4.0);
    }

    @Test
    void marksAreFewEvenlyApartAndWithinTheAxis() {
        Gen<double[]> ranges = Numbers.doubles(-1e6, 1e6)
                .with(Numbers.doubles(1e-6, 1e6), (low, span) -> new double[] {low, low + span});
        Property.forAll(ranges).check(300, range -> {
            List<Ticks.Tick> ticks = Ticks.linear(range[0], range[1], 6);
            assertThat(ticks.size()).isBetween(1, 7);
            assertThat(ticks).allSatisfy(tick -> assertThat(tick.value())
                    .isBetween(range[0] - 1e-6 * (range[1] - range[0]), range[1] + 1e-6 * (range[1] - range[0])));
            assertThat(labels(ticks)).doesNotHaveDuplicates();
        });
    }
}
