package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.exported;
import static cellwright.protocol.exchange.Foreign.problems;
import static cellwright.protocol.exchange.Foreign.read;
import static cellwright.protocol.exchange.Foreign.remarks;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Cell;
import cellwright.protocol.Places;
import cellwright.protocol.Result;
import cellwright.protocol.exchange.ProtocolExport.Target;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.MadeUp;
import cellwright.protocol.yaml.ReadProtocol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a protocol other programs are told, and what they are not. */
final class ProtocolExportTest {
    private static final String HEAD = "protocol: p\nsteps:\n";

    @Test
    void pybammIsToldEveryTime() {
        Exported exported = exported(Target.PYBAMM, """
                protocol: p
                record: { every: 10 s }
                limits: { voltage: 2..4.5 V, pressure: 200..300 MPa }
                steps:
                  - pressure: 250 MPa
                    stable: { within: 5 MPa, for: 10 min }
                    at most: 1 h
                  - rest: 90 s
                  - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 1 Hz, per decade: 10 }
                  - cycles: 2
                    steps:
                      - { charge: C/3, until: voltage >= 4.3 V, at most: 4 h }
                      - { hold: 4.3 V, until: current <= 50 µA, at most: 1 h, when late: next, record: { every: 1 s } }
                      - { discharge: 2 mA, until: voltage <= 2.5 V, at most: 0.5 s, when late: next }
                  - power: 3 mW
                    at most: 1 min
                """);
        assertThat(exported.text()).isEqualTo("""
                Rest for 90 seconds (10 seconds period)
                Charge at 0.3333333333333333C for 4 hours or until 4.3 V (10 seconds period)
                Hold at 4.3 V for 1 hour or until 0.05 mA (1 second period)
                Discharge at 2 mA for 0.5 seconds or until 2.5 V (10 seconds period)
                Charge at 0.3333333333333333C for 4 hours or until 4.3 V (10 seconds period)
                Hold at 4.3 V for 1 hour or until 0.05 mA (1 second period)
                Discharge at 2 mA for 0.5 seconds or until 2.5 V (10 seconds period)
                Charge at 0.003 W for 1 minute (10 seconds period)
                """);
        assertThat(exported.steps()).isEqualTo(8);
        assertThat(remarks(exported.remarks()))
                .containsExactly(
                        "p.yaml:3:40: lost: the limit on pressure",
                        "p.yaml:5:5 (step 1): lost: the pressure is not set, and not waited for",
                        "p.yaml:12:9 (step 4.1): differs: if the step takes longer than 4.000 h, the run stops at rest"
                                + " here, but goes on with the next step there",
                        "p.yaml:3:20: lost: the limit on voltage; PyBaMM keeps to those of its parameters",
                        "p.yaml:9:5 (step 3): lost: the impedance spectrum");
    }

    @Test
    void unicyclerIsToldInItsUnits() throws Exception {
        Exported exported = exported(Target.UNICYCLER, """
                protocol: p
                record: { every: 1 min, dV: 5 mV, dI: 1 µA }
                limits: { voltage: -1..1 V, current: ..3 mA }
                steps:
                  - note: begin
                  - cycles: 3
                    steps:
                      - { charge: 0.25 mA, at most: 1 h }
                      - { discharge: 0.25 mA, until: [ voltage <= 0 V, capacity >= 0.5 mAh ], at most: 1 h }
                  - eis: { mode: galvanostatic, amplitude: 20 µA, from: 100 kHz, to: 1 Hz, per decade: 6 }
                """);
        JsonNode json = new ObjectMapper().readTree(exported.text());
        assertThat(json.get("record")).hasToString("{\"time_s\":60,\"voltage_V\":0.005,\"current_mA\":0.001}");
        assertThat(json.get("safety")).hasToString("{\"min_voltage_V\":-1,\"max_voltage_V\":1,\"max_current_mA\":3}");
        assertThat(json.get("method").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"step\":\"tag\",\"tag\":\"begin\"}",
                        "{\"step\":\"tag\",\"tag\":\"loop 1\"}",
                        "{\"step\":\"constant_current\",\"current_mA\":0.25,\"until_time_s\":3600}",
                        "{\"step\":\"constant_current\",\"current_mA\":-0.25,\"until_time_s\":3600,\"until_voltage_V\":0}",
                        "{\"step\":\"loop\",\"loop_to\":\"loop 1\",\"cycle_count\":3}",
                        "{\"step\":\"impedance_spectroscopy\",\"amplitude_mA\":0.02,\"start_frequency_Hz\":100000,"
                                + "\"end_frequency_Hz\":1,\"points_per_decade\":6}");
        assertThat(remarks(exported.remarks()))
                .anyMatch(remark -> remark.contains("passes over a cut-off of 0 V"))
                .anyMatch(remark -> remark.contains("a charge ends the step here; there it is the time"));
    }

    @Test
    void aCellGivesWhatItsFileSays() {
        ReadProtocol protocol = read("""
                protocol: p
                reference: Li+/Li
                steps:
                  - { charge: 1 mA/cm2, until: voltage >= 4.3 V, at most: 1 h, when late: next }
                  - { discharge: 100 mA/g, until: voltage <= 2.622 V, at most: 1 h, when late: next }
                """);
        assertThat(problems(ProtocolExport.write(Target.PYBAMM, protocol, Optional.empty())))
                .hasSize(2)
                .allMatch(problem -> problem.contains("--cell"));
        Result<Cell> cell = CellReader.read("c.yaml", """
                cell: c
                chemistry: made up
                active mass: 10 mg
                area: 2 cm2
                one C: 150 mA/g
                counter electrode: { name: In/InLi, vs Li+/Li: 0.622 V }
                envelope: { voltage: 1..4.5 V vs cell, silence: 30 s }
                """);
        assertThat(problems(cell)).isEmpty();
        Cell known = ((Result.Made<Cell>) cell).value();
        Exported sentences = value(ProtocolExport.write(Target.PYBAMM, protocol, Optional.of(known)));
        assertThat(sentences.text()).isEqualTo("""
                Charge at 2 mA for 1 hour or until 3.678 V (30 seconds period)
                Discharge at 1 mA for 1 hour or until 2 V (30 seconds period)
                """);
        Exported json = value(ProtocolExport.write(Target.UNICYCLER, protocol, Optional.of(known)));
        assertThat(json.text()).contains("\"name\" : \"c\"", "\"capacity_mAh\" : 1.5");
    }

    private static Exported value(Result<Exported> result) {
        assertThat(problems(result)).isEmpty();
        return ((Result.Made<Exported>) result).value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ charge: 1 mA, until: temperature >= 40 °C, at most: 12 h }~the current would flow for 12.00 h",
                "{ charge: 1 mA, until: { all: [ voltage >= 4 V, after 1 h ] }, at most: 12 h }~several conditions",
                "{ repeat: forever, until: voltage >= 4 V, steps: [ { rest: 1 h } ] }~give it a number",
                "{ if: voltage >= 4 V, then: [ { rest: 1 h } ] }~write the steps out",
                "{ pulse: { charge: 1 mA, for: 1 s }, repeat: forever, until: voltage >= 4 V }~give them a number",
                "{ pressure: 1 MPa, stable: { within: 1 kPa, for: 1 s }, at most: 1 h }~nothing is left",
                "{ cycles: 20000, steps: [ { rest: 1 h } ] }~20000 sentences"
            })
    void whatWouldBeDangerousIsRefused(String step, String words) {
        List<String> problems =
                problems(ProtocolExport.write(Target.PYBAMM, read(HEAD + "  - " + step + "\n"), Optional.empty()));
        assertThat(problems).singleElement().asString().startsWith("p.yaml").contains("error: ", words);
    }

    @Test
    void seriesAreWrittenOut() {
        assertThat(exported(Target.PYBAMM, HEAD + """
                  - ramp: { from: 0.1 mA, to: 0.3 mA, step: 0.1 mA }
                    each: 1 h
                    both ways: true
                  - pulse: { discharge: 1 mA, for: 10 s, rest: 1 min }
                    repeat: 2
                  - polarise: [ 0.25 V, 0 V ]
                    each: 2 h
                """).text().replace(" (30 seconds period)", ""))
                .isEqualTo("""
                Charge at 0.1 mA for 1 hour
                Discharge at 0.1 mA for 1 hour
                Charge at 0.2 mA for 1 hour
                Discharge at 0.2 mA for 1 hour
                Charge at 0.3 mA for 1 hour
                Discharge at 0.3 mA for 1 hour
                Discharge at 1 mA for 10 seconds
                Rest for 1 minute
                Discharge at 1 mA for 10 seconds
                Rest for 1 minute
                Hold at 0.25 V for 2 hours
                Hold at 0 V for 2 hours
                """);
    }

    @Test
    void whateverAProtocolSaysItIsWrittenOrRefused() {
        int written = 0;
        for (long seed = 0; seed < 500; seed++) {
            var protocol = new ReadProtocol(new MadeUp(seed).protocol(), Places.unknown("p"));
            for (Target target : Target.values()) {
                for (Optional<Cell> cell : List.of(Optional.<Cell>empty(), Optional.of(new MadeUp(seed).cell()))) {
                    Result<Exported> result = ProtocolExport.write(target, protocol, cell);
                    if (result instanceof Result.Made<Exported> made) {
                        written++;
                        assertThat(made.value().text()).as("seed %d", seed).isNotBlank();
                    } else {
                        assertThat(problems(result)).as("seed %d", seed).isNotEmpty();
                    }
                }
            }
        }
        assertThat(written).isGreaterThan(10);
    }
}
