package cellwright.cli;

import static cellwright.lab.JsonPage.fields;
import static cellwright.lab.JsonPage.section;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/json.md and what the commands print are one and the same. */
final class JsonTest {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    static Path folder;

    private static Path run = Path.of("");
    private static String ran = "";

    @BeforeAll
    static void rehearse() throws IOException {
        run = folder.resolve("run");
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", """
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 5 }
                - cycles: 2
                  steps:
                    - charge: 1C
                      until: voltage >= 4.3 V
                      at most: 2 h
                      when late: next
                      limits: { current: -2..2 mA }
                    - { hold: 4.3 V, until: current <= C/50, at most: 2 min, when late: next }
                    - { discharge: 1C, until: voltage <= 2.8 V, at most: 2 h }
                """);
        Said said = Said.by("run", protocol, "--cell", House.warmCell(folder), "--out", run, "--json");
        assertThat(said.code()).as(said.err()).isZero();
        ran = said.out();
    }

    @Test
    void run() throws IOException {
        JsonNode json = STRICT.readTree(ran);
        Set<String> fields = fields(json);
        fields.add("spectra[].kramers_kronig_reasons[]");
        assertThat(fields).isEqualTo(documented("cellwright run", json));
        assertThat(json.get("spectra")).hasSize(1);
        assertThat(json.get("outcome").asText()).isEqualTo("complete");
        assertThat(json.get("simulated").asBoolean()).isTrue();
        assertThat(json.get("cycles")).hasSize(2);
        assertThat(json.get("alarms")).as("two holds were cut off").hasSize(2);
    }

    @Test
    void check() throws IOException {
        JsonNode json = of(
                "check",
                folder.resolve("protocol-under-test.yaml"),
                "--cell",
                folder.resolve("warm-cell.yaml"),
                "--json");
        Set<String> fields = fields(json);
        fields.add("warnings[]");
        assertThat(fields).isEqualTo(documented("cellwright check", json));
        assertThat(json.get("longest_time_s").asDouble()).isGreaterThan(2 * (2 * 3600 + 120 + 2 * 3600));
        assertThat(json.get("largest_current_a").asDouble())
                .as("a hold may take what the cell allows")
                .isEqualTo(0.01);
    }

    @Test
    void summary() throws IOException {
        JsonNode json = of("summary", run, "--json");
        Set<String> fields = fields(json);
        fields.add("spectra[].kramers_kronig_reasons[]");
        assertThat(fields).isEqualTo(documented("cellwright summary", json));
        assertThat(json.get("cycles")).isEqualTo(STRICT.readTree(ran).get("cycles"));
        assertThat(json.get("spectra")).isEqualTo(STRICT.readTree(ran).get("spectra"));
        assertThat(json.get("ended").asBoolean()).isTrue();
    }

    @Test
    void verify() throws IOException {
        JsonNode json = of("verify", run, "--json");
        Set<String> fields = fields(json);
        fields.add("findings[]");
        assertThat(fields).isEqualTo(documented("cellwright verify", json));
        assertThat(json.get("ok").asBoolean()).isTrue();
        assertThat(json.get("records")).isEqualTo(STRICT.readTree(ran).get("events"));
    }

    @Test
    void export() throws IOException {
        JsonNode json = of("export", run, "--format", "bdf-csv", "--out", folder.resolve("table.bdf.csv"), "--json");
        assertThat(fields(json)).isEqualTo(documented("cellwright export", json));
        int ofItsSpectrum = 41;
        assertThat(json.get("rows").asInt())
                .isEqualTo(STRICT.readTree(ran).get("rows").asInt() + ofItsSpectrum);
        assertThat(Path.of(json.get("metadata").asText())).exists();
        assertThat(json.get("spectra").isNull()).isTrue();
    }

    @Test
    void exportOfSpectra() throws IOException {
        JsonNode json = of("export", run, "--format", "eis-csv", "--out", folder.resolve("spectra"), "--json");
        assertThat(fields(json)).isEqualTo(documented("cellwright export", json));
        assertThat(json.get("spectra").asInt()).isEqualTo(1);
        assertThat(json.get("rows").asInt()).isEqualTo(41);
        assertThat(Path.of(json.get("file").asText()).resolve("eis_001.csv")).exists();
    }

    @Test
    void reproduce() throws IOException {
        JsonNode json = of(
                "reproduce",
                "--library",
                House.ROOT,
                "--only",
                "Z05",
                "--seeds",
                "2",
                "--report",
                folder.resolve("report.md"),
                "--json");
        Set<String> fields = fields(json);
        fields.add("rows[].reasons[]");
        assertThat(fields).isEqualTo(documented("cellwright reproduce", json));
        assertThat(json.get("pass").asBoolean()).isTrue();
        assertThat(json.get("rows").get(0).get("measured")).hasSize(2);
    }

    @Test
    void devices() throws IOException {
        JsonNode json = of("devices", "--json");
        assertThat(fields(json)).isEqualTo(documented("cellwright devices", json));
        assertThat(json.get("devices")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(json.get("devices")
                        .get(0)
                        .get("settings")
                        .get(0)
                        .get("default")
                        .isNull())
                .isTrue();
    }

    @Test
    void unknownFiguresAreNull() throws IOException {
        JsonNode first = STRICT.readTree(ran).get("cycles").get(0);
        assertThat(first.get("retention").isNull() || first.get("retention").isNumber())
                .isTrue();
        assertThat(ran).doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check"})
    void aRefusalPrintsNoObject(String command) {
        Said said = Said.by(command, folder.resolve("nothing.yaml"), "--cell", House.CELL, "--json");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
    }

    private static JsonNode of(Object... arguments) throws IOException {
        Said said = Said.by(arguments);
        assertThat(said.code()).as(said.err()).isZero();
        return STRICT.readTree(said.out());
    }

    private static Set<String> documented(String section, JsonNode json) throws IOException {
        Set<String> names = section(section);
        if (names.remove("cycles[]")) {
            section("cycles").forEach(field -> names.add("cycles[]." + field));
            assertThat(json.get("cycles")).isNotEmpty();
        }
        if (names.remove("spectra[]")) {
            section("spectra").forEach(field -> names.add("spectra[]." + field));
            assertThat(json.get("spectra")).isNotEmpty();
        }
        return names;
    }
}
