package cellwright.protocol.compile;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.ProtocolReader;
import cellwright.protocol.yaml.ReadProtocol;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page on the language of protocols: each of its examples compiles without a doubt, and none of the words is missing. */
final class ProtocolPageTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house", ".."));
    private static final Pattern EXAMPLE = Pattern.compile("```yaml(?: on ([a-z0-9-]+))?\n(.*?)```", Pattern.DOTALL);
    private static final String USUAL_CELL = "ncm85-zhou";

    /** A channel that has everything. */
    private static final Bench BENCH = new Bench(
            "bench",
            new Envelope(-5, 5, 0.1, 100_000L),
            Map.of(
                    Signal.PRESSURE, new Regulator.Span(0, 450e6),
                    Signal.FORCE, new Regulator.Span(0, 30e3),
                    Signal.TEMPERATURE, new Regulator.Span(253.15, 373.15)),
            List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.PRESSURE, Signal.TEMPERATURE, Signal.FORCE),
            Optional.of(ImpedanceAnalyser.Reach.UNKNOWN));

    /**
     * An example of the page.
     *
     * @param line where it begins
     * @param cell the cell it is for
     * @param text as it stands there
     */
    private record Example(int line, String cell, String text) {
        boolean isWhole() {
            return text.contains("\nsteps:");
        }

        /** A list of steps is put below a heading. */
        String protocol() {
            boolean lithium = cell.equals(USUAL_CELL);
            String heading = """
                    protocol: an example
                    reference: %s
                    limits: { voltage: %s, silence: 10 s }
                    steps:
                    """.formatted(lithium ? "Li+/Li" : "cell", lithium ? "2.7..4.4 V" : "-1.5..1.5 V");
            return isWhole() ? text : heading + text.indent(2);
        }
    }

    private static List<Example> examples() throws IOException {
        String page = page();
        return EXAMPLE.matcher(page)
                .results()
                .map(found -> example(page, found))
                .toList();
    }

    private static Example example(String page, MatchResult found) {
        int line = (int) page.substring(0, found.start()).lines().count() + 1;
        return new Example(line, Optional.ofNullable(found.group(1)).orElse(USUAL_CELL), found.group(2));
    }

    private static String page() throws IOException {
        return Files.readString(HOUSE.resolve("docs/protocol.md"));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleCompilesWithoutADoubt() throws IOException {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThan(20);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest("line " + example.line(), () -> assertThat(problems(example))
                        .isEmpty()));
    }

    private static List<String> problems(Example example) throws IOException {
        String cellText = Files.readString(HOUSE.resolve("config/cells/" + example.cell() + ".yaml"));
        Cell cell = ((Result.Made<Cell>) CellReader.read("cell", cellText)).value();
        Result<ReadProtocol> read =
                ProtocolReader.read("line " + example.line(), example.protocol(), Map.of(), ProtocolPageTest::library);
        return switch (read) {
            case Result.Refused<ReadProtocol> refused -> words(refused.problems());
            case Result.Made<ReadProtocol> made -> {
                List<String> all = new ArrayList<>(words(made.warnings()));
                ReadProtocol protocol = made.value();
                Result<Program> program = Compiler.compile(protocol.protocol(), protocol.places(), cell, BENCH, "hash");
                all.addAll(words(
                        switch (program) {
                            case Result.Refused<Program> refused -> refused.problems();
                            case Result.Made<Program> compiled -> compiled.warnings();
                        }));
                yield all;
            }
        };
    }

    private static List<String> words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }

    private static Optional<String> library(String file) {
        try {
            return Optional.of(Files.readString(HOUSE.resolve("protocols").resolve(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What editors offer must stand in an example; what a snapshot alone has need not. */
    @Test
    void everyWordOfTheSchemaStandsInAnExample() throws IOException {
        Set<String> words = new TreeSet<>();
        collect(
                new ObjectMapper()
                        .readTree(
                                HOUSE.resolve("protocols/protocol.schema.json").toFile()),
                words);
        words.remove("resolved parameters");
        assertThat(words).hasSizeGreaterThan(40);
        String examples = allExamples();
        assertThat(words).allSatisfy(word -> assertThat(examples)
                .as("\"%s:\" in an example of docs/protocol.md", word)
                .containsPattern("(^|[\\s{,-])" + Pattern.quote(word) + ":"));
    }

    private static void collect(JsonNode node, Set<String> words) {
        JsonNode properties = node.path("properties");
        if (properties.isObject()) {
            properties.fieldNames().forEachRemaining(words::add);
        }
        node.forEach(child -> collect(child, words));
    }

    @Test
    void everyConditionStandsInAnExample() throws IOException {
        String examples = allExamples();
        Stream<String> subjects = Arrays.stream(Subject.values()).map(Subject::word);
        Stream<String> measures = Arrays.stream(CycleMeasure.values()).map(CycleMeasure::word);
        assertThat(Stream.concat(subjects, measures).map(word -> word + " [<>]="))
                .allSatisfy(comparison -> assertThat(examples).containsPattern(comparison.replace("=", "")));
        assertThat(examples)
                .contains(
                        "short", "cycle in [", "after ", "time >=", "capacity >=", "energy >=", "|dV/dt| <=", "over ");
    }

    private static String allExamples() throws IOException {
        return examples().stream().map(Example::text).collect(Collectors.joining("\n"));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        String page = page();
        List<String> headings = page.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(java.util.Locale.ROOT))
                .map(title -> "#" + title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
        assertThat(Pattern.compile("]\\(([^)]+)\\)").matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(
                                link.startsWith("#")
                                        ? headings.contains(link)
                                        : Files.exists(HOUSE.resolve("docs").resolve(link)))
                        .as(link)
                        .isTrue());
    }
}
