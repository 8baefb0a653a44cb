package cellwright.lab.catalogue;

import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** The file system without the wait for it: nobody pulls the plug of the machine these tests run on. */
record UnsyncedDisk(RealDisk files) implements Disk {
    UnsyncedDisk() {
        this(new RealDisk());
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        files.createDirectories(directory);
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return files.list(directory);
    }

    @Override
    public Output create(Path file) throws IOException {
        return new Unsynced(files.create(file));
    }

    @Override
    public Output append(Path file) throws IOException {
        return new Unsynced(files.append(file));
    }

    @Override
    public Input open(Path file) throws IOException {
        return files.open(file);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        files.truncate(file, length);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        files.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        files.delete(file);
    }

    @Override
    public void syncDirectory(Path directory) {
        // see above
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return files.lock(file);
    }

    private record Unsynced(Output output) implements Output {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return output.write(bytes);
        }

        @Override
        public void force() {
            // see above
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
