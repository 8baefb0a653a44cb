package cellwright.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * What the journal asks of storage, and nothing more, so that a test can put a disk underneath that fails, tears and
 * loses power. Used by one thread at a time.
 */
public interface Disk {
    /** Makes a directory and its missing parents, durably; does nothing if it is there. */
    void createDirectories(Path directory) throws IOException;

    /** Names of the plain files in a directory, sorted; empty if there is no such directory. */
    List<String> list(Path directory) throws IOException;

    /**
     * Makes a new file for appending. Its name is durable only after {@link #syncDirectory}.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the name is taken
     */
    Output create(Path file) throws IOException;

    /**
     * Opens a file that is there, to append to its end.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there
     */
    Output append(Path file) throws IOException;

    /** Opens a file for reading. */
    Input open(Path file) throws IOException;

    /** Cuts a file to a length, durably. */
    void truncate(Path file, long length) throws IOException;

    /**
     * Renames within the same file system; durable only after {@link #syncDirectory} of both directories.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the new name is taken
     */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file if it is there; durable only after {@link #syncDirectory}. */
    void delete(Path file) throws IOException;

    /** Makes the names in a directory durable. */
    void syncDirectory(Path directory) throws IOException;

    /**
     * Takes an exclusive lock that dies with the process; closing releases it.
     *
     * @throws IOException naming the file if somebody else holds it, in this process or another
     */
    Closeable lock(Path file) throws IOException;

    /** A file being appended to. */
    interface Output extends Closeable {
        /** Appends some of the remaining bytes and says how many. */
        int write(ByteBuffer bytes) throws IOException;

        /** Returns when all written bytes survive a power cut. After a failure the file must not be trusted again. */
        void force() throws IOException;
    }

    /** A file being read. */
    interface Input extends Closeable {
        /** Reads some bytes from a position and says how many; negative at the end. */
        int read(ByteBuffer into, long position) throws IOException;

        /** Length in bytes. */
        long size() throws IOException;
    }
}
