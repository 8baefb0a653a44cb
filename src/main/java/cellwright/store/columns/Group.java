package cellwright.store.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The index of a full block of a column: first, last, least and greatest number of each strip, least and greatest of the block.
 * Numbers are kept as their 64 bits. NaN is passed over for least and greatest; where there is nothing else, it is both.
 * One instance is used for block after block. One thread.
 */
final class Group {
    private static final int BLOCK_AT = Layout.STRIPS * Layout.STRIP_BYTES;
    private static final int CHECKSUM_AT = Layout.GROUP_BYTES - 2 * Integer.BYTES;
    private static final int OWN_CHECKSUM_AT = Layout.GROUP_BYTES - Integer.BYTES;

    private final ByteBuffer bytes = ByteBuffer.allocate(Layout.GROUP_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Range range = new Range();
    private final Range strip = new Range();

    /**
     * Takes a full block.
     *
     * @param values its numbers; whole ones rounded to the nearest double, which only spoils what is least and greatest
     * @param all its bytes
     */
    ByteBuffer of(long block, Quantity.Kind kind, double[] values, ByteBuffer all, int checksum) {
        range.clear();
        for (int i = 0; i < Layout.STRIPS; i++) {
            int from = i * Layout.STRIP;
            strip.clear();
            strip.see(values, from, from + Layout.STRIP);
            bytes.putLong(i * Layout.STRIP_BYTES, bits(kind, all, from));
            bytes.putLong(i * Layout.STRIP_BYTES + 8, bits(kind, all, from + Layout.STRIP - 1));
            bytes.putDouble(i * Layout.STRIP_BYTES + 16, strip.least());
            bytes.putDouble(i * Layout.STRIP_BYTES + 24, strip.most());
            range.see(strip.least(), strip.most());
        }
        bytes.putDouble(BLOCK_AT, range.least());
        bytes.putDouble(BLOCK_AT + Long.BYTES, range.most());
        return sealed(block, checksum);
    }

    private ByteBuffer sealed(long block, int checksum) {
        bytes.putInt(CHECKSUM_AT, checksum);
        bytes.putInt(OWN_CHECKSUM_AT, Frames.checksum(block, bytes.array(), 0, OWN_CHECKSUM_AT));
        return bytes.clear();
    }

    /** Takes what was read from an index; false if it is not the group of this block. */
    boolean read(long block, ByteBuffer found) {
        bytes.clear().put(found).clear();
        return bytes.getInt(OWN_CHECKSUM_AT) == Frames.checksum(block, bytes.array(), 0, OWN_CHECKSUM_AT);
    }

    /** All of it. */
    ByteBuffer bytes() {
        return bytes.duplicate().clear();
    }

    /** Checksum of the column's block. */
    int checksum() {
        return bytes.getInt(CHECKSUM_AT);
    }

    long firstBits(int ofStrip) {
        return bytes.getLong(ofStrip * Layout.STRIP_BYTES);
    }

    long lastBits(int ofStrip) {
        return bytes.getLong(ofStrip * Layout.STRIP_BYTES + 8);
    }

    double least(int ofStrip) {
        return bytes.getDouble(ofStrip * Layout.STRIP_BYTES + 16);
    }

    double most(int ofStrip) {
        return bytes.getDouble(ofStrip * Layout.STRIP_BYTES + 24);
    }

    double least() {
        return bytes.getDouble(BLOCK_AT);
    }

    double most() {
        return bytes.getDouble(BLOCK_AT + Long.BYTES);
    }

    private static long bits(Quantity.Kind kind, ByteBuffer all, int number) {
        return kind == Quantity.Kind.INT ? all.getInt(number * Integer.BYTES) : all.getLong(number * Long.BYTES);
    }
}
