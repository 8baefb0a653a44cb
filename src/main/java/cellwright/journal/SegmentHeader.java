package cellwright.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The first bytes of a segment. Their layout is the same in every format version, so that a newer one is recognised. */
sealed interface SegmentHeader {
    /** A header this code understands. */
    record Whole(long firstSequence) implements SegmentHeader {}

    /** A whole header of a newer format. */
    record Newer(int version) implements SegmentHeader {}

    /** Not a header, or not this segment's. */
    record Broken() implements SegmentHeader {}

    /** The header of a segment. */
    static ByteBuffer bytes(int number, long firstSequence) {
        ByteBuffer bytes = ByteBuffer.allocate(Layout.SEGMENT_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(Layout.SEGMENT_MAGIC).putInt(Layout.FORMAT_VERSION).putInt(number);
        bytes.putLong(firstSequence).putInt(0);
        return bytes.putInt(checksum(bytes)).flip();
    }

    /** Judges the bytes a segment begins with. */
    static SegmentHeader of(ByteBuffer bytes, int number) {
        if (bytes.remaining() < Layout.SEGMENT_HEADER) {
            return new Broken();
        }
        long magic = bytes.getLong(0);
        int version = bytes.getInt(8);
        long firstSequence = bytes.getLong(16);
        boolean intact = bytes.getInt(Layout.SEGMENT_HEADER - 4) == checksum(bytes);
        if (magic != Layout.SEGMENT_MAGIC || !intact || version < 1) {
            return new Broken();
        }
        if (version > Layout.FORMAT_VERSION) {
            return new Newer(version);
        }
        return bytes.getInt(12) == number && firstSequence >= 1 ? new Whole(firstSequence) : new Broken();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), bytes.arrayOffset(), Layout.SEGMENT_HEADER - 4);
        return (int) checksum.getValue();
    }
}
