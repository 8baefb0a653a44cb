package cellwright.store.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as they lie in a block. */
final class Numbers {
    private Numbers() {}

    /** The first so many numbers of a block; whole ones become the nearest double. */
    static void doubles(ByteBuffer block, Quantity.Kind kind, double[] into, int count) {
        ByteBuffer all = block.duplicate().order(ByteOrder.LITTLE_ENDIAN).clear();
        switch (kind) {
            case DOUBLE -> all.asDoubleBuffer().get(into, 0, count);
            case LONG -> {
                for (int i = 0; i < count; i++) {
                    into[i] = all.getLong(i * Long.BYTES);
                }
            }
            case INT -> {
                for (int i = 0; i < count; i++) {
                    into[i] = all.getInt(i * Integer.BYTES);
                }
            }
        }
    }

    /** A number of a block that holds whole ones. */
    static long whole(ByteBuffer block, Quantity.Kind kind, int index) {
        return kind == Quantity.Kind.INT ? block.getInt(index * Integer.BYTES) : block.getLong(index * Long.BYTES);
    }
}
