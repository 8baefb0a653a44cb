package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static cellwright.protocol.yaml.Texts.protocol;
import static cellwright.protocol.yaml.Texts.result;
import static cellwright.protocol.yaml.Texts.step;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProtocolReaderTest {
    private static final Amount.Volts UPPER = new Amount.Volts(4.3, Optional.empty());

    private static Step.Drive drive(Setting setting) {
        return new Step.Drive(
                setting,
                Optional.empty(),
                Optional.empty(),
                WhenLate.STOP,
                Optional.empty(),
                Limits.NONE,
                Optional.empty());
    }

    private static Step.Drive rest(Duration time) {
        return new Step.Drive(
                new Setting.Rest(),
                Optional.empty(),
                Optional.of(time),
                WhenLate.STOP,
                Optional.empty(),
                Limits.NONE,
                Optional.empty());
    }

    @Test
    void aSmallProtocolHasItsDefaults() {
        assertThat(protocol("protocol: x\nsteps:\n  - rest: 1 h\n"))
                .isEqualTo(new Protocol(
                        "x",
                        "",
                        Optional.empty(),
                        new RateBasis.CellDefinition(),
                        1,
                        RecordReader.USUAL,
                        Limits.NONE,
                        Map.of(),
                        List.of(rest(Duration.ofHours(1)))));
    }

    @Test
    void theHeading() {
        Protocol protocol = protocol("""
                protocol: x
                source: somewhere
                reference: Li+/Li
                C-rate: discharge capacity of cycle 2
                reference cycle: 3
                record: { every: 10 s, dV: 2 mV, dI: C/100, dQ: 1 mAh/g }
                limits:
                  voltage: { range: 2.5..4.7 V, trips: 1 of 4 }
                  current: { low: -1 mA, high: 36 mA/g }
                  pressure: 200..300 MPa
                  force: ..20 kN
                  temperature: 20.. °C
                  silence: 5 s
                steps:
                  - note: go
                """.replace("20.. °C", "20 °C.."));
        assertThat(protocol.source()).isEqualTo("somewhere");
        assertThat(protocol.reference()).contains("Li+/Li");
        assertThat(protocol.rateBasis()).isEqualTo(new RateBasis.MeasuredIn(2));
        assertThat(protocol.referenceCycle()).isEqualTo(3);
        assertThat(protocol.record())
                .isEqualTo(new RecordRule(
                        Optional.of(Duration.ofSeconds(10)),
                        OptionalDouble.of(0.002),
                        Optional.of(new Amount.CRate(0.01)),
                        Optional.of(new Amount.PerMass(3600))));
        assertThat(protocol.limits().silence()).contains(Duration.ofSeconds(5));
        assertThat(protocol.limits().bounds())
                .containsExactly(
                        new Limits.Bound(
                                Subject.VOLTAGE,
                                Optional.of(new Amount.Volts(2.5, Optional.empty())),
                                Optional.of(new Amount.Volts(4.7, Optional.empty())),
                                new Debounce(1, 4)),
                        bound(Subject.CURRENT, new Amount.Si(-0.001), new Amount.PerMass(36)),
                        bound(Subject.PRESSURE, new Amount.Si(2e8), new Amount.Si(3e8)),
                        new Limits.Bound(
                                Subject.FORCE, Optional.empty(), Optional.of(new Amount.Si(2e4)), Debounce.USUAL),
                        new Limits.Bound(
                                Subject.TEMPERATURE,
                                Optional.of(new Amount.Si(293.15)),
                                Optional.empty(),
                                Debounce.USUAL));
    }

    private static Limits.Bound bound(Subject subject, Amount low, Amount high) {
        return new Limits.Bound(subject, Optional.of(low), Optional.of(high), Debounce.USUAL);
    }

    @Test
    void currents() {
        assertThat(step("charge: C/5")).isEqualTo(drive(galvanostatic(Direction.CHARGE, new Amount.CRate(0.2))));
        assertThat(step("discharge: 1.2 mA"))
                .isEqualTo(drive(galvanostatic(Direction.DISCHARGE, new Amount.Si(0.0012))));
        assertThat(step("charge: 0.5 mA/cm2")).isEqualTo(drive(galvanostatic(Direction.CHARGE, new Amount.PerArea(5))));
        assertThat(step("charge: 36 mA/g")).isEqualTo(drive(galvanostatic(Direction.CHARGE, new Amount.PerMass(36))));
        assertThat(step("current: -1 mA")).isEqualTo(drive(galvanostatic(Direction.SIGNED, new Amount.Si(-0.001))));
        assertThat(step("current: -C/5")).isEqualTo(drive(galvanostatic(Direction.DISCHARGE, new Amount.CRate(0.2))));
        assertThat(step("current: C/5")).isEqualTo(drive(galvanostatic(Direction.CHARGE, new Amount.CRate(0.2))));
    }

    private static Setting galvanostatic(Direction direction, Amount amount) {
        return new Setting.Galvanostatic(direction, amount);
    }

    @Test
    void powerHoldAndRest() {
        assertThat(step("power: -5 mW")).isEqualTo(drive(new Setting.ConstantPower(new Amount.Si(-0.005))));
        assertThat(step("power: 2 mW/cm2")).isEqualTo(drive(new Setting.ConstantPower(new Amount.PerArea(20))));
        assertThat(step("hold: 4.3 V")).isEqualTo(drive(new Setting.Potentiostatic(UPPER, Optional.empty())));
        assertThat(step("hold: 4.3 V vs Li+/Li\nmax current: C/2"))
                .isEqualTo(drive(new Setting.Potentiostatic(
                        new Amount.Volts(4.3, Optional.of("Li+/Li")), Optional.of(new Amount.CRate(0.5)))));
        assertThat(step("rest: 30 min")).isEqualTo(rest(Duration.ofMinutes(30)));
        assertThat(step("rest:")).isEqualTo(drive(new Setting.Rest()));
        assertThat(step("rest:\nat most: 2 h")).isEqualTo(rest(Duration.ofHours(2)));
    }

    @Test
    void whatADriveStepMaySay() {
        Step step = step("""
                charge: C/5
                until: voltage >= 4.3 V
                at most: 8 h
                when late: next
                record: ends only
                limits: { temperature: 20..30 °C }
                every: { 1 h: [ rest: 30 min ] }
                """);
        assertThat(step)
                .isEqualTo(new Step.Drive(
                        galvanostatic(Direction.CHARGE, new Amount.CRate(0.2)),
                        Optional.of(new Until.Above(Subject.VOLTAGE, UPPER)),
                        Optional.of(Duration.ofHours(8)),
                        WhenLate.NEXT,
                        Optional.of(RecordRule.ENDS_ONLY),
                        new Limits(
                                List.of(bound(Subject.TEMPERATURE, new Amount.Si(293.15), new Amount.Si(303.15))),
                                Optional.empty()),
                        Optional.of(new Step.Every(Duration.ofHours(1), List.of(rest(Duration.ofMinutes(30)))))));
    }

    @Test
    void settleSteps() {
        assertThat(step("temperature: 25 °C\nramp: 1 K/min\nstable: { within: 0.2 K, for: 30 min }\nat most: 4 h"))
                .isEqualTo(new Step.Settle(
                        Subject.TEMPERATURE,
                        OptionalDouble.of(298.15),
                        OptionalDouble.of(1.0 / 60),
                        0.2,
                        Duration.ofMinutes(30),
                        Duration.ofHours(4),
                        WhenLate.STOP));
        assertThat(step("pressure: 250 MPa\nramp: 6 MPa/min\nstable: { within: 5 MPa, for: 10 min }\nat most: 1 h\n"
                        + "when late: next"))
                .isEqualTo(new Step.Settle(
                        Subject.PRESSURE,
                        OptionalDouble.of(2.5e8),
                        OptionalDouble.of(1e5),
                        5e6,
                        Duration.ofMinutes(10),
                        Duration.ofHours(1),
                        WhenLate.NEXT));
        for (Subject subject : Subject.values()) {
            String unit = SubjectText.difference(subject) == Dimension.DIFFERENCE
                    ? "K"
                    : WrittenUnit.of(SubjectText.dimension(subject), Basis.TOTAL)
                            .getFirst()
                            .symbol();
            assertThat(step("wait for: " + subject.word() + "\nstable: { within: 2 " + unit
                            + ", for: 1 min }\nat most: 1 h"))
                    .isEqualTo(new Step.Settle(
                            subject,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            2,
                            Duration.ofMinutes(1),
                            Duration.ofHours(1),
                            WhenLate.STOP));
        }
        assertThat(step("force: 19.6 kN\nstable: { within: 10 N, for: 1 min }\nat most: 1 h"))
                .isInstanceOf(Step.Settle.class);
    }

    @Test
    void spectra() {
        assertThat(step("eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 10 }"))
                .isEqualTo(new Step.Measure(new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, 0.1, 10, false)));
        assertThat(
                        step(
                                "eis: { mode: galvanostatic, amplitude: 1 µA, from: 1 kHz, to: 1 Hz, per decade: 5, at: hold }"))
                .isEqualTo(new Step.Measure(new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-6, 1e3, 1, 5, true)));
    }

    @Test
    void loopsChoicesAndNotes() {
        Step note = new Step.Note("hello");
        assertThat(step("cycles: 600\nuntil: retention < 80 %\nsteps:\n  - note: hello"))
                .isEqualTo(new Step.Repeat(
                        Optional.of(600),
                        Optional.of(new Until.CycleBelow(CycleMeasure.RETENTION, new Amount.Si(0.8))),
                        true,
                        List.of(note)));
        assertThat(step("repeat: 2\nsteps: [ note: hello ]"))
                .isEqualTo(new Step.Repeat(Optional.of(2), Optional.empty(), false, List.of(note)));
        assertThat(step("cycles: forever\nuntil: after 3 h\nsteps: [ note: hello ]"))
                .isEqualTo(new Step.Repeat(
                        Optional.empty(), Optional.of(new Until.Elapsed(Duration.ofHours(3))), true, List.of(note)));
        assertThat(step("if: cycle in [1, 2, 535]\nthen: [ note: hello ]\nelse: [ note: hello, note: hello ]"))
                .isEqualTo(new Step.Choose(new Until.CycleIn(List.of(1, 2, 535)), List.of(note), List.of(note, note)));
        assertThat(step("if: cycle in [1]\nthen: []"))
                .isEqualTo(new Step.Choose(new Until.CycleIn(List.of(1)), List.of(), List.of()));
    }

    @Test
    void combinedConditions() {
        Until volts = new Until.Above(Subject.VOLTAGE, UPPER);
        Until time = new Until.Elapsed(Duration.ofMinutes(5));
        Until any = new Until.AnyOf(List.of(volts, time));
        assertThat(until("[ voltage >= 4.3 V, after 5 min ]")).isEqualTo(any);
        assertThat(until("{ any: [ voltage >= 4.3 V, after 5 min ] }")).isEqualTo(any);
        assertThat(until("{ all: [ after 5 min, [ voltage >= 4.3 V, after 5 min ] ] }"))
                .isEqualTo(new Until.AllOf(List.of(time, any)));
        assertThat(until("\"|dV/dt| <= 1 V/s over 5 min\""))
                .isEqualTo(new Until.Slower(Subject.VOLTAGE, 1, Duration.ofMinutes(5)));
    }

    private static Until until(String text) {
        return ((Step.Drive) step("rest: 1 h\nuntil: " + text)).until().orElseThrow();
    }

    @Test
    void partsKnowTheirPlaces() {
        Places places = made(result("""
                protocol: x
                limits: { voltage: 2..4 V }
                steps:
                  - rest: 1 h
                    every: { 5 min: [ note: a, note: b ] }
                  - cycles: 2
                    steps:
                      - note: c
                  - if: cycle in [1]
                    then:
                      - note: d
                    else: [ note: e ]
                """)).places();
        assertThat(places.at("limits/voltage")).isEqualTo(new Place("p.yaml", 2, 20));
        assertThat(places.at("steps/0")).isEqualTo(new Place("p.yaml", 4, 5));
        assertThat(places.at("steps/0/every/1")).isEqualTo(new Place("p.yaml", 5, 32));
        assertThat(places.at("steps/1/steps/0")).isEqualTo(new Place("p.yaml", 8, 9));
        assertThat(places.at("steps/2/if")).isEqualTo(new Place("p.yaml", 9, 9));
        assertThat(places.at("steps/2/then/0")).isEqualTo(new Place("p.yaml", 11, 9));
        assertThat(places.at("steps/2/else/0")).isEqualTo(new Place("p.yaml", 12, 13));
        assertThat(places.file()).isEqualTo("p.yaml");
    }

    @Test
    void aGoodProtocolHasNoDoubts() {
        assertThat(problems("protocol: x\nsteps:\n  - rest: 1 h\n")).isEmpty();
    }
}
