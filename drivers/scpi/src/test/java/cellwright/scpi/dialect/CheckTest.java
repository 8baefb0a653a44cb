package cellwright.scpi.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes as a setting read back, what is wrong, and what answers another question. */
final class CheckTest {
    private static String judged(Check check, String answer) {
        return check.asked("?")
                .form()
                .apply(answer)
                .map(outcome -> switch (outcome) {
                    case Outcome.Right right -> "right";
                    case Outcome.Wrong wrong -> "wrong";
                })
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "HIMP, HIMP, right",
        "HIMP, HIMPEDANCE, right",
        "HIMP, himp, right",
        "HIMP, NORM, wrong",
        "PROT5, PROT5, right",
        "PROT5, PROT50, wrong",
        "HIMP, 1.0, none",
        "CURR, VOLT, wrong"
    })
    void words(String word, String answer, String verdict) {
        assertThat(judged(new Check.Word(word), answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"VOLT:DC\",\"CURR:DC\"|right",
                "\"CURR:DC\",\"VOLT:DC\",\"RES\"|right",
                "\"VOLT:DC\"|wrong",
                "1|none"
            })
    void lists(String answer, String verdict) {
        assertThat(judged(new Check.Holds(List.of("VOLT", "CURR")), answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"1, right", "0, wrong", "2, none", "ON, none", "1.0, none"})
    void flags(String answer, String verdict) {
        assertThat(judged(new Check.Flag(true), answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"4.3, right", "4.301, right", "4.31, wrong", "+4.300000E+00, right", "9.9E37, wrong", "HIMP, none"})
    void numbers(String answer, String verdict) {
        assertThat(judged(new Check.Near(4.3, 2e-3), answer)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"1E-3, right", "1E-2, right", "1E-4, wrong", "-1, wrong"})
    void ranges(String answer, String verdict) {
        assertThat(judged(new Check.Covers(1e-3), answer)).isEqualTo(verdict);
    }
}
