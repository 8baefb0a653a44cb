package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whole writes, and files that have to be there. */
final class Outputs {
    private Outputs() {}

    /** Writes all that remains, in one go unless the disk takes less. */
    static void write(Disk.Output output, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (output.write(bytes) <= 0) {
                throw new IOException("the disk takes no more bytes");
            }
        }
    }

    /** Opens a file of the store. */
    static Disk.Input open(Disk disk, Path folder, String name) throws IOException {
        try {
            return disk.open(folder.resolve(name));
        } catch (NoSuchFileException missing) {
            throw new StoreDamaged(name, "is missing");
        }
    }

    /** Length of a file of the store. */
    static long size(Disk disk, Path folder, String name) throws IOException {
        try (Disk.Input input = open(disk, folder, name)) {
            return input.size();
        }
    }

    /** Cuts a file of the store to a length that it must have. */
    static void cut(Disk disk, Path folder, String name, long length) throws IOException {
        long size = size(disk, folder, name);
        if (size < length) {
            throw new StoreDamaged(name, "has " + size + " bytes, the last mark speaks of " + length);
        }
        if (size > length) {
            disk.truncate(folder.resolve(name), length);
        }
    }
}
