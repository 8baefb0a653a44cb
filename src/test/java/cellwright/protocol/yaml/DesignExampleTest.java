package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.problems;
import static cellwright.protocol.yaml.Texts.protocol;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
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

/** One file as a scientist would write it. */
class DesignExampleTest {
    private static final String TEXT = """
            protocol: NCM622 impedance along the first cycle
            source: Zhou et al. 2022, Fig. 6a-c
            reference: Li+/Li                     # voltages below are versus this
            record: { every: 10 s, dV: 2 mV }
            limits: { voltage: 2.5..4.7 V, pressure: 200..300 MPa, temperature: 20..30 °C, silence: 5 s }
            steps:
              - temperature: 25 °C
                stable: { within: 0.2 K, for: 30 min }
                at most: 4 h
              - pressure: 250 MPa
                stable: { within: 5 MPa, for: 10 min }
                at most: 1 h
              - eis: &spectrum { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 10 }
              - cycles: 1
                steps:
                  - charge: C/5
                    until: voltage >= 4.6 V
                    at most: 8 h
                    every: { 1 h: [ rest: 30 min, eis: *spectrum, rest: 30 min ] }   # the step's own clock goes on
                  - discharge: C/5
                    until: voltage <= 2.8 V
                    at most: 8 h
                    every: { 1 h: [ rest: 30 min, eis: *spectrum, rest: 30 min ] }
            """;
    private static final Step SPECTRUM =
            new Step.Measure(new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, 0.1, 10, false));

    private static Step settle(Subject subject, double target, double within, int stableMinutes, int atMostHours) {
        return new Step.Settle(
                subject,
                OptionalDouble.of(target),
                OptionalDouble.empty(),
                within,
                Duration.ofMinutes(stableMinutes),
                Duration.ofHours(atMostHours),
                WhenLate.STOP);
    }

    private static Step drive(Setting setting, Optional<Until> until, Duration atMost, Optional<Step.Every> every) {
        return new Step.Drive(setting, until, Optional.of(atMost), WhenLate.STOP, Optional.empty(), Limits.NONE, every);
    }

    private static Step half(Direction direction, Until until) {
        Step rest = drive(new Setting.Rest(), Optional.empty(), Duration.ofMinutes(30), Optional.empty());
        return drive(
                new Setting.Galvanostatic(direction, new Amount.CRate(0.2)),
                Optional.of(until),
                Duration.ofHours(8),
                Optional.of(new Step.Every(Duration.ofHours(1), List.of(rest, SPECTRUM, rest))));
    }

    private static Amount.Volts volts(double volts) {
        return new Amount.Volts(volts, Optional.empty());
    }

    private static Limits.Bound bound(Subject subject, Amount low, Amount high) {
        return new Limits.Bound(subject, Optional.of(low), Optional.of(high), Debounce.USUAL);
    }

    @Test
    void itReadsAsWhatItSays() {
        var limits = new Limits(
                List.of(
                        bound(Subject.VOLTAGE, volts(2.5), volts(4.7)),
                        bound(Subject.PRESSURE, new Amount.Si(2e8), new Amount.Si(3e8)),
                        bound(Subject.TEMPERATURE, new Amount.Si(293.15), new Amount.Si(303.15))),
                Optional.of(Duration.ofSeconds(5)));
        var record = new RecordRule(
                Optional.of(Duration.ofSeconds(10)), OptionalDouble.of(0.002), Optional.empty(), Optional.empty());
        Step cycle = new Step.Repeat(
                Optional.of(1),
                Optional.empty(),
                true,
                List.of(
                        half(Direction.CHARGE, new Until.Above(Subject.VOLTAGE, volts(4.6))),
                        half(Direction.DISCHARGE, new Until.Below(Subject.VOLTAGE, volts(2.8)))));
        assertThat(problems(TEXT)).isEmpty();
        assertThat(protocol(TEXT))
                .isEqualTo(new Protocol(
                        "NCM622 impedance along the first cycle",
                        "Zhou et al. 2022, Fig. 6a-c",
                        Optional.of("Li+/Li"),
                        new RateBasis.CellDefinition(),
                        1,
                        record,
                        limits,
                        Map.of(),
                        List.of(
                                settle(Subject.TEMPERATURE, 298.15, 0.2, 30, 4),
                                settle(Subject.PRESSURE, 2.5e8, 5e6, 10, 1),
                                SPECTRUM,
                                cycle)));
    }

    @Test
    void itsCanonicalTextIsOneAPersonCanRead() {
        assertThat(ProtocolWriter.write(protocol(TEXT))).startsWith("""
                        protocol: NCM622 impedance along the first cycle
                        source: "Zhou et al. 2022, Fig. 6a-c"
                        reference: Li+/Li
                        C-rate: cell
                        reference cycle: 1
                        record: { every: 10 s, dV: 2 mV }
                        limits: { voltage: 2.5..4.7 V, pressure: 200..300 MPa, temperature: 20..30 °C, silence: 5 s }
                        steps:
                          - temperature: 25 °C
                            stable: { within: 0.2 K, for: 30 min }
                            at most: 4 h
                          - pressure: 250 MPa
                            stable: { within: 5 MPa, for: 10 min }
                            at most: 1 h
                          - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 10, at: \
                        open circuit }
                          - cycles: 1
                            steps:
                              - charge: C/5
                                until: voltage >= 4.6 V
                                at most: 8 h
                                every:
                                  1 h:
                                    - rest: 30 min
                        """);
    }
}
