package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import org.junit.jupiter.api.Test;

class ConverterTest {
    @Test
    void sixteenBitsOfFiveVoltsAreStepsOf153Microvolts() {
        assertThat(new Converter(16, 5).step()).isCloseTo(152.6e-6, within(0.1e-6));
        assertThat(new Converter(16, 10).step()).isCloseTo(305.2e-6, within(0.1e-6));
        assertThat(new Converter(18, 5).step()).isCloseTo(38.1e-6, within(0.1e-6));
    }

    @Test
    void aCodeIsTheNearestStep() {
        Converter converter = new Converter(16, 5);
        Property.forAll(Numbers.doubles(-5, 5)).check(500, volts -> {
            double code = converter.code(volts);
            assertThat(Math.abs(code - volts)).isLessThanOrEqualTo(converter.step() / 2 * (1 + 1e-9));
            assertThat(code / converter.step()).isCloseTo(Math.rint(code / converter.step()), within(1e-6));
            assertThat(converter.code(code)).isEqualTo(code);
            assertThat(converter.overloaded(volts)).isFalse();
        });
    }

    @Test
    void beyondItsEndItSaysSo() {
        Converter converter = new Converter(18, 1e-3);
        assertThat(converter.code(1e-2)).isCloseTo(1.02e-3, within(1e-12));
        assertThat(converter.code(-1e-2)).isCloseTo(-1.02e-3, within(1e-12));
        assertThat(converter.overloaded(1.03e-3)).isTrue();
        assertThat(converter.overloaded(-1.03e-3)).isTrue();
        assertThat(converter.overloaded(Double.NaN)).isTrue();
        assertThat(converter.overloaded(1e-3)).isFalse();
    }

    @Test
    void aPerfectOneTellsEverything() {
        Converter perfect = new Converter(0, 5);
        assertThat(perfect.step()).isZero();
        assertThat(perfect.code(123.456)).isEqualTo(123.456);
        assertThat(perfect.overloaded(123.456)).isFalse();
    }
}
