package cellwright.lab.serve;

import cellwright.engine.Event;
import cellwright.journal.Clocks;
import cellwright.journal.JournalReader;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies in a laboratory's journal. */
final class Journaled {
    private Journaled() {}

    static Optional<Clocks> clocks(Path journal) throws IOException {
        try (JournalReader reader = JournalReader.open(new RealDisk(), journal, Programs.ANY)) {
            while (reader.next()) {
                if (reader.clocks().isPresent()) {
                    return reader.clocks();
                }
            }
            return Optional.empty();
        }
    }

    static List<Event> events(Path journal, int channel) throws IOException {
        List<Event> events = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(new RealDisk(), journal, Programs.ANY)) {
            while (reader.next()) {
                if (reader.channel() == channel) {
                    events.add(reader.event());
                }
            }
        }
        return events;
    }
}
