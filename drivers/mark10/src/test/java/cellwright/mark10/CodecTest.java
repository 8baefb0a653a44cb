package cellwright.mark10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.line.Verdict;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to forces, without a gauge. */
final class CodecTest {
    @ParameterizedTest
    @CsvSource({
        "-18.78 lbF, -83.53760, 2",
        "4.285 N, 4.285, 3",
        "0 N, 0, 0",
        "12.3 kN, 12300, 1",
        "250 mN, 0.25, 0",
        "1.000 kgF, 9.80665, 3",
        "16.00 ozF, 4.4482216, 2",
        "100 gF, 0.980665, 0",
        "'- 1.5 N', -1.5, 1"
    })
    void readingsOfTheManualsAreForces(String line, double newtons, int decimals) {
        Shown shown = Shown.of(line).orElseThrow();
        assertThat(shown.newtons()).isCloseTo(newtons, within(1e-4));
        assertThat(shown.decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N",
                "12,5 N",
                "12.5",
                "12.5 MN",
                "12.5 n",
                "12.5 lb",
                "1.2.5 N",
                "NaN N",
                "1e3 N",
                "12.5 N 3",
                "99999999 N",
                "OVER",
                "12. N",
                ".5 N"
            })
    void otherLinesAreNone(String line) {
        assertThat(Shown.of(line)).isEmpty();
    }

    @Test
    void everyForceComesBack() {
        Property.forAll(Numbers.doubles(-9999, 9999))
                .check(500, value -> assertThat(Shown.of(String.format(Locale.ROOT, "%.3f lbF", value))
                                .orElseThrow()
                                .newtons())
                        .isCloseTo(value * 4.4482216152605, within(0.00223)));
    }

    @Test
    void listTellsWhatIsSentUnasked() {
        assertThat(Setup.of("V1.00;LBF;CUR;FLTC8;FLTP1;AOUT00;AOFF5;FULL;MIT;POL;B0"))
                .contains(new Setup(0));
        assertThat(Setup.of("V1.00;N;CUR;AOUT50")).contains(new Setup(50));
        assertThat(Setup.of("V2.00;N;CUR;USBHO")).contains(new Setup(0));
        assertThat(Setup.of("12.5 N")).isEmpty();
    }

    @Test
    void errorsAreToldWithTheirMeaning() {
        assertThat(Questions.CURRENT.listener().on("*22"))
                .isEqualTo(new Verdict.Refusal<>("error *22, value too large"));
        assertThat(Questions.SERIAL.listener().on("*10"))
                .isEqualTo(new Verdict.Refusal<>("error *10, illegal command"));
    }

    @Test
    void aReadingIsNoIntroductionAndTheOtherWayRound() {
        assertThat(Questions.SERIAL.listener().on("12.5 N")).isInstanceOf(Verdict.Stray.class);
        assertThat(Questions.CURRENT.listener().on("SIM0010")).isInstanceOf(Verdict.Stray.class);
    }

    @Test
    void aReadingThatLostADigitBehindThePointIsNotTaken() {
        var question = Questions.currentLike(new Shown(12.55, 2, ForceUnit.NEWTON));
        assertThat(question.listener().on("12.5 N")).isInstanceOf(Verdict.Stray.class);
        assertThat(question.listener().on("12.51 N"))
                .isEqualTo(new Verdict.Answer<>(new Shown(12.51, 2, ForceUnit.NEWTON)));
        assertThat(question.listener().on("12.51 mN")).isInstanceOf(Verdict.Refusal.class);
    }
}
