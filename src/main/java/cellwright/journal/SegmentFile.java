package cellwright.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** One segment being written. Its header and name are durable before it is used. */
final class SegmentFile {
    private final int number;
    private final Disk.Output output;
    private long size;

    private SegmentFile(int number, Disk.Output output) {
        this.number = number;
        this.output = output;
    }

    /** Makes a segment under another name first, so that a file with a segment's name always has a whole header. */
    static SegmentFile create(Disk disk, Path directory, int number, long firstSequence) throws IOException {
        Path file = directory.resolve(Layout.segmentName(number));
        Path unfinished = directory.resolve(Layout.segmentName(number) + Layout.UNFINISHED);
        disk.delete(unfinished);
        SegmentFile segment = new SegmentFile(number, disk.create(unfinished));
        try {
            segment.append(SegmentHeader.bytes(number, firstSequence));
            segment.force();
            disk.rename(unfinished, file);
            disk.syncDirectory(directory);
            return segment;
        } catch (IOException e) {
            segment.abandon(e);
            throw e;
        }
    }

    int number() {
        return number;
    }

    /** Length so far, which is where the next frame will lie. */
    long size() {
        return size;
    }

    /** Writes all remaining bytes, in one go unless the disk takes less. */
    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int written = output.write(bytes);
            if (written <= 0) {
                throw new IOException("the disk takes no more bytes");
            }
            size += written;
        }
    }

    void force() throws IOException {
        output.force();
    }

    /** Closes after a failure; what closing has to complain about goes to the failure. */
    void abandon(IOException failure) {
        try {
            output.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Closes a file whose bytes are durable or not wanted; a complaint has no consequence then. */
    void leave() {
        abandon(new IOException("not looked at"));
    }
}
