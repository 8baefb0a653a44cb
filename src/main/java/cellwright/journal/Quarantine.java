package cellwright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps what could not be read, in {@code quarantine/} within the journal's directory: nothing is cut off or left behind
 * that is not copied there first.
 */
public final class Quarantine {
    private static final int CHUNK = 1 << 16;

    private final Disk disk;
    private final Path journal;
    private final Path directory;

    /** Of a journal. */
    public Quarantine(Disk disk, Path journal) {
        this.disk = disk;
        this.journal = journal;
        this.directory = journal.resolve("quarantine");
    }

    /**
     * Copies the torn and damaged bytes that findings speak of, durably; what was copied before is left as it is. Not
     * to be used while a writer is open on another thread.
     *
     * @throws IOException if the disk fails
     */
    public void keep(List<Finding> findings) throws IOException {
        for (Finding finding : findings) {
            if (finding instanceof Finding.TornTail torn) {
                keep(torn.segment(), torn.fromByte(), torn.fromByte() + torn.bytes());
            } else if (finding instanceof Finding.Damaged damaged) {
                keep(damaged.segment(), damaged.fromByte(), damaged.toByte());
            }
        }
    }

    private void keep(int segment, long from, long to) throws IOException {
        String name = Layout.segmentName(segment) + ".bytes-" + from + "-" + to;
        if (from == to || disk.list(directory).contains(name)) {
            return;
        }
        disk.createDirectories(directory);
        Path unfinished = directory.resolve(name + Layout.UNFINISHED);
        disk.delete(unfinished);
        try (Disk.Input input = disk.open(journal.resolve(Layout.segmentName(segment)));
                Disk.Output output = disk.create(unfinished)) {
            copy(input, from, to, output);
            output.force();
        }
        disk.rename(unfinished, directory.resolve(name));
        disk.syncDirectory(directory);
    }

    private static void copy(Disk.Input input, long from, long to, Disk.Output output) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (long at = from; at < to; ) {
            buffer.clear().limit((int) Math.min(CHUNK, to - at));
            int count = input.read(buffer, at);
            if (count <= 0) {
                return;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                if (output.write(buffer) <= 0) {
                    throw new IOException("the disk takes no more bytes");
                }
            }
            at += count;
        }
    }

    /** Moves a whole segment out of the journal. */
    void take(int segment) throws IOException {
        disk.createDirectories(directory);
        List<String> taken = disk.list(directory);
        String name = Layout.segmentName(segment) + ".whole";
        for (int copy = 2; taken.contains(name); copy++) {
            name = Layout.segmentName(segment) + ".whole-" + copy;
        }
        disk.rename(journal.resolve(Layout.segmentName(segment)), directory.resolve(name));
        disk.syncDirectory(directory);
        disk.syncDirectory(journal);
    }
}
