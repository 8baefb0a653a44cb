package cellwright.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that make sense. */
final class CheckedTest {
    private static Settings of(String text) {
        return new Settings(Map.of("area", text));
    }

    @Test
    void numbersInsideTheirRangeAreTaken() {
        assertThat(Checked.number(of("1"), "area", 1, 9)).isEqualTo(1);
        assertThat(Checked.numberOrNone(of("9"), "area", 1, 9)).hasValue(9);
        assertThat(Checked.numberOrNone(of("none"), "area", 1, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.99", "9.01", "NaN", "much", "None", ""})
    void othersAreNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.numberOrNone(of(text), "area", 1, 9))
                .withMessageContaining("\"area\"");
    }

    @Test
    void wordsAreOneOfThose() {
        assertThat(Checked.word(of("on"), "area", "on", "off")).isEqualTo("on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.word(of("yes"), "area", "on", "off"))
                .withMessageContaining("on or off")
                .withMessageContaining("\"yes\"");
    }

    @Test
    void theFirstOfTwoWordsIsToldFromTheOther() {
        assertThat(Checked.first(of("on"), "area", "on", "off")).isTrue();
        assertThat(Checked.first(of("off"), "area", "on", "off")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checked.first(of("yes"), "area", "on", "off"))
                .withMessageContaining("on or off");
    }
}
