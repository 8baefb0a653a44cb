package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.made;
import static cellwright.protocol.exchange.Foreign.problems;
import static cellwright.protocol.exchange.Foreign.remarks;
import static cellwright.protocol.exchange.Foreign.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PyBaMM sentences mean what PyBaMM takes them for, or are refused. */
final class PybammReaderTest {
    @Test
    void aFileOfSentencesBecomesAProtocol() throws IOException {
        Imported imported = made(Foreign.own("formation.txt"));
        assertThat(imported.text().substring(imported.text().indexOf("record:")))
                .isEqualTo("""
                record: { every: 1 min }
                steps:
                  - rest: 30 min
                  - charge: C/10
                    until: voltage >= 4.3 V
                    at most: 20 h
                  - hold: 4.3 V
                    until: current <= C/50
                    at most: 2 h
                    when late: next
                    record: { every: 30 s }
                  - power: -0.2 W
                    until: voltage <= 2.5 V
                    at most: 1 h 30 min
                    when late: next
                """);
        assertThat(remarks(imported.remarks()))
                .contains("f:3:2: made explicit: the sentence says no time, and PyBaMM gives up after 20.00 h; if it is"
                        + " not over by then, the run stops at rest (\"at most\")");
    }

    @Test
    void listsWithinAListAreCycles() throws IOException {
        assertThat(steps(Foreign.own("cycles.json")))
                .startsWith("- rest: 1 h\n- cycles: 2\n  steps:\n    - charge: C/5\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Discharge at -1 A for 1 hour|- charge: 1 A;  at most: 1 h",
                "Charge at 1 C until >4.2 V|- charge: 1C;  until: voltage >= 4.2 V;  at most: 2 h",
                "Charge at 1 C for 1 hour until 0 V|- charge: 1C;  until: voltage >= 0 V;  at most: 1 h;  when late: next",
                "Rest for 1 h until >3 V|- rest: 1 h;  until: voltage >= 3 V;  when late: next",
                "Charge at 3 W for 10 s or until 50 mA|- power: 3 W;  until: current <= 50 mA;  at most: 10 s;  when late: next"
            })
    void whatASentenceMeans(String sentence, String means) {
        assertThat(steps(sentence)).isEqualTo(means.replace(";", "\n") + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Discharge at 4 Ohm for 10 seconds|resistance",
                "Rest until 3 V|may rise or fall",
                "Rest for 1 h until 50 mA|no current changes",
                "Charge at 1 A for 1 h until C/50|no current changes",
                "Charge at 4.2 V for 1 hour|a voltage is held",
                "Hold at 1 A for 1 hour|PyBaMM would discharge",
                "Hold at 1 W for 1 hour|not certain which",
                "Hold at 4.2 V for 1 h until 4.1 V|cannot end on a voltage",
                "Hold at 4.2 V until <50 mA|compares the current with its sign",
                "Hold at 4.2 V for 0 s|above 0 s",
                "Hold at 4.2 V for 1e9 hours|below a century",
                "Charge at 0 A for 1 h|is a rest",
                "Discharge at -00 mW for 1 h|is a rest",
                "Charge at 1e999 A for 1 h|too large",
                "Charge at nan A for 1 h|not understood",
                "Charge at C/0 for 1 h|",
                "Rest for 1 h (5 s period|is no time"
            })
    void whatIsDangerousToGuessIsRefused(String sentence, String words) {
        List<String> problems = problems(sentence);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).startsWith("f:1:1: error: ").contains(words == null ? "" : words);
    }

    @Test
    void eachFaultySentenceIsToldWithItsPlace() {
        assertThat(problems("Rest for 1 h\n  charge at 1 A for 1 h\n\"Hold at 3 V\",\n"))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("f:2:3: error: \"charge at 1 A for 1 h\": "))
                .anyMatch(problem -> problem.startsWith("f:3:2: error: \"Hold at 3 V\": "));
        assertThat(problems("[\"Rest for 1 h\", 5, [\"Rest for 1 h\", null], {}, []]"))
                .hasSize(4);
        assertThat(problems("# nothing\n")).containsExactly("f: error: there is no sentence in it");
    }

    @Test
    void sentencesMeanWhatTheOtherProgramTakesThemFor() throws IOException {
        Optional<String> text = Foreign.shared("pybamm_strings_expected.json", StandardCharsets.UTF_8);
        assumeTrue(text.isPresent(), "the fixtures are not beside the repository, at ../shared/data/protocols");
        JsonNode all = new ObjectMapper().readTree(text.get());
        int same = 0;
        int refused = 0;
        for (Map.Entry<String, JsonNode> each : all.properties()) {
            Optional<PybammSentence> sentence = parsed(each.getKey());
            assertThat(sentence.isEmpty())
                    .as(each.getKey())
                    .isEqualTo(each.getValue().has("error"));
            if (sentence.isPresent()) {
                assertThat(described(sentence.get())).as(each.getKey()).isEqualTo(described(each.getValue()));
                same++;
            } else {
                refused++;
            }
        }
        assertThat(same).isEqualTo(23);
        assertThat(refused).isEqualTo(12);
    }

    private static Optional<PybammSentence> parsed(String text) {
        try {
            return Optional.of(PybammSentence.parse(text));
        } catch (PybammSentence.Refusal refusal) {
            assertThat(refusal.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private static List<Object> described(PybammSentence sentence) {
        List<Object> words = new ArrayList<>(
                List.of(sentence.type().name().replace("_", ""), sentence.value() + 0.0, sentence.durationSeconds()));
        sentence.end()
                .ifPresent(end -> words.add((end.type().name().replace("_", "") + "TERMINATION(" + end.value()
                        + (end.operator().isEmpty() ? "" : " " + end.operator()) + ")")));
        words.add(
                sentence.periodSeconds().isPresent() ? sentence.periodSeconds().getAsDouble() : "no period");
        words.add(
                switch (sentence.type()) {
                    case VOLTAGE -> "null";
                    case REST -> "rest";
                    case C_RATE, CURRENT, POWER, RESISTANCE -> sentence.value() < 0 ? "charge" : "discharge";
                });
        return words;
    }

    private static List<Object> described(JsonNode expected) {
        List<Object> words = new ArrayList<>(List.of(
                expected.path("type").asText().toUpperCase(Locale.ROOT),
                expected.path("value").asDouble(),
                expected.path("duration").asDouble()));
        expected.path("termination").forEach(end -> words.add(end.asText().toUpperCase(Locale.ROOT)));
        words.add(
                expected.path("period").isNull()
                        ? "no period"
                        : expected.path("period").asDouble());
        words.add(expected.path("direction").asText());
        return words;
    }
}
