package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.made;
import static cellwright.protocol.exchange.Foreign.problems;
import static cellwright.protocol.exchange.Foreign.remarks;
import static cellwright.protocol.exchange.Foreign.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a unicycler file means here, and what of it is refused. */
final class UnicyclerReaderTest {
    private static String method(String steps) {
        return "{\"record\": {\"time_s\": 10},\n\"method\": [" + steps + "]}";
    }

    @Test
    void aWholeFileBecomesAProtocol() throws IOException {
        Imported imported = made(Foreign.own("solid-state.json"));
        assertThat(imported.format()).isEqualTo(ForeignFormat.UNICYCLER);
        assertThat(imported.text().lines().filter(line -> !line.startsWith("#")))
                .containsExactly("""
                        protocol: imported
                        source: imported from aurora-unicycler JSON
                        C-rate: cell
                        reference cycle: 1
                        record: { every: 10 s, dV: 5 mV }
                        limits: { voltage: 1.9..4.4 V, current: -3..3 mA }
                        steps:
                          - rest: 1 h
                          - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 mHz, per decade: 10, at: open circuit }
                          - cycles: 50
                            steps:
                              - charge: C/10
                                until: voltage >= 4.3 V
                                at most: 20 h
                              - hold: 4.3 V
                                until: current <= C/50
                                at most: 2 h
                                when late: next
                              - discharge: C/10
                                until: voltage <= 2.5 V
                                at most: 20 h
                          - note: the end
                        """.lines().toArray(String[]::new));
        assertThat(remarks(imported.remarks()))
                .contains(
                        "f:9:15 (method[3].step): made explicit: the step has no longest time; if it is not over after"
                                + " 20.00 h, the run stops at rest (\"at most\")",
                        "f:2:48 (sample.capacity_mAh): differs: 1C of this file is 1.5 mA; here the cell's file says what"
                                + " 1C is: see that it says \"one C: 1.5 mA\"");
        assertThat(imported.text()).contains("# f:9:15 (method[3].step): made explicit");
    }

    @Test
    void aCutOffOfZeroVoltsIsACutOff() throws IOException {
        assertThat(steps(Foreign.own("symmetric.json"))).contains("until: voltage <= 0 V");
        assertThat(steps(method("{\"step\":\"constant_current\",\"rate_C\":-1,\"until_voltage_V\":\"0\"}")))
                .isEqualTo("- discharge: 1C\n  until: voltage <= 0 V\n  at most: 2 h\n");
    }

    @Test
    void aTimeAndAVoltageEndAStepWhicheverComesFirst() {
        assertThat(steps(method("{\"step\":\"constant_current\",\"current_mA\":-1.5,\"until_time_s\":60,"
                        + "\"until_voltage_V\":2}")))
                .isEqualTo("- discharge: 1.5 mA\n  until: voltage <= 2 V\n  at most: 1 min\n  when late: next\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.05|charge: C/20",
                "1/20|charge: C/20",
                "C/5|charge: C/5",
                "3C/2|charge: 1.5C",
                "D/5|discharge: C/5",
                "2 D / 4|discharge: C/2"
            })
    void ratesAreNumbersOrFractions(String rate, String means) {
        assertThat(steps(method("{\"step\":\"constant_current\",\"rate_C\":\"" + rate + "\",\"until_time_s\":60}")))
                .startsWith("- " + means + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5C/2D", "3CD/2", "1/2/3", "C", "C/0", "x", "1e999", "nan"})
    void otherRatesAreRefused(String rate) {
        assertThat(problems(method("{\"step\":\"constant_current\",\"rate_C\":\"" + rate + "\",\"until_time_s\":60}")))
                .isNotEmpty()
                .anyMatch(problem -> problem.startsWith("f:2:48: error: method[0].rate_C "));
    }

    @Test
    void theRateCountsWhereACurrentStandsBesideIt() {
        Imported imported =
                made(method("{\"step\":\"constant_current\",\"rate_C\":1,\"current_mA\":9,\"until_time_s\":60}"));
        assertThat(imported.text()).contains("- charge: 1C\n");
        assertThat(remarks(imported.remarks())).anyMatch(remark -> remark.contains("rate_C stands beside it"));
    }

    @Test
    void loopsByNumberCountTagsAndNestAtTheSameStart() {
        String rest = "{\"step\":\"open_circuit_voltage\",\"until_time_s\":1}";
        assertThat(steps(method("{\"step\":\"tag\",\"tag\":\"a\"}," + rest
                        + ",{\"step\":\"loop\",\"loop_to\":\"a\",\"cycle_count\":2}," + rest
                        + ",{\"step\":\"loop\",\"loop_to\":2,\"cycle_count\":3}")))
                .isEqualTo("""
                        - repeat: 3
                          steps:
                            - repeat: 2
                              steps:
                                - rest: 1 s
                            - rest: 1 s
                        """);
    }

    @Test
    void whatIsLostIsTold() {
        Imported imported = made("""
                {"record": {"time_s": 10}, "safety": {"max_capacity_mAh": 5, "delay_s": 2},
                 "sample": {"name": "ssb"},
                 "method": [{"step": "impedance_spectroscopy", "id": "x", "amplitude_mA": 0.1, "start_frequency_Hz": 10,
                   "end_frequency_Hz": 1, "points_per_decade": 6, "measures_per_point": 3, "drift_correction": true}]}
                """);
        assertThat(imported.text()).contains("- eis: { mode: galvanostatic, amplitude: 100 µA, from: 10 Hz, to: 1 Hz,");
        assertThat(remarks(imported.remarks()).stream()
                        .filter(remark -> remark.contains(": lost: ") || remark.contains(": differs: "))
                        .map(remark -> remark.substring(remark.indexOf('(') + 1, remark.indexOf(')'))))
                .containsExactly(
                        "sample.name",
                        "safety.max_capacity_mAh",
                        "safety.delay_s",
                        "method[0].id",
                        "method[0].measures_per_point",
                        "method[0].drift_correction");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'step':'voltage_scan','start_voltage_V':3,'end_voltage_V':4,'scan_rate_mV_per_s':1}|f:2:20|voltage_scan cannot be said",
                "{'step':'constant_current','until_time_s':5}|f:2:12|method[0].rate_C is missing",
                "{'step':'constant_current','rate_C':0,'until_time_s':5}|f:2:12|other than 0",
                "{'step':'constant_current','rate_C':1}|f:2:12|so that the step ends",
                "{'step':'constant_current','rate_C':1,'until_time_s':-5}|f:2:65|above 0 s",
                "{'step':'constant_current','rate_C':1,'until_time_s':1e30}|f:2:65|century",
                "{'step':'constant_current','rate_C':1,'until_time_s':true}|f:2:65|must be a number",
                "{'step':'constant_voltage','voltage_V':4.2}|f:2:12|until_rate_C or until_current_mA",
                "{'step':'constant_voltage','until_time_s':4}|f:2:12|the voltage to hold",
                "{'step':'constant_voltage','voltage_V':{},'until_time_s':4}|f:2:51|must be a number",
                "{'step':'open_circuit_voltage','until_time_s':''}|f:2:12|a time above 0",
                "{'step':'open_circuit_voltage','until_time_s':5,'pressure_MPa':3}|f:2:75|is not known; known here are step",
                "{'step':'impedance_spectroscopy','amplitude_V':1,'amplitude_mA':1,'start_frequency_Hz':1,'end_frequency_Hz':2}|f:2:12|not both",
                "{'step':'impedance_spectroscopy','amplitude_V':1,'start_frequency_Hz':1e9,'end_frequency_Hz':2}|f:2:12|1e-5 to 1e7 Hz",
                "{'step':'loop','cycle_count':2}|f:2:12|must go back",
                "{'step':'loop','loop_to':'x','cycle_count':2}|f:2:37|which is not there",
                "{'step':'tag','tag':' '}|f:2:12|a name",
                "{'step':'rest'}|f:2:20|expected one of open_circuit_voltage",
                "{}|f:2:12|step is missing",
                "5|f:2:12|a step is an object"
            })
    void aFaultyStepIsToldWithItsPlaceAndItsPath(String step, String place, String words) {
        List<String> problems = problems(method(step.replace('\'', '"')));
        assertThat(problems)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(place + ": error: ").contains(words));
    }

    @Test
    void loopsThatCrossAreRefused() {
        String rest = "{\"step\":\"open_circuit_voltage\",\"until_time_s\":1},";
        assertThat(problems(method(rest + rest + "{\"step\":\"loop\",\"loop_to\":1,\"cycle_count\":2}," + rest
                        + "{\"step\":\"loop\",\"loop_to\":2,\"cycle_count\":2}")))
                .singleElement()
                .asString()
                .contains("method[4]: this loop goes back into the middle of another loop");
        assertThat(problems(method(rest
                        + "{\"step\":\"tag\",\"tag\":\"t\"},{\"step\":\"loop\",\"loop_to\":\"t\",\"cycle_count\":2}")))
                .singleElement()
                .asString()
                .contains("repeats nothing");
    }

    @Test
    void everyFaultOfAFileIsToldAtOnce() {
        assertThat(problems("""
                {"record": {}, "safety": {"max_voltage_V": 2, "min_voltage_V": 3}, "extra": 1, "sample": 5,
                 "method": []}"""))
                .containsExactlyInAnyOrder(
                        "f:1:90: error: sample must be an object, found the number 5",
                        "f:1:12: error: record.time_s is missing; expected a time in s above 0 between two records",
                        "f:1:44: error: safety.max_voltage_V must be above the minimum",
                        "f:1:77: error: extra is not known; known here are unicycler, sample, record, safety, method",
                        "f:2:12: error: method must be a list of one or more steps, found a list");
    }
}
