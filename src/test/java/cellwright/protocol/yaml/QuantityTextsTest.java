package cellwright.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.protocol.Amount;
import cellwright.protocol.Subject;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTextsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VOLTAGE     | 4.3 V      | 4.3
            VOLTAGE     | 4.3V       | 4.3
            VOLTAGE     | +4.3 V     | 4.3
            VOLTAGE     | -10 mV     | -0.01
            VOLTAGE     | 5 µV       | 5e-6
            VOLTAGE     | 5 μV       | 5e-6
            VOLTAGE     | 5 uV       | 5e-6
            VOLTAGE     | 43e-1 V    | 4.3
            CURRENT     | 1.2 mA     | 0.0012
            CURRENT     | 7 µA       | 7e-6
            CURRENT     | 7uA        | 7e-6
            CURRENT     | 3 nA       | 3e-9
            CURRENT     | 2 A        | 2
            POWER       | 5 mW       | 0.005
            CHARGE      | 1 Ah       | 3600
            CHARGE      | 3 mAh      | 10.8
            CHARGE      | 2 µAh      | 0.0072
            CHARGE      | 3 C        | 3
            ENERGY      | 3 mWh      | 10.8
            ENERGY      | 2 Wh       | 7200
            ENERGY      | 2 J        | 2
            TEMPERATURE | 25 °C      | 298.15
            TEMPERATURE | 25degC     | 298.15
            TEMPERATURE | -20 °C     | 253.15
            TEMPERATURE | 300 K      | 300
            DIFFERENCE  | 0.2 K      | 0.2
            DIFFERENCE  | 0.2 °C     | 0.2
            PRESSURE    | 250 MPa    | 2.5e8
            PRESSURE    | 5 kPa      | 5000
            PRESSURE    | 1 bar      | 1e5
            PRESSURE    | 7 Pa       | 7
            FORCE       | 19.6 kN    | 19600
            FORCE       | 5 N        | 5
            FREQUENCY   | 1 MHz      | 1e6
            FREQUENCY   | 100 mHz    | 0.1
            FREQUENCY   | 3 kHz      | 3000
            FREQUENCY   | 5 Hz       | 5
            RATIO       | 80 %       | 0.8
            RATIO       | 99.5%      | 0.995
            MASS        | 4.885 mg   | 4.885e-6
            AREA        | 0.7854 cm2 | 0.7854e-4
            AREA        | 1 cm²      | 1e-4
            """)
    void plainQuantities(Dimension dimension, String text, double si) throws Misfit {
        assertThat(Quantity.plain(text, dimension)).isEqualTo(si);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CURRENT | 0.5 mA/cm2 | AREA | 5
            CURRENT | 0.5 mA/cm² | AREA | 5
            CURRENT | 5 A/m2     | AREA | 5
            CURRENT | 36 mA/g    | MASS | 36
            CURRENT | 36 A/kg    | MASS | 36
            POWER   | 2 mW/cm2   | AREA | 20
            POWER   | 100 W/kg   | MASS | 100
            CHARGE  | 1.2 mAh/cm2 | AREA | 43200
            CHARGE  | 180 mAh/g  | MASS | 648000
            ENERGY  | 700 Wh/kg  | MASS | 2520000
            ENERGY  | 1 mWh/g    | MASS | 3600
            ENERGY  | 1 mWh/cm2  | AREA | 36000
            """)
    void specificQuantities(Dimension dimension, String text, Basis basis, double si) throws Misfit {
        assertThat(Quantity.parse(text, dimension)).isEqualTo(new Quantity(basis, si));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.3        | "4.3" has no unit; expected a voltage such as 4.3 V
            3 mA       | "3 mA" is a current; expected a voltage such as 4.3 V
            3 mA/cm2   | "3 mA/cm2" is a current per area; expected a voltage such as 4.3 V
            4.3 Volt   | unknown unit "Volt" in "4.3 Volt"; expected a voltage in V, mV, µV
            4,3 V      | "4,3 V" has a comma; write a decimal point; expected a voltage such as 4.3 V
            NaN V      | "NaN V" does not start with a number; expected a voltage such as 4.3 V
            inf V      | "inf V" does not start with a number; expected a voltage such as 4.3 V
            V          | "V" does not start with a number; expected a voltage such as 4.3 V
            .5 V       | ".5 V" does not start with a number; expected a voltage such as 4.3 V
            5. V       | "5. V" is not a number with a unit; expected a voltage such as 4.3 V
            1_000 V    | "1_000 V" is not a number with a unit; expected a voltage such as 4.3 V
            1e999 V    | "1e999 V" is too large a number
            1e-999 V   | "1e-999 V" is too small a number
            1e9999 V   | unknown unit "e9999 V" in "1e9999 V"; expected a voltage in V, mV, µV
            0x10 V     | unknown unit "x10 V" in "0x10 V"; expected a voltage in V, mV, µV
            """)
    void whatIsNoVoltage(String text, String message) {
        assertThatThrownBy(() -> Quantity.plain(text, Dimension.VOLTAGE)).hasMessage(message);
    }

    @Test
    void aTemperatureHasAnEnd() {
        assertThatThrownBy(() -> Quantity.plain("-300 °C", Dimension.TEMPERATURE))
                .hasMessage("\"-300 °C\" lies below absolute zero");
    }

    @ParameterizedTest
    @CsvSource({
        "C/5, 0.2",
        "C/2.5, 0.4",
        "3C, 3",
        "0.2C, 0.2",
        "C, 1",
        "1C, 1",
        "3C/2, 1.5",
        "3 C, 3",
        "C / 5, 0.2",
        "-C/5, -0.2"
    })
    void multiplesOfOneC(String text, double multiple) throws Misfit {
        assertThat(AmountText.signedCurrent(text)).isEqualTo(new Amount.CRate(multiple));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5C/2D", "C/0", "0C", "C/", "C/x", "CC", "C5", "-C/5", "0 mA", "-1 mA", "C/5 A", "5"})
    void whatIsNoCurrent(String text) {
        assertThatThrownBy(() -> AmountText.current(text)).isInstanceOf(Misfit.class);
    }

    @Test
    void aBrokenRateSaysWhatRatesLookLike() {
        assertThatThrownBy(() -> AmountText.current("5C/2D"))
                .hasMessage("\"5C/2D\" is not a C-rate; expected C/5, 0.2C, 3C or 3C/2");
    }

    @Test
    void voltagesNameTheirElectrode() throws Misfit {
        assertThat(AmountText.volts("4.3 V vs Li+/Li")).isEqualTo(new Amount.Volts(4.3, Optional.of("Li+/Li")));
        assertThat(AmountText.volts("3.7V vs. In/InLi")).isEqualTo(new Amount.Volts(3.7, Optional.of("In/InLi")));
        assertThat(AmountText.volts("2 V vs cell")).isEqualTo(new Amount.Volts(2, Optional.of("cell")));
        assertThat(AmountText.volts("2 V")).isEqualTo(new Amount.Volts(2, Optional.empty()));
        assertThatThrownBy(() -> AmountText.volts("4.3V vs Na"))
                .hasMessage("unknown electrode \"Na\"; known are Li+/Li, In/InLi, cell");
        assertThatThrownBy(() -> AmountText.volts("4.3V vs"))
                .hasMessage("\"4.3V vs\" names no electrode behind vs; known are Li+/Li, In/InLi, cell");
    }

    @ParameterizedTest
    @CsvSource({
        "30 min, PT30M",
        "2.5 h, PT2H30M",
        "1 h 30 min, PT1H30M",
        "1h30min, PT1H30M",
        "500 ms, PT0.5S",
        "1 d 2 h 3 min 4 s, P1DT2H3M4S",
        "0.000000001 s, PT0.000000001S"
    })
    void times(String text, Duration time) throws Misfit {
        assertThat(TimeText.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30          | "30" has no unit; expected a time such as 30 min, 2.5 h or 1 h 30 min
            0 s         | "0 s" must be longer than 0; expected a time such as 30 min, 2.5 h or 1 h 30 min
            -5 s        | "-5 s" must be longer than 0; expected a time such as 30 min, 2.5 h or 1 h 30 min
            30 V        | "30 V" is a voltage; expected a time such as 30 min, 2.5 h or 1 h 30 min
            30 mins     | unknown unit "mins" in "30 mins"; expected a time such as 30 min, 2.5 h or 1 h 30 min
            30 min 1 h  | "30 min 1 h" must name each unit once, the largest first; expected a time such as 30 min, 2.5 h or 1 h 30 min
            1 h 2 h     | "1 h 2 h" must name each unit once, the largest first; expected a time such as 30 min, 2.5 h or 1 h 30 min
            1e-12 s     | "1e-12 s" is no whole number of nanoseconds
            1e300 d     | "1e300 d" is longer than a century
            """)
    void whatIsNoTime(String text, String message) {
        assertThatThrownBy(() -> TimeText.parse(text)).hasMessage(message);
    }

    @Test
    void ranges() throws Misfit {
        var volts = RangeText.parse(Subject.VOLTAGE, "2.5..4.7 V vs Li+/Li");
        assertThat(volts.low()).contains(new Amount.Volts(2.5, Optional.of("Li+/Li")));
        assertThat(volts.high()).contains(new Amount.Volts(4.7, Optional.of("Li+/Li")));
        var celsius = RangeText.parse(Subject.TEMPERATURE, "20..30 °C");
        assertThat(celsius.low()).contains(new Amount.Si(293.15));
        assertThat(RangeText.parse(Subject.VOLTAGE, "..4.3 V").low()).isEmpty();
        assertThat(RangeText.parse(Subject.VOLTAGE, "2.8 V..").high()).isEmpty();
        assertThat(RangeText.parse(Subject.VOLTAGE, "2.8 V..").low()).contains(new Amount.Volts(2.8, Optional.empty()));
        assertThat(RangeText.parse(Subject.CURRENT, "-20..20 mA").low()).contains(new Amount.Si(-0.02));
        assertThat(RangeText.parse(Subject.PRESSURE, "500 kPa .. 2 MPa").low()).contains(new Amount.Si(5e5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.3 V    | "4.3 V" is no range; expected a range such as 2.5..4.7 V, ..4.3 V or 2.8 V..
            ..       | ".." has neither end; expected a range such as 2.5..4.7 V, ..4.3 V or 2.8 V..
            4.7..2 V | "4.7..2 V" is an empty range; the lower end comes first
            2..2 V   | "2..2 V" is an empty range; the lower end comes first
            2..3     | "2" has no unit; expected a voltage such as 4.3 V
            2...3 V  | "2 V" does not fit
            2..3 mA  | "2 mA" is a current; expected a voltage such as 4.3 V
            """)
    void whatIsNoRange(String text, String message) {
        var thrown =
                assertThatThrownBy(() -> RangeText.parse(Subject.VOLTAGE, text)).isInstanceOf(Misfit.class);
        if (!message.endsWith("does not fit")) {
            thrown.hasMessage(message);
        }
    }

    @Test
    void everyDoubleHasAnExactText() throws Misfit {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            double value = random.nextDouble() * Math.pow(10, random.nextInt(-12, 12));
            for (Dimension dimension : Dimension.values()) {
                if (dimension == Dimension.TIME) {
                    continue;
                }
                String text = Quantity.write(dimension, Basis.TOTAL, value);
                assertThat(Quantity.plain(text, dimension)).as(text).isEqualTo(value);
            }
            String rate = SubjectText.writePerSecond(Subject.VOLTAGE, value);
            assertThat(SubjectText.perSecond(Subject.VOLTAGE, rate)).as(rate).isEqualTo(value);
            String multiple = RateText.write(value);
            assertThat(RateText.parse(multiple)).as(multiple).contains(value);
        }
    }

    @Test
    void textsAreAsShortAsPeopleWriteThem() {
        assertThat(Quantity.write(Dimension.PRESSURE, Basis.TOTAL, 2.5e8)).isEqualTo("250 MPa");
        assertThat(Quantity.write(Dimension.TEMPERATURE, Basis.TOTAL, 298.15)).isEqualTo("25 °C");
        assertThat(Quantity.write(Dimension.CHARGE, Basis.MASS, 648000)).isEqualTo("180 mAh/g");
        assertThat(Quantity.write(Dimension.RATIO, Basis.TOTAL, 0.8)).isEqualTo("80 %");
        assertThat(RateText.write(0.2)).isEqualTo("C/5");
        assertThat(RateText.write(3)).isEqualTo("3C");
        assertThat(TimeText.write(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
        assertThat(SubjectText.writePerSecond(Subject.TEMPERATURE, 1.0 / 60)).isEqualTo("1 K/min");
    }
}
