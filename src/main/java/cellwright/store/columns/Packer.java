package cellwright.store.columns;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Bytes that grow, little endian. One thread. */
final class Packer {
    private static final int TEXT_MAX = 1 << 16;

    private ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int capacity = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }

    Packer put(byte value) {
        room(Byte.BYTES).put(value);
        return this;
    }

    Packer put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Packer put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Packer put(double value) {
        return put(Double.doubleToRawLongBits(value));
    }

    /** A text, cut where it is longer than {@value #TEXT_MAX} bytes: it is shown to people, nothing depends on its end. */
    Packer put(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, TEXT_MAX);
        room(Integer.BYTES + length).putInt(length).put(utf8, 0, length);
        return this;
    }

    Packer put(ByteBuffer more) {
        room(more.remaining()).put(more);
        return this;
    }

    int size() {
        return bytes.position();
    }

    /** What was put so far, to be read or written; putting goes on after {@link #clear()}. */
    ByteBuffer packed() {
        return bytes.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    void clear() {
        bytes.clear();
    }

    static String text(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] utf8 = new byte[length];
        from.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
