package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.journal.Journals.Entry;
import cellwright.journal.Journals.Read;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader makes of journals that are cut, flipped, overwritten, mixed up or incomplete. */
class DamageTest {
    private static final Path FIRST = Journals.segment(1);
    private static final Path SECOND = Journals.segment(2);

    private final SimDisk disk = new SimDisk();

    @BeforeEach
    void clean() {
        for (String name : disk.list(Journals.DIRECTORY)) {
            disk.remove(Journals.DIRECTORY.resolve(name));
        }
    }

    @Test
    void cutAnywhereTheWholeRecordsBeforeTheCutAreRead() throws Exception {
        List<Entry> entries = Journals.run(400, 11);
        Journals.write(disk, new JournalSizes(1 << 20, 32, 4096), entries, 9);
        byte[] whole = disk.content(FIRST);
        int before = -1;
        int steps = 0;
        for (int length = 0; length <= whole.length; length++) {
            disk.put(FIRST, Arrays.copyOf(whole, length));
            Read read = Journals.read(disk);
            int count = read.entries().size();
            assertThat(read.entries()).isEqualTo(entries.subList(0, count));
            assertThat(count).isBetween(Math.max(before, 0), Math.max(before, 0) + 1);
            steps += count > before ? 1 : 0;
            before = count;
            assertThat(read.findings()).allMatch(finding -> finding instanceof Finding.TornTail);
            if (read.findings().isEmpty()) {
                assertThat(length).isGreaterThanOrEqualTo(Layout.SEGMENT_HEADER);
            }
        }
        assertThat(before).isEqualTo(entries.size());
        assertThat(steps).isEqualTo(entries.size() + 1);
    }

    @Test
    void aFlippedByteAnywhereIsReportedAndNeverRead() throws Exception {
        flipEverywhere(Journals.run(300, 12), new int[] {0xFF});
    }

    @Test
    void aFlippedBitAnywhereIsReportedAndNeverRead() throws Exception {
        flipEverywhere(Journals.run(60, 13), new int[] {1, 2, 4, 8, 16, 32, 64, 128});
    }

    private void flipEverywhere(List<Entry> entries, int[] masks) throws Exception {
        Journals.write(disk, new JournalSizes(1 << 13, 16, 1024), entries, 5);
        for (String name : disk.list(Journals.DIRECTORY)) {
            Path file = Journals.DIRECTORY.resolve(name);
            byte[] whole = disk.content(file);
            for (int at = 0; at < whole.length; at++) {
                for (int mask : masks) {
                    byte[] flipped = whole.clone();
                    flipped[at] ^= (byte) mask;
                    disk.put(file, flipped);
                    requireReportedLoss(entries, 5, name + " byte " + at + " mask " + mask);
                }
            }
            disk.put(file, whole);
        }
    }

    /** Nothing altered, everything outside one group there, and a finding that is not harmless. */
    private void requireReportedLoss(List<Entry> entries, int group, String where) throws Exception {
        Read read = Journals.read(disk);
        assertThat(read.findings()).as(where).anyMatch(finding -> !finding.harmless());
        int at = 0;
        Set<Integer> lost = new HashSet<>();
        for (Entry entry : entries) {
            if (at < read.entries().size() && read.entries().get(at).sequence() == entry.sequence()) {
                assertThat(read.entries().get(at++)).as(where).isEqualTo(entry);
            } else {
                lost.add((int) (entry.sequence() - 1) / group);
            }
        }
        assertThat(at).as(where).isEqualTo(read.entries().size());
        assertThat(lost).as(where).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aDamagedMiddleNamesWhatIsLost() throws Exception {
        List<Entry> entries = Journals.run(40, 14);
        Journals.write(disk, JournalSizes.USUAL, entries, 10);
        byte[] bytes = disk.content(FIRST);
        List<Integer> frames = frames(bytes);
        bytes[frames.get(1)] ^= 1;
        disk.put(FIRST, bytes);
        Read read = Journals.read(disk);
        assertThat(read.findings())
                .containsExactly(
                        new Finding.Damaged(1, frames.get(1), frames.get(2), 11, 10, "there is no whole frame header"));
        assertThat(read.findings().getFirst().message()).contains("records 11 to 20 are lost");
        assertThat(read.sequences()).hasSize(30).doesNotContain(11L, 20L);
    }

    @Test
    void aDamagedMiddleIsKeptInQuarantineWhenWritingGoesOn() throws Exception {
        List<Entry> entries = Journals.run(40, 14);
        Journals.write(disk, JournalSizes.USUAL, entries, 10);
        byte[] bytes = disk.content(FIRST);
        int from = frames(bytes).get(1) + 30;
        int to = frames(bytes).get(2);
        bytes[from] ^= 1;
        disk.put(FIRST, bytes);
        Journals.write(disk, JournalSizes.USUAL, entries.subList(0, 1), 1);
        Path quarantine = Journals.DIRECTORY.resolve("quarantine");
        String name = disk.list(quarantine).getFirst();
        byte[] kept = disk.content(quarantine.resolve(name));
        assertThat(kept).isEqualTo(Arrays.copyOfRange(bytes, to - kept.length, to));
        assertThat(kept.length).isGreaterThanOrEqualTo(to - from);
        assertThat(disk.content(FIRST)).isEqualTo(bytes);
        assertThat(Journals.read(disk).sequences()).endsWith(40L, 41L);
    }

    @Test
    void aTornTailIsKeptInQuarantineAndCutWhenWritingGoesOn() throws Exception {
        List<Entry> entries = Journals.run(40, 15);
        Journals.write(disk, JournalSizes.USUAL, entries.subList(0, 20), 10);
        byte[] bytes = disk.content(FIRST);
        for (int cut = Layout.SEGMENT_HEADER; cut < bytes.length; cut += 5) {
            clean();
            disk.remove(SECOND);
            disk.put(FIRST, Arrays.copyOf(bytes, cut));
            int whole = Journals.read(disk).entries().size();
            List<Entry> more = entries.subList(whole, 40);
            Journals.write(disk, JournalSizes.USUAL, more, 10);
            assertThat(Journals.read(disk)).isEqualTo(new Read(entries, List.of()));
        }
        assertThat(disk.list(Journals.DIRECTORY.resolve("quarantine"))).isNotEmpty();
    }

    @Test
    void signalsDefinedInDamagedFramesAreLearnedFromLaterOnes() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            entries.add(new Entry(i, 1, Journals.reading(i, i)));
        }
        Journals.write(disk, JournalSizes.USUAL, entries, 3);
        byte[] bytes = disk.content(FIRST);
        List<Integer> frames = frames(bytes);
        bytes[frames.get(0)] ^= 1;
        bytes[frames.get(1)] ^= 1;
        disk.put(FIRST, bytes);
        Read read = Journals.read(disk);
        assertThat(read.entries()).isEqualTo(entries.subList(6, 30));
        assertThat(read.findings()).hasSize(1);
    }

    @Test
    void aPageOfZerosAnywhereIsDamage() throws Exception {
        List<Entry> entries = Journals.run(400, 16);
        Journals.write(disk, new JournalSizes(1 << 20, 16, 2048), entries, 9);
        byte[] whole = disk.content(FIRST);
        for (int page = 0; page < whole.length; page += 512) {
            byte[] bytes = whole.clone();
            Arrays.fill(bytes, page, Math.min(page + 512, bytes.length), (byte) 0);
            disk.put(FIRST, bytes);
            Read read = Journals.read(disk);
            assertThat(read.findings()).as("page at " + page).isNotEmpty();
            assertThat(entries).containsAll(read.entries());
            assertThat(read.entries())
                    .hasSizeGreaterThan(370)
                    .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
        }
    }

    @Test
    void zerosBehindTheLastRecordAreATornTail() throws Exception {
        List<Entry> entries = Journals.run(20, 17);
        Journals.write(disk, JournalSizes.USUAL, entries, 4);
        byte[] bytes = disk.content(FIRST);
        disk.put(FIRST, Arrays.copyOf(bytes, bytes.length + 4096));
        assertThat(Journals.read(disk))
                .isEqualTo(new Read(entries, List.of(new Finding.TornTail(1, bytes.length, 4096))));
    }

    @Test
    void aBlockCopiedOverAnotherIsDamageAndNeverRead() throws Exception {
        List<Entry> entries = Journals.run(200, 18);
        Journals.write(disk, new JournalSizes(1 << 20, 16, 2048), entries, 3);
        byte[] whole = disk.content(FIRST);
        for (int from = 0; from + 1024 < whole.length; from += 512) {
            for (int to = 0; to + 1024 < whole.length; to += 512) {
                byte[] bytes = whole.clone();
                System.arraycopy(whole, from, bytes, to, 1024);
                disk.put(FIRST, bytes);
                Read read = Journals.read(disk);
                assertThat(read.findings().isEmpty()).isEqualTo(from == to);
                assertThat(entries).containsAll(read.entries());
                assertThat(read.sequences()).doesNotHaveDuplicates().isSorted();
            }
        }
    }

    @Test
    void framesCopiedToTheEndAreNotReadTwice() throws Exception {
        List<Entry> entries = Journals.run(20, 19);
        Journals.write(disk, JournalSizes.USUAL, entries, 4);
        byte[] bytes = disk.content(FIRST);
        byte[] longer = Arrays.copyOf(bytes, 2 * bytes.length - Layout.SEGMENT_HEADER);
        System.arraycopy(bytes, Layout.SEGMENT_HEADER, longer, bytes.length, bytes.length - Layout.SEGMENT_HEADER);
        disk.put(FIRST, longer);
        Read read = Journals.read(disk);
        assertThat(read.entries()).isEqualTo(entries);
        assertThat(read.findings()).hasSize(1);
    }

    @Test
    void aMissingSegmentIsNamedWithItsRecords() throws Exception {
        List<Entry> entries = Journals.run(90, 20);
        for (int part = 0; part < 3; part++) {
            Journals.write(disk, JournalSizes.USUAL, entries.subList(30 * part, 30 * part + 30), 4);
        }
        disk.remove(SECOND);
        Read read = Journals.read(disk);
        assertThat(read.findings()).containsExactly(new Finding.MissingSegment(2, 31, 30));
        assertThat(read.entries()).hasSize(60);
    }

    @Test
    void aSegmentUnderAnotherNumberIsNotReadAsThatOne() throws Exception {
        List<Entry> entries = Journals.run(60, 21);
        Journals.write(disk, JournalSizes.USUAL, entries.subList(0, 30), 4);
        Journals.write(disk, JournalSizes.USUAL, entries.subList(30, 60), 4);
        disk.put(SECOND, disk.content(FIRST));
        Read read = Journals.read(disk);
        assertThat(read.entries()).isEqualTo(entries.subList(0, 30));
        assertThat(read.findings()).isNotEmpty();
    }

    @Test
    void alienFilesAreNamedAndLeftAlone() throws Exception {
        List<Entry> entries = Journals.run(30, 22);
        Journals.write(disk, JournalSizes.USUAL, entries, 4);
        disk.put(Journals.DIRECTORY.resolve("notes.cwj"), new byte[] {1, 2, 3});
        disk.put(SECOND, "these are my notes, and they are longer than a header".getBytes(StandardCharsets.UTF_8));
        Read read = Journals.read(disk);
        assertThat(read.entries()).isEqualTo(entries);
        assertThat(read.findings())
                .contains(new Finding.AlienFile("notes.cwj"), new Finding.AlienFile("journal-000002.cwj"));
        Journals.write(disk, JournalSizes.USUAL, entries.subList(0, 1), 1);
        assertThat(Journals.read(disk).sequences()).hasSize(31).endsWith(31L);
        assertThat(disk.list(Journals.DIRECTORY.resolve("quarantine"))).containsExactly("journal-000002.cwj.whole");
    }

    /** Positions of frame magics that begin whole frames. */
    private static List<Integer> frames(byte[] bytes) throws Exception {
        SimDisk copy = new SimDisk();
        copy.put(FIRST, bytes);
        try (SegmentReader reader = new SegmentReader(copy.open(FIRST), 1, bytes.length)) {
            List<Integer> frames = new ArrayList<>();
            for (long at = reader.search(0); at >= 0; at = reader.search(at + 1)) {
                frames.add((int) at);
            }
            return frames;
        }
    }
}
