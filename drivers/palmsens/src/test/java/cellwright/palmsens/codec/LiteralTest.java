package cellwright.palmsens.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as scripts say them. */
final class LiteralTest {
    @ParameterizedTest
    @CsvSource({
        "3.65, 3650m",
        "250e-6, 250u",
        "0.01, 10m",
        "-0.02, -20m",
        "3600, 3600",
        "1e6, 1M",
        "58.5, 58500m",
        "0, 0",
        "-0.0, 0",
        "1.5e-9, 1500p",
        "12345678e-9, 12345678n",
        "134217727, 134217727",
        "1e-18, 1a",
        "1e26, 100000000E"
    })
    void whatFitsIsSaidExactly(double value, String text) {
        Literal said = Literal.nearest(value);
        assertThat(said.text()).isEqualTo(text);
        assertThat(said.value()).isEqualTo(value);
        assertThat(Literal.atMost(value)).isEqualTo(said);
        assertThat(Literal.atLeast(value)).isEqualTo(said);
    }

    @Test
    void whatDoesNotFitIsRoundedAsAsked() {
        assertThat(Literal.nearest(0.123456789012).text()).isEqualTo("123456789n");
        assertThat(Literal.nearest(0.2345678999).text()).isEqualTo("234568u");
        assertThat(Literal.atMost(0.2345678999).text()).isEqualTo("234567u");
        assertThat(Literal.atLeast(0.2345671).text()).isEqualTo("234568u");
        assertThat(Literal.atMost(-0.2345671).text()).isEqualTo("-234568u");
        assertThat(Literal.nearest(134217728).text()).isEqualTo("134218k");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e-19, 1.5e-18, Double.MIN_VALUE, 1e30, -1e30})
    void whatCannotBeSaidIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.nearest(value))
                .withMessageContaining("cannot be said");
    }

    @Test
    void roundingIsCloseAndKeepsItsSide() {
        Property.forAll(Numbers.doubles(-1, 1).with(Numbers.ints(-12, 20), List::of))
                .check(2000, drawn -> {
                    double value = drawn.get(0).doubleValue()
                            * Math.pow(10, drawn.get(1).intValue());
                    double room = Math.abs(value) * Literal.CLOSE;
                    if (Math.abs(value) > 1e-12 || value == 0) {
                        assertThat(Literal.nearest(value).value()).isCloseTo(value, within(room));
                        assertThat(Literal.atMost(value).value()).isBetween(value - room, value);
                        assertThat(Literal.atLeast(value).value()).isBetween(value, value + room);
                        assertThat(Math.abs(Literal.nearest(value).count())).isLessThanOrEqualTo(Literal.MOST);
                    }
                });
    }
}
