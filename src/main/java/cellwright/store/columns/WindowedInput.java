package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file read from its beginning to its end in large pieces, however small the bites are. One thread. */
final class WindowedInput implements Disk.Input {
    private final Disk.Input file;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 14).limit(0);
    private long begin;

    WindowedInput(Disk.Input file) {
        this.file = file;
    }

    /** The file has grown: what was read of its end may be other bytes now. */
    void forget() {
        window.limit(0);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        if (into.remaining() > window.capacity()) {
            return file.read(into, position);
        }
        if (position < begin || position + into.remaining() > begin + window.limit()) {
            begin = position;
            window.clear();
            int count = 1;
            while (count > 0 && window.hasRemaining()) {
                count = file.read(window, position + window.position());
            }
            window.flip();
        }
        int from = (int) (position - begin);
        int count = Math.min(into.remaining(), window.limit() - from);
        if (count <= 0) {
            return -1;
        }
        into.put(into.position(), window, from, count).position(into.position() + count);
        return count;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
