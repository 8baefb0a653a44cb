package cellwright.store.columns;

import cellwright.journal.DiskOver;
import cellwright.journal.RealDisk;
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
public final class MappedDisk extends DiskOver {
    private static final int PIECE = 1 << 22;

    /** The file system of this machine. */
    public MappedDisk() {
        super(new RealDisk());
    }

    @Override
    public Input open(Path file) throws IOException {
        return new MappedInput(FileChannel.open(file, StandardOpenOption.READ));
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
