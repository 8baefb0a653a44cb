package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.problems;
import static cellwright.protocol.yaml.Texts.protocol;
import static cellwright.protocol.yaml.Texts.step;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Plan;
import cellwright.protocol.Plan.Dose;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ramps, pulses and polarisations as text. */
class SeriesReaderTest {
    private static final String LADDER = """
            protocol: Critical current density
            parameters: { top: 1.5 mA/cm2 }
            steps:
              - ramp: { from: 0.05 mA/cm2, to: $top, step: 0.05 mA/cm2 }
                each: 1 h
                both ways: true
                then: [ note: "a level is done" ]
                until: short
                record: { every: 1 min }
            """;

    private static Step series(Plan plan) {
        return new Step.Series(plan, Optional.empty(), Optional.empty(), Limits.NONE, List.of());
    }

    private static Amount perArea(double perSquareMetre) {
        return new Amount.PerArea(perSquareMetre);
    }

    private static Amount.Volts volts(double volts) {
        return new Amount.Volts(volts, Optional.empty());
    }

    @Test
    void aRampForTheCriticalCurrentDensity() {
        var record = new RecordRule(
                Optional.of(Duration.ofMinutes(1)), OptionalDouble.empty(), Optional.empty(), Optional.empty());
        assertThat(problems(LADDER)).isEmpty();
        assertThat(protocol(LADDER).steps())
                .containsExactly(new Step.Series(
                        new Plan.Ramp(
                                Direction.CHARGE,
                                perArea(0.5),
                                perArea(15),
                                perArea(0.5),
                                new Dose.OfTime(Duration.ofHours(1)),
                                true),
                        Optional.of(new Until.Shorted()),
                        Optional.of(record),
                        Limits.NONE,
                        List.of(new Step.Note("a level is done"))));
        assertThat(ProtocolWriter.write(protocol(LADDER))).endsWith("""
                steps:
                  - ramp: { from: 50 µA/cm2, to: 1.5 mA/cm2, step: 50 µA/cm2 }
                    each: 1 h
                    both ways: true
                    until: short
                    record: { every: 1 min }
                    then:
                      - note: a level is done
                """);
    }

    @Test
    void otherRamps() {
        assertThat(step("ramp: { from: -C/10, to: -1C, step: C/10 }\neach: 0.25 mAh/cm2"))
                .isEqualTo(series(new Plan.Ramp(
                        Direction.DISCHARGE,
                        new Amount.CRate(0.1),
                        new Amount.CRate(1),
                        new Amount.CRate(0.1),
                        new Dose.OfCharge(perArea(9000)),
                        false)));
        assertThat(step("ramp: { from: 1 mA, to: 1 mA, step: 1 mA }\neach: 90 min\nboth ways: no"))
                .isEqualTo(series(new Plan.Ramp(
                        Direction.CHARGE,
                        new Amount.Si(1e-3),
                        new Amount.Si(1e-3),
                        new Amount.Si(1e-3),
                        new Dose.OfTime(Duration.ofMinutes(90)),
                        false)));
    }

    @Test
    void pulses() {
        var titration = new Plan.Pulses(
                Direction.CHARGE,
                new Amount.CRate(0.1),
                Duration.ofMinutes(10),
                Optional.of(Duration.ofHours(1)),
                Optional.of(40));
        assertThat(step("pulse: { charge: C/10, for: 10 min, rest: 1 h }\nrepeat: 40\nuntil: voltage >= 4.3 V"))
                .isEqualTo(new Step.Series(
                        titration,
                        Optional.of(new Until.Above(Subject.VOLTAGE, volts(4.3))),
                        Optional.empty(),
                        Limits.NONE,
                        List.of()));
        assertThat(step("pulse: { current: -1C, for: 10 s }"))
                .isEqualTo(series(new Plan.Pulses(
                        Direction.DISCHARGE,
                        new Amount.CRate(1),
                        Duration.ofSeconds(10),
                        Optional.empty(),
                        Optional.of(1))));
        var forever =
                (Step.Series) step("pulse: { discharge: 1 mA, for: 10 s }\nrepeat: forever\nuntil: voltage <= 3 V");
        assertThat(((Plan.Pulses) forever.plan()).times()).isEmpty();
    }

    @Test
    void aPolarisation() {
        assertThat(step("polarise: [0.25 V, 0.5 V vs cell, 0 V]\neach: 2 h\nmax current: 1 mA"))
                .isEqualTo(series(new Plan.Potentials(
                        List.of(volts(0.25), new Amount.Volts(0.5, Optional.of("cell")), volts(0)),
                        Duration.ofHours(2),
                        Optional.of(new Amount.Si(1e-3)))));
    }

    @Test
    void aRampOfATemperatureIsStillOne() {
        assertThat(step("temperature: 60 °C\nramp: 1 K/min\nstable: { within: 1 K, for: 1 h }\nat most: 9 h"))
                .isInstanceOf(Step.Settle.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            ramp: 1 mA; each: 1 h        ~ 3:11: expected ramp with from, to, step, found a text
            ramp: { from: 1 mA, to: 2 mA, step: 1 mA }; each: 5 V ~ 4:11: "5 V" is a voltage; expected a time such as 30 min, 2.5 h or 1 h 30 min
            ramp: { from: 1 mA, to: 2 mA, step: 1 mA }; each: soon ~ 4:11: "soon" does not start with a number; expected a time such as 1 h or a charge such as 0.25 mAh/cm2
            ramp: { from: 1 mA, to: 2 mA, step: 1 mA } ~ 3:5: "each:" is missing in a step with ramp:; expected a time such as 1 h or a charge such as 0.25 mAh/cm2
            ramp: { from: 1 mA, to: 2 mA }; each: 1 h  ~ 3:11: "step:" is missing in ramp; expected a current such as 0.1 mA/cm2
            ramp: { from: 1 mA, to: 2 V, step: 1 mA }; each: 1 h ~ 3:29: "2 V" is a voltage; expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g or a C-rate such as C/5
            ramp: { from: 1 mA, to: 2 mA/cm2, step: 1 mA }; each: 1 h ~ 3:11: "from", "to" and "step" must be of one kind, for example all in mA/cm2
            ramp: { from: 2 mA, to: 1 mA, step: 1 mA }; each: 1 h ~ 3:11: a ramp rises from "from" to "to" in one direction, neither of them 0; the other direction comes with both ways: true
            ramp: { from: -1 mA, to: 1 mA, step: 1 mA }; each: 1 h ~ 3:11: a ramp rises from "from" to "to" in one direction, neither of them 0; the other direction comes with both ways: true
            ramp: { from: 1 mA, to: 2 mA, step: -1 mA }; each: 1 h ~ 3:41: "-1 mA" must be above 0; the direction is in the word before it
            ramp: { from: 1 mA, to: 2 mA, step: 1 mA }; each: 1 h; both ways: maybe ~ 5:16: "maybe" is not known here; expected true or false
            ramp: { from: 1 mA, to: 2 mA, step: 1 mA }; each: 1 h; then: [] ~ 5:11: the list of steps is empty; expected at least one
            ramp: { from: 1 mA, too: 2 mA, to: 2 mA, step: 1 mA }; each: 1 h ~ 3:25: unknown key "too" in ramp; did you mean "to"?
            pulse: 1 mA                  ~ 3:12: expected pulse with charge, discharge, current, for, rest, found a text
            pulse: { for: 10 s }         ~ 3:12: a pulse needs one of charge:, discharge: and current:, found 0
            pulse: { charge: 1 mA, current: 1 mA, for: 10 s } ~ 3:12: a pulse needs one of charge:, discharge: and current:, found 2
            pulse: { charge: -1 mA, for: 10 s } ~ 3:22: the current of a pulse must be above 0; the direction is in the word before it
            pulse: { current: 0 mA, for: 10 s } ~ 3:23: the current of a pulse must be above 0; the direction is in the word before it
            pulse: { charge: 1 mA }      ~ 3:12: "for:" is missing in pulse; expected a time such as 30 min
            pulse: { charge: 1 mA, for: 10 s }; repeat: forever ~ 4:5: a loop without a number of passes needs "until:" to end
            pulse: { charge: 1 mA, for: 10 s }; repeat: 0 ~ 4:13: "0" is not a number of passes; expected a whole number from 1 to 10000000
            polarise: 0.5 V; each: 1 h   ~ 3:15: expected a list of potentials such as [0.25 V, 0.5 V], found a text
            polarise: []; each: 1 h      ~ 3:15: expected a list of potentials such as [0.25 V, 0.5 V], found an empty one
            polarise: [0.25 V, 0.5]; each: 1 h ~ 3:24: "0.5" has no unit; expected a voltage such as 4.3 V
            polarise: [0.25 V]           ~ 3:5: "each:" is missing in a step with polarise:; expected a time such as 30 min
            polarize: [0.25 V]; each: 1 h ~ 3:5: unknown step "polarize"; did you mean "polarise"?
            polarise: [0.25 V]; each: 1 h; both ways: true ~ 5:5: unknown key "both ways" in a step with polarise:; known are polarise, each, max current, until, record, limits, then
            """)
    void faults(String step, String message) {
        String text = "protocol: x\nsteps:\n  - " + step.replace("; ", "\n    ") + "\n";
        assertThat(problems(text)).containsExactly("p.yaml:" + message.replaceFirst(": ", ": error: "));
    }
}
