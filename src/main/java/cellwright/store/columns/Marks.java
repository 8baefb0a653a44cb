package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The last mark of a store, and those that come. Holds the file it reads. One thread. */
final class Marks implements Closeable {
    private final Disk disk;
    private final Path folder;
    private final int number;
    private final Disk.Input input;
    private long place;
    private Mark last;

    private Marks(Disk disk, Path folder, int number, Disk.Input input, Mark first, long place) {
        this.disk = disk;
        this.folder = folder;
        this.number = number;
        this.input = input;
        this.last = first;
        this.place = place;
    }

    /** Number of the newest marks in a folder; empty if there are none. */
    static OptionalInt newest(Disk disk, Path folder) throws IOException {
        return disk.list(folder).stream()
                .map(Layout::marksNumber)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .max();
    }

    /**
     * The newest marks of a store.
     *
     * @return empty if the folder holds none: there is no store, or one that was never finished
     */
    static Optional<Marks> open(Disk disk, Path folder) throws IOException {
        OptionalInt newest = newest(disk, folder);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(disk, folder, newest.getAsInt()));
        } catch (NoSuchFileException replaced) {
            // the writer goes on in newer ones
            return open(disk, folder);
        }
    }

    private static Marks open(Disk disk, Path folder, int number) throws IOException {
        String name = Layout.marks(number);
        Disk.Input input = disk.open(folder.resolve(name));
        try {
            var body = Frames.at(input, 0, input.size());
            if (body.isEmpty()) {
                throw new StoreDamaged(name, "does not begin with a whole mark");
            }
            long behind = (long) Frames.HEADER + body.get().remaining();
            Marks marks = new Marks(disk, folder, number, input, Mark.unpack(name, body.get()), behind);
            marks.walk();
            return marks;
        } catch (IOException failure) {
            input.close();
            throw failure;
        }
    }

    private void walk() throws IOException {
        long limit = input.size();
        for (var body = Frames.at(input, place, limit); body.isPresent(); body = Frames.at(input, place, limit)) {
            place += Frames.HEADER + body.get().remaining();
            last = Mark.unpack(Layout.marks(number), body.get());
        }
    }

    Mark last() {
        return last;
    }

    int number() {
        return number;
    }

    /** Bytes behind the last whole mark: a mark being written, or what is left of one. */
    long tornBytes() throws IOException {
        return input.size() - place;
    }

    /** The marks to go on with: these, read on, or newer ones; these are closed then. */
    Marks fresh() throws IOException {
        walk();
        OptionalInt newest = newest(disk, folder);
        if (newest.isEmpty() || newest.getAsInt() == number) {
            return this;
        }
        Optional<Marks> newer = open(disk, folder);
        if (newer.isEmpty()) {
            return this;
        }
        close();
        return newer.get();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
