package cellwright.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionTextTest {
    static Stream<Arguments> conditions() {
        var lithium = Optional.of("Li+/Li");
        var volts = new Amount.Volts(4.3, Optional.empty());
        return Stream.of(
                Arguments.of("voltage >= 4.3 V", new Until.Above(Subject.VOLTAGE, volts)),
                Arguments.of("voltage > 4.3 V", new Until.Above(Subject.VOLTAGE, volts)),
                Arguments.of("voltage>=4.3V", new Until.Above(Subject.VOLTAGE, volts)),
                Arguments.of("voltage ≥ 4.3 V", new Until.Above(Subject.VOLTAGE, volts)),
                Arguments.of(
                        "voltage <= 2.8 V vs Li+/Li", new Until.Below(Subject.VOLTAGE, new Amount.Volts(2.8, lithium))),
                Arguments.of("current <= C/20", new Until.Below(Subject.CURRENT, new Amount.CRate(0.05))),
                Arguments.of("current < 10 µA", new Until.Below(Subject.CURRENT, new Amount.Si(1e-5))),
                Arguments.of("temperature >= 30 °C", new Until.Above(Subject.TEMPERATURE, new Amount.Si(303.15))),
                Arguments.of("pressure <= 5 MPa", new Until.Below(Subject.PRESSURE, new Amount.Si(5e6))),
                Arguments.of("force >= 1 kN", new Until.Above(Subject.FORCE, new Amount.Si(1000))),
                Arguments.of("capacity >= 180 mAh/g", new Until.ChargePassed(new Amount.PerMass(648000))),
                Arguments.of("energy >= 3 mWh", new Until.EnergyPassed(new Amount.Si(10.8))),
                Arguments.of("time >= 30 min", new Until.Elapsed(Duration.ofMinutes(30))),
                Arguments.of("after 30 min", new Until.Elapsed(Duration.ofMinutes(30))),
                Arguments.of(
                        "|dV/dt| <= 1 mV/h over 10 min",
                        new Until.Slower(Subject.VOLTAGE, 0.001 / 3600, Duration.ofMinutes(10))),
                Arguments.of("dI/dt <= 1 µA/s", new Until.Slower(Subject.CURRENT, 1e-6, Duration.ofSeconds(60))),
                Arguments.of(
                        "|dT/dt| < 0.1 K/min", new Until.Slower(Subject.TEMPERATURE, 0.1 / 60, Duration.ofSeconds(60))),
                Arguments.of("retention < 80 %", new Until.CycleBelow(CycleMeasure.RETENTION, new Amount.Si(0.8))),
                Arguments.of("retention >= 80 %", new Until.CycleAtLeast(CycleMeasure.RETENTION, new Amount.Si(0.8))),
                Arguments.of(
                        "discharge capacity < 150 mAh/g",
                        new Until.CycleBelow(CycleMeasure.DISCHARGE_CAPACITY, new Amount.PerMass(540000))),
                Arguments.of(
                        "charge capacity >= 1 mAh",
                        new Until.CycleAtLeast(CycleMeasure.CHARGE_CAPACITY, new Amount.Si(3.6))),
                Arguments.of(
                        "coulombic  efficiency < 99 %",
                        new Until.CycleBelow(CycleMeasure.COULOMBIC_EFFICIENCY, new Amount.Si(0.99))),
                Arguments.of("short", new Until.Shorted()),
                Arguments.of("cycle in [1, 2, 535]", new Until.CycleIn(List.of(1, 2, 535))));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyCondition(String text, Until until) throws Misfit {
        assertThat(ConditionText.parse(text)).isEqualTo(until);
        assertThat(ConditionText.parse(ConditionText.write(until).orElseThrow()))
                .isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            voltage 4.3 V       | "voltage 4.3 V" is no condition; expected a condition such as
            voltage >=          | "voltage >=" is no condition
            voltage >= 4.3      | "4.3" has no unit; expected a voltage such as 4.3 V
            voltage >= 4.3 V vs Na | unknown electrode "Na"; known are Li+/Li, In/InLi, cell
            voltge >= 4.3 V     | unknown quantity "voltge" in a condition; did you mean "voltage"?
            current <= -1 mA    | "-1 mA" must be above 0
            capacity <= 3 mAh   | "capacity <= 3 mAh" would hold from the start; capacity only grows, use >=
            time < 3 h          | "time < 3 h" would hold from the start
            retention < 0.8     | "0.8" has no unit; expected a percentage such as 80 %
            cycle in [1, x]     | "x" is not a cycle's number; expected a whole number from 1
            cycle in []         | "" is not a cycle's number
            cycle in [0]        | "0" is not a cycle's number
            dV/dt >= 1 mV/h     | "dV/dt >= 1 mV/h": a slope ends a step when it is small enough; use <=
            dV/dt <= 1 mV       | "1 mV" is no rate of change; expected a rate such as 1 mV/h
            dV/dt <= 1 mA/h     | "1 mA/h" has no unit known here; expected a rate such as 1 mV/h
            dV/dt <= 0 mV/h     | "0 mV/h" must be above 0
            dX/dt <= 1 mV/h     | unknown slope dX/dt; known are dV/dt
            """)
    void whatIsNoCondition(String text, String message) {
        assertThatThrownBy(() -> ConditionText.parse(text)).hasMessageStartingWith(message);
    }
}
