package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.TransitionTable.Phase;
import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import cellwright.journal.SimDisk;
import cellwright.lab.RunColumns;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.RunTable;
import cellwright.protocol.Result;
import cellwright.store.columns.ColumnOutlet;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.Damage;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.table.Table;
import cellwright.store.table.TableFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served laboratory keeps columns of its runs while these go on, and one file of rows when they are over. */
class ServedColumnsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private ServedLab lab;
    private Follower follower;
    private Path run = Path.of("");

    @BeforeEach
    void open() throws Exception {
        lab = new ServedLab(folder);
        follower = feed(new RealDisk());
        Files.writeString(
                folder.resolve("protocol.yaml"),
                ServedLab.PROTOCOL.replace("every: 10 s", "every: 500 ms").replace("cycles: 2", "cycles: 6"));
        run = lab.charge(1);
    }

    private Follower feed(Disk disk) {
        return lab.follow(
                new ColumnOutlet(disk, RunColumns.homes(lab.data().resolve("runs")), lab.notices::add), "columns");
    }

    private Did follow() {
        for (int steps = 0; steps < 200; steps++) {
            Did did = follower.step(lab.lanes.clock().nanos()).did();
            if (did == Did.LEVEL || did == Did.TROUBLE) {
                return did;
            }
        }
        throw new AssertionError("it does not come to an end: " + follower.standing());
    }

    private JsonNode standing() {
        return lab.status().path("followers").path(0);
    }

    private void untilOver() {
        lab.runUntil(Duration.ofMinutes(5), () -> lab.phase(0) == Phase.ENDED);
        lab.run(Duration.ofSeconds(1));
    }

    private static Map<String, Integer> content(Path columns) throws IOException {
        Map<String, Integer> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(columns)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith("marks-")) {
                    content.put(name, java.util.Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return content;
    }

    private static RunReplay replay(Path run) {
        return switch (RunReplay.open(new RunFolder(run))) {
            case Result.Made<RunReplay> made -> made.value();
            case Result.Refused<RunReplay> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static void requireAsRebuilt(Path run, Path elsewhere) throws IOException {
        assertThat(RunColumns.check(new RunFolder(run), new RealDisk())).allMatch(Damage::harmless);
        Path copy = elsewhere.resolve("copy");
        ServedLab.copy(run, copy);
        Map<String, Integer> fed = content(run.resolve("readings"));
        RunColumns.Made made = RunColumns.bring(replay(copy), new RealDisk());
        assertThat(made.anew()).isFalse();
        assertThat(content(copy.resolve("readings"))).as("brought up to date").isEqualTo(fed);
        RunColumns.delete(new RunFolder(copy), new RealDisk());
        RunColumns.anew(replay(copy), new RealDisk());
        assertThat(content(copy.resolve("readings")))
                .as("made from the journal")
                .isEqualTo(fed);
    }

    /** The latest row may not be acknowledged yet. */
    private void requireUpToDate(ColumnStore store) {
        int rows = lab.channel(0).path("rows").asInt();
        assertThat(store.rows()).isBetween(rows - 1L, (long) rows);
    }

    private static void requireTableAsColumns(Path run) throws IOException {
        Table table = ServedLab.made(TableFile.read(RunTable.file(new RunFolder(run))));
        try (ColumnStore store = ColumnStore.open(run.resolve("readings"))) {
            assertThat((long) table.rows()).isEqualTo(store.rows()).isPositive();
            same(table, "Voltage / V", store, "voltage", value -> value);
            same(table, "Current / A", store, "current", value -> value);
            same(table, "Cycle Count / 1", store, "cycle", value -> value);
            same(table, "Test Time / s", store, "test time", nanos -> nanos * 1e-9);
        }
    }

    private static void same(Table table, String label, ColumnStore store, String quantity, DoubleUnaryOperator as)
            throws IOException {
        double[] ours = new double[(int) store.rows()];
        store.read(quantity, 0, ours);
        double[] theirs = table.column(label).orElseThrow();
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i])
                    .as("%s in row %d", label, i)
                    .isCloseTo(as.applyAsDouble(ours[i]), org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void theColumnsGrowWhileTheRunGoesOnAndStatusSaysHowFarTheyAre() throws Exception {
        for (int i = 0; i < 4; i++) {
            lab.run(Duration.ofSeconds(6));
            assertThat(follow()).isEqualTo(Did.LEVEL);
            try (ColumnStore store = ColumnStore.open(run.resolve("readings"))) {
                requireUpToDate(store);
            }
            assertThat(standing().path("follower").asText()).isEqualTo("columns");
            assertThat(standing().path("records_behind").asLong(99)).isLessThan(2);
        }
        untilOver();
        follow();
        requireAsRebuilt(run, folder);
        requireTableAsColumns(run);
        follower.close();
    }

    @Test
    void whileTheyAreFedNobodyElseWritesThem() throws Exception {
        lab.run(Duration.ofSeconds(6));
        follow();
        assertThatThrownBy(() -> RunColumns.anew(replay(run), new RealDisk()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is served")
                .hasMessageContaining("until the run is over");
        untilOver();
        follow();
        assertThat(RunColumns.anew(replay(run), new RealDisk()).anew()).isTrue();
        follower.close();
    }

    @Test
    void aKilledProgramsColumnsAreGoneOnWithByTheNext(@TempDir Path elsewhere) throws Exception {
        for (int kill = 0; kill < 3; kill++) {
            lab.run(Duration.ofSeconds(5));
            follow();
            lab.run(Duration.ofSeconds(2));
            follower.close();
            lab.crashAndStart(elsewhere.resolve("after-" + kill), Duration.ofMinutes(1));
            follower = feed(new RealDisk());
            lab.run(Duration.ofSeconds(2));
            lab.ask("resume", "A1");
        }
        untilOver();
        follow();
        Path moved = lab.data().resolve("runs").resolve(run.getFileName());
        requireAsRebuilt(moved, folder);
        requireTableAsColumns(moved);
        assertThat(moved.resolve("readings.bdf.metadata.json")).isNotEmptyFile();
        follower.close();
    }

    @Test
    void aDiskThatIsFullForTheColumnsDoesNotStopTheRun() throws Exception {
        SimDisk disk = new SimDisk();
        follower.close();
        lab.endAndStart();
        follower = feed(disk);
        lab.run(Duration.ofSeconds(1));
        lab.ask("resume", "A1");
        follow();
        disk.leaveRoom(100);
        lab.run(Duration.ofSeconds(4));
        assertThat(follow()).isEqualTo(Did.TROUBLE);
        int rows = lab.channel(0).path("rows").asInt();
        lab.run(Duration.ofSeconds(6));
        assertThat(follow()).isEqualTo(Did.TROUBLE);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
        assertThat(lab.channel(0).path("rows").asInt()).isGreaterThan(rows);
        assertThat(lab.status().path("instruments").path(0).path("missed_ticks").asInt())
                .isZero();
        assertThat(standing().path("trouble").asText()).contains("No space left on device", "check the disk");
        assertThat(standing().path("records_behind").asLong()).isPositive();
        disk.leaveRoom(Long.MAX_VALUE);
        assertThat(follow()).isEqualTo(Did.LEVEL);
        assertThat(standing().path("trouble").isNull()).isTrue();
        try (ColumnStore store = ColumnStore.open(disk, run.resolve("readings"))) {
            requireUpToDate(store);
        }
        follower.close();
    }

    @Test
    void aRunWhoseFileAKilledProgramLeftHalfDoneGetsItAtTheNextStart() throws Exception {
        lab.withoutPacker();
        untilOver();
        follow();
        Path table = RunTable.file(new RunFolder(run));
        assertThat(table).doesNotExist();
        assertThat(run.resolve("outcome.yaml")).exists();
        Files.writeString(run.resolve("readings.bdf.parquet.part"), "PAR1 and not much more");
        Files.writeString(run.resolve("readings.bdf.metadata.json"), "{ \"of\": \"an earlier version\" }");
        follower.close();
        lab.withPacker();
        lab.endAndStart();
        assertThat(lab.notices).anyMatch(notice -> notice.contains("rows in readings.bdf.parquet"));
        requireTableAsColumns(run);
        assertThat(run.resolve("readings.bdf.parquet.part")).doesNotExist();
        assertThat(Files.readString(run.resolve("readings.bdf.metadata.json"))).doesNotContain("an earlier version");
        long written = Files.getLastModifiedTime(table).toMillis();
        lab.endAndStart();
        assertThat(Files.getLastModifiedTime(table).toMillis()).isEqualTo(written);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndTheJournalIsNotTouched() throws Exception {
        Files.createDirectories(run.resolve("readings.bdf.parquet.part/in the way"));
        untilOver();
        assertThat(RunTable.file(new RunFolder(run))).doesNotExist();
        assertThat(lab.notices)
                .anyMatch(notice -> notice.contains("could not be put into readings.bdf.parquet")
                        && notice.contains("cellwright store compact"));
        assertThat(replay(run).play(report -> {}).events()).isPositive();
        Files.delete(run.resolve("readings.bdf.parquet.part/in the way"));
        Files.delete(run.resolve("readings.bdf.parquet.part"));
        follow();
        follower.close();
        lab.endAndStart();
        requireTableAsColumns(run);
    }

    @Test
    void aLaboratoryThatIsClosedDoesNotWaitForFilesOfRows() throws Exception {
        lab.keepPacking();
        untilOver();
        lab.end();
        assertThat(lab.packNow()).isPositive();
        assertThat(RunTable.file(new RunFolder(run))).doesNotExist();
        assertThat(run.resolve("readings.bdf.parquet.part")).doesNotExist();
        assertThat(run.resolve("readings.bdf.metadata.json")).doesNotExist();
        assertThat(lab.notices).noneMatch(notice -> notice.contains("could not be put into"));
    }

    @Test
    void noFileIsMadeWhereNobodyWantsIt() throws Exception {
        follower.close();
        lab.configure(ServedLab.CONFIG + "store: { parquet: no }\n");
        lab.endAndStart();
        lab.run(Duration.ofSeconds(1));
        lab.ask("resume", "A1");
        untilOver();
        assertThat(run.resolve("outcome.yaml")).exists();
        assertThat(RunTable.file(new RunFolder(run))).doesNotExist();
        assertThat(lab.order().plan().store().columns()).isTrue();
        assertThat(lab.order().plan().store().alarmAfter()).isEqualTo(Duration.ofNanos(600 * SECOND));
    }
}
