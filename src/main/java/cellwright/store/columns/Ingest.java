package cellwright.store.columns;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a run's events in, one by one with what followed from them, and keeps with the data how far it came: however it ends,
 * whoever opens it again and brings the run's events from the beginning, or from any that was taken in, gets the same store as
 * if nothing had happened. No event is lost and none counts twice.
 *
 * <p>What was taken in is durable, and seen by readers, when {@link #commit()} has returned. One thread; a lock keeps others
 * away. After {@link StoreStopped} the object does nothing more.
 */
public final class Ingest implements Closeable {
    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final int era;
    private final BookWriter book;
    private final Columns columns;
    private final Groups groups;
    private final MarkWriter marks;
    private long position;
    private long eventNanos;
    private long startedNanos;
    private boolean clean = true;
    private boolean forcing;
    private boolean stopped;

    private Ingest(Disk disk, Path folder, Closeable lock, Mark mark, BookWriter book, List<ColumnWriter> writers)
            throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.era = mark.era();
        this.book = book;
        this.columns = new Columns(disk, folder, book, writers, mark.rows());
        this.groups = new Groups(book, mark.step(), mark.cycle());
        this.position = mark.position();
        this.eventNanos = mark.eventNanos();
        this.startedNanos = mark.startedNanos();
        int number = Math.max(Marks.newest(disk, folder).orElse(0) + 1, era);
        this.marks = MarkWriter.begin(disk, folder, number, mark);
        StoreFiles.deleteMarksBefore(disk, folder, number);
    }

    /**
     * Opens a run's store to go on behind its last mark, or begins one where there is none.
     *
     * @param folder the store's own folder
     * @throws StoreDamaged if what is there is not as it was written, or another run's: build it anew
     * @throws IOException if the disk fails, or somebody else has the store open to write
     */
    public static Ingest open(Disk disk, Path folder, Origin origin) throws IOException {
        disk.createDirectories(folder);
        Closeable lock = lock(disk, folder);
        try {
            Optional<Marks> marks = Marks.open(disk, folder);
            if (marks.isEmpty()) {
                return begin(disk, folder, lock, origin);
            }
            try (Marks past = marks.get()) {
                return goOn(disk, folder, lock, origin, past.last());
            }
        } catch (IOException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Throws a run's store away, if there is one, and begins it anew.
     *
     * @throws IOException if the disk fails, or somebody else has the store open to write
     */
    public static Ingest anew(Disk disk, Path folder, Origin origin) throws IOException {
        disk.createDirectories(folder);
        Closeable lock = lock(disk, folder);
        try {
            return begin(disk, folder, lock, origin);
        } catch (IOException failure) {
            lock.close();
            throw failure;
        }
    }

    /**
     * Throws a run's store away.
     *
     * @throws IOException if the disk fails, or somebody else has the store open to write
     */
    public static void delete(Disk disk, Path folder) throws IOException {
        try (Closeable lock = lock(disk, folder)) {
            Objects.requireNonNull(lock);
            StoreFiles.delete(disk, folder);
        }
    }

    private static Closeable lock(Disk disk, Path folder) throws IOException {
        try {
            return disk.lock(folder.resolve(Layout.LOCK));
        } catch (IOException held) {
            throw new IOException(
                    "the store in " + folder + " cannot be written now (" + held.getMessage()
                            + "); a laboratory that is served keeps it to itself, and up to date, until the run is over",
                    held);
        }
    }

    private static Ingest begin(Disk disk, Path folder, Closeable lock, Origin origin) throws IOException {
        int era = Marks.newest(disk, folder).orElse(0) + 1;
        StoreFiles.delete(disk, folder);
        BookWriter book = BookWriter.create(disk, folder);
        book.append(new BookEntry.Made(origin, era));
        book.flush();
        book.force();
        disk.syncDirectory(folder);
        Mark nothing = new Mark(era, 0, 0, 0, 0, book.length(), List.of(), Optional.empty(), Optional.empty());
        return new Ingest(disk, folder, lock, nothing, book, List.of());
    }

    private static Ingest goOn(Disk disk, Path folder, Closeable lock, Origin origin, Mark mark) throws IOException {
        List<ColumnWriter> writers = new ArrayList<>();
        BookWriter book = BookWriter.reopen(disk, folder, mark.bookBytes());
        try (Book past = Book.open(disk, folder, mark.bookBytes())) {
            if (!past.origin().equals(origin) || past.era() != mark.era()) {
                throw new StoreDamaged(Layout.BOOK, "is of " + past.origin() + ", not of " + origin);
            }
            if (past.columns().size() != mark.checksums().size()) {
                throw new StoreDamaged(Layout.BOOK, "has other columns than the last mark");
            }
            StoreFiles.deleteOthers(disk, folder, past.columns());
            for (Column column : past.columns()) {
                int checksum = mark.checksums().get(column.ordinal());
                writers.add(ColumnWriter.reopen(disk, folder, column, mark.rows(), checksum));
            }
            return new Ingest(disk, folder, lock, mark, book, writers);
        } catch (IOException failure) {
            book.close();
            for (ColumnWriter writer : writers) {
                writer.close();
            }
            throw failure;
        }
    }

    /** The run's event that is the last one taken in, counted from 1; 0 before the first. */
    public long position() {
        return position;
    }

    /**
     * Goes on behind an event that was brought once before, because there is nothing to be kept between {@link #position()} and it.
     *
     * @param number of the event in the run
     * @param atNanos its monotonic time
     */
    void passOver(long number, long atNanos) {
        if (number > position) {
            position = number;
            eventNanos = atNanos;
        }
    }

    /** Rows taken in. */
    public long rows() {
        return columns.rows();
    }

    /**
     * Takes an event in; one that was taken in already is passed over.
     *
     * @param number of the event in the run, from 1
     * @param event the event itself
     * @param effects what the engine said to it
     * @throws StoreDamaged if it is another event than the one that was taken in under this number
     * @throws StoreStopped if the disk takes no more
     */
    public void take(long number, Event event, List<? extends Effect> effects) throws IOException {
        requireGoing();
        if (number <= position) {
            if (number == position && event.atNanos() != eventNanos) {
                throw new StoreDamaged(Layout.BOOK, "holds another event " + number + " than the journal");
            }
            return;
        }
        if (number != position + 1) {
            throw new IllegalArgumentException("event " + number + " does not follow event " + position);
        }
        if (event instanceof Event.Started started) {
            startedNanos = started.atNanos();
            clean = false;
        }
        try {
            for (int i = 0; i < effects.size(); i++) {
                if (effects.get(i) instanceof Effect.Report report) {
                    take(report);
                }
            }
        } catch (IOException failure) {
            throw stopped(failure);
        }
        position = number;
        eventNanos = event.atNanos();
    }

    private void take(Effect.Report report) throws IOException {
        clean = false;
        switch (report) {
            case Effect.Recorded recorded -> {
                long before = columns.rows();
                double[] numbers = columns.take(recorded.row());
                groups.take(recorded.row(), numbers, columns.count(), before);
            }
            case Effect.StepBegan began -> groups.begin(began, began.atNanos() - startedNanos, columns.rows());
            case Effect.StepEnded ended -> groups.end(ended, ended.atNanos() - startedNanos);
            case Effect.CycleEnded ended -> book.append(new BookEntry.CycleTold(ended.figures()));
            case Effect.SpectrumRecorded spectrum ->
                book.append(new BookEntry.SpectrumTaken(
                        KeptSpectrum.of(spectrum.row()),
                        spectrum.row().spectrum().points()));
            case Effect.ShortSeen ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.Alarm ignored -> {}
            case Effect.RunEnded ignored -> {}
        }
    }

    /**
     * Makes everything durable that was taken in, and shows it to readers. Does nothing if nothing came that the store keeps.
     *
     * @return whether there was something to be made durable
     * @throws StoreStopped if the disk takes no more
     */
    public boolean commit() throws StoreStopped {
        requireGoing();
        if (clean) {
            return false;
        }
        try {
            columns.flush();
            boolean entered = book.flush();
            forcing = true;
            columns.force();
            if (entered) {
                book.force();
            }
            marks.set(mark());
            forcing = false;
            clean = true;
            return true;
        } catch (IOException failure) {
            throw stopped(failure);
        }
    }

    /**
     * Makes sure that nobody has taken the store away while it was written.
     *
     * @throws StoreDamaged if somebody has
     */
    void requireItsMarks() throws IOException {
        if (Marks.newest(disk, folder).isEmpty()) {
            throw new StoreDamaged(folder.toString(), "was deleted while it was written");
        }
    }

    private Mark mark() {
        return new Mark(
                era,
                columns.rows(),
                position,
                eventNanos,
                startedNanos,
                book.length(),
                columns.checksums(),
                groups.step(),
                groups.cycle());
    }

    private void requireGoing() throws StoreStopped {
        if (stopped) {
            throw new StoreStopped(
                    "the store in " + folder + " has stopped; open it again", !forcing, new IOException("it stopped"));
        }
    }

    /** After a failed sync nobody knows what the disk holds: without marks, the store is begun anew. */
    private StoreStopped stopped(IOException failure) {
        stopped = true;
        if (forcing) {
            try {
                StoreFiles.deleteMarks(disk, folder);
            } catch (IOException again) {
                failure.addSuppressed(again);
            }
        }
        return new StoreStopped(
                "the store in " + folder + " cannot be written (" + failure.getMessage() + "); it stops at row "
                        + columns.rows() + " and goes on when it is opened again; the run itself is not concerned;"
                        + " check the disk and its free space",
                !forcing,
                failure);
    }

    /** Lets the store go; what was not committed comes from the journal again. */
    @Override
    public void close() throws IOException {
        stopped = true;
        try (lock;
                columns;
                book) {
            marks.close();
        }
    }
}
