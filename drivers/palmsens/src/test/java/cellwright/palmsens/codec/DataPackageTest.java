package cellwright.palmsens.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cellwright.instrument.Quality;
import cellwright.testkit.Damages;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages, character by character. */
final class DataPackageTest {
    private static List<Variable> variables(String line) {
        return ((Told.Sent) Told.of(line)).data().variables();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "7F85F3Fu,-0.499905",
                "4BA99F0p,-5.487976e-05",
                "48D503Dp,-5.7847747e-05",
                "8000800u,0.002048",
                "800000Am,0.01",
                "7FFFFF6m,-0.01",
                "DF5CB18n,0.099994392",
                "DF5DFF4u,99.999732",
                "896D904m,9885.956",
                "82DB1A8u,2.9946",
                "84E63DAn,0.00513737",
                "82AB973f,2.799987e-09",
                "8000000 ,0.0",
                "80F4240 ,1e6",
                "800000Bi,11"
            })
    void vectorsOfTheVendorAreReadToTheLastBit(String field, double value) {
        assertThat(variables("Pab" + field)).containsExactly(new Variable(VarType.AB, value, 0, Variable.NO_RANGE));
    }

    @Test
    void capturedLinesAreUnderstood() {
        assertThat(variables("Pda7F85F3Fu;ba4BA99F0p,10,288"))
                .containsExactly(
                        new Variable(VarType.DA, -0.499905, 0, Variable.NO_RANGE),
                        new Variable(VarType.BA, -5.487976e-05, 0, 0x88));
        assertThat(variables("PdcDF5DFF4u;cc896D904m,10,287;cd82DB1A8u,10,287"))
                .containsExactly(
                        new Variable(VarType.DC, 99.999732, 0, Variable.NO_RANGE),
                        new Variable(VarType.CC, 9885.956, 0, 0x87),
                        new Variable(VarType.CD, 2.9946, 0, 0x87));
        assertThat(variables("PebDF5E100n;db80F4240n,10,215;ab8371EB4u,10,206"))
                .extracting(Variable::value)
                .containsExactly(0.1, 1e-3, 3.612340);
    }

    @Test
    void statusBecomesQuality() {
        assertThat(variables("Pab8000001m,10;ab8000001m,11;ab8000001m,12;ab8000001m,14;ab8000001m,18;ab8000001m,1A"))
                .extracting(Variable::quality)
                .containsExactly(
                        Quality.GOOD,
                        Quality.UNCERTAIN,
                        Quality.OVERLOAD,
                        Quality.UNCERTAIN,
                        Quality.UNCERTAIN,
                        Quality.OVERLOAD);
    }

    @Test
    void whatTheInstrumentCannotTellIsBad() {
        Variable nan = variables("Pba     nan,10,215").getFirst();
        assertThat(nan.value()).isNaN();
        assertThat(nan.quality()).isEqualTo(Quality.BAD);
    }

    @Test
    void unknownRemarksArePassedOver() {
        assertThat(variables("Pba8000001m,4F03A,10,9x,215")).containsExactly(new Variable(VarType.BA, 0.001, 0, 0x15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "P;",
                "Pab",
                "Pab800000",
                "Pab8000000",
                "Pab8000000m;",
                "Pab8000000m;;ba8000000m",
                "Pab8000000m ba8000000m",
                "Pab8000000m,",
                "Pab8000000m,1",
                "Pab8000000m,1G",
                "Pab8000000m,100",
                "Pab8000000m,2F",
                "Pab80000g0m",
                "Pab8000000x",
                "Pab800000am",
                "PAB8000000m",
                "Pzz8000000m",
                "Pab    nan ",
                "Pab8000000m,10ba8000000m"
            })
    void damagedPackageIsUnreadable(String line) {
        assertThat(Told.of(line)).isInstanceOf(Told.Unreadable.class);
    }

    @Test
    void noDamageMakesTheDecoderStumble() {
        byte[] line = "PebDF5E100n;db80F4240n,10,215;ab8371EB4u,10,206".getBytes(StandardCharsets.US_ASCII);
        java.util.stream.Stream.of(
                        Damages.flippedBits(line),
                        Damages.cutShort(line),
                        Damages.lostBytes(line),
                        Damages.doubledBytes(line))
                .flatMap(damaged -> damaged)
                .forEach(damaged -> assertThatCode(() -> Told.of(new String(damaged, StandardCharsets.ISO_8859_1)))
                        .doesNotThrowAnyException());
        Property.forAll(Texts.ascii(80))
                .check(2000, text -> assertThatCode(() -> Told.of("P" + text)).doesNotThrowAnyException());
    }

    @Test
    void everyNumberComesBackAsTheNearestDouble() {
        Property.forAll(Numbers.longs(-(1L << 27), (1L << 27) - 1).with(Numbers.ints(0, 12), List::of))
                .check(1000, drawn -> {
                    long count = drawn.get(0).longValue();
                    Prefix prefix = Prefix.ASCENDING.get(drawn.get(1).intValue());
                    String field = "%07X%c".formatted(count + (1L << 27), prefix.letter());
                    assertThat(variables("Pab" + field).getFirst().value())
                            .isEqualTo(Double.parseDouble(count + "e" + prefix.exponent()));
                });
    }
}
