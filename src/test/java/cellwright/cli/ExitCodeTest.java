package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Cause;
import cellwright.lab.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExitCodeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"COMPLETE,0", "ASKED,130", "LIMIT,3", "ENVELOPE,3", "LATE,3", "FAILURE,4", "INTERRUPTION,4"})
    void everyCauseHasItsCode(Cause.Kind kind, int code) {
        assertThat(ExitCode.of(new Cause(kind, "")).code()).isEqualTo(code);
    }

    @Test
    void aCompleteRunPrintsItsTableAndWhatComesNext() {
        Path run = folder.resolve("run");
        Said said = Said.by(
                "run",
                House.protocol("zhou-2022-ncm85-3c-life"),
                "--cell",
                House.CELL,
                "--set",
                "cycles=25",
                "--out",
                run);
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("NCM85 life at 3C", "simulated", "complete: every step was done", "run folder: " + run)
                .contains("\n   20  ", "\n   27  ")
                .doesNotContain("\n   21  ", "\n   26  ");
        assertThat(Said.by("summary", run).out()).contains("\n   21  ", "ended: complete");
    }

    @Test
    void columnsStandBelowTheirHeadings() {
        Path run = folder.resolve("run");
        Said said = Said.by(
                "run",
                House.protocol("zhou-2022-ncm85-c5-life"),
                "--cell",
                House.CELL,
                "--set",
                "cycles=2",
                "--out",
                run);
        var lines = said.outLines();
        int units = lines.indexOf(lines.stream()
                .filter(line -> line.contains("mAh/cm2"))
                .findFirst()
                .orElseThrow());
        for (String line : lines.subList(units - 1, units + 3)) {
            assertThat(line).hasSize(lines.get(units).length()).hasSizeLessThanOrEqualTo(110);
        }
        assertThat(lines.get(units + 1)).matches(" +1 .*").contains(" - ");
    }

    @Test
    void aLimitIsThree() throws IOException {
        Path protocol = House.written(
                folder, "voltage: 2.7..4.4 V", "- { charge: 1C, until: capacity >= 3 mAh, at most: 5 h }");
        Path run = folder.resolve("run");
        Said said = Said.by("run", protocol, "--cell", House.warmCell(folder), "--out", run);
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).contains("limit: voltage is 3.7");
        assertThat(said.err()).contains("warning: voltage is 3.7");
        assertThat(Said.by("verify", run).code()).isZero();
        assertThat(Said.by("summary", run).out()).contains("ended: limit");
    }

    @Test
    void aCellThatLeavesItsModelIsFour() throws IOException {
        Path cell = House.warmCell(folder);
        Files.writeString(cell, Files.readString(cell).replace("2.6..4.9 V", "-2.0..4.9 V"));
        Path protocol = House.written(
                folder, "voltage: -2.0..4.9 V", "- { discharge: 1C, until: capacity >= 5 mAh, at most: 9 h }");
        Said said = Said.by("run", protocol, "--cell", cell, "--out", folder.resolve("run"));
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.out()).contains("failure: ", "left its model");
        assertThat(said.err()).doesNotContain("Exception", "This should not have happened");
    }

    @Test
    void aRunThatWasCutOffIsInterruptedAndNotVerified() throws IOException {
        Path run = folder.resolve("run");
        Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--set", "cycles=1", "--out", run);
        Path segment = segment(run);
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length / 2));
        Said summary = Said.by("summary", run);
        assertThat(summary.code()).isZero();
        assertThat(summary.out()).contains("interrupted or still going on: step ");
        assertThat(summary.err()).contains("warning: ").contains("torn bytes");
        Said verify = Said.by("verify", run);
        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out()).contains("finding: ", "NOT as it was written");
        Said export = Said.by("export", run, "--format", "bdf-csv", "--out", folder.resolve("x.bdf.csv"));
        assertThat(export.code()).isZero();
        assertThat(export.err()).contains("torn bytes");
    }

    @Test
    void aFlippedByteIsFound() throws IOException {
        Path run = folder.resolve("run");
        Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--set", "cycles=4", "--out", run);
        Path segment = segment(run);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 4] ^= 4;
        Files.write(segment, bytes);
        assertThat(Said.by("verify", run).code()).isEqualTo(4);
        assertThat(Said.by("verify", run).out()).contains("is damaged from byte");
    }

    @Test
    void aJournalOfANewerProgramIsLeftAlone() throws IOException {
        Path run = folder.resolve("run");
        Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--set", "cycles=1", "--out", run);
        Path other = folder.resolve("other");
        Said.by("run", House.protocol("rate-ladder"), "--cell", House.CELL, "--set", "cycles=1", "--out", other);
        Files.copy(segment(other), segment(run), StandardCopyOption.REPLACE_EXISTING);
        for (String command : java.util.List.of("summary", "verify")) {
            Said said = Said.by(command, run);
            assertThat(said.code()).isEqualTo(4);
            assertThat(said.err()).contains("hash").doesNotContain("This should not have happened");
        }
    }

    @Test
    void theTableAsCsv() {
        Path run = folder.resolve("run");
        Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--set", "cycles=2", "--out", run);
        Said csv = Said.by("summary", run, "--csv");
        assertThat(csv.outLines()).hasSize(3);
        assertThat(run.resolve("cycles.csv")).hasContent(csv.out());
    }

    private static Path segment(Path run) throws IOException {
        try (var list = Files.list(run.resolve("journal"))) {
            return list.filter(path -> !path.endsWith("lock"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
