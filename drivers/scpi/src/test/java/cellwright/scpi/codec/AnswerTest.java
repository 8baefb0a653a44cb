package cellwright.scpi.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Damages;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to answers. */
final class AnswerTest {
    @ParameterizedTest
    @CsvSource({"1.000000E-03, 1e-3", "+3.612340E+00, 3.61234", "-2, -2", ".5, 0.5", "3., 3", "+9.910000E+37, 9.91e37"})
    void numbersAreRead(String text, double value) {
        assertThat(Numeral.read(text)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+", "1,5", "1.0f", "1d", "0x10", "NaN", "Infinity", "1e", "1E+9999", "--1", "1 2", "٣", "."
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(Numeral.read(text)).isEmpty();
    }

    @Test
    void everyNumberComesBackToSevenDigits() {
        Property.forAll(Numbers.doubles(-210, 210)).check(1000, value -> {
            String said = Numeral.said(value);
            assertThat(said).matches("-?\\d\\.\\d{6}E[+-]\\d{2}");
            assertThat(Numeral.read(said).orElseThrow()).isCloseTo(value, within(5.1e-7 * Math.abs(value)));
        });
        assertThat(Numeral.said(-0.0)).isEqualTo("0.000000E+00");
        assertThatIllegalArgumentException().isThrownBy(() -> Numeral.said(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Numeral.said(Double.POSITIVE_INFINITY));
    }

    @Test
    void numbersThatStandForNoneAreKnown() {
        assertThat(Numeral.overflow(9.9e37)).isTrue();
        assertThat(Numeral.overflow(-9.9e37)).isTrue();
        assertThat(Numeral.overflow(9.91e37)).isFalse();
        assertThat(Numeral.none(9.91e37)).isTrue();
        assertThat(Numeral.none(9.9e37)).isFalse();
        assertThat(Numeral.none(210)).isFalse();
    }

    /** A reading that lost a byte, got one twice or broke off is none, but for a sign of the newer language. */
    @Test
    void hurtReadingIsNone() {
        byte[] reading = "+3.612340E+00,-1.000000E-03,+2.048400E+04".getBytes(ISO_8859_1);
        int measured = "+3.612340E+00,-1.000000E-03,".length();
        List<Double> whole = List.of(3.61234, -1e-3, 20484.0);
        assertThat(Numeral.reading(new String(reading, ISO_8859_1), 3, 2, true)).hasValue(whole);
        Stream.of(Damages.lostBytes(reading), Damages.doubledBytes(reading))
                .flatMap(damaged -> damaged.limit(measured))
                .map(damaged -> new String(damaged, ISO_8859_1))
                .forEach(damaged -> assertThat(Numeral.reading(damaged, 3, 2, true))
                        .as(damaged)
                        .isEmpty());
        Damages.cutShort(reading)
                .limit(measured)
                .map(damaged -> new String(damaged, ISO_8859_1))
                .forEach(damaged -> assertThat(Numeral.reading(damaged, 3, 2, true))
                        .as(damaged)
                        .isEmpty());
        assertThat(Numeral.reading("1.000000E-03, 3.612340E+00, 200, 8", 4, 2, false))
                .hasValue(List.of(1e-3, 3.61234, 200.0, 8.0));
        assertThat(Numeral.reading("1,000000E-03,3,612340E+00,200,8", 4, 2, false))
                .isEmpty();
    }

    @Test
    void troublesAreReadInTheWordsOfBothFamilies() {
        assertThat(Trouble.of("0,\"No error\"").orElseThrow().none()).isTrue();
        assertThat(Trouble.of("-113,\"Undefined header\"")).hasValue(new Trouble(-113, "Undefined header"));
        assertThat(Trouble.of("-113,\"Undefined header;1;2026/09/01 10:22:33.123\""))
                .hasValue(new Trouble(-113, "Undefined header"));
        assertThat(Trouble.of("+803,\"Not permitted with OUTPUT off\"")
                        .orElseThrow()
                        .told())
                .isEqualTo("803 \"Not permitted with OUTPUT off\"");
        assertThat(Trouble.of("1,2,3")).isEmpty();
        assertThat(Trouble.of("-113,Undefined header")).isEmpty();
    }

    @Test
    void introductionsAreRead() {
        assertThat(Badge.of("KEITHLEY INSTRUMENTS INC.,MODEL 2450,01234567,1.0.0i"))
                .hasValue(new Badge("KEITHLEY INSTRUMENTS INC.", "2450", "01234567", "1.0.0i"));
        assertThat(Badge.of("KEITHLEY INSTRUMENTS INC.,MODEL 2400,1234567,C30   Mar 17 2006 09:29:29/A02  /K/J"))
                .hasValue(new Badge(
                        "KEITHLEY INSTRUMENTS INC.", "2400", "1234567", "C30   Mar 17 2006 09:29:29/A02  /K/J"));
        assertThat(Badge.of("GWInstek,GSM-20H10,GEX123456,V1.05").orElseThrow().model())
                .isEqualTo("GSM-20H10");
        assertThat(Badge.of("1.0,2.0,3.0,4.0")).isEmpty();
        assertThat(Badge.of("KEITHLEY,MODEL 2450")).isEmpty();
    }

    /** An answer to one question is none to another, which is all that tells late answers from others. */
    @Test
    void answersAreToldApartByTheirForm() {
        String badge = "KEITHLEY INSTRUMENTS INC.,MODEL 2450,01234567,1.0.0i";
        List<String> answers = List.of(badge, "0,\"No error\"", "1", "2.000000E+01", "HIMP", "1.5E+00,2.5E+00");
        assertThat(answers)
                .filteredOn(Question.WHO.form().andThen(Optional::isPresent)::apply)
                .containsExactly(badge);
        assertThat(answers)
                .filteredOn(Question.TROUBLE.form().andThen(Optional::isPresent)::apply)
                .containsExactly("0,\"No error\"");
        assertThat(answers)
                .filteredOn(Question.flag("?").form().andThen(Optional::isPresent)::apply)
                .containsExactly("1");
        assertThat(answers)
                .filteredOn(Question.number("?").form().andThen(Optional::isPresent)::apply)
                .containsExactly("1", "2.000000E+01");
        assertThat(answers)
                .filteredOn(Question.word("?").form().andThen(Optional::isPresent)::apply)
                .containsExactly("HIMP");
        assertThat(Question.word("?").form().apply("\"VOLT:DC\",\"CURR:DC\"")).hasValue("VOLT:DC,CURR:DC");
    }

    @Test
    void anythingAtAllIsReadOrNone() {
        Property.forAll(Texts.nasty(60)).check(1000, text -> {
            assertThat(Trouble.of(text).map(Trouble::told)).isNotNull();
            assertThat(Badge.of(text)).isNotNull();
            assertThat(Numeral.list(text, 2)).isNotNull();
        });
    }
}
