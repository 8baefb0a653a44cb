package cellwright.cli;

import static cellwright.lab.JsonPage.fields;
import static cellwright.lab.JsonPage.section;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.ColumnRetention;
import cellwright.lab.ColumnRetention.Verdict;
import cellwright.lab.House;
import cellwright.lab.Rows;
import cellwright.lab.RunColumns;
import cellwright.lab.RunData;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.protocol.Result;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.CycleRows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns of a run, from a rehearsal to the archive. */
final class StoreCommandsTest {
    @TempDir
    Path folder;

    private Path run = Path.of("");

    @BeforeEach
    void rehearse() throws IOException {
        run = folder.resolve("run");
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", """
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 5 }
                - cycles: 2
                  steps:
                    - { charge: 1C, until: voltage >= 4.3 V, at most: 2 h }
                    - { discharge: 1C, until: voltage <= 2.8 V, at most: 2 h }
                """);
        Said said = Said.by("run", protocol, "--cell", House.warmCell(folder), "--out", run);
        assertThat(said.code()).as(said.err()).isZero();
    }

    private RunReplay replay(Path where) {
        return switch (RunReplay.open(new RunFolder(where))) {
            case Result.Made<RunReplay> made -> made.value();
            case Result.Refused<RunReplay> refused -> throw new AssertionError(refused.problems());
        };
    }

    @Test
    void theColumnsHoldWhatTheJournalTells() throws IOException {
        Said said = Said.by("store", "rebuild", run);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("rows of").doesNotContain("brought up to date");
        RunData data = RunData.of(replay(run));
        Rows rows = data.rows();
        try (ColumnStore store = ColumnStore.open(run.resolve("readings"))) {
            assertThat(store.rows()).isEqualTo(rows.size()).isPositive();
            double[] numbers = new double[rows.size()];
            store.read("voltage", 0, numbers);
            assertThat(numbers).isEqualTo(rows.volts());
            store.read("current", 0, numbers);
            assertThat(numbers).isEqualTo(rows.amps());
            store.read("pressure", 0, numbers);
            assertThat(numbers).isEqualTo(rows.pascals());
            assertThat(store.spectra()).hasSize(1);
            assertThat(store.points(0))
                    .isEqualTo(data.spectra().getFirst().spectrum().points());
            assertThat(store.summary().completeCycles()).isEqualTo(2);
            List<CycleRows> cycles = store.cycles();
            for (CycleRows cycle : cycles) {
                assertThat(cycle.rows().rows())
                        .isEqualTo(rows.ofCycle((int) cycle.rows().number()).size());
            }
            assertThat(cycles.getLast().figures().orElseThrow().tally().dischargeCoulombs() / 3600)
                    .isEqualTo(data.cycles().getLast().dischargeAh());
            assertThat(store.steps()).hasSameSizeAs(data.steps());
        }
    }

    @Test
    void damageIsFoundAndRebuilt() throws IOException {
        assertThat(Said.by("store", "verify", run).code()).isEqualTo(2);
        Said.by("store", "rebuild", run);
        assertThat(Said.by("store", "verify", run).out()).contains("verified, ");
        assertThat(Said.by("store", "rebuild", "--update", run).out()).contains("brought up to date");
        Path volts = column("voltage.cwc");
        byte[] content = Files.readAllBytes(volts);
        content[content.length - 3] ^= 4;
        Files.write(volts, content);
        Said said = Said.by("store", "verify", run);
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.out()).contains("voltage.cwc", "NOT as it was written");
        assertThat(Said.by("store", "rebuild", "--update", run).out()).doesNotContain("brought up to date");
        assertThat(Said.by("store", "verify", run).code()).isZero();
        Files.delete(volts);
        assertThat(Said.by("store", "verify", run).code()).isEqualTo(4);
        assertThat(Said.by("store", "rebuild", run).code()).isZero();
        assertThat(Said.by("store", "verify", run).code()).isZero();
    }

    private Path column(String ending) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("readings"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aRunThatWasMovedIsAskedAndBroughtUpToDateWhereItIs() throws IOException {
        Said.by("store", "rebuild", run);
        Path moved = folder.resolve("attic");
        Files.move(run, moved);
        assertThat(Said.by("store", "verify", moved).code()).isZero();
        assertThat(Said.by("store", "rebuild", "--update", moved).out()).contains("brought up to date");
        assertThat(Said.by("store", "rebuild", run).code()).isEqualTo(2);
    }

    @Test
    void columnsGoWhenTheRunIsLongOverAndComeBack() throws IOException {
        Said.by("store", "rebuild", run);
        assertThat(Said.by("store", "archive", run).out()).contains("less than 30 days ago");
        assertThat(Said.by("store", "archive", "--older-than", "0", "--dry-run", run)
                        .out())
                .contains("would be deleted");
        assertThat(run.resolve("readings")).isDirectory();
        assertThat(Said.by("store", "archive", "--older-than", "0", run).out()).contains("deleted");
        assertThat(run.resolve("readings")).doesNotExist();
        assertThat(Said.by("store", "archive", "--older-than", "0", run).out()).contains("no columns");
        assertThat(Said.by("store", "archive", "--older-than", "-1", run).code())
                .isEqualTo(2);
        assertThat(Said.by("verify", run).code()).isZero();
        assertThat(Said.by("store", "rebuild", run).code()).isZero();
        assertThat(RunColumns.folder(new RunFolder(run))).isDirectory();
    }

    @Test
    void theRowsOfARunThatIsOverBecomeOneFileOnce() throws IOException {
        Said said = Said.by("store", "compact", run);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("rows in", "readings.bdf.parquet");
        assertThat(run.resolve("readings.bdf.parquet")).isNotEmptyFile();
        assertThat(run.resolve("readings.bdf.metadata.json")).isNotEmptyFile();
        assertThat(Said.by("store", "compact", run).out()).contains("compacted already");
        assertThat(Said.by("verify", run).code()).isZero();
        Files.delete(run.resolve("outcome.yaml"));
        Files.delete(run.resolve("readings.bdf.parquet"));
        Said unfinished = Said.by("store", "compact", run);
        assertThat(unfinished.code()).isEqualTo(2);
        assertThat(unfinished.err()).contains("not over");
        assertThat(run.resolve("readings.bdf.parquet")).doesNotExist();
    }

    @Test
    void onlyColumnsThatCanBeMadeAgainGo() {
        Instant sealed = Instant.parse("2026-01-01T00:00:00Z");
        Instant later = Instant.parse("2026-01-31T00:00:00Z");
        Duration month = Duration.ofDays(30);
        assertThat(new ColumnRetention(Optional.of(sealed), true, 9).at(later, month))
                .isEqualTo(Verdict.DELETE);
        assertThat(new ColumnRetention(Optional.of(sealed), true, 9).at(later.minusNanos(1), month))
                .isEqualTo(Verdict.YOUNG);
        assertThat(new ColumnRetention(Optional.of(sealed), false, 9).at(later, month))
                .isEqualTo(Verdict.NO_JOURNAL);
        assertThat(new ColumnRetention(Optional.empty(), true, 9).at(later, month))
                .isEqualTo(Verdict.RUNNING);
        assertThat(new ColumnRetention(Optional.empty(), true, 0).at(later, month))
                .isEqualTo(Verdict.NONE);
    }

    @Test
    void whatIsPrintedAsJsonIsDocumented() throws IOException {
        documented("cellwright store rebuild", json("rebuild"));
        Files.writeString(run.resolve("readings/stray.cwc"), "?");
        documented("cellwright store verify", json("verify"));
        documented("cellwright store compact", json("compact"));
        documented("cellwright store archive", json("archive"));
    }

    private JsonNode json(String command) throws IOException {
        return new ObjectMapper()
                .readTree(Said.by("store", command, "--json", run).out());
    }

    private static void documented(String title, JsonNode json) throws IOException {
        assertThat(fields(json)).isEqualTo(section(title));
    }
}
