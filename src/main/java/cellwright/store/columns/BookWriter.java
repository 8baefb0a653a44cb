package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The book being appended to. One thread. */
final class BookWriter implements Closeable {
    private final Disk.Output output;
    private final Packer body = new Packer();
    private final Packer frames = new Packer();
    private long written;

    private BookWriter(Disk.Output output, long length) {
        this.output = output;
        this.written = length;
    }

    static BookWriter create(Disk disk, Path folder) throws IOException {
        return new BookWriter(disk.create(folder.resolve(Layout.BOOK)), 0);
    }

    /** The book that is there, cut to the length the last mark speaks of. */
    static BookWriter reopen(Disk disk, Path folder, long length) throws IOException {
        Outputs.cut(disk, folder, Layout.BOOK, length);
        return new BookWriter(disk.append(folder.resolve(Layout.BOOK)), length);
    }

    void append(BookEntry entry) {
        body.clear();
        entry.pack(body);
        Frames.put(frames, length(), body.packed());
    }

    /** Length with everything that was appended. */
    long length() {
        return written + frames.size();
    }

    boolean flush() throws IOException {
        boolean some = frames.size() > 0;
        if (some) {
            long length = length();
            Outputs.write(output, frames.packed());
            frames.clear();
            written = length;
        }
        return some;
    }

    void force() throws IOException {
        output.force();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
