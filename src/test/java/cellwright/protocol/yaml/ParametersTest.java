package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Limits;
import cellwright.protocol.Protocol;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Result;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final String TEXT = """
            protocol: at $rate
            parameters: { rate: C/5, n: 3, gap: 1 h }
            steps:
              - cycles: ${n}
                steps:
                  - charge: $rate
                    until: "capacity >= ${n}0 mAh/g"
                    at most: 3 h
                    every: { $gap: [ note: cost $$5 ] }
            """;

    private static Result<ReadProtocol> read(String text, Map<String, String> set, Map<String, String> files) {
        return ProtocolReader.read("p.yaml", text, set, file -> Optional.ofNullable(files.get(file)));
    }

    private static Protocol protocol(String text, Map<String, String> set, Map<String, String> files) {
        return made(read(text, set, files)).protocol();
    }

    @Test
    void parametersAreReplacedBeforeTextsAreRead() {
        Protocol plain = protocol("""
                protocol: at C/5
                resolved parameters: { rate: C/5, n: 3, gap: 1 h }
                steps:
                  - cycles: 3
                    steps:
                      - charge: C/5
                        until: capacity >= 30 mAh/g
                        at most: 3 h
                        every: { 1 h: [ note: cost $$5 ] }
                """, Map.of(), Map.of());
        assertThat(protocol(TEXT, Map.of(), Map.of())).isEqualTo(plain);
        assertThat(plain.parameters())
                .containsExactly(Map.entry("rate", "C/5"), Map.entry("n", "3"), Map.entry("gap", "1 h"));
    }

    @Test
    void anOverrideReplacesADefault() {
        Protocol protocol = protocol(TEXT, Map.of("n", "7"), Map.of());
        assertThat(protocol.parameters()).containsEntry("n", "7");
        assertThat(((Step.Repeat) protocol.steps().getFirst()).times()).contains(7);
    }

    @Test
    void faultsOfParameters() {
        assertThat(problems(read(TEXT, Map.of("m", "7"), Map.of())))
                .containsExactly("p.yaml: error: there is no parameter \"m\" to set; did you mean \"n\"?");
        assertThat(problems(read("protocol: x\nparameters: {a: 1}\nsteps: [ note: $b ]\n", Map.of(), Map.of())))
                .containsExactly(
                        "p.yaml:2:14: warning: the parameter \"a\" is not used",
                        "p.yaml:3:16: error: unknown parameter $b; did you mean \"a\"?");
        assertThat(problems(read("protocol: x\nparameters: {a b: 1}\nsteps: [ note: x ]\n", Map.of(), Map.of())))
                .containsExactly("p.yaml:2:14: error: \"a b\" cannot name a parameter; "
                        + "expected a letter, then letters, digits or _");
        assertThat(problems(read("protocol: x\nparameters: {a: $b}\nsteps: [ note: $a ]\n", Map.of(), Map.of())))
                .containsExactly("p.yaml:2:17: error: \"$b\": a default is a plain text without $");
        assertThat(problems(read("protocol: x\nparameters: 5\nsteps: [ note: a ]\n", Map.of(), Map.of())))
                .containsExactly("p.yaml:2:13: error: expected a mapping such as { rate: C/5 }, found a text");
    }

    private static final String PART = """
            protocol: part
            parameters: { rate: C/10, top: 4.3 V }
            record: { every: 5 s }
            limits: { temperature: 20..30 °C, pressure: 1..2 MPa }
            steps:
              - charge: $rate
                until: voltage >= $top
                limits: { pressure: 1.5..3 MPa }
              - note: done
            """;

    @Test
    void aUsedFileIsInlinedWithItsRules() {
        ReadProtocol read = made(read("""
                protocol: whole
                parameters: { upper: 4.2 V }
                steps:
                  - note: first
                  - use: part.yaml
                    with: { top: $upper }
                  - note: last
                """, Map.of(), Map.of("part.yaml", PART)));
        List<Step> steps = read.protocol().steps();
        assertThat(steps).hasSize(4);
        Step.Drive drive = (Step.Drive) steps.get(1);
        assertThat(drive.record().flatMap(RecordRule::every)).isPresent();
        assertThat(drive.until().toString()).contains("4.2");
        assertThat(drive.limits().bounds())
                .extracting(Limits.Bound::subject)
                .containsExactly(Subject.PRESSURE, Subject.TEMPERATURE);
        assertThat(drive.limits().bounds().getFirst().toString())
                .contains("1500000.0")
                .contains("2000000.0");
        assertThat(read.places().at("steps/1").toString()).isEqualTo("part.yaml:6:5");
        assertThat(read.places().at("steps/3").toString()).isEqualTo("p.yaml:7:5");
        assertThat(read.protocol().parameters()).containsOnlyKeys("upper");
    }

    @Test
    void aUsedFileMustAgreeWithItsUser() {
        String whole = "protocol: w\nreference: Li+/Li\nsteps:\n  - use: part.yaml\n";
        String part = """
                protocol: part
                reference: cell
                reference cycle: 2
                C-rate: discharge capacity of cycle 1
                steps: [ note: a ]
                """;
        assertThat(problems(read(whole, Map.of(), Map.of("part.yaml", part))))
                .containsExactly(
                        "part.yaml:2:1: error: the using protocol has Li+/Li as its reference; "
                                + "a used file must state the same or nothing",
                        "part.yaml:3:1: error: the using protocol has 1 as its reference cycle; "
                                + "a used file must state the same or nothing",
                        "part.yaml:4:1: error: the using protocol has another basis as its C-rate; "
                                + "a used file must state the same or nothing");
    }

    @Test
    void silenceMustBeAsShortInTheUser() {
        String part = "protocol: part\nlimits: { silence: 5 s }\nsteps: [ note: a ]\n";
        String fault = "part.yaml:2:20: error: the using protocol must state a silence of at most 5 s "
                + "in its own limits, since this file relies on it";
        var files = Map.of("part.yaml", part);
        String steps = "steps: [ use: part.yaml ]\n";
        assertThat(problems(read("protocol: w\n" + steps, Map.of(), files))).containsExactly(fault);
        assertThat(problems(read("protocol: w\nlimits: { silence: 6 s }\n" + steps, Map.of(), files)))
                .containsExactly(fault);
        assertThat(problems(read("protocol: w\nlimits: { silence: 5 s }\n" + steps, Map.of(), files)))
                .isEmpty();
    }

    @Test
    void faultsOfUse() {
        String use = "protocol: w\nsteps:\n  - use: a.yaml\n    with: { x: 1 }\n";
        assertThat(problems(read(use, Map.of(), Map.of("a.yaml", "protocol: a\nsteps: [ note: a ]\n"))))
                .containsExactly("p.yaml:4:13: error: there is no parameter \"x\" to set; the file declares none");
        var files = new HashMap<String, String>();
        files.put("a.yaml", "protocol: a\nsteps: [ use: b.yaml ]\n");
        files.put("b.yaml", "protocol: b\nsteps: [ use: a.yaml ]\n");
        assertThat(problems(read("protocol: w\nsteps:\n  - use: a.yaml\n", Map.of(), files)))
                .containsExactly("b.yaml:2:15: error: a protocol cannot use itself: "
                        + "p.yaml uses a.yaml uses b.yaml uses a.yaml");
    }

    @Test
    void usingCannotExplode() {
        var files = new HashMap<String, String>();
        for (int i = 0; i < 6; i++) {
            files.put(i + ".yaml", "protocol: a\nsteps:\n" + ("  - use: " + (i + 1) + ".yaml\n").repeat(30));
        }
        files.put("6.yaml", "protocol: a\nsteps: [ note: a ]\n");
        assertThat(problems(read("protocol: w\nsteps:\n  - use: 0.yaml\n", Map.of(), files)))
                .singleElement()
                .asString()
                .contains("more than 20000 steps");
        for (int i = 6; i < 20; i++) {
            files.put(i + ".yaml", "protocol: a\nsteps: [ use: " + (i + 1) + ".yaml ]\n");
        }
        assertThat(problems(read("protocol: w\nsteps:\n  - use: 6.yaml\n", Map.of(), files)))
                .singleElement()
                .asString()
                .contains("files use each other more than 8 deep: p.yaml uses 6.yaml");
    }
}
