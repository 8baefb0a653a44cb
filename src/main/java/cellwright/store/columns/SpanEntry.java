package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Least and greatest of many blocks; NaN if they hold nothing else.
 *
 * @param least the least
 * @param most the greatest
 */
record SpanEntry(double least, double most) {
    private static final int CHECKED = 2 * Double.BYTES;

    static ByteBuffer bytes(long span, double least, double most) {
        ByteBuffer bytes = ByteBuffer.allocate(Layout.SPAN_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(least).putDouble(most);
        return bytes.putInt(Frames.checksum(span, bytes.array(), 0, CHECKED))
                .putInt(0)
                .flip();
    }

    /** Reads an entry of an index. */
    static SpanEntry read(Disk.Input index, String name, long span) throws IOException {
        ByteBuffer bytes = Frames.read(index, Layout.spanAt(span), Layout.SPAN_BYTES);
        if (bytes.getInt(CHECKED) != Frames.checksum(span, bytes.duplicate().limit(CHECKED))
                || bytes.getInt(CHECKED + 4) != 0) {
            throw new StoreDamaged(name, "the checksum of span " + span + " does not hold");
        }
        return new SpanEntry(bytes.getDouble(), bytes.getDouble());
    }
}
