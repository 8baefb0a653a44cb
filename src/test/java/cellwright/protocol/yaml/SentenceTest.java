package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.problems;
import static cellwright.protocol.yaml.Texts.protocol;
import static cellwright.protocol.yaml.Texts.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps written as sentences. */
class SentenceTest {
    private static final Amount.Volts FULL = new Amount.Volts(4.3, Optional.empty());

    private static Step drive(Setting setting, Duration time) {
        return new Step.Drive(
                setting,
                Optional.empty(),
                Optional.of(time),
                Step.WhenLate.STOP,
                Optional.empty(),
                Limits.NONE,
                Optional.empty());
    }

    private static Step drive(Setting setting, Until until, Duration time) {
        return new Step.Drive(
                setting,
                Optional.of(new Until.AnyOf(List.of(until, new Until.Elapsed(time)))),
                Optional.empty(),
                Step.WhenLate.STOP,
                Optional.empty(),
                Limits.NONE,
                Optional.empty());
    }

    private static Setting current(Direction direction, Amount amount) {
        return new Setting.Galvanostatic(direction, amount);
    }

    private static Until above(Amount.Volts volts) {
        return new Until.Above(Subject.VOLTAGE, volts);
    }

    static Stream<Arguments> sentences() {
        var charge = current(Direction.CHARGE, new Amount.CRate(0.2));
        var discharge = current(Direction.DISCHARGE, new Amount.CRate(0.1));
        var hold = new Setting.Potentiostatic(FULL, Optional.empty());
        var hours10 = Duration.ofHours(10);
        return Stream.of(
                Arguments.of("Charge at C/5 for 10 hours or until 4.3 V", drive(charge, above(FULL), hours10)),
                Arguments.of("charge at 0.2 C until 4.3V or for 10h", drive(charge, above(FULL), hours10)),
                Arguments.of(
                        "Charge at 1C/5 until > 4.3 V vs Li+/Li for 10 hours",
                        drive(charge, above(new Amount.Volts(4.3, Optional.of("Li+/Li"))), hours10)),
                Arguments.of(
                        "Discharge at C/10 for 10 hours or until 3.3 V",
                        drive(
                                discharge,
                                new Until.Below(Subject.VOLTAGE, new Amount.Volts(3.3, Optional.empty())),
                                hours10)),
                Arguments.of("Charge at C/5 for 30 minutes", drive(charge, Duration.ofMinutes(30))),
                Arguments.of(
                        "Charge at C/5 for 1 hour 30 min or until 180 mAh/g",
                        drive(charge, new Until.ChargePassed(new Amount.PerMass(648_000)), Duration.ofMinutes(90))),
                Arguments.of(
                        "Charge at 0.5 mA/cm2 for 1 hour or until short",
                        drive(
                                current(Direction.CHARGE, new Amount.PerArea(5)),
                                new Until.Shorted(),
                                Duration.ofHours(1))),
                Arguments.of(
                        "Hold at 4.3 V for 2 h or until C/50",
                        drive(hold, new Until.Below(Subject.CURRENT, new Amount.CRate(0.02)), Duration.ofHours(2))),
                Arguments.of(
                        "Hold at 4.3 V for 30 hours or until |dI/dt| < 1 µA/h over 1 h",
                        drive(
                                hold,
                                new Until.Slower(Subject.CURRENT, 1e-6 / 3600, Duration.ofHours(1)),
                                Duration.ofHours(30))),
                Arguments.of(
                        "Discharge at 200mW for 1 day",
                        drive(new Setting.ConstantPower(new Amount.Si(-0.2)), Duration.ofDays(1))),
                Arguments.of("Rest for 1 hour", drive(new Setting.Rest(), Duration.ofHours(1))),
                Arguments.of(
                        "Rest for 2 hours or until < 3 V",
                        drive(
                                new Setting.Rest(),
                                new Until.Below(Subject.VOLTAGE, new Amount.Volts(3, Optional.empty())),
                                Duration.ofHours(2))));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void everySentence(String sentence, Step meaning) {
        assertThat(step(sentence)).isEqualTo(meaning);
        assertThat(step("\"" + sentence + "\"")).isEqualTo(meaning);
    }

    @Test
    void aPeriodIsARecordRule() {
        var step = (Step.Drive) step("Rest for 10 min (5 s period)");
        assertThat(step.record())
                .contains(new RecordRule(
                        Optional.of(Duration.ofSeconds(5)),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(step.atMost()).contains(Duration.ofMinutes(10));
    }

    @Test
    void sentencesStandWhereverStepsStandAndTakeParameters() {
        String text = """
                protocol: x
                parameters: { rate: C/5, top: 4.3 V }
                steps:
                  - cycles: 2
                    steps:
                      - Charge at $rate for 10 hours or until $top
                      - rest: 1 h
                        every: { 10 min: [ Charge at $rate for 1 minute ] }
                """;
        assertThat(problems(text)).isEmpty();
        var loop = (Step.Repeat) protocol(text).steps().getFirst();
        assertThat(loop.steps().getFirst())
                .isEqualTo(drive(current(Direction.CHARGE, new Amount.CRate(0.2)), above(FULL), Duration.ofHours(10)));
        assertThat(ProtocolWriter.write(protocol(text)))
                .contains(
                        "- charge: C/5\n        until:\n          any:\n            - voltage >= 4.3 V\n            - time >= 10 h\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Charge at C/5 until 4.3 V       ~ 3:19: what this step waits for may never happen; say how long it may take, for example "Charge at C/5 for 10 hours or until 4.3 V"
            Charge at 3C until 4.3 V        ~ 3:18: what this step waits for may never happen; say how long it may take, for example "Charge at 3C for 40 minutes or until 4.3 V"
            Hold at 4.1 V until 50mA        ~ 3:19: what this step waits for may never happen; say how long it may take, for example "Hold at 4.1 V for 24 hours or until 50mA"
            Hold at 4.3 V                   ~ 3:5: this step has no end; say how long it may take, for example "Hold at 4.3 V for 24 hours"
            Rest until > 3 V                ~ 3:10: what this step waits for may never happen; say how long it may take, for example "Rest for 24 hours or until > 3 V"
            Rest for 1 h or until 3 V       ~ 3:27: in a rest the voltage may rise or fall; write until > 3 V or until < 3 V
            Rest at 3 V for 1 h             ~ 3:10: a rest has no "at"; write Rest for 1 hour
            Charge for 1 h                  ~ 3:5: "Charge" needs an "at", as in "Charge at C/5 for 10 hours or until 4.3 V", "Hold at 4.3 V for 2 hours or until C/50" or "Rest for 1 hour"
            Chrage at C/5 for 1 h           ~ 3:5: "Chrage" begins no step; did you mean "Charge"?
            Wait at C/5 for 1 h             ~ 3:5: "Wait" begins no step; expected a step such as charge: C/5, or a sentence such as "Charge at C/5 for 10 hours or until 4.3 V", "Hold at 4.3 V for 2 hours or until C/50" or "Rest for 1 hour"
            Charge with C/5 for 1 h         ~ 3:12: "with" is not known here; expected at, for or until, as in "Charge at C/5 for 10 hours or until 4.3 V", "Hold at 4.3 V for 2 hours or until C/50" or "Rest for 1 hour"
            Charge at for 1 h               ~ 3:12: nothing follows "at"; expected a sentence such as "Charge at C/5 for 10 hours or until 4.3 V", "Hold at 4.3 V for 2 hours or until C/50" or "Rest for 1 hour"
            Charge at C/5 for 1 h until     ~ 3:27: nothing follows "until"; expected a sentence such as "Charge at C/5 for 10 hours or until 4.3 V", "Hold at 4.3 V for 2 hours or until C/50" or "Rest for 1 hour"
            Charge at C/5 for 1 h for 2 h   ~ 3:27: "for" stands here a second time; a sentence has one of each, several ends are written as charge: C/5 with until: [..]
            Charge at 1C until 4.2 V or until C/50 ~ 3:33: "until" stands here a second time; a sentence has one of each, several ends are written as charge: C/5 with until: [..]
            Charge at C/5 until 4.3 V at 25oC for 1 h ~ 3:31: "at" stands here a second time; a sentence has one of each, several ends are written as charge: C/5 with until: [..]
            Charge at 4.3 V for 1 h         ~ 3:15: "4.3 V" is a voltage, and a voltage is held: Hold at 4.3 V for 2 hours
            Charge at -1 A for 1 h          ~ 3:15: "-1 A" must be above 0; the direction is in the word before it
            Charge at 1,5 A for 1 h         ~ 3:15: "1,5 A" has a comma; write a decimal point; expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g or a C-rate such as C/5
            Charge at 4 Ohm for 10 s        ~ 3:15: a constant resistance ("4 Ohm") is not known here; expected a current or a power
            Charge at C/5 for 10            ~ 3:23: "10" is no time; expected a time such as 10 hours or 1 hour 30 minutes
            Charge at C/5 for 10 weeks      ~ 3:23: "10 weeks" is no time; expected a time such as 10 hours or 1 hour 30 minutes
            Charge at C/5 for 10 h or until C/50 ~ 3:37: a current that is kept constant cannot end on a current ("C/50"); hold a voltage to let it fall
            Rest for 1 h or until 5 mA      ~ 3:27: no current flows in a rest, so it cannot end on one ("5 mA")
            Hold at 4.3 V for 1 h or until 4 V ~ 3:36: a hold keeps its voltage and cannot end on one ("4 V"); expected a current such as C/50
            Hold at C/5 for 1 h             ~ 3:13: "C/5" does not start with a number; expected a voltage such as 4.3 V
            Charge at C/5 for 1 h or until voltge > 4 V ~ 3:36: unknown quantity "voltge" in a condition; did you mean "voltage"?
            Rest for 1 h (5 s)              ~ 3:18: "(5 s)" is not known here; expected for example (10 second period)
            Rest for 1 h (soon period)      ~ 3:18: "soon" does not start with a number; expected a time such as 10 hours or 1 hour 30 minutes
            """)
    void theWordAtFaultIsNamedWithItsColumn(String sentence, String message) {
        assertThat(problems("protocol: x\nsteps:\n  - " + sentence + "\n"))
                .containsExactly("p.yaml:" + message.replaceFirst(": ", ": error: "));
    }

    @Test
    void aTextThatWasChangedOrBrokenIsPlacedAtItsBeginning() {
        String text =
                "protocol: x\nparameters: { rate: 5 }\nsteps:\n  - Charge at $rate for 1 h\n  - >\n    Rest for\n    ever\n";
        assertThat(problems(text))
                .containsExactly(
                        "p.yaml:4:5: error: \"5\" has no unit; expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g or a"
                                + " C-rate such as C/5",
                        "p.yaml:5:5: error: \"ever\" does not start with a number; expected a time such as 10 hours or"
                                + " 1 hour 30 minutes");
        assertThat(problems("protocol: x\nsteps:\n  - \"Rest for ever\"\n"))
                .containsExactly(
                        "p.yaml:3:15: error: \"ever\" does not start with a number; expected a time such as 10 hours"
                                + " or 1 hour 30 minutes");
        assertThat(problems("protocol: x\nsteps:\n  -\n  - \"\"\n"))
                .containsExactly(
                        "p.yaml:3:4: error: expected a step such as charge: C/5, found nothing",
                        "p.yaml:4:5: error: expected a step such as charge: C/5, found an empty text");
    }

    /** What the other program takes and this one does not: constant resistance, directions that are not said in words. */
    private static final Set<String> NOT_TAKEN =
            Set.of("Discharge at 4 Ohm for 10 seconds", "Discharge at -1 A for 1 hour", "Rest until 3 V");

    @Test
    void sentencesOfAnotherProgramMeanTheSameOrAreRefused() throws IOException {
        Path file = Path.of(System.getProperty("cellwright.house", "."))
                .toAbsolutePath()
                .normalize();
        Optional<Path> found = Stream.of("../shared/data", "../../shared/data")
                .map(folder -> file.resolve(folder).resolve("protocols/pybamm_strings_expected.json"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(found.isPresent(), "the folder of fixtures is not beside the house");
        JsonNode all = new ObjectMapper().readTree(Files.readString(found.orElseThrow()));
        int same = 0;
        for (Map.Entry<String, JsonNode> each : all.properties()) {
            List<String> problems = problems("protocol: x\nsteps:\n  - " + each.getKey() + "\n");
            boolean bounded = each.getKey().contains(" for ");
            if (each.getValue().has("duration") && bounded && !NOT_TAKEN.contains(each.getKey())) {
                assertThat(problems).as(each.getKey()).isEmpty();
                compare((Step.Drive) step(each.getKey()), each.getValue());
                same++;
            } else if (each.getValue().has("duration")) {
                assertThat(problems).as(each.getKey()).hasSize(1);
                assertThat(NOT_TAKEN.contains(each.getKey())
                                || problems.getFirst().contains("say how long it may take"))
                        .as(each.getKey())
                        .isTrue();
            }
        }
        assertThat(same).isEqualTo(12);
    }

    private static void compare(Step.Drive step, JsonNode expected) {
        double value = expected.path("value").asDouble();
        switch (step.setting()) {
            case Setting.Rest rest -> assertThat(expected.path("type").asText()).isEqualTo("Rest");
            case Setting.Galvanostatic current -> {
                boolean rate = current.current() instanceof Amount.CRate;
                assertThat(expected.path("type").asText()).isEqualTo(rate ? "CRate" : "Current");
                double sign = current.direction() == Direction.CHARGE ? -1 : 1;
                assertThat(sign * current.current().number()).isEqualTo(value);
            }
            case Setting.Potentiostatic hold -> assertThat(hold.volts().volts()).isEqualTo(value);
            case Setting.ConstantPower power ->
                assertThat(-power.power().number()).isEqualTo(value);
        }
        Duration time =
                Duration.ofMillis(Math.round(1000 * expected.path("duration").asDouble()));
        int ends = expected.path("termination").size();
        if (ends == 0) {
            assertThat(step.atMost()).contains(time);
        } else {
            var either = (Until.AnyOf) step.until().orElseThrow();
            assertThat(either.parts()).hasSize(1 + ends).contains(new Until.Elapsed(time));
        }
        assertThat(step.record().isPresent()).isEqualTo(!expected.path("period").isNull());
    }
}
