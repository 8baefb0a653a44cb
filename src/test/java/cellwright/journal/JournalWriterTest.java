package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.journal.Journals.Entry;
import cellwright.journal.Journals.Read;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalWriterTest {
    @Test
    void whatIsWrittenIsRead() throws Exception {
        SimDisk disk = new SimDisk();
        List<Entry> entries = Journals.run(500, 1);
        Journals.write(disk, Journals.SMALL, entries, 7);
        Read read = Journals.read(disk);
        assertThat(read.entries()).isEqualTo(entries);
        assertThat(read.findings()).isEmpty();
        assertThat(disk.list(Journals.DIRECTORY)).hasSizeGreaterThan(5);
    }

    @Test
    void theSameCallsMakeTheSameBytes() throws Exception {
        SimDisk first = new SimDisk();
        SimDisk second = new SimDisk();
        second.takeAtMost(13);
        Journals.write(first, Journals.SMALL, Journals.run(300, 2), 5);
        Journals.write(second, Journals.SMALL, Journals.run(300, 2), 5);
        assertThat(second.list(Journals.DIRECTORY)).isEqualTo(first.list(Journals.DIRECTORY));
        for (String name : first.list(Journals.DIRECTORY)) {
            assertThat(second.content(Journals.DIRECTORY.resolve(name)))
                    .as(name)
                    .isEqualTo(first.content(Journals.DIRECTORY.resolve(name)));
        }
    }

    @Test
    void aUsualReadingTakesAtMost80Bytes() throws Exception {
        SimDisk disk = new SimDisk();
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            entries.add(new Entry(i, 3, Journals.reading(i * 100_000_000L, 0)));
        }
        Journals.write(disk, JournalSizes.USUAL, entries, 1000);
        assertThat(disk.content(Journals.segment(1)).length / 1000.0).isLessThan(75);
    }

    @Test
    void aCommitIsOneWriteAndOneForce() throws Exception {
        SimDisk disk = new SimDisk();
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, JournalSizes.USUAL, alarm -> {})) {
            int writes = disk.writes();
            int forces = disk.forces();
            for (int i = 0; i < 100; i++) {
                writer.append(0, Journals.reading(i, 0));
            }
            assertThat(writer.durableSequence()).isZero();
            writer.commit();
            writer.commit();
            assertThat(disk.writes() - writes).isEqualTo(1);
            assertThat(disk.forces() - forces).isEqualTo(1);
            assertThat(writer.durableSequence()).isEqualTo(100);
        }
    }

    @Test
    void aFullGroupIsDurableWithoutBeingAsked() throws Exception {
        SimDisk disk = new SimDisk();
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, JournalSizes.USUAL, alarm -> {})) {
            for (int i = 0; i < 300; i++) {
                writer.append(0, Journals.reading(i, 0));
            }
            assertThat(writer.durableSequence()).isEqualTo(256);
        }
    }

    @Test
    void writingGoesOnInANewSegment() throws Exception {
        SimDisk disk = new SimDisk();
        List<Entry> entries = Journals.run(90, 3);
        for (int part = 0; part < 3; part++) {
            Journals.write(disk, JournalSizes.USUAL, entries.subList(30 * part, 30 * part + 30), 4);
        }
        assertThat(Journals.read(disk)).isEqualTo(new Read(entries, List.of()));
        assertThat(disk.list(Journals.DIRECTORY)).hasSize(3);
    }

    @Test
    void openingOftenWithoutWritingLeavesOneEmptySegment() throws Exception {
        SimDisk disk = new SimDisk();
        for (int i = 0; i < 5; i++) {
            Journals.write(disk, JournalSizes.USUAL, List.of(), 1);
        }
        assertThat(disk.list(Journals.DIRECTORY)).containsExactly("journal-000001.cwj");
    }

    @Test
    void aTextThatIsTooLongIsCutWithAMark() throws Exception {
        SimDisk disk = new SimDisk();
        Event failed = new Event.Failed(1, "漢".repeat(30_000));
        Journals.write(disk, JournalSizes.USUAL, List.of(new Entry(1, 0, failed)), 1);
        Event.Failed read =
                (Event.Failed) Journals.read(disk).entries().getFirst().event();
        assertThat(read.message()).startsWith("漢漢").endsWith("漢 [cut]").hasSizeBetween(5000, 5500);
    }

    @Test
    void aReadingThatFitsNoFrameIsRefusedAndTheNextIsTaken() throws Exception {
        SimDisk disk = new SimDisk();
        Sample[] samples = new Sample[300];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Sample.good(new Signal("signal " + i, Unit.VOLT), i);
        }
        Event large = new Event.Measured(Reading.at(1, samples));
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, Journals.SMALL, alarm -> {})) {
            writer.append(0, Journals.reading(1, 0));
            assertThatThrownBy(() -> writer.append(0, large))
                    .isInstanceOf(LogFailure.class)
                    .hasMessageContaining("does not fit");
            writer.append(0, Journals.reading(2, 0));
        }
        assertThat(Journals.read(disk).sequences()).containsExactly(1L, 2L);
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        SimDisk disk = new SimDisk();
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, Journals.SMALL, alarm -> {})) {
            writer.append(0, new Event.Due(1));
            assertThatThrownBy(() -> JournalWriter.open(disk, Journals.DIRECTORY, Journals.SMALL, alarm -> {}))
                    .isInstanceOf(LogFailure.class)
                    .hasMessageContaining("/journal");
        }
        Journals.write(disk, Journals.SMALL, Journals.run(3, 1), 1);
    }
}
