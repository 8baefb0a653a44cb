package cellwright.alicat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Quality;
import cellwright.line.Listener;
import cellwright.line.Verdict;
import cellwright.testkit.Damages;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to numbers, without a controller. */
final class CodecTest {
    private static final Questions QUESTIONS = new Questions("A");
    private static final List<String> TABLE = List.of(
            "A D00 ID_ NAME______________________ TYPE_______ WIDTH NOTES___________________",
            "A D01 700 Unit ID                    string          1",
            "A D02 006 Ga Press                   s decimal     7/2 010 02 PSIG",
            "A D03 003 Flow Temp                  s decimal     7/2 002 02 `C",
            "A D04 038 Ga Press Setpt             s decimal     7/2 010 02 PSIG",
            "A D05 703 Gas                        string          6",
            "A D06 701 *Error                     string          3 ADC",
            "A D07 702 *Status                    string          3 HLD");
    private static final Layout LAYOUT = layout(TABLE).orElseThrow();

    private static Optional<Layout> layout(List<String> rows) {
        Listener<Layout> listener = QUESTIONS.layout().listener();
        for (String row : rows) {
            if (!(listener.on(row) instanceof Verdict.Part<Layout> part)) {
                return Optional.empty();
            }
            listener = part.next();
        }
        return listener.whenQuiet();
    }

    private static Optional<Frame> frame(String line) {
        return QUESTIONS.poll(LAYOUT).listener().on(line) instanceof Verdict.Answer<Frame> answer
                ? Optional.of(answer.value())
                : Optional.empty();
    }

    @Test
    void tableTellsColumnsAndUnits() {
        assertThat(LAYOUT.steady()).extracting(Column::statistic).containsExactly(6, 3, 38, 703);
        assertThat(LAYOUT.column(6).orElseThrow().unit()).contains(PressureUnit.PSI);
        assertThat(LAYOUT.column(3).orElseThrow().unit()).isEmpty();
        assertThat(LAYOUT.column(38).orElseThrow().decimals()).isEqualTo(2);
    }

    @Test
    void aTableInWhichARowIsMissingIsNone() {
        for (int missing = 1; missing < TABLE.size() - 1; missing++) {
            List<String> rows = new ArrayList<>(TABLE);
            rows.remove(missing);
            assertThat(layout(rows)).as("row %d missing", missing).isEmpty();
        }
    }

    @Test
    void readingHasExactlyTheColumnsOfTheTable() {
        Frame frame = frame("A +078.95 +021.89 +078.88     N2").orElseThrow();
        assertThat(frame.number(6)).isEqualByComparingTo("78.95");
        assertThat(frame.number(38)).isEqualByComparingTo("78.88");
        assertThat(frame.quality()).isEqualTo(Quality.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A +078.95 +021.89 +078.88",
                "A +078.95 +021.89",
                "B +078.95 +021.89 +078.88 N2",
                "A +78.95 +021.89 +078.88 N2",
                "A +0078.9 +021.89 +078.88 N2",
                "A +078,95 +021.89 +078.88 N2",
                "A  078.95 +021.89 +078.88 N2",
                "A +078.95 +021.89 +078.88 N2 XYZ",
                "A +078.95 +021.89 +078.88 N2 HL",
                "A +0NAN.5 +021.89 +078.88 N2",
                "",
                "A",
                "?"
            })
    void otherLinesAreNoReading(String line) {
        assertThat(frame(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LCK, GOOD", "HLD, UNCERTAIN", "EXH LCK, UNCERTAIN", "POV HLD, OVERLOAD", "POV ADC, BAD", "ADC POV, BAD"
    })
    void flagsBecomeQuality(String flags, Quality quality) {
        assertThat(frame("A +078.95 +021.89 +078.88 N2 " + flags).orElseThrow().quality())
                .isEqualTo(quality);
    }

    @Test
    void everyPressureComesBack() {
        Property.forAll(Numbers.doubles(-99, 999)).check(500, value -> {
            String word = String.format(java.util.Locale.ROOT, "%+07.2f", value);
            assertThat(frame("A " + word + " +021.89 +078.88 N2")
                            .orElseThrow()
                            .number(6)
                            .doubleValue())
                    .isCloseTo(value, within(0.00501));
        });
    }

    /** A byte lost or doubled never gives another number; the line says too little to notice a digit that was changed. */
    @Test
    void aByteLostOrDoubledInANumberIsNoticed() {
        byte[] line = "A +078.95 +021.89 +078.88 N2".getBytes(StandardCharsets.US_ASCII);
        Frame whole = frame("A +078.95 +021.89 +078.88 N2").orElseThrow();
        assertThat(Stream.concat(Damages.lostBytes(line), Damages.doubledBytes(line)))
                .allSatisfy(damaged -> assertThat(frame(new String(damaged, StandardCharsets.US_ASCII)))
                        .satisfiesAnyOf(none -> assertThat(none).isEmpty(), same -> assertThat(same)
                                .contains(whole)));
    }

    @ParameterizedTest
    @CsvSource({
        "10, PSIG, PSI",
        "7, barA, BAR",
        "6, mbar, MILLIBAR",
        "4, kPaG, KILOPASCAL",
        "5, MPa, MEGAPASCAL",
        "2, PaG, PASCAL"
    })
    void unitsAreKnownByNumberAndLabel(int code, String label, PressureUnit unit) {
        assertThat(PressureUnit.of(code, label)).contains(unit);
    }

    @ParameterizedTest
    @CsvSource({"7, PSIG", "10, bar", "12, SCCM", "10, PSIX"})
    void numberAndLabelHaveToAgree(int code, String label) {
        assertThat(PressureUnit.of(code, label)).isEmpty();
    }

    @Test
    void setpointAndFullScaleCarryTheirUnit() {
        assertThat(QUESTIONS.setpoint().listener().on("A +078.95 +078.88 10 PSIG"))
                .isEqualTo(new Verdict.Answer<>(new Amount(new BigDecimal("+078.88"), PressureUnit.PSI)));
        assertThat(QUESTIONS.setpoint().listener().on("A +078.95 +078.88 12 SCCM"))
                .isInstanceOf(Verdict.Stray.class);
        assertThat(QUESTIONS.fullScale(6).listener().on("A +0150.00 10 PSIG"))
                .isEqualTo(new Verdict.Answer<>(new Amount(new BigDecimal("+0150.00"), PressureUnit.PSI)));
        assertThat(QUESTIONS.source().listener().on("?")).isInstanceOf(Verdict.Refusal.class);
    }

    @Test
    void answersToDifferentQuestionsAreNotMixedUp() {
        List<String> answers = List.of(
                "A S",
                "A 38",
                "A +078.95 +078.88 10 PSIG",
                "A +0150.00 10 PSIG",
                "A 25.0 10 4 PSIG/s",
                "A +078.95 +021.89 +078.88 N2",
                "A M05 Serial Number 7");
        List<Listener<?>> listeners = List.of(
                QUESTIONS.source().listener(),
                QUESTIONS.variable().listener(),
                QUESTIONS.setpoint().listener(),
                QUESTIONS.fullScale(6).listener(),
                QUESTIONS.rate().listener(),
                QUESTIONS.poll(LAYOUT).listener(),
                QUESTIONS.who().listener());
        for (int i = 0; i < answers.size(); i++) {
            for (int j = 0; j < listeners.size(); j++) {
                assertThat(listeners.get(j).on(answers.get(i)) instanceof Verdict.Stray<?>)
                        .as("%s to listener %d", answers.get(i), j)
                        .isEqualTo(i != j);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10v05.0, true", "10v20.0-R24, true", "11v00, true", "10v04.9, false", "9v12, false", "GP07R100, false"
    })
    void firmwareHasToBeNewEnough(String version, boolean enough) {
        assertThat(new Maker("PC", "1", version).newEnough()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 2.50, SECOND",
        "1, 1.00, SECOND",
        "0.999, 59.94, MINUTE",
        "0.001, 3.60, HOUR",
        "0.00002, 1.72, DAY",
        "0.0000002, 0.01, DAY",
        "12.3456, 12.34, SECOND"
    })
    void ratesAreSaidInTheShortestTimeThatGivesAUnitAndNeverFaster(double perSecond, String number, Rate.Per per) {
        assertThat(Rate.of(perSecond)).contains(new Rate(new BigDecimal(number), per));
    }

    @Test
    void aRateThatCannotBeSaidIsNone() {
        assertThat(Rate.of(1e-8)).isEmpty();
        assertThat(Rate.of(Double.POSITIVE_INFINITY)).contains(Rate.NONE);
    }

    @Test
    void ratesAreRecognisedWithFewerDigits() {
        Rate rate = Rate.of(12.3456).orElseThrow();
        assertThat(rate.told(new Rate(new BigDecimal("12.3"), Rate.Per.SECOND))).isTrue();
        assertThat(rate.told(new Rate(new BigDecimal("12.5"), Rate.Per.SECOND))).isFalse();
        assertThat(rate.told(new Rate(new BigDecimal("12.3"), Rate.Per.MINUTE))).isFalse();
        assertThat(Rate.NONE.told(new Rate(new BigDecimal("0.0"), Rate.Per.HOUR)))
                .isTrue();
        assertThat(rate.told(Rate.NONE)).isFalse();
    }
}
