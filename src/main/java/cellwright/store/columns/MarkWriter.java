package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Sets marks. A file of marks has a whole one from the moment it has its name. One thread. */
final class MarkWriter implements Closeable {
    private static final String UNFINISHED = ".new";
    private static final long ROLL_BYTES = 1 << 20;

    private final Disk disk;
    private final Path folder;
    private final Packer body = new Packer();
    private final Packer frame = new Packer();
    private int number;
    private long place;
    private Disk.Output output;

    private MarkWriter(Disk disk, Path folder, int number, Mark mark) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.number = number;
        this.output = begin(mark);
    }

    /** Begins a file of marks with one, durably. */
    static MarkWriter begin(Disk disk, Path folder, int number, Mark mark) throws IOException {
        return new MarkWriter(disk, folder, number, mark);
    }

    private Disk.Output begin(Mark mark) throws IOException {
        Path file = folder.resolve(Layout.marks(number));
        Path unfinished = folder.resolve(Layout.marks(number) + UNFINISHED);
        disk.delete(unfinished);
        Disk.Output begun = disk.create(unfinished);
        place = 0;
        write(begun, mark);
        begun.force();
        disk.rename(unfinished, file);
        disk.syncDirectory(folder);
        return begun;
    }

    private void write(Disk.Output to, Mark mark) throws IOException {
        body.clear();
        frame.clear();
        mark.pack(body);
        Frames.put(frame, place, body.packed());
        Outputs.write(to, frame.packed());
        place += frame.size();
    }

    /** Sets a mark, durably. */
    void set(Mark mark) throws IOException {
        if (place < ROLL_BYTES) {
            write(output, mark);
            output.force();
            return;
        }
        int past = number;
        output.close();
        number++;
        output = begin(mark);
        disk.delete(folder.resolve(Layout.marks(past)));
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
