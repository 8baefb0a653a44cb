package cellwright.store.columns;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import cellwright.journal.SimDisk;
import cellwright.lab.FollowedRuns;
import cellwright.lab.RecordedLab;
import cellwright.lab.RunColumns;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.protocol.Result;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.follow.PlaceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A recorded laboratory of two runs whose columns are fed; the journal lies on the real disk, the columns wherever the test says. */
final class FedRuns implements AutoCloseable {
    static final long SECOND = 1_000_000_000L;
    private static final int STEPS_AT_MOST = 10_000;

    final RecordedLab lab;
    final List<String> remarks = new ArrayList<>();
    final Path place;
    /** Behind everything that was recorded. */
    private long now = 86_400 * SECOND;

    FedRuns(Path folder) throws IOException, LogFailure {
        lab = new RecordedLab(folder);
        place = folder.resolve("followers/columns.place");
    }

    Path runs() {
        return lab.folder().resolve("runs");
    }

    Path run(String name) {
        return runs().resolve(name);
    }

    Path columns(String run) {
        return RunColumns.folder(new RunFolder(run(run)));
    }

    /** The runs look as if they went on. */
    void unsealed() throws IOException {
        Files.delete(run("run-A1").resolve("outcome.yaml"));
        Files.delete(run("run-A2").resolve("outcome.yaml"));
    }

    Follower follower(Disk disk) {
        Follower.Source source = new Follower.Source(
                new RealDisk(),
                lab.journal(),
                new FollowedRuns("bench", runs(), remarks::add),
                lab.source().writer());
        return new Follower(
                source,
                new ColumnOutlet(disk, RunColumns.homes(runs()), remarks::add),
                new PlaceFile(place),
                new Follower.Terms("columns", "readings/", 1, 600 * SECOND, remarks::add));
    }

    /** Steps at the times the steps ask for until everything there is was handed on. */
    void level(Follower follower) {
        for (int steps = 0; steps < STEPS_AT_MOST; steps++) {
            Follower.Step step = follower.step(now);
            if (step.did() == Did.LEVEL) {
                return;
            }
            now = Math.max(now, step.againNanos());
        }
        throw new AssertionError("it does not come to an end: " + follower.standing());
    }

    /** Steps until everything was handed on or something does not work. */
    Did untilTrouble(Follower follower) {
        for (int steps = 0; steps < STEPS_AT_MOST; steps++) {
            Did did = follower.step(now).did();
            if (did == Did.LEVEL || did == Did.TROUBLE) {
                return did;
            }
        }
        throw new AssertionError("it does not come to an end: " + follower.standing());
    }

    long now() {
        return now;
    }

    void later(long nanos) {
        now += nanos;
    }

    private RunReplay replay(String run) {
        return switch (RunReplay.open(new RunFolder(run(run)))) {
            case Result.Made<RunReplay> made -> made.value();
            case Result.Refused<RunReplay> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** What a rebuild from the run's journal makes. */
    Map<String, String> rebuilt(String run) throws IOException {
        SimDisk disk = new SimDisk();
        RunColumns.anew(replay(run), disk);
        return content(disk, run);
    }

    /** Every file but the marks, which tell how often the store was opened and committed. */
    Map<String, String> content(SimDisk disk, String run) {
        Map<String, String> content = new TreeMap<>();
        for (String name : disk.list(columns(run))) {
            if (!name.startsWith("marks-")) {
                byte[] bytes = disk.content(columns(run).resolve(name));
                content.put(name, bytes.length + " bytes, " + Arrays.hashCode(withoutEra(name, bytes)));
            }
        }
        return content;
    }

    /** The book begins with what it is of and how often the store was begun anew. */
    private static byte[] withoutEra(String name, byte[] bytes) {
        if (!name.equals(Layout.BOOK)) {
            return bytes;
        }
        int first = Frames.HEADER
                + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return Arrays.copyOfRange(bytes, first, bytes.length);
    }

    void requireAsRebuilt(SimDisk disk, String run) throws IOException {
        assertThat(content(disk, run)).as(run).isEqualTo(rebuilt(run));
        assertThat(StoreCheck.check(disk, columns(run))).allMatch(Damage::harmless);
    }

    /** Two runs that were told the same, but for their names. */
    void requireSame(SimDisk disk, String one, String other) {
        assertThat(content(disk, one)).isEqualTo(content(disk, other)).isNotEmpty();
    }

    long rows(Disk disk, String run) throws IOException {
        try (ColumnStore store = ColumnStore.open(disk, columns(run))) {
            return store.rows();
        }
    }

    @Override
    public void close() throws LogFailure {
        lab.close();
    }
}
