package cellwright.lab;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Acknowledged;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.store.follow.Follower;
import cellwright.store.follow.RunStream;
import cellwright.store.follow.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A laboratory's folder whose journal is written by hand: two cycles and a spectrum of a rehearsed cell on channel A1, and the
 * same again on A2 under another name.
 */
public final class RecordedLab implements AutoCloseable {
    private static final JournalSizes SMALL = new JournalSizes(64 << 10, 64, 8 << 10);
    private static final String SPECTRUM =
            "eis: { mode: potentiostatic, amplitude: 10 mV, from: 100 kHz, to: 10 Hz, per decade: 5 }";

    private final Path folder;
    private final List<Event> events = new ArrayList<>();
    private JournalWriter writer;
    private int written;

    /** Rehearses once; the journal is empty as yet. */
    public RecordedLab(Path folder) throws IOException, LogFailure {
        this.folder = folder;
        Path protocol = House.written(folder, "voltage: 2.6..4.4 V", """
                - %s
                - cycles: 2
                  steps:
                    - charge: 1C
                      until: voltage >= 4.2 V
                      at most: 2 h
                    - discharge: 1C
                      until: voltage <= 3.0 V
                      at most: 2 h
                """.formatted(SPECTRUM));
        Prepared prepared = House.prepared(protocol, House.warmCell(folder), Map.of(), 4);
        Path first = folder.resolve("runs/run-A1");
        House.run(prepared, first);
        House.replay(first).play(report -> {}, events::add);
        House.copy(first, folder.resolve("runs/run-A2"));
        Path card = folder.resolve("runs/run-A2/run.yaml");
        Files.writeString(card, Files.readString(card).replace("run-A1", "run-A2"));
        open();
    }

    private void open() throws LogFailure {
        writer = JournalWriter.open(new RealDisk(), journal(), SMALL, poisoned -> {});
    }

    public Path folder() {
        return folder;
    }

    public Path journal() {
        return folder.resolve("journal");
    }

    /** How many events there will be in the end. */
    public int size() {
        return 2 * events.size();
    }

    /** Appends the next events, both channels in turn, and makes them durable. */
    public void write(int count) throws LogFailure {
        for (int i = 0; i < count && written < size(); i++) {
            int channel = written % 2;
            writer.append(channel, named(events.get(written / 2), channel));
            written++;
        }
        writer.commit();
    }

    public void writeAll() throws LogFailure {
        write(size());
    }

    private static Event named(Event event, int channel) {
        return event instanceof Event.Started started
                ? new Event.Started(started.atNanos(), "run-A" + (channel + 1), started.program(), started.unixNanos())
                : event;
    }

    /** The writer ends and another one goes on. */
    public void restart() throws LogFailure {
        writer.close();
        open();
    }

    public FollowedRuns runs() {
        return new FollowedRuns("bench", folder.resolve("runs"), remark -> {
            throw new AssertionError(remark);
        });
    }

    public Follower.Source source() {
        return new Follower.Source(new RealDisk(), journal(), runs(), this::acknowledged);
    }

    private Optional<Acknowledged> acknowledged() {
        return Optional.of(writer.acknowledged());
    }

    /** What the runs tell, straight from the events that were written. */
    public void tell(long resolutionNanos, Consumer<Told> listener) {
        FollowedRuns runs = runs();
        RunStream direct = new RunStream(runs, resolutionNanos);
        for (int i = 0; i < written; i++) {
            Event event = named(events.get(i / 2), i % 2);
            if (event instanceof Event.Started started) {
                runs.of(started.runId(), started.program().protocolHash());
            }
            direct.take(1, i % 2, event, happened -> happened.told().forEach(listener));
        }
    }

    @Override
    public void close() throws LogFailure {
        writer.close();
    }
}
