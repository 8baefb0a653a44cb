package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.ChannelState;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunFolderTest {
    @TempDir
    Path folder;

    @Test
    void theSameSeedAndOrderGiveTheSameBytes() throws IOException, LogFailure {
        House.run(noisy(3), folder.resolve("one"));
        House.run(noisy(3), folder.resolve("other"));
        assertThat(bytes("one")).isEqualTo(bytes("other"));
        assertThat(folder.resolve("one/cycles.csv")).hasSameTextualContentAs(folder.resolve("other/cycles.csv"));
    }

    @Test
    void anotherSeedGivesOtherNoise() throws IOException, LogFailure {
        House.run(noisy(3), folder.resolve("one"));
        House.run(noisy(4), folder.resolve("other"));
        assertThat(bytes("one")).isNotEqualTo(bytes("other"));
    }

    @Test
    void withoutNoiseTheSeedChangesTheJournalsNameForTheRunAlone() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("one"));
        House.run(shortRun(2), folder.resolve("other"));
        assertThat(folder.resolve("one/cycles.csv")).hasSameTextualContentAs(folder.resolve("other/cycles.csv"));
    }

    @Test
    void aSecondRunIsRefusedAndTheFirstStaysAsItWas() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Map<String, String> before = texts("run");
        assertThatThrownBy(() -> House.run(noisy(2), folder.resolve("run")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(texts("run")).isEqualTo(before);
    }

    @Test
    void aFolderThatIsJustBeingMadeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.createFile(folder.resolve("run/run.yaml.part"));
        assertThatThrownBy(() -> House.run(shortRun(1), folder.resolve("run")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(RunFolder.objections(folder.resolve("run"))).hasSize(1);
    }

    @Test
    void aSecondWriterOnARunsJournalIsRefused() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Path journal = folder.resolve("run/journal");
        try (JournalWriter first = JournalWriter.open(new RealDisk(), journal, JournalSizes.USUAL, note -> {})) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> JournalWriter.open(new RealDisk(), journal, JournalSizes.USUAL, note -> {}))
                    .isInstanceOf(LogFailure.class)
                    .hasMessageContaining("another Cellwright");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol.yaml", "cell.yaml"})
    void aSnapshotThatWasEditedIsRefused(String name) throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Path snapshot = folder.resolve("run").resolve(name);
        Files.writeString(snapshot, Files.readString(snapshot) + "# one word more\n");
        assertThat(refusals("run")).singleElement().asString().contains(name, "changed after the run began");
    }

    /** The last entry of the card, a list; without it nothing is out of the analyser's reach. */
    @Test
    void aCardThatDoesNotSayHowFarTheAnalyserReachesIsReadAndOneThatSaysItBadlyIsNot() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Path card = folder.resolve("run/run.yaml");
        String text = Files.readString(card);
        assertThat(House.replay(folder.resolve("run"))
                        .card()
                        .bench()
                        .analyser()
                        .orElseThrow()
                        .highestHz())
                .isEqualTo(35e6);
        int at = text.indexOf("  analyser:");
        assertThat(at).isPositive();
        Files.writeString(card, text.substring(0, at));
        assertThat(House.replay(folder.resolve("run"))
                        .card()
                        .bench()
                        .analyser()
                        .orElseThrow()
                        .highestHz())
                .isInfinite();
        Files.writeString(card, text.substring(0, at) + "  analyser: [1, 2]\n");
        assertThat(refusals("run")).singleElement().asString().contains("analyser", "lowest and highest Hz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol.yaml", "cell.yaml", "run.yaml"})
    void aMissingPartIsNamed(String name) throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Files.delete(folder.resolve("run").resolve(name));
        assertThat(refusals("run")).singleElement().asString().contains("there is no such file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "starts at: 2026-01-01T00:00:00Z | starts at: yesterday | starts at",
                "- voltage VOLT | - voltage | signal",
                "- voltage VOLT | - voltage FURLONG | FURLONG",
                "- 0.0 | - nothing | number",
                "- 233.15 | # nothing | two numbers",
                "seed: 1 | seed: one | whole number",
                "protocol sha256 | protocol md5 | protocol sha256",
                "bench: | bank: | bench",
                "run: | 'run: {' | run.yaml"
            })
    void aDamagedCardIsExplained(String from, String to, String word) throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        Path card = folder.resolve("run/run.yaml");
        String text = Files.readString(card);
        assertThat(text).contains(from);
        Files.writeString(card, text.replace(from, to));
        assertThat(refusals("run")).isNotEmpty();
        assertThat(refusals("run").toString()).contains("run.yaml", word);
    }

    @Test
    void aCopyElsewhereVerifiesAndExports() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        House.copy(folder.resolve("run"), folder.resolve("archive/2026/run"));
        RunAudit audit = House.audit(folder.resolve("archive/2026/run"));
        assertThat(audit.ok()).isTrue();
        assertThat(audit.state()).isInstanceOf(ChannelState.Ended.class);
        RunExport.Written written =
                RunExport.bdfCsv(House.replay(folder.resolve("archive/2026/run")), folder.resolve("x.bdf.csv"));
        RunExport.bdfCsv(House.replay(folder.resolve("run")), folder.resolve("y.bdf.csv"));
        assertThat(written.rows()).isGreaterThan(100);
        assertThat(folder.resolve("x.bdf.csv")).hasSameTextualContentAs(folder.resolve("y.bdf.csv"));
    }

    @Test
    void aJournalOfAnotherProtocolIsNotTakenForThisOne() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        House.run(noisy(1), folder.resolve("other"));
        House.run(House.prepared("cccv-basic", Map.of("cycles", "1")), folder.resolve("third"));
        House.copy(folder.resolve("run"), folder.resolve("mixed"));
        try (var segments = Files.list(folder.resolve("mixed/journal"))) {
            for (Path segment : segments.toList()) {
                Files.delete(segment);
            }
        }
        Files.delete(folder.resolve("mixed/journal"));
        House.copy(folder.resolve("third/journal"), folder.resolve("mixed/journal"));
        RunReplay replay = House.replay(folder.resolve("mixed"));
        assertThatThrownBy(() -> replay.play(report -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("hash");
    }

    @Test
    void anExportThatFailsLeavesNothingBehind() throws IOException, LogFailure {
        House.run(shortRun(1), folder.resolve("run"));
        RunReplay replay = House.replay(folder.resolve("run"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createDirectory(out.resolve("x.bdf.metadata.json"));
        assertThatThrownBy(() -> RunExport.bdfCsv(replay, out.resolve("x.bdf.csv")))
                .isInstanceOf(IOException.class);
        try (var left = Files.list(out)) {
            assertThat(left).containsExactly(out.resolve("x.bdf.metadata.json"));
        }
    }

    @Test
    void placesWhereNoFolderCanBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.createFile(full.resolve("something"));
        assertThat(RunFolder.objections(file)).singleElement().asString().contains("is a file");
        assertThat(RunFolder.objections(file.resolve("below")))
                .singleElement()
                .asString()
                .contains("is a file");
        assertThat(RunFolder.objections(full)).singleElement().asString().contains("is not empty");
        assertThat(RunFolder.objections(folder.resolve("a/b/c"))).isEmpty();
        assertThat(RunFolder.objections(Files.createDirectory(folder.resolve("empty"))))
                .isEmpty();
    }

    private Prepared shortRun(long seed) throws IOException {
        return House.prepared(House.protocol("zhou-2022-ncm85-3c-life"), House.CELL, Map.of("cycles", "1"), seed);
    }

    private Prepared noisy(long seed) throws IOException {
        Path cell = folder.resolve("noisy.yaml");
        Files.writeString(cell, Files.readString(House.CELL) + "  noise_volts_rms: 0.0001\n");
        return House.prepared(House.protocol("zhou-2022-ncm85-3c-life"), cell, Map.of("cycles", "1"), seed);
    }

    private List<String> refusals(String name) {
        return switch (RunReplay.open(new RunFolder(folder.resolve(name)))) {
            case Result.Made<RunReplay> made -> List.of();
            case Result.Refused<RunReplay> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    private Map<String, String> bytes(String name) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (var files = Files.walk(folder.resolve(name).resolve("journal"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private Map<String, String> texts(String name) throws IOException {
        Map<String, String> all = new TreeMap<>(bytes(name));
        for (String file : List.of("run.yaml", "protocol.yaml", "cell.yaml", "outcome.yaml")) {
            all.put(file, Files.readString(folder.resolve(name).resolve(file)));
        }
        return all;
    }
}
