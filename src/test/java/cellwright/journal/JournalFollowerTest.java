package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Journals.Entry;
import cellwright.journal.SimDisk.Survival;
import cellwright.journal.SimDisk.Survival.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower hands out what is acknowledged, all of it, once, in order, whatever the writer does meanwhile. */
class JournalFollowerTest {
    private static final JournalSizes TINY = new JournalSizes(700, 5, 1024);
    private static final List<Entry> ENTRIES = Journals.run(60, 77);

    @TempDir
    Path folder;

    /** What a follower came to so far. */
    private static final class Seen {
        private final List<Entry> entries = new ArrayList<>();
        private final List<Bookmark> places = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private Optional<String> gone = Optional.empty();

        Seen upToNow(JournalFollower follower) throws IOException {
            while (true) {
                switch (follower.next()) {
                    case Followed.Kept kept -> {
                        entries.add(new Entry(kept.at().sequence(), kept.channel(), kept.event()));
                        places.add(kept.at());
                    }
                    case Followed.Hurt hurt -> findings.add(hurt.finding());
                    case Followed.Level ignored -> {
                        return this;
                    }
                    case Followed.Gone end -> {
                        gone = Optional.of(end.why());
                        return this;
                    }
                }
            }
        }
    }

    private static JournalFollower follow(Disk disk, Supplier<Optional<Acknowledged>> writer) {
        return JournalFollower.open(disk, Journals.DIRECTORY, 1, Programs.ANY, writer);
    }

    private static JournalWriter open(Disk disk) throws LogFailure {
        return JournalWriter.open(disk, Journals.DIRECTORY, TINY, alarm -> {});
    }

    @Test
    void afterEachCommitEverythingAcknowledgedIsHandedOutAndNothingElse() throws Exception {
        SimDisk disk = new SimDisk();
        JournalWriter writer = open(disk);
        JournalFollower follower = follow(disk, () -> Optional.of(writer.acknowledged()));
        JournalFollower stranger = follow(disk, Optional::empty);
        Seen seen = new Seen();
        Seen guessed = new Seen();
        for (Entry entry : ENTRIES) {
            writer.append(entry.channel(), entry.event());
            assertThat(seen.upToNow(follower).entries).hasSize((int) writer.durableSequence());
            assertThat(guessed.upToNow(stranger).entries.size())
                    .isBetween((int) writer.durableSequence() - TINY.groupRecords(), (int) writer.durableSequence());
            if (entry.sequence() % 4 == 0) {
                writer.commit();
                assertThat(seen.upToNow(follower).entries).hasSize((int) entry.sequence());
            }
        }
        writer.close();
        assertThat(seen.upToNow(follower).entries).isEqualTo(ENTRIES);
        assertThat(seen.findings).isEmpty();
        assertThat(disk.list(Journals.DIRECTORY)).hasSizeGreaterThan(4);
        open(disk).close();
        assertThat(guessed.upToNow(stranger).entries.size()).isBetween(ENTRIES.size() - 5, ENTRIES.size());
    }

    @Test
    void whoIsToldNothingSeesTheLastFrameWhenTheNextWriterHasWritten() throws Exception {
        SimDisk disk = new SimDisk();
        Journals.write(disk, TINY, ENTRIES.subList(0, 30), 4);
        JournalFollower stranger = follow(disk, Optional::empty);
        Seen seen = new Seen().upToNow(stranger);
        assertThat(seen.entries.size()).isLessThan(30);
        JournalWriter writer = open(disk);
        writer.append(ENTRIES.get(30).channel(), ENTRIES.get(30).event());
        writer.commit();
        assertThat(seen.upToNow(stranger).entries).isEqualTo(ENTRIES.subList(0, 30));
        writer.close();
    }

    @Test
    void whatAPowerCutTookWasNeverHandedOutAndItsNumbersAreUsedAgain() throws Exception {
        int cuts = 0;
        for (int operation = 1; ; operation++) {
            SimDisk disk = new SimDisk();
            disk.cutPowerAt(operation);
            JournalWriter[] writer = new JournalWriter[1];
            Seen seen = new Seen();
            Seen guessed = new Seen();
            JournalFollower follower =
                    follow(disk, () -> Optional.ofNullable(writer[0]).map(JournalWriter::acknowledged));
            JournalFollower stranger = follow(disk, Optional::empty);
            boolean cut = false;
            try {
                writer[0] = open(disk);
                for (Entry entry : ENTRIES.subList(0, 40)) {
                    writer[0].append(entry.channel(), entry.event());
                    seen.upToNow(follower);
                    guessed.upToNow(stranger);
                    if (entry.sequence() % 3 == 0) {
                        writer[0].commit();
                    }
                }
                writer[0].close();
            } catch (SimDisk.PowerCut e) {
                cut = true;
            }
            seen.upToNow(follower);
            guessed.upToNow(stranger);
            SimDisk found = disk.afterPowerCut(new Survival(Bytes.LOST, 0, false));
            List<Entry> kept = Journals.read(found).entries();
            assertThat(kept.size()).as("cut at %s", operation).isGreaterThanOrEqualTo(seen.entries.size());
            assertThat(seen.entries).isEqualTo(kept.subList(0, seen.entries.size()));
            assertThat(guessed.entries).isEqualTo(kept.subList(0, guessed.entries.size()));
            requireContinued(found, kept.size(), seen, operation);
            if (!cut) {
                assertThat(cuts).isGreaterThan(30);
                return;
            }
            cuts++;
        }
    }

    /** Another life of the program writes other events under numbers that were used before. */
    private static void requireContinued(SimDisk disk, int kept, Seen before, int operation) throws Exception {
        List<Entry> others = Journals.run(20, 9);
        JournalWriter writer = open(disk);
        for (Entry entry : others) {
            writer.append(entry.channel(), entry.event());
        }
        writer.commit();
        Seen seen = new Seen().upToNow(follow(disk, () -> Optional.of(writer.acknowledged())));
        assertThat(seen.entries).as("cut at %s", operation).hasSize(kept + 20);
        assertThat(seen.entries.subList(0, kept)).isEqualTo(ENTRIES.subList(0, kept));
        assertThat(seen.places.subList(0, before.places.size())).isEqualTo(before.places);
        writer.close();
    }

    @Test
    void aSegmentThatIsGivenUpIsFollowedIntoTheNext() throws Exception {
        SimDisk counted = new SimDisk();
        Journals.write(counted, TINY, ENTRIES, 3);
        for (int n = 3; n < counted.forces(); n++) {
            for (boolean write : new boolean[] {true, false}) {
                SimDisk disk = new SimDisk();
                if (write) {
                    disk.failWrite(n, false);
                } else {
                    disk.failForce(n, false);
                }
                JournalWriter writer;
                try {
                    writer = open(disk);
                } catch (LogFailure e) {
                    continue;
                }
                JournalFollower follower = follow(disk, () -> Optional.of(writer.acknowledged()));
                JournalFollower stranger = follow(disk, Optional::empty);
                Seen seen = new Seen();
                Seen guessed = new Seen();
                for (Entry entry : ENTRIES) {
                    writer.append(entry.channel(), entry.event());
                    assertThat(seen.upToNow(follower).entries.size())
                            .isLessThanOrEqualTo((int) writer.durableSequence());
                    guessed.upToNow(stranger);
                    if (entry.sequence() % 3 == 0) {
                        writer.commit();
                    }
                }
                writer.close();
                assertThat(seen.upToNow(follower).entries).as("failure %s", n).isEqualTo(ENTRIES);
                assertThat(seen.findings).as("failure %s", n).allMatch(Finding::harmless);
                guessed.upToNow(stranger);
                assertThat(guessed.entries).isEqualTo(ENTRIES.subList(0, guessed.entries.size()));
                assertThat(guessed.entries.size()).isGreaterThanOrEqualTo(ENTRIES.size() - 5);
            }
        }
    }

    @Test
    void aTornTailOfTheLivingSegmentIsWaitedAtAndLeftAlone() throws Exception {
        SimDisk disk = new SimDisk();
        Journals.write(disk, Journals.SMALL, ENTRIES.subList(0, 20), 10);
        byte[] whole = disk.content(Journals.segment(1));
        for (int length = 32; length < whole.length; length++) {
            SimDisk cut = new SimDisk();
            cut.put(Journals.segment(1), Arrays.copyOf(whole, length));
            JournalFollower follower = follow(cut, Optional::empty);
            Seen seen = new Seen().upToNow(follower);
            assertThat(seen.findings).isEmpty();
            assertThat(seen.entries).isEqualTo(ENTRIES.subList(0, seen.entries.size()));
            assertThat(cut.operations()).isZero();
            cut.put(Journals.segment(1), whole);
            assertThat(cut.content(Journals.segment(1))).isEqualTo(whole);
        }
    }

    @Test
    void aDamagedMiddleIsToldAndReadingGoesOnBehindIt() throws Exception {
        SimDisk disk = new SimDisk();
        Journals.write(disk, Journals.SMALL, ENTRIES, 5);
        byte[] whole = disk.content(Journals.segment(1));
        byte[] hurt = whole.clone();
        hurt[200] ^= 1;
        disk.put(Journals.segment(1), hurt);
        JournalWriter writer = open(disk);
        Seen seen = new Seen().upToNow(follow(disk, () -> Optional.of(writer.acknowledged())));
        assertThat(seen.findings).isNotEmpty();
        assertThat(seen.entries.size()).isBetween(50, 59);
        assertThat(ENTRIES).containsAll(seen.entries);
        writer.close();
    }

    @Test
    void whoseJournalIsTakenAwayIsToldSo() throws Exception {
        Path journal = folder.resolve("journal");
        RealDisk disk = new RealDisk();
        try (JournalWriter writer = JournalWriter.open(disk, journal, TINY, alarm -> {});
                JournalFollower follower = JournalFollower.open(
                        disk, journal, 1, Programs.ANY, () -> Optional.of(writer.acknowledged()))) {
            writer.append(0, ENTRIES.getFirst().event());
            writer.commit();
            Seen seen = new Seen().upToNow(follower);
            assertThat(seen.entries).hasSize(1);
            assertThat(follower.bytesBehind()).isZero();
            Files.move(journal, folder.resolve("elsewhere"));
            assertThat(seen.upToNow(follower).gone)
                    .hasValueSatisfying(why -> assertThat(why).contains("journal-000001.cwj is not there any more"));
        }
    }

    @Test
    void whereThereIsNoJournalYetOneMayStillCome() throws Exception {
        SimDisk disk = new SimDisk();
        JournalFollower follower = follow(disk, Optional::empty);
        Seen seen = new Seen().upToNow(follower);
        assertThat(seen.entries).isEmpty();
        Journals.write(disk, TINY, ENTRIES, 3);
        assertThat(seen.upToNow(follower).entries.size()).isGreaterThan(50);
        assertThat(seen.gone).isEmpty();
    }
}
