package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GenTest {
    private static <T> Stream<T> drawn(Gen<T> gen) {
        var random = new SplittableRandom(1);
        return Stream.generate(() -> gen.draw(random.split()).value()).limit(2000);
    }

    @Test
    void rangesIncludeTheirEndsAndZero() {
        assertThat(drawn(Numbers.ints(-3, 1_000_000))).contains(-3, 0, 1_000_000);
        assertThat(drawn(Numbers.longs(Long.MIN_VALUE, Long.MAX_VALUE))).contains(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
        assertThat(drawn(Numbers.longs(5, Long.MAX_VALUE))).allMatch(value -> value >= 5);
        assertThat(drawn(Numbers.doubles(2, 3)))
                .contains(2.0, 3.0)
                .allMatch(value -> value >= 2 && value <= 3)
                .anyMatch(value -> value > 2.4 && value < 2.6);
    }

    @Test
    void wholeDoubleRangeStaysFinite() {
        assertThat(drawn(Numbers.doubles(-Double.MAX_VALUE, Double.MAX_VALUE))).allMatch(Double::isFinite);
    }

    @Test
    void shrunkNumbersStayInTheirRange() {
        Property.forAll(Numbers.ints(-50, 50)
                        .flatMap(low -> Numbers.doubles(low, low + 7.5).map(value -> new double[] {low, value})))
                .check(500, pair -> assertThat(pair[1]).isBetween(pair[0], pair[0] + 7.5));
        var random = new SplittableRandom(3);
        Drawn<Double> drawn = Numbers.doubles(4.2, 9).draw(random);
        assertThat(drawn.simpler().get().map(Drawn::value)).allMatch(value -> value >= 4.2 && value < drawn.value());
    }

    @Test
    void nastyValuesComeUp() {
        assertThat(drawn(Numbers.nastyDoubles())).contains(Double.NaN, Double.NEGATIVE_INFINITY, -0.0);
        assertThat(drawn(Texts.nasty(5)))
                .anyMatch(text -> text.contains("\ud800"))
                .contains("");
        assertThat(drawn(Texts.bytes(0, 3)))
                .anyMatch(bytes -> bytes.length == 3)
                .allMatch(bytes -> bytes.length <= 3);
    }

    @Test
    void asciiIsPrintable() {
        assertThat(drawn(Texts.ascii(20)).flatMapToInt(String::chars).boxed().distinct())
                .hasSize('~' - ' ' + 1)
                .allMatch(character -> character >= ' ' && character <= '~');
    }

    @Test
    void choicesAllComeUp() {
        assertThat(drawn(Gen.anyOf("a", "b", "c")).distinct()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(drawn(Gen.<Number>oneOf(Numbers.ints(1, 1), Numbers.doubles(0.5, 0.5)))
                        .distinct())
                .containsExactlyInAnyOrder(1, 0.5);
    }

    @Test
    void impossibleFilterGivesUp() {
        Gen<Integer> none = Numbers.ints(0, 10).where(value -> value > 10);
        assertThatIllegalStateException().isThrownBy(() -> none.draw(new SplittableRandom(1)));
    }
}
