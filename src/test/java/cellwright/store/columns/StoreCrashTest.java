package cellwright.store.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.journal.SimDisk;
import cellwright.journal.SimDisk.PowerCut;
import cellwright.journal.SimDisk.Survival;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoreCrashTest {
    private static final Runs RUN = Runs.of(4_600, 71);
    private static final int COMMIT_EVERY = 800;

    private static final List<Survival> SURVIVALS = List.of(
            new Survival(Survival.Bytes.LOST, 0, false),
            new Survival(Survival.Bytes.KEPT, 0, true),
            new Survival(Survival.Bytes.TORN, 700, true),
            new Survival(Survival.Bytes.ZEROED, 0, true),
            new Survival(Survival.Bytes.HOLED, 300, true));

    /** Every file but the marks, whose number tells how often the store was opened. */
    private static Map<String, String> content(SimDisk disk) {
        Map<String, String> content = new TreeMap<>();
        for (String name : disk.list(Runs.FOLDER)) {
            if (!name.startsWith("marks-")) {
                byte[] bytes = disk.content(Runs.FOLDER.resolve(name));
                content.put(name, bytes.length + " bytes, " + java.util.Arrays.hashCode(bytes));
            }
        }
        return content;
    }

    private static SimDisk whole() throws IOException {
        SimDisk disk = new SimDisk();
        RUN.store(disk, COMMIT_EVERY);
        return disk;
    }

    @Test
    void aPowerCutAtAnyOperationLosesNoRowAndDoublesNone() throws IOException {
        SimDisk undisturbed = whole();
        Map<String, String> expected = content(undisturbed);
        Mark mark = lastMark(undisturbed);
        int operations = undisturbed.operations();
        assertThat(operations).isGreaterThan(250);
        for (int cut = 0; cut < operations; cut++) {
            SimDisk disk = new SimDisk();
            disk.cutPowerAt(cut);
            try {
                RUN.store(disk, COMMIT_EVERY);
                throw new AssertionError("the power was not cut at operation " + cut);
            } catch (PowerCut expectedCut) {
                SimDisk found = disk.afterPowerCut(SURVIVALS.get(cut % SURVIVALS.size()));
                readersSeeAWholeStoreOrNone(found);
                RUN.store(found, COMMIT_EVERY);
                assertThat(content(found)).as("power cut at operation %d", cut).isEqualTo(expected);
                assertThat(lastMark(found).rows()).isEqualTo(mark.rows());
                assertThat(lastMark(found).position()).isEqualTo(mark.position());
            }
        }
    }

    private static void readersSeeAWholeStoreOrNone(SimDisk disk) throws IOException {
        assertThat(StoreCheck.check(disk, Runs.FOLDER)).allMatch(Damage::harmless);
    }

    private static Mark lastMark(SimDisk disk) throws IOException {
        try (Marks marks = Marks.open(disk, Runs.FOLDER).orElseThrow()) {
            return marks.last();
        }
    }

    @Test
    void aWriteThatFailsStopsTheStoreWhichGoesOnWhenItIsOpenedAgain() throws IOException {
        SimDisk undisturbed = whole();
        Map<String, String> expected = content(undisturbed);
        for (int write = 0; write < undisturbed.writes(); write += 3) {
            SimDisk disk = new SimDisk();
            disk.failWrite(write, false);
            int failing = write;
            assertThatThrownBy(() -> RUN.store(disk, COMMIT_EVERY))
                    .as("write %d fails", failing)
                    .isInstanceOf(IOException.class);
            RUN.store(disk, COMMIT_EVERY);
            assertThat(content(disk)).as("write %d failed", write).isEqualTo(expected);
        }
    }

    @Test
    void aSyncThatFailsMeansThatTheStoreIsBuiltAnew() throws IOException {
        SimDisk undisturbed = whole();
        Map<String, String> expected = content(undisturbed);
        for (int force = 0; force < undisturbed.forces(); force += 2) {
            SimDisk disk = new SimDisk();
            disk.failForce(force, false);
            assertThatThrownBy(() -> RUN.store(disk, COMMIT_EVERY)).isInstanceOf(IOException.class);
            RUN.store(disk, COMMIT_EVERY);
            SimDisk found = disk.afterPowerCut(new Survival(Survival.Bytes.LOST, 0, false));
            assertThat(content(found)).as("sync %d failed", force).isEqualTo(expected);
        }
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLostWhenThereIsRoom() throws IOException {
        SimDisk disk = new SimDisk();
        try (Ingest ingest = Ingest.open(disk, Runs.FOLDER, Runs.ORIGIN)) {
            disk.leaveRoom(100_000);
            assertThatThrownBy(() -> RUN.into(ingest, COMMIT_EVERY))
                    .isInstanceOfSatisfying(StoreStopped.class, stopped -> assertThat(stopped.goesOn())
                            .isTrue())
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("the run itself is not concerned");
            assertThatThrownBy(ingest::commit).isInstanceOf(StoreStopped.class);
        }
        long kept = lastMark(disk).rows();
        disk.leaveRoom(Long.MAX_VALUE);
        try (Ingest ingest = Ingest.open(disk, Runs.FOLDER, Runs.ORIGIN)) {
            assertThat(ingest.rows()).isEqualTo(kept).isPositive();
            RUN.into(ingest, COMMIT_EVERY);
        }
        assertThat(content(disk)).isEqualTo(content(whole()));
    }

    @Test
    void bringingEverythingTwiceChangesNothing() throws IOException {
        SimDisk disk = whole();
        Map<String, String> once = content(disk);
        RUN.store(disk, 17);
        assertThat(content(disk)).isEqualTo(once);
    }

    @Test
    void anotherJournalThanTheOneTakenInIsNoticed() throws IOException {
        SimDisk disk = whole();
        Runs other = Runs.of(5_600, 72);
        assertThatThrownBy(() -> other.store(disk, 100))
                .isInstanceOf(StoreDamaged.class)
                .hasMessageContaining("another event");
        assertThatThrownBy(() -> Ingest.open(disk, Runs.FOLDER, new Origin("run two", "abc")))
                .isInstanceOf(StoreDamaged.class)
                .hasMessageContaining("run two");
        try (Ingest again = Ingest.anew(disk, Runs.FOLDER, Runs.ORIGIN)) {
            RUN.into(again, COMMIT_EVERY);
        }
        assertThat(content(disk).keySet()).isEqualTo(content(whole()).keySet());
        assertThat(StoreCheck.check(disk, Runs.FOLDER)).isEmpty();
    }

    @Test
    void aSecondWriterIsRefused() throws IOException {
        SimDisk disk = new SimDisk();
        try (Ingest first = Ingest.open(disk, Runs.FOLDER, Runs.ORIGIN)) {
            assertThat(first.position()).isZero();
            assertThatThrownBy(() -> Ingest.open(disk, Runs.FOLDER, Runs.ORIGIN))
                    .isInstanceOf(IOException.class);
        }
        whole();
    }
}
