package cellwright.cli;

import static cellwright.lab.JsonPage.fields;
import static cellwright.lab.JsonPage.section;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.lab.RecordedLab;
import cellwright.store.influx.RealServer;
import cellwright.store.influx.RealServer.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cellwright reconcile}: what it finds, what it sends, and what it says when it cannot. */
class ReconcileTest {
    @TempDir
    Path folder;

    private String config(String influx) throws Exception {
        return Files.writeString(folder.resolve("lab.yaml"), """
                lab: bench
                folder: .
                instruments: { rig-1: { driver: simulator } }
                channels: { A1: { potentiostat: rig-1 } }
                """ + influx).toString();
    }

    @Test
    void withoutAServerThereIsNothingToCompare() throws Exception {
        Said said = Said.by("reconcile", "--config", config(""));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("\"influx:\" names a server");
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws Exception {
        try (RecordedLab lab = new RecordedLab(folder)) {
            assertThat(lab.journal()).isDirectory();
            Said said = Said.by(
                    "reconcile", "--config", config("influx: { url: \"http://127.0.0.1:1\", bucket: cells }\n"));
            assertThat(said.code()).isEqualTo(4);
            assertThat(said.err()).contains("127.0.0.1:1");
        }
    }

    @Test
    void whatIsMissingIsSentAndThenNothingIs() throws Exception {
        assumeTrue(
                Kind.VICTORIA.program().isPresent(), "VictoriaMetrics is not installed, so nothing is sent to it here");
        try (RecordedLab lab = new RecordedLab(folder);
                RealServer server = new RealServer(Kind.VICTORIA, folder.resolve("server"))) {
            assertThat(lab.journal()).isDirectory();
            String config = config(
                    "influx: { url: \"" + server.url() + "\", bucket: cells, read back: export, resolution: 1 ms }\n");
            Said missing = Said.by("reconcile", "--json", "--config", config);
            assertThat(missing.code()).isEqualTo(4);
            JsonNode json = new ObjectMapper().readTree(missing.out());
            Set<String> names = section("cellwright reconcile");
            assertThat(fields(json)).isEqualTo(names);
            assertThat(json.path("runs").path(1).path("run").asText()).isEqualTo("run-A2");
            Said sent = Said.by("reconcile", "--send", "--config", config);
            server.ask("GET", "/internal/force_flush");
            assertThat(sent.out()).contains("rows sent again", "the store 0");
            Said same = Said.by("reconcile", "--config", config);
            assertThat(same.out()).contains("2 runs compared", "all cycles are the same");
            assertThat(same.code()).isZero();
        }
    }
}
