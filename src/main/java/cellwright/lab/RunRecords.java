package cellwright.lab;

import cellwright.engine.Event;
import cellwright.journal.Finding;
import cellwright.journal.JournalReader;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The events of one run in order, from its own journal or, while it goes on, from the laboratory's. One thread. */
public final class RunRecords implements Closeable {
    private final JournalReader reader;
    private final Optional<LiveRun> live;
    private final String run;
    private boolean begun;
    private boolean over;

    private RunRecords(JournalReader reader, Optional<LiveRun> live, String run) {
        this.reader = reader;
        this.live = live;
        this.run = run;
    }

    /**
     * Opens the records of a run.
     *
     * @param run the run's name in the laboratory's journal
     * @param programs finds what this run executes; of other runs nothing is asked
     * @throws IOException if they cannot be read
     */
    public static RunRecords open(RunFolder folder, String run, Programs programs) throws IOException {
        Optional<LiveRun> live = folder.live();
        JournalReader reader = live.isPresent()
                ? JournalReader.open(
                        new RealDisk(),
                        live.get().journal(),
                        live.get().segment(),
                        (id, hash) -> (id.equals(run) ? programs : Programs.ANY).of(id, hash))
                : JournalReader.open(new RealDisk(), folder.journal(), programs);
        return new RunRecords(reader, live, run);
    }

    /** Goes to the run's next event; false at its end, or at the end of what is on disk. */
    public boolean next() throws IOException {
        while (!over && reader.next()) {
            if (live.isEmpty() || isOfTheRun(live.get())) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfTheRun(LiveRun where) {
        if (reader.channel() != where.channel()) {
            return false;
        }
        if (reader.event() instanceof Event.Started started) {
            over = begun && !started.runId().equals(run);
            begun |= started.runId().equals(run);
        }
        return begun && !over;
    }

    /** The event {@link #next()} went to. */
    public Event event() {
        return reader.event();
    }

    /** What was found so far that is not as it was written. */
    public List<Finding> findings() {
        return reader.findings();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
