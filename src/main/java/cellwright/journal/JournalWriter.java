package cellwright.journal;

import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.instrument.Sample;
import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a journal. One writer per directory, used by one thread that must not be interrupted.
 *
 * <p>Appending fills the open frame; a commit writes it in one go and syncs once. A file whose write or sync failed is
 * never written or synced again: its unacknowledged records go into a new segment, and the alarm is raised.
 */
public final class JournalWriter implements EventLog, AutoCloseable {
    private final Disk disk;
    private final Path directory;
    private final JournalSizes sizes;
    private final Consumer<Poisoned> alarms;
    private final Closeable lock;
    private final SignalBook book = new SignalBook();
    private final FrameBuffer frame;

    private SegmentFile segment;
    private long nextSequence;
    private long goodBytes;
    private volatile Acknowledged acknowledged;
    /** True from before anything is done to a file until it has succeeded. */
    private boolean inDoubt;

    private JournalWriter(
            Disk disk,
            Path directory,
            JournalSizes sizes,
            Consumer<Poisoned> alarms,
            Closeable lock,
            SegmentFile segment,
            long nextSequence) {
        this.disk = disk;
        this.directory = directory;
        this.sizes = sizes;
        this.alarms = alarms;
        this.lock = lock;
        this.segment = segment;
        this.nextSequence = nextSequence;
        frame = new FrameBuffer(sizes.frameBytes());
        acknowledged = new Acknowledged(segment.number(), nextSequence - 1);
        beginFrame();
    }

    /**
     * Opens a journal for writing, a new one if there is none. After a crash the torn tail is copied to
     * {@code quarantine/} and cut off. Writing always begins in a new segment.
     *
     * @param alarms told of each segment that is given up, by the writer's thread
     * @throws LogFailure if another writer has the directory, a newer program wrote the journal, or the disk fails
     */
    public static JournalWriter open(Disk disk, Path directory, JournalSizes sizes, Consumer<Poisoned> alarms)
            throws LogFailure {
        Closeable lock = lock(disk, directory);
        try {
            Tail tail = Tail.mend(disk, directory);
            SegmentFile segment = SegmentFile.create(disk, directory, tail.nextSegment(), tail.nextSequence());
            return new JournalWriter(disk, directory, sizes, alarms, lock, segment, tail.nextSequence());
        } catch (IOException e) {
            release(lock, e);
            throw new LogFailure("the journal in " + directory + " cannot be opened for writing: " + e.getMessage(), e);
        }
    }

    private static Closeable lock(Disk disk, Path directory) throws LogFailure {
        try {
            disk.createDirectories(directory);
            return disk.lock(directory.resolve("lock"));
        } catch (IOException e) {
            throw new LogFailure(
                    "the journal in " + directory
                            + " cannot be taken for writing; is another Cellwright running on it? " + e.getMessage(),
                    e);
        }
    }

    private static void release(Closeable lock, IOException failure) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Sequence number of the last event that survives a power cut; one less than the first of an empty journal. */
    public long durableSequence() {
        return frame.firstSequence() - 1;
    }

    /** Number of the segment being written. */
    public int segment() {
        return segment.number();
    }

    /** How far the journal survives a power cut now; any thread. */
    public Acknowledged acknowledged() {
        return acknowledged;
    }

    @Override
    public void append(int channel, Event event) throws LogFailure {
        if (channel < 0 || channel >= Layout.CHANNELS) {
            throw new IllegalArgumentException("channel " + channel + " is not one of 0 to 65535");
        }
        requireTrust();
        if (!frame.hasRecords() && segment.size() >= sizes.segmentBytes()) {
            roll();
        }
        if (!fits(channel, event)) {
            commit();
            beginFrame();
            if (!fits(channel, event)) {
                beginFrame();
                throw new LogFailure(
                        "an event of channel " + channel + " does not fit into a frame of " + sizes.frameBytes()
                                + " bytes; it names too many signals",
                        new BufferOverflowException());
            }
        }
        nextSequence++;
        if (frame.events() >= sizes.groupRecords()) {
            commit();
        }
    }

    /**
     * Notes what the wall clock shows; durable together with the next event. Event times are monotonic, so this alone tells a
     * later reader when in the world an event was, whatever the wall clock did in between.
     *
     * @throws LogFailure if the journal can no longer be written
     */
    public void note(Clocks clocks) throws LogFailure {
        requireTrust();
        if (!noted(clocks)) {
            commit();
            if (!noted(clocks)) {
                throw new IllegalStateException("a note of the clocks fits into every frame");
            }
        }
    }

    private boolean noted(Clocks clocks) {
        try {
            EventCodec.encodeClocks(clocks, frame.open(0, RecordType.CLOCKS_READ));
            frame.close(false);
            return true;
        } catch (BufferOverflowException full) {
            return false;
        }
    }

    private boolean fits(int channel, Event event) {
        try {
            if (event instanceof Event.Measured measured) {
                defineSignals(measured.reading().samples());
            }
            EventCodec.encode(event, book, frame.open(channel, EventCodec.type(event)));
            frame.close(true);
            return true;
        } catch (BufferOverflowException e) {
            return false;
        }
    }

    private void defineSignals(List<Sample> samples) {
        for (int i = 0; i < samples.size(); i++) {
            int id = book.id(samples.get(i).signal());
            if (book.isDue(id)) {
                define(frame, id);
                book.defined(id);
            }
        }
    }

    private void define(FrameBuffer into, int id) {
        EventCodec.encodeDefinition(id, book.signal(id), into.open(0, RecordType.SIGNAL_DEFINED));
        into.close(false);
    }

    @Override
    public void commit() throws LogFailure {
        requireTrust();
        if (frame.events() == 0) {
            return;
        }
        inDoubt = true;
        try {
            writeDurably(frame);
        } catch (IOException e) {
            segment.abandon(e);
            goOnElsewhere(segment.number(), goodBytes, e);
        }
        inDoubt = false;
        beginFrame();
    }

    private void beginFrame() {
        acknowledged = new Acknowledged(segment.number(), nextSequence - 1);
        goodBytes = segment.size();
        book.beginFrame();
        frame.begin(segment.number(), goodBytes, nextSequence);
    }

    private void roll() throws LogFailure {
        inDoubt = true;
        segment.leave();
        book.clear();
        int next = segment.number() + 1;
        try {
            segment = SegmentFile.create(disk, directory, next, nextSequence);
        } catch (IOException e) {
            goOnElsewhere(next, 0, e);
        }
        inDoubt = false;
        beginFrame();
    }

    /** Gives a segment up and repeats the open frame, which is all that is not acknowledged, in a new one. */
    private void goOnElsewhere(int failed, long good, IOException cause) throws LogFailure {
        Poisoned note = new Poisoned(
                failed,
                good,
                frame.firstSequence(),
                directory.resolve(Layout.segmentName(failed)) + " failed (" + cause.getMessage()
                        + ") and is given up from byte " + good + "; records from " + frame.firstSequence()
                        + " go into a new segment; check the disk");
        alarms.accept(note);
        try {
            segment = SegmentFile.create(disk, directory, failed + 1, frame.firstSequence());
            announce(note);
            if (frame.events() > 0) {
                frame.moveTo(segment.number(), segment.size());
                writeDurably(frame);
            }
        } catch (IOException again) {
            again.addSuppressed(cause);
            throw broken(again);
        }
    }

    /** The note, and all signals that the repeated records may use. */
    private void announce(Poisoned note) throws IOException {
        FrameBuffer preamble = new FrameBuffer(sizes.frameBytes());
        preamble.begin(segment.number(), segment.size(), note.fromSequence());
        EventCodec.encodePoisoned(note, preamble.open(0, RecordType.SEGMENT_POISONED));
        preamble.close(false);
        book.restart();
        for (int id = 0; id < book.size(); id++) {
            try {
                define(preamble, id);
            } catch (BufferOverflowException e) {
                writeDurably(preamble);
                preamble.begin(segment.number(), segment.size(), note.fromSequence());
                define(preamble, id);
            }
        }
        writeDurably(preamble);
    }

    /** No frame is written before the one ahead of it is durable, so that only the last one of a journal can tear. */
    private void writeDurably(FrameBuffer whole) throws IOException {
        segment.append(whole.sealed());
        segment.force();
    }

    private LogFailure broken(IOException cause) {
        return new LogFailure(
                "the journal in " + directory + " can no longer be written (" + cause.getMessage()
                        + "); records up to " + durableSequence()
                        + " are safe; check the disk and its free space, then start again",
                cause);
    }

    private void requireTrust() throws LogFailure {
        if (inDoubt) {
            throw broken(new IOException("an earlier write failed"));
        }
    }

    /** Commits what is open, unless the journal has failed, and lets the directory go. */
    @Override
    public void close() throws LogFailure {
        try {
            if (!inDoubt) {
                commit();
            }
        } finally {
            inDoubt = true;
            segment.leave();
            unlock();
        }
    }

    private void unlock() throws LogFailure {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LogFailure("the lock of the journal in " + directory + " cannot be released", e);
        }
    }
}
