package cellwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTest {
    @Test
    void everyNumberReadsBackAsItself() {
        Property.forAll(Numbers.doubles(-1e12, 1e12)).check(2000, value -> {
            String text = Decimal.number(value);
            assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
            assertThat(text).matches("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "1, 1",
        "-3, -3",
        "0.1, 0.1",
        "1e14, 100000000000000",
        "1e15, 1.0E15",
        "1e-7, 1.0E-7"
    })
    void wholeNumbersHaveNoPoint(double value, String text) {
        assertThat(Decimal.number(value)).isEqualTo(text);
    }

    @Test
    void whatIsNoNumberIsEmpty() {
        assertThat(Decimal.number(Double.NaN)).isEmpty();
        assertThat(Decimal.number(Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(Decimal.number(Double.NEGATIVE_INFINITY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.000000001",
        "1000000000, 1",
        "1500000000, 1.5",
        "1000000001, 1.000000001",
        "-500000000, -0.5",
        "9223372036854775807, 9223372036.854775807"
    })
    void secondsAreExact(long nanos, String text) {
        assertThat(Decimal.seconds(nanos)).isEqualTo(text);
    }

    @Test
    void secondsReadBackAsTheirNanoseconds() {
        Property.forAll(Numbers.longs(Long.MIN_VALUE, Long.MAX_VALUE))
                .check(2000, nanos -> assertThat(new BigDecimal(Decimal.seconds(nanos)).movePointRight(9))
                        .isEqualByComparingTo(BigDecimal.valueOf(nanos)));
    }
}
