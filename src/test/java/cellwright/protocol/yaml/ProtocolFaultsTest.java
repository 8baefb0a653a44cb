package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolFaultsTest {
    /** The only fault of one step, placed as in line 3, its dash at column 3. */
    private static String fault(String step) {
        String text = "protocol: x\nsteps:\n  - " + step.replace("; ", "\n    ") + "\n";
        assertThat(problems(text)).hasSize(1);
        return problems(text).getFirst().replace("p.yaml:", "").replace(" error:", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            charge: 5                    ~ 3:13: "5" has no unit; expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g or a C-rate such as C/5
            charge: 5 V                  ~ 3:13: "5 V" is a voltage; expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g or a C-rate such as C/5
            charge: 5C/2D                ~ 3:13: "5C/2D" is not a C-rate; expected C/5, 0.2C, 3C or 3C/2
            charge: -1 mA                ~ 3:13: "-1 mA" must be above 0; the direction is in the word before it
            charge:                      ~ 3:12: expected a current such as C/5 or 1.2 mA, found nothing
            charge: [C/5]                ~ 3:13: expected a current such as C/5 or 1.2 mA, found a list
            hold: 4.3V vs Na             ~ 3:11: unknown electrode "Na"; known are Li+/Li, In/InLi, cell
            hold: 4.3                    ~ 3:11: "4.3" has no unit; expected a voltage such as 4.3 V
            hold: 3 V; max curent: C/2   ~ 4:5: unknown key "max curent" in a step with hold:; did you mean "max current"?
            power: 3 mA                  ~ 3:12: "3 mA" is a current; expected a power such as 5 mW, 2 mW/cm2, 100 W/kg
            rest: 30                     ~ 3:11: "30" has no unit; expected a time such as 30 min, 2.5 h or 1 h 30 min
            rest: 3 min; at most: 3 h    ~ 4:5: a rest with a time of its own has no "at most"; write either rest: 30 min, or rest: with nothing behind it and at most:
            charge: C/5; untill: after 3 h ~ 4:5: unknown key "untill" in a step with charge:; did you mean "until"?
            charge: C/5; until: voltage  ~ 4:12: "voltage" is no condition; expected a condition such as voltage >= 4.3 V, current <= C/20, capacity >= 180 mAh/g, time >= 30 min, after 30 min, |dV/dt| <= 1 mV/h over 10 min, retention < 80 %, cycle in [1, 2] or short
            charge: C/5; until: []       ~ 4:12: the list of conditions is empty; expected at least one
            charge: C/5; until: {}       ~ 4:12: a condition is either all: [..] or any: [..]
            charge: C/5; until: {all: x} ~ 4:18: expected a list of conditions, found a text
            charge: C/5; at most: 8      ~ 4:14: "8" has no unit; expected a time such as 30 min, 2.5 h or 1 h 30 min
            charge: C/5; when late: go   ~ 4:16: "go" is not known here; expected next or stop
            charge: C/5; record: {}      ~ 4:13: the record rule is empty; expected every, dV, dI or dQ
            charge: C/5; record: some    ~ 4:13: "some" is no record rule; expected { every: 10 s, dV: 2 mV } or "ends only"
            charge: C/5; record: {dV: 0 V} ~ 4:18: "0 V" must be above 0; expected a voltage such as 4.3 V
            charge: C/5; limits: {voltag: 2..3 V} ~ 4:14: unknown key "voltag" in limits; did you mean "voltage"?
            charge: C/5; limits: {voltage: 4 V}  ~ 4:23: "4 V" is no range; expected a range such as 2.5..4.7 V, ..4.3 V or 2.8 V..
            charge: C/5; limits: {voltage: {range: 2..4 V, trips: 3 of 2}} ~ 4:46: "3 of 2" can never or always trip; expected n of m with 1 <= n <= m <= 32
            charge: C/5; limits: {voltage: {trips: 2 of 3}} ~ 4:23: a limit has either range: or low: and high:
            charge: C/5; limits: {voltage: {low: 4 V, high: 3 V}} ~ 4:23: "low and high" is an empty range; the lower end comes first
            charge: C/5; every: 1 h      ~ 4:12: expected one interval with its steps, such as { 1 h: [ rest: 30 min ] }
            charge: C/5; every: {x: [note: a]} ~ 4:13: "x" does not start with a number; expected a time such as 30 min, 2.5 h or 1 h 30 min
            charge: C/5; every: {1 h: []} ~ 4:18: the list of steps is empty; expected at least one
            charge: C/5; rest: 1 h       ~ 4:5: a step does one thing; this one has both charge: and rest:
            chagre: C/5                  ~ 3:5: unknown step "chagre"; did you mean "charge"?
            until: after 3 h             ~ 3:5: this step does nothing; expected one of rest, charge, discharge, current, power, hold, temperature, pressure, force, wait for, ramp, pulse, polarise, eis, cycles, repeat, if, note, use
            rest                         ~ 3:5: this step has no end; say how long it may take, for example "rest for 24 hours"
            [rest, 1 h]                  ~ 3:5: expected a step such as charge: C/5, found a list
            temperature: 25; stable: {within: 1 K, for: 1 h}; at most: 3 h ~ 3:18: "25" has no unit; expected a temperature such as 25 °C
            temperature: 25 °C; at most: 3 h ~ 3:5: "stable:" is missing in a step with temperature:; expected { within: 0.2 K, for: 30 min }
            temperature: 25 °C; stable: 3 h; at most: 3 h ~ 4:13: expected stable with within, for, found a text
            temperature: 25 °C; stable: {within: 1 K, for: 1 h} ~ 3:5: "at most:" is missing in a step with temperature:; expected a time such as 30 min
            temperature: 25 °C; stable: {within: 1 K}; at most: 1 h ~ 4:13: "for:" is missing in stable; expected a time such as 30 min
            temperature: 25 °C; stable: {within: 1 V, for: 1 s}; at most: 1 h ~ 4:22: "1 V" is a voltage; expected a temperature difference such as 0.2 K
            temperature: 25 °C; ramp: 1 K; stable: {within: 1 K, for: 1 s}; at most: 1 h ~ 4:11: "1 K" is no rate of change; expected a rate such as 1 K/min
            wait for: voltag; stable: {within: 1 V, for: 1 s}; at most: 1 h ~ 3:15: unknown quantity "voltag"; did you mean "voltage"?
            wait for: voltage; ramp: 1 V/s; stable: {within: 1 V, for: 1 s}; at most: 1 h ~ 4:5: a step does one thing; this one has both wait for: and ramp:
            eis: 10 mV                   ~ 3:10: expected eis with mode, amplitude, from, to, per decade, at, found a text
            eis: {mode: both, amplitude: 1 mV, from: 1 Hz, to: 2 Hz, per decade: 1} ~ 3:17: "both" is no mode; expected potentiostatic or galvanostatic
            eis: {mode: galvanostatic, amplitude: 1 mV, from: 1 Hz, to: 2 Hz, per decade: 1} ~ 3:43: "1 mV" is a voltage; expected a current such as 1.2 mA
            eis: {mode: potentiostatic, amplitude: 1 mV, from: 1 Hz, per decade: 1} ~ 3:10: "to:" is missing in eis; expected a frequency such as 1 MHz
            eis: {mode: potentiostatic, amplitude: 1 mV, from: 1 Hz, to: 2 s, per decade: 1} ~ 3:66: "2 s" is a time; expected a frequency such as 1 MHz
            eis: {mode: potentiostatic, amplitude: 1 mV, from: 1 Hz, to: 2 Hz, per decade: x} ~ 3:84: "x" is not a number of points per decade; expected a whole number from 1 to 100
            eis: {mode: potentiostatic, amplitude: 1 mV, from: 1 Hz, to: 2 Hz, per decade: 1, at: top} ~ 3:91: "top" is not known here; expected open circuit or hold
            cycles: many; steps: [note: a] ~ 3:13: "many" is not a number of passes; expected a whole number from 1 to 10000000
            cycles: 0; steps: [note: a]  ~ 3:13: "0" is not a number of passes; expected a whole number from 1 to 10000000
            cycles: forever; steps: [note: a] ~ 3:5: a loop without a number of passes needs "until:" to end
            cycles: 3                    ~ 3:5: "steps:" is missing in a step with cycles:; expected a list of steps
            cycles: 3; steps: []         ~ 4:12: the list of steps is empty; expected at least one
            cycles: 3; steps: x          ~ 4:12: expected a list of steps, each after a dash, found a text
            if: cycle in [1]             ~ 3:5: "then:" is missing in a step with if:; expected a list of steps
            if: now; then: []            ~ 3:9: "now" is no condition; expected a condition such as voltage >= 4.3 V, current <= C/20, capacity >= 180 mAh/g, time >= 30 min, after 30 min, |dV/dt| <= 1 mV/h over 10 min, retention < 80 %, cycle in [1, 2] or short
            note:                        ~ 3:10: expected a line of text, found nothing
            use: other.yaml              ~ 3:10: there is no file "other.yaml" in the protocol library
            charge: $rate                ~ 3:13: unknown parameter $rate; the file declares none
            charge: 5 $                  ~ 3:13: "5 $" has a $ without a parameter's name; write $$ for a dollar sign
            """)
    void faultsOfAStep(String step, String message) {
        assertThat(fault(step)).isEqualTo(message);
    }

    @Test
    void everyFaultIsReportedInOnePass() {
        assertThat(problems("""
                        protocl: x
                        reference: Na
                        C-rate: mine
                        reference cycle: 0
                        record: { evry: 3 s }
                        limits: { pressure: 3 }
                        steps:
                          - charge: 5
                          - rest: 5
                          - cycles: 2
                            steps:
                              - hold: 3
                        """))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("p.yaml:1:1: error: unknown key \"protocl\""),
                        fault -> assertThat(fault).startsWith("p.yaml:1:1: error: \"protocol:\" is missing"),
                        fault -> assertThat(fault).startsWith("p.yaml:2:12: error: unknown electrode \"Na\""),
                        fault -> assertThat(fault).startsWith("p.yaml:3:9: error: \"mine\" does not say what 1C"),
                        fault -> assertThat(fault).startsWith("p.yaml:4:18: error: \"0\" is not a cycle's number"),
                        fault -> assertThat(fault).startsWith("p.yaml:5:11: error: unknown key \"evry\""),
                        fault -> assertThat(fault).startsWith("p.yaml:6:21: error: \"3\" is no range"),
                        fault -> assertThat(fault).startsWith("p.yaml:8:13: error: \"5\" has no unit"),
                        fault -> assertThat(fault).startsWith("p.yaml:9:11: error: \"5\" has no unit"),
                        fault -> assertThat(fault).startsWith("p.yaml:12:15: error: \"3\" has no unit"));
    }

    @Test
    void aMessageIsOneBearableLine() {
        String text = "protocol: x\nsteps:\n  - charge: \"" + "5\\n".repeat(100_000) + "\"\n";
        assertThat(problems(text))
                .singleElement()
                .asString()
                .hasSizeLessThan(700)
                .doesNotContain("\n");
    }

    @Test
    void aFileThatIsNoProtocol() {
        assertThat(problems("just text"))
                .containsExactly("p.yaml:1:1: error: expected a protocol with protocol: and steps:, found a text");
        assertThat(problems("")).containsExactly("p.yaml: error: the file is empty");
        assertThat(problems("protocol: x\nsteps: 5\n"))
                .containsExactly("p.yaml:2:8: error: expected a list of steps, each after a dash, found a text");
        assertThat(problems("protocol: x\n"))
                .containsExactly("p.yaml:1:1: error: \"steps:\" is missing in a protocol; expected a list of steps");
    }
}
