package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.protocol.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is beside the events: notes of the clocks, the segment reading begins at, the program of a run. */
class ClocksTest {
    private final SimDisk disk = new SimDisk();

    private JournalWriter writer(JournalSizes sizes) throws LogFailure {
        return JournalWriter.open(disk, Journals.DIRECTORY, sizes, alarm -> {});
    }

    @Test
    void aNoteIsReadWithTheEventsBehindIt() throws LogFailure, IOException {
        try (JournalWriter writer = writer(JournalSizes.USUAL)) {
            writer.append(0, new Event.Due(1));
            writer.note(new Clocks(2, 1_000));
            writer.append(0, new Event.Due(3));
            writer.commit();
            writer.note(new Clocks(4, 900));
            writer.append(0, new Event.Due(5));
        }
        List<Optional<Clocks>> seen = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(disk, Journals.DIRECTORY, Programs.ANY)) {
            while (reader.next()) {
                seen.add(reader.clocks());
            }
            assertThat(reader.findings()).isEmpty();
            assertThat(reader.sequence()).as("notes are no events").isEqualTo(3);
        }
        assertThat(seen)
                .containsExactly(Optional.empty(), Optional.of(new Clocks(2, 1_000)), Optional.of(new Clocks(4, 900)));
    }

    @Test
    void aNoteThatFindsTheFrameFullGoesIntoTheNext() throws LogFailure, IOException {
        try (JournalWriter writer = writer(new JournalSizes(1 << 20, 1000, 128))) {
            for (int i = 1; i <= 50; i++) {
                writer.append(0, new Event.Due(i));
                writer.note(new Clocks(i, 1_000 + i));
            }
            writer.append(0, new Event.Due(51));
        }
        try (JournalReader reader = JournalReader.open(disk, Journals.DIRECTORY, Programs.ANY)) {
            for (int i = 1; i <= 51; i++) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.event().atNanos()).isEqualTo(i);
                assertThat(reader.clocks().map(Clocks::atNanos).orElse(0L)).isEqualTo(i - 1);
            }
            assertThat(reader.next()).isFalse();
            assertThat(reader.findings()).isEmpty();
        }
    }

    @Test
    void readingMayBeginAtALaterSegment() throws LogFailure, IOException {
        try (JournalWriter writer = writer(new JournalSizes(400, 1, 1024))) {
            for (int i = 1; i <= 40; i++) {
                writer.append(0, Journals.reading(i, 0.5));
            }
            assertThat(writer.segment()).isGreaterThan(5);
        }
        int last = JournalReader.lastSegment(disk, Journals.DIRECTORY);
        assertThat(last).isGreaterThan(5);
        for (int from = 0; from <= last + 1; from++) {
            try (JournalReader reader = JournalReader.open(disk, Journals.DIRECTORY, from, Programs.ANY)) {
                long first = reader.next() ? reader.sequence() : 41;
                long lastSeen = first;
                while (reader.next()) {
                    lastSeen = reader.sequence();
                }
                assertThat(lastSeen).isEqualTo(first == 41 ? 41 : 40);
                assertThat(first).isEqualTo(from <= 1 ? 1 : first);
                assertThat(reader.findings()).as("from %d", from).isEmpty();
            }
        }
    }

    @Test
    void anEmptyJournalHasNoLastSegment() throws IOException {
        assertThat(JournalReader.lastSegment(disk, Journals.DIRECTORY)).isZero();
    }

    @Test
    void twoRunsOfOneProtocolHaveProgramsOfTheirOwn() throws LogFailure, IOException {
        Program shared = Journals.program("same");
        try (JournalWriter writer = writer(JournalSizes.USUAL)) {
            writer.append(0, new Event.Started(1, "run-a", shared, 0));
            writer.append(1, new Event.Started(2, "run-b", shared, 0));
        }
        List<String> asked = new ArrayList<>();
        Programs programs = (run, hash) -> {
            asked.add(run + " " + hash);
            return Objects.requireNonNull(Programs.ANY.of(run, hash));
        };
        try (JournalReader reader = JournalReader.open(disk, Journals.DIRECTORY, programs)) {
            while (reader.next()) {
                assertThat(reader.event()).isInstanceOf(Event.Started.class);
            }
        }
        assertThat(asked).containsExactly("run-a same", "run-b same");
    }
}
