package cellwright.store.columns;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.SimDisk;
import cellwright.journal.SimDisk.PowerCut;
import cellwright.journal.SimDisk.Survival;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are fed while runs go on are those that a rebuild makes, whatever happens in between. */
class ColumnOutletTest {
    private static final List<String> RUNS = List.of("run-A1", "run-A2");

    private static final List<Survival> SURVIVALS = List.of(
            new Survival(Survival.Bytes.LOST, 0, false),
            new Survival(Survival.Bytes.KEPT, 0, true),
            new Survival(Survival.Bytes.TORN, 500, true),
            new Survival(Survival.Bytes.ZEROED, 0, true),
            new Survival(Survival.Bytes.HOLED, 200, true));

    @TempDir
    Path folder;

    private FedRuns fed;

    @BeforeEach
    void open() throws IOException, LogFailure {
        fed = new FedRuns(folder);
        fed.unsealed();
    }

    @AfterEach
    void close() throws LogFailure {
        fed.close();
    }

    private void requireAsRebuilt(SimDisk disk) throws IOException {
        for (String run : RUNS) {
            fed.requireAsRebuilt(disk, run);
        }
        assertThat(fed.rows(disk, "run-A1")).isGreaterThan(50);
    }

    @Test
    void theyGrowWithTheJournalAndCanBeReadMeanwhile() throws Exception {
        SimDisk disk = new SimDisk();
        try (Follower follower = fed.follower(disk)) {
            fed.lab.write(10);
            fed.level(follower);
            try (ColumnStore reader = ColumnStore.open(disk, fed.columns("run-A1"))) {
                assertThat(reader.origin().run()).isEqualTo("run-A1");
                long before = reader.rows();
                for (int i = 0; i < 9; i++) {
                    fed.lab.write(fed.lab.size() / 8);
                    fed.level(follower);
                    reader.refresh();
                    assertThat(reader.rows()).isGreaterThanOrEqualTo(before);
                    before = reader.rows();
                }
                assertThat(reader.summary().completeCycles()).isEqualTo(2);
            }
            assertThat(follower.standing().recordsBehind()).hasValue(0);
            assertThat(follower.standing().items()).isEqualTo(fed.rows(disk, "run-A1") + fed.rows(disk, "run-A2"));
        }
        requireAsRebuilt(disk);
        assertThat(fed.remarks).isEmpty();
    }

    /** One life after the other, each cut somewhere; between two, the place may be an older one, or lost. */
    @Test
    void aPowerCutAnywhereLosesNoRowAndDoublesNone() {
        Property.forAll(Numbers.ints(0, Integer.MAX_VALUE)).checkWhole(10, seed -> {
            try (FedRuns lives = new FedRuns(Files.createTempDirectory(folder, "lab"))) {
                lives.unsealed();
                live(lives, new SplittableRandom(seed));
            }
        });
    }

    private static void live(FedRuns lives, SplittableRandom random) throws Exception {
        SimDisk disk = new SimDisk();
        Path older = lives.place.resolveSibling("older");
        for (int life = 0; life < 5; life++) {
            disk.cutPowerAt(random.nextInt(150));
            try {
                Follower follower = lives.follower(disk);
                for (int i = 0; i < 6; i++) {
                    lives.lab.write(random.nextInt(1, lives.lab.size() / 10));
                    lives.level(follower);
                    keep(lives.place, older, random.nextInt(3) == 0);
                }
            } catch (PowerCut expected) {
                // what is left is looked at below
            }
            disk = disk.afterPowerCut(SURVIVALS.get(random.nextInt(SURVIVALS.size())));
            lives.lab.restart();
            switch (random.nextInt(4)) {
                case 0 -> keep(older, lives.place, Files.exists(older));
                case 1 -> Files.deleteIfExists(lives.place);
                default -> {}
            }
        }
        lives.lab.writeAll();
        try (Follower follower = lives.follower(disk)) {
            lives.level(follower);
        }
        for (String run : RUNS) {
            lives.requireAsRebuilt(disk, run);
        }
    }

    private static void keep(Path from, Path to, boolean wanted) throws IOException {
        if (wanted && Files.exists(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void aFullDiskIsTroubleOfTheFollowerAloneAndMendsItselfWhenThereIsRoom() throws Exception {
        SimDisk disk = new SimDisk();
        try (Follower follower = fed.follower(disk)) {
            fed.lab.write(fed.lab.size() / 2);
            fed.level(follower);
            long kept = fed.rows(disk, "run-A1");
            disk.leaveRoom(200);
            fed.lab.write(fed.lab.size() / 4);
            fed.later(FedRuns.SECOND);
            assertThat(fed.untilTrouble(follower)).isEqualTo(Did.TROUBLE);
            fed.lab.writeAll();
            for (int i = 0; i < 20; i++) {
                fed.later(60 * FedRuns.SECOND);
                assertThat(fed.untilTrouble(follower)).isEqualTo(Did.TROUBLE);
            }
            assertThat(follower.standing().trouble().orElseThrow())
                    .contains("No space left on device", "run-A", "check the disk");
            assertThat(follower.standing().recordsBehind().orElseThrow()).isGreaterThan(fed.lab.size() / 4);
            assertThat(follower.standing().alarm(fed.now()).orElseThrow()).contains("nothing is lost");
            assertThat(fed.rows(disk, "run-A1")).isGreaterThanOrEqualTo(kept);
            disk.leaveRoom(Long.MAX_VALUE);
            fed.level(follower);
            assertThat(follower.standing().trouble()).isEmpty();
            assertThat(follower.standing().recordsBehind()).hasValue(0);
        }
        requireAsRebuilt(disk);
    }

    @Test
    void aWriteOrASyncThatFailsIsMadeGoodWithoutAStart() throws Exception {
        fed.lab.writeAll();
        SimDisk undisturbed = new SimDisk();
        try (Follower follower = fed.follower(undisturbed)) {
            fed.level(follower);
        }
        for (int number = 0; number < undisturbed.forces(); number += 8) {
            Files.delete(fed.place);
            SimDisk disk = new SimDisk();
            disk.failForce(number, false);
            disk.failWrite(3 * number, false);
            try (Follower follower = fed.follower(disk)) {
                fed.level(follower);
                assertThat(follower.standing().trouble()).isEmpty();
            }
            requireAsRebuilt(disk);
        }
    }

    @Test
    void columnsThatAreDeletedOrDamagedAreMadeAgain() throws Exception {
        SimDisk disk = new SimDisk();
        fed.lab.write(2 * (fed.lab.size() / 4));
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
            delete(disk, "run-A1");
            fed.lab.write(2 * (fed.lab.size() / 8));
            fed.level(follower);
            fed.requireSame(disk, "run-A1", "run-A2");
        }
        delete(disk, "run-A2");
        byte[] garbage = {1, 2, 3};
        for (String name : disk.list(fed.columns("run-A1"))) {
            disk.put(fed.columns("run-A1").resolve(name), garbage);
        }
        try (Follower follower = fed.follower(disk)) {
            fed.lab.writeAll();
            fed.level(follower);
        }
        requireAsRebuilt(disk);
        assertThat(fed.remarks).noneMatch(remark -> remark.contains("stay as they are"));
    }

    private void delete(SimDisk disk, String run) {
        for (String name : disk.list(fed.columns(run))) {
            disk.remove(fed.columns(run).resolve(name));
        }
    }

    @Test
    void columnsOfASealedRunThatSomebodyDeletedStayDeleted() throws Exception {
        SimDisk disk = new SimDisk();
        fed.lab.write(fed.lab.size() - 1);
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
        }
        Files.writeString(fed.run("run-A1").resolve("outcome.yaml"), "outcome: complete\n");
        delete(disk, "run-A1");
        fed.lab.writeAll();
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
        }
        assertThat(disk.list(fed.columns("run-A1"))).isEmpty();
        fed.requireAsRebuilt(disk, "run-A2");
    }

    @Test
    void aRunThatWasSealedBeforeItsRowsHadArrivedGetsThemAllTheSame() throws Exception {
        SimDisk disk = new SimDisk();
        fed.lab.write(fed.lab.size() / 2);
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
        }
        fed.lab.writeAll();
        for (String run : RUNS) {
            Files.writeString(fed.run(run).resolve("outcome.yaml"), "outcome: complete\n");
            delete(disk, run);
        }
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
        }
        requireAsRebuilt(disk);
    }

    @Test
    void aRunWhoseFolderIsTakenAwayIsPassedOverAndTheOtherGoesOn() throws Exception {
        SimDisk disk = new SimDisk();
        fed.lab.write(fed.lab.size() / 2);
        try (Follower follower = fed.follower(disk)) {
            fed.level(follower);
            Files.move(fed.run("run-A1"), fed.lab.folder().resolve("elsewhere"));
            delete(disk, "run-A1");
            fed.lab.writeAll();
            fed.level(follower);
        }
        fed.requireAsRebuilt(disk, "run-A2");
        assertThat(disk.list(fed.columns("run-A1"))).isEmpty();
        assertThat(fed.remarks).anyMatch(remark -> remark.contains("run-A1") && remark.contains("store rebuild"));
    }

    @Test
    void somebodyElseWhoWritesTheColumnsIsWaitedFor() throws Exception {
        SimDisk disk = new SimDisk();
        fed.lab.writeAll();
        try (Follower follower = fed.follower(disk)) {
            try (Ingest other = Ingest.open(disk, fed.columns("run-A2"), new Origin("run-A2", "another"))) {
                assertThat(other.rows()).isZero();
                assertThat(fed.untilTrouble(follower)).isEqualTo(Did.TROUBLE);
                assertThat(follower.standing().trouble().orElseThrow()).contains("run-A2", "held");
            }
            fed.level(follower);
        }
        requireAsRebuilt(disk);
    }

    @Test
    void theMoreRunsThereAreTheLessOftenTheDiskIsAskedToForce() throws Exception {
        try (ColumnOutlet outlet = new ColumnOutlet(new SimDisk(), run -> java.util.Optional.empty(), text -> {})) {
            assertThat(outlet.lookNanos()).isEqualTo(FedRuns.SECOND);
            assertThat(outlet.isFull()).isFalse();
        }
    }
}
