package cellwright.lab.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {
    private static final Target NEAR = new Target.Near(86, 3);
    private static final Target BETWEEN = new Target.Between(80, 90);
    private static final Target LEAST = new Target.AtLeast(95);
    private static final Target MOST = new Target.AtMost(2);
    private static final Target BELOW = new Target.Below(80);

    @Test
    void eachIsMetWithinItsEndsAndNotBeyondThem() {
        assertThat(NEAR.met(83) && NEAR.met(89)).isTrue();
        assertThat(NEAR.met(82.999) || NEAR.met(89.001)).isFalse();
        assertThat(BETWEEN.met(80) && BETWEEN.met(90)).isTrue();
        assertThat(BETWEEN.met(79.999) || BETWEEN.met(90.001)).isFalse();
        assertThat(LEAST.met(95)).isTrue();
        assertThat(LEAST.met(94.999)).isFalse();
        assertThat(MOST.met(2) && MOST.met(-1)).isTrue();
        assertThat(MOST.met(2.001)).isFalse();
        assertThat(BELOW.met(79.999)).isTrue();
        assertThat(BELOW.met(80)).as("less is less").isFalse();
    }

    @Test
    void whatIsNoNumberMeetsNothing() {
        for (Target target : List.of(NEAR, BETWEEN, LEAST, MOST, BELOW)) {
            assertThat(target.met(Double.NaN)).as(target.words()).isFalse();
        }
    }

    @Test
    void wordsSayValueAndTolerance() {
        assertThat(List.of(NEAR, BETWEEN, LEAST, MOST, BELOW).stream().map(Target::words))
                .containsExactly("86 ± 3", "80 to 90", "≥ 95", "≤ 2", "< 80");
        assertThat(new Target.Near(4, 0).words()).isEqualTo("4");
    }

    @Test
    void valueAndToleranceAreKnownOrNot() {
        assertThat(NEAR.value()).isEqualTo(86);
        assertThat(NEAR.tolerance()).isEqualTo(3);
        assertThat(BETWEEN.value()).isEqualTo(85);
        assertThat(BETWEEN.tolerance()).isEqualTo(5);
        assertThat(LEAST.tolerance()).isNaN();
        assertThat(LEAST.high()).isInfinite();
        assertThat(BELOW.low()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({
        "86.0214,86.021", "192.4999,192.5", "100,100", "0.3,0.3", "-0.05,-0.05", "4.7e-10,4.7e-10", "2.53e-13,2.53e-13",
        "31200,31200", "12345678,1.2346e7", "0,0", "0.00123456,0.0012346", "0.000123456,1.2346e-4", "NaN,-",
                "Infinity,-"
    })
    void numbersHaveFiveDigits(double value, String words) {
        assertThat(Numbers.words(value)).isEqualTo(words);
    }
}
