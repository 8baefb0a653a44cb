package cellwright.store.columns;

import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file system with files that are read mapped into memory, piece by piece as they are full; what is behind the last full
 * piece is read in the usual way, so that a file that grows need not be mapped again. Only files that are never cut below what
 * was read of them may be read so.
 */
public final class MappedDisk implements Disk {
    private static final int PIECE = 1 << 22;

    private final RealDisk files = new RealDisk();

    @Override
    public Input open(Path file) throws IOException {
        return new MappedInput(FileChannel.open(file, StandardOpenOption.READ));
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
        return files.create(file);
    }

    @Override
    public Output append(Path file) throws IOException {
        return files.append(file);
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
    public void syncDirectory(Path directory) throws IOException {
        files.syncDirectory(directory);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        return files.lock(file);
    }

    private static final class MappedInput implements Input {
        private final FileChannel channel;
        private final List<MappedByteBuffer> pieces = new ArrayList<>();

        MappedInput(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            int number = (int) (position / PIECE);
            if (number >= pieces.size() && !map(number)) {
                return channel.read(into, position);
            }
            int from = (int) (position % PIECE);
            int count = Math.min(into.remaining(), PIECE - from);
            into.put(into.position(), pieces.get(number), from, count).position(into.position() + count);
            return count;
        }

        private boolean map(int number) throws IOException {
            long size = channel.size();
            while (pieces.size() <= number) {
                long begin = (long) pieces.size() * PIECE;
                if (begin + PIECE > size) {
                    return false;
                }
                pieces.add(channel.map(FileChannel.MapMode.READ_ONLY, begin, PIECE));
            }
            return true;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
