package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Journals.Entry;
import cellwright.world.Crew;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDiskTest {
    private final RealDisk disk = new RealDisk();

    @TempDir
    Path folder;

    @Test
    void aJournalSurvivesReopeningAndATornTail() throws Exception {
        Path directory = folder.resolve("a/b/journal");
        List<Entry> entries = Journals.run(60, 51);
        write(directory, entries.subList(0, 30));
        Path first = directory.resolve("journal-000001.cwj");
        Files.write(first, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        assertThat(JournalCheck.check(disk, directory).ok()).isFalse();
        write(directory, entries.subList(30, 60));
        assertThat(read(directory)).isEqualTo(entries);
        JournalCheck.Report report = JournalCheck.check(disk, directory);
        assertThat(report.ok()).isTrue();
        assertThat(report.segments()).isEqualTo(2);
        assertThat(report.records()).isEqualTo(60);
        assertThat(report.bytes()).isEqualTo(Files.size(first) + Files.size(directory.resolve("journal-000002.cwj")));
        assertThat(report.firstNanos()).hasValue(entries.getFirst().event().atNanos());
        assertThat(report.lastNanos()).hasValue(entries.getLast().event().atNanos());
        assertThat(directory.resolve("quarantine")).isDirectoryContaining("glob:**journal-000001.cwj.bytes-*");
    }

    @Test
    void foldersWithACommonParentCanBeMadeAtTheSameTime() {
        for (int round = 0; round < 20; round++) {
            Path parent = folder.resolve("round-" + round).resolve("runs");
            List<Callable<Boolean>> work = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>) () -> made(parent.resolve("run-" + i)))
                    .toList();
            assertThat(Crew.all(8, work)).containsOnly(true);
        }
    }

    private boolean made(Path directory) throws IOException {
        disk.createDirectories(directory);
        return Files.isDirectory(directory);
    }

    @Test
    void aFileWhereAFolderShouldBeIsStillRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThatThrownBy(() -> disk.createDirectories(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    private void write(Path directory, List<Entry> entries) throws LogFailure {
        try (JournalWriter writer = JournalWriter.open(disk, directory, JournalSizes.USUAL, alarm -> {})) {
            for (Entry entry : entries) {
                writer.append(entry.channel(), entry.event());
            }
        }
    }

    private List<Entry> read(Path directory) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(disk, directory, Programs.ANY)) {
            while (reader.next()) {
                entries.add(new Entry(reader.sequence(), reader.channel(), reader.event()));
            }
            assertThat(reader.findings()).isEmpty();
        }
        return entries;
    }

    @Test
    void aSecondWriterOfTheSameProcessIsRefusedAndDoesNotFreeTheLock() throws Exception {
        try (JournalWriter writer = JournalWriter.open(disk, folder, JournalSizes.USUAL, alarm -> {})) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> JournalWriter.open(
                                disk, folder.resolve("../" + folder.getFileName()), JournalSizes.USUAL, alarm -> {}))
                        .isInstanceOf(LogFailure.class)
                        .hasMessageContaining(folder.getFileName().toString());
            }
            assertThat(lockFromAnotherProcess()).isNotZero();
            writer.append(0, new Event.Due(1));
        }
        assertThat(lockFromAnotherProcess()).isZero();
        write(folder, Journals.run(3, 52));
    }

    /** 0 if another process could take the lock. */
    private int lockFromAnotherProcess() throws Exception {
        return run("-Xmx16m", LockAttempt.class, folder.resolve("lock"), "");
    }

    /** Tries to take a lock. */
    static final class LockAttempt {
        private LockAttempt() {}

        public static void main(String[] arguments) throws IOException {
            try (Closeable lock = new RealDisk().lock(Path.of(arguments[0]))) {
                assertThat(lock).isNotNull();
            }
        }
    }

    @Test
    void namesThatAreTakenAreNotOverwritten() throws Exception {
        disk.create(folder.resolve("one")).close();
        disk.create(folder.resolve("two")).close();
        assertThatThrownBy(() -> disk.create(folder.resolve("one"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> disk.rename(folder.resolve("one"), folder.resolve("two")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(disk.list(folder)).containsExactly("one", "two");
        assertThat(disk.list(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aMillionRecordsAreReadThroughASmallWindow() throws Exception {
        Event[] readings = new Event[1000];
        for (int i = 0; i < readings.length; i++) {
            readings[i] = Journals.reading(i, i * 1e-3);
        }
        JournalSizes sizes = new JournalSizes(16L << 20, 100_000, Layout.FRAME_MAX);
        try (JournalWriter writer = JournalWriter.open(disk, folder, sizes, alarm -> {})) {
            for (int i = 0; i < 1_000_000; i++) {
                writer.append(i & 63, readings[i % 1000]);
            }
        }
        assertThat(run("-Xmx16m", Counting.class, folder, "1000000")).isZero();
    }

    /** Reads a journal through and fails unless it has so many records. */
    static final class Counting {
        private Counting() {}

        public static void main(String[] arguments) throws IOException {
            JournalCheck.Report report = JournalCheck.check(new RealDisk(), Path.of(arguments[0]));
            if (!report.ok() || report.records() != Long.parseLong(arguments[1])) {
                throw new IllegalStateException(report.toString());
            }
        }
    }

    /** Exit status of a main class run in a Java process of its own. */
    private static int run(String option, Class<?> main, Path argument, String more) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        argument.toString(),
                        more)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
