package cellwright.ascii2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.line.Listener;
import cellwright.line.Verdict;
import cellwright.testkit.Damages;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines to states and back, without a chamber. */
final class CodecTest {
    private static final String BITS = "01100000000000000000000000000000";

    /** A small chamber, its examples broken as some firmware does, inside a name. */
    private static final String SMALL = """
            ASCII-2 PROTOCOL CONFIGURATION
            Example of an ASCII E-String:
            $01E CV01 CV02 SV01 DO00DO01D
            O02DO03<CR>
            Description:
            CV01  value min:  -72.0   value max:  182.0   Temperature
            CV02  value min:    0.0   value max:   98.0   Humidity
            SV01  value min:   25.0   value max:  100.0   Option
            DO00  unused
            DO01  Start
            DO02  Custom Out1
            DO03  Custom Out2
            --------------------------------------------------------------------------------
            Example of  an ASCII I-String:
            $01I<CR>
            CV01 CV01 CV02 CV02 SV01 DO00
            DO01 DO02 DO03 DO04 <CR>
            Description:
            CV01  nominal value Temperature
            CV01  actual value  Temperature
            CV02  nominal value Humidity
            CV02  actual value  Humidity
            SV01  set value     Option
            DO00  unused
            DO04  unused
            --------------------------------------------------------------------------------
            Configured Messages:
            none
            """;

    private static final Layout LAYOUT = layout(SMALL).orElseThrow();
    private static final Questions QUESTIONS = new Questions("01");

    private static Optional<Layout> layout(String text) {
        return new Description(text.lines().toList()).layout();
    }

    @Test
    void descriptionTellsWhatIsWrittenAndTold() {
        assertThat(LAYOUT.written()).containsExactly("CV01", "CV02", "SV01");
        assertThat(LAYOUT.writtenBits()).isEqualTo(4);
        assertThat(LAYOUT.told())
                .containsExactly(
                        new Field("CV01", Role.NOMINAL),
                        new Field("CV01", Role.ACTUAL),
                        new Field("CV02", Role.NOMINAL),
                        new Field("CV02", Role.ACTUAL),
                        new Field("SV01", Role.SET));
        assertThat(LAYOUT.toldBits()).isEqualTo(5);
        assertThat(LAYOUT.startBit()).isEqualTo(1);
        assertThat(LAYOUT.temperature()).contains("CV01");
        assertThat(LAYOUT.limitsOf("CV01")).isEqualTo(new Limits(-72, 182, "Temperature"));
    }

    /** Each line that says something is needed: without it the text is not whole, or means something else. */
    @Test
    void aDescriptionThatLostALineIsNeverTheSame() {
        List<String> lines = SMALL.lines().toList();
        var whole = new Description(lines);
        for (int i = 0; i < lines.size(); i++) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(i);
            var damaged = new Description(fewer);
            assertThat(damaged).as("without line %d", i).isNotEqualTo(whole);
            if (lines.get(i).contains("V0") || lines.get(i).contains("Start")) {
                assertThat(damaged.layout()).as("without line %d", i).isNotEqualTo(Optional.of(LAYOUT));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ASCII description of the protocol", "Example of an ASCII E-String:", "I-String E-String"})
    void otherTextsAreNoDescription(String text) {
        assertThat(layout(text)).isEmpty();
    }

    @Test
    void stateIsUnderstoodByTheLayout() {
        State state =
                State.of(LAYOUT, "0050.0 0024.6 0080.0 0066.7 0090.0 01100").orElseThrow();
        assertThat(state.number(LAYOUT.index("CV01", Role.ACTUAL))).isEqualByComparingTo("24.6");
        assertThat(state.bit(1)).isTrue();
        assertThat(state.bit(0)).isFalse();
        assertThat(State.of(LAYOUT, "0050.0 -024.6 0080.0 0066.7 0090.0 0 1 1 0 0")
                        .orElseThrow()
                        .spaced())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0050.0 0024.6 0080.0 0066.7 0090.0",
                "0050.0 0024.6 0080.0 0066.7 0090.0 0110",
                "0050.0 0024.6 0080.0 0066.7 0090.0 011000",
                "0050.0 0024.6 0080.0 0066.7 0090.0 01102",
                "0050.0 0024.6 0080.0 0066.7 01100",
                "050.0 0024.6 0080.0 0066.7 0090.0 01100",
                "0050,0 0024.6 0080.0 0066.7 0090.0 01100",
                "0050.0 0024.6 0080.0 0066.7 0090.0 01 100",
                "0050.0 0024.6 0080.0 0066.7 0090.0 0090.0 01100",
                "0050.0 002NaN 0080.0 0066.7 0090.0 01100"
            })
    void otherLinesAreNoState(String line) {
        assertThat(State.of(LAYOUT, line)).isEmpty();
    }

    @Test
    void aByteLostOrDoubledIsNoticed() {
        String line = "0050.0 0024.6 0080.0 0066.7 0090.0 01100";
        Optional<State> whole = State.of(LAYOUT, line);
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        assertThat(Stream.concat(Damages.lostBytes(bytes), Damages.doubledBytes(bytes)))
                .allSatisfy(damaged -> assertThat(State.of(LAYOUT, new String(damaged, StandardCharsets.US_ASCII)))
                        .satisfiesAnyOf(none -> assertThat(none).isEmpty(), same -> assertThat(same)
                                .isEqualTo(whole)));
    }

    @Test
    void anOrderRepeatsEverythingButTheTemperatureAndTheSwitch() {
        State state =
                State.of(LAYOUT, "0020.0 0024.6 0080.0 0066.7 0090.0 00101").orElseThrow();
        Order order = Order.of(LAYOUT, state, "CV01", new BigDecimal("-10.5"));
        assertThat(order.words()).isEqualTo(" -010.5 0080.0 0090.0 0110");
        assertThat(QUESTIONS.order(order).words()).isEqualTo("$01E -010.5 0080.0 0090.0 0110");
        State apart =
                State.of(LAYOUT, "0020.0 0024.6 0080.0 0066.7 0090.0 0 0 1 0 1").orElseThrow();
        assertThat(Order.of(LAYOUT, apart, "CV01", BigDecimal.TEN).words()).isEqualTo(" 0010.0 0080.0 0090.0 0 1 1 0");
    }

    @Test
    void anOrderIsKeptIfNothingElseMoved() {
        State before =
                State.of(LAYOUT, "0020.0 0024.6 0080.0 0066.7 0090.0 00101").orElseThrow();
        Order order = Order.of(LAYOUT, before, "CV01", BigDecimal.TEN);
        assertThat(order.keptBy(
                        LAYOUT,
                        State.of(LAYOUT, "0015.0 0024.6 0080.0 0066.7 0090.0 01101")
                                .orElseThrow(),
                        "CV01"))
                .isTrue();
        assertThat(order.keptBy(
                        LAYOUT,
                        State.of(LAYOUT, "0010.0 0024.6 0070.0 0066.7 0090.0 01101")
                                .orElseThrow(),
                        "CV01"))
                .isFalse();
        assertThat(order.keptBy(
                        LAYOUT,
                        State.of(LAYOUT, "0010.0 0024.6 0080.0 0066.7 0090.0 00101")
                                .orElseThrow(),
                        "CV01"))
                .isFalse();
    }

    @Test
    void everyTemperatureComesBack() {
        Thermostat thermostat = Thermostat.of(LAYOUT, -100, 200).orElseThrow();
        assertThat(thermostat.span().low()).isCloseTo(201.15, within(1e-9));
        assertThat(thermostat.span().high()).isCloseTo(455.15, within(1e-9));
        Property.forAll(Numbers.doubles(201.15, 455.15)).check(500, kelvins -> {
            BigDecimal celsius = thermostat.celsius(kelvins).orElseThrow();
            assertThat(celsius.doubleValue() + 273.15).isCloseTo(kelvins, within(0.0501));
            String line = String.format(
                    Locale.ROOT, "%s %s 0080.0 0066.7 0090.0 01100", Order.word(celsius), Order.word(celsius));
            State state = State.of(LAYOUT, line).orElseThrow();
            assertThat(thermostat.temperature(state).value()).isCloseTo(kelvins, within(0.0501));
        });
        assertThat(thermostat.celsius(298.15)).contains(new BigDecimal("25.0"));
        assertThat(thermostat.celsius(455.2)).isEmpty();
        assertThat(thermostat.celsius(Double.NaN)).isEmpty();
    }

    @Test
    void aCourseContainsItsWayOnlyIfItIsRamped() {
        var ramped = new Course(new BigDecimal("20.0"), new BigDecimal("10.0"), true);
        assertThat(ramped.contains(new BigDecimal("15.0"))).isTrue();
        assertThat(ramped.contains(new BigDecimal("9.9"))).isFalse();
        assertThat(ramped.contains(new BigDecimal("20.1"))).isFalse();
        assertThat(new Course(BigDecimal.ZERO, BigDecimal.TEN, false).contains(BigDecimal.ONE))
                .isFalse();
    }

    @Test
    void anAcknowledgementIsAZeroAndNothingElse() {
        Listener<String> listener =
                QUESTIONS.gradients(BigDecimal.ONE, BigDecimal.ZERO).listener();
        assertThat(listener.on("0")).isEqualTo(new Verdict.Answer<>("0"));
        assertThat(listener.on("0050.0 0024.6 " + BITS)).isInstanceOf(Verdict.Stray.class);
        assertThat(listener.on("$01U 0001.0 0000.0 0000.0 0000.0")).isInstanceOf(Verdict.Stray.class);
        assertThat(listener.on("'$01U' is an unknown command.")).isInstanceOf(Verdict.Refusal.class);
    }

    @Test
    void fingerprintIsOfTheTextAlone() {
        var description = new Description(SMALL.lines().toList());
        assertThat(description.fingerprint()).matches("[0-9a-f]{8}");
        assertThat(new Description(SMALL.replace("182.0", "180.0").lines().toList()).fingerprint())
                .isNotEqualTo(description.fingerprint());
    }
}
