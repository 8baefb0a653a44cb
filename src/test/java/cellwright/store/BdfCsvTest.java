package cellwright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.engine.Effect;
import cellwright.engine.Row;
import cellwright.engine.StepKind;
import cellwright.engine.Tally;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BdfCsvTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long UNIX = 1_767_225_600L * SECOND;

    @Test
    void labelsAreThePreferredOnesOfTheOntologyAndNotDeprecated() throws IOException {
        Path house = Path.of(System.getProperty("cellwright.house", ".."));
        Optional<Path> ontology = Stream.of("../shared", "../../shared")
                .map(shared -> house.resolve(shared).resolve("data/bdf/bdf-ontology-snapshot.ttl"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(ontology.isPresent(), "the ontology is not beside the repository, at ../shared/data/bdf");
        List<String> classes = List.of(Files.readString(ontology.orElseThrow()).split("\n\n"));
        for (BdfColumn column : BdfColumn.of(0, Map.of(), true)) {
            List<String> found = classes.stream()
                    .filter(text -> text.contains("skos:prefLabel \"" + column.label() + "\"@en"))
                    .toList();
            assertThat(found).as(column.label()).hasSize(1);
            assertThat(found.get(0)).as(column.label()).doesNotContain("owl:deprecated true");
        }
    }

    @Test
    void requiredAndRecommendedColumnsAreThereOnce() {
        List<String> labels =
                BdfColumn.of(0, Map.of(), true).stream().map(BdfColumn::label).toList();
        assertThat(labels)
                .doesNotHaveDuplicates()
                .startsWith("Test Time / s")
                .contains(
                        "Voltage / V",
                        "Current / A",
                        "Unix Time / s",
                        "Cycle Count / 1",
                        "Step Count / 1",
                        "Ambient Temperature / degC");
    }

    @Test
    void aRowInFull() throws IOException {
        Map<String, String> values = written(row(
                7,
                Reading.at(
                        12 * SECOND + 500_000_000L,
                        Sample.good(Signal.VOLTAGE, 3.25),
                        Sample.good(Signal.CURRENT, -0.002),
                        Sample.good(Signal.TEMPERATURE, 298.15),
                        Sample.good(Signal.PRESSURE, 2.5e8))));
        assertThat(values)
                .containsEntry("Test Time / s", "12.5")
                .containsEntry("Unix Time / s", "1767225612.5")
                .containsEntry("Voltage / V", "3.25")
                .containsEntry("Current / A", "-0.002")
                .containsEntry("Cycle Count / 1", "2")
                .containsEntry("Step Count / 1", "5")
                .containsEntry("Step ID", "3")
                .containsEntry("Step Type", "CC_DCH")
                .containsEntry("Step Time / s", "2.5")
                .containsEntry("Record Index / 1", "7")
                .containsEntry("Step Record Index / 1", "1")
                .containsEntry("Charging Capacity / Ah", "0.002")
                .containsEntry("Discharging Capacity / Ah", "0.001")
                .containsEntry("Net Capacity / Ah", "0.001")
                .containsEntry("Charging Energy / Wh", "0.004")
                .containsEntry("Discharging Energy / Wh", "0.003")
                .containsEntry("Cycle Charging Capacity / Ah", "5.0E-4")
                .containsEntry("Cycle Discharging Capacity / Ah", "2.5E-4")
                .containsEntry("Power / W", "-0.006500000000000001")
                .containsEntry("Ambient Temperature / degC", "25")
                .containsEntry("Applied Pressure / Pa", "240000000")
                .containsEntry("Surface Pressure / Pa", "250000000");
    }

    @Test
    void whatWasNotMeasuredIsEmpty() throws IOException {
        Map<String, String> values = written(row(
                1,
                Reading.at(
                        10 * SECOND,
                        Sample.good(Signal.VOLTAGE, 3.25),
                        new Sample(Signal.CURRENT, 1, Quality.OVERLOAD))));
        assertThat(values)
                .containsEntry("Current / A", "")
                .containsEntry("Power / W", "")
                .containsEntry("Surface Pressure / Pa", "")
                .containsEntry("Voltage / V", "3.25");
    }

    @Test
    void rowsAreCountedFromEachBeginningOfAStep() throws IOException {
        StringWriter out = new StringWriter();
        BdfCsv table = new BdfCsv(out, UNIX, Map.of(), false);
        Reading reading = Reading.at(20 * SECOND, Sample.good(Signal.VOLTAGE, 3.25));
        table.begin(new Effect.StepBegan(10 * SECOND, 1, "p", "first"));
        table.write(row(1, reading));
        table.write(row(2, reading));
        table.begin(new Effect.StepBegan(15 * SECOND, 2, "p", "went on"));
        table.write(row(3, reading));
        List<List<String>> lines = lines(out.toString());
        assertThat(column(lines, "Step Record Index / 1")).containsExactly("1", "2", "1");
        assertThat(column(lines, "Step Time / s")).containsExactly("10", "10", "5");
        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void theLocaleChangesNothing() throws IOException {
        Reading reading = Reading.at(10 * SECOND, Sample.good(Signal.VOLTAGE, 1234567.891));
        Map<String, String> usual = written(row(1, reading));
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-EG"), Locale.forLanguageTag("tr"))) {
                Locale.setDefault(locale);
                assertThat(written(row(1, reading))).isEqualTo(usual);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theSidecarSaysThatNoMatterMoved() throws IOException {
        Provenance sidecar = new Provenance(
                "Cellwright 1",
                "Cellwright 2",
                true,
                "run",
                "cell",
                "NCM | \"In\"",
                "protocol",
                "ab12",
                "simulator",
                "2026-01-01T00:00:00Z",
                List.of(new Interruption(1, Double.NaN, 4, "steps/3", "limit", "too much")),
                List.of());
        JsonNode json = new ObjectMapper().readTree(BdfSidecar.text(sidecar));
        assertThat(json.at("/extras/simulated").isBoolean()).isTrue();
        assertThat(json.at("/extras/simulated").asBoolean()).isTrue();
        assertThat(json.at("/battinfo_cell/chemistry").asText()).isEqualTo("NCM | \"In\"");
        assertThat(json.at("/battinfo_test_protocol/sha256").asText()).isEqualTo("ab12");
        assertThat(json.at("/bdf/source").asText()).isEqualTo("Cellwright 1");
        assertThat(json.at("/extras/exported_by").asText()).isEqualTo("Cellwright 2");
        assertThat(json.at("/extras/interruptions/0/kind").asText()).isEqualTo("limit");
        assertThat(json.at("/extras/interruptions/0/to_s").isNull()).isTrue();
    }

    @Test
    void theSidecarLiesBesideItsTable() {
        assertThat(BdfSidecar.name("x.bdf.csv")).isEqualTo("x.bdf.metadata.json");
        assertThat(BdfSidecar.name("x.csv")).isEqualTo("x.bdf.metadata.json");
        assertThat(BdfSidecar.name("x")).isEqualTo("x.bdf.metadata.json");
        assertThat(BdfSidecar.name("x.bdf.parquet")).isEqualTo("x.bdf.metadata.json");
        assertThat(BdfSidecar.name("x.bdf")).isEqualTo("x.bdf.metadata.json");
    }

    private static Row row(long index, Reading reading) {
        return new Row(
                index,
                reading,
                reading.atNanos(),
                2 * SECOND,
                2,
                5,
                4,
                "steps[2]",
                StepKind.CC_DISCHARGE,
                new Tally(7.2, 3.6, 14.4, 10.8),
                new Tally(1.8, 0.9, 0, 0),
                Tally.ZERO,
                2.4e8);
    }

    private static Map<String, String> written(Row row) throws IOException {
        StringWriter out = new StringWriter();
        BdfCsv table = new BdfCsv(out, UNIX, Map.of("steps[2]", 3), false);
        table.begin(new Effect.StepBegan(10 * SECOND, 5, "steps[2]", ""));
        table.write(row);
        List<List<String>> lines = lines(out.toString());
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.get(0).size(); i++) {
            values.put(lines.get(0).get(i), lines.get(1).get(i));
        }
        return values;
    }

    private static List<List<String>> lines(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r", "\"");
        return text.lines()
                .map(line -> List.of(Pattern.compile(",").split(line, -1)))
                .toList();
    }

    private static List<String> column(List<List<String>> lines, String label) {
        int column = lines.get(0).indexOf(label);
        List<String> values = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> values.add(line.get(column)));
        return values;
    }
}
