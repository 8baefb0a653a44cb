package cellwright.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk that does everything as another does, but for what is written anew. Thread rule as of the other. */
public abstract class DiskOver implements Disk {
    private final Disk other;

    /** A disk over this one. */
    protected DiskOver(Disk other) {
        this.other = other;
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        other.createDirectories(directory);
    }

    @Override
    public List<String> list(Path directory) throws IOException {
        return other.list(directory);
    }

    @Override
    public Output create(Path file) throws IOException {
        return other.create(file);
    }

    @Override
    public Output append(Path file) throws IOException {
        return other.append(file);
    }

    @Override
    public Input open(Path file) throws IOException {
        return other.open(file);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        other.truncate(file, length);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        other.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        other.delete(file);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        other.syncDirectory(directory);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return other.lock(file);
    }
}
