package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Bodies with length and checksum, one behind the other; the checksum ties a body to its place. */
final class Frames {
    static final int HEADER = 2 * Integer.BYTES;
    private static final int LONGEST = 1 << 24;

    private Frames() {}

    /** Puts a body as a frame that will lie at a place of its file. */
    static void put(Packer into, long place, ByteBuffer body) {
        into.put(body.remaining()).put(checksum(place, body)).put(body);
    }

    /** The body of the frame at a place; empty if no whole one lies there below the limit. */
    static Optional<ByteBuffer> at(Disk.Input input, long place, long limit) throws IOException {
        if (place + HEADER > limit) {
            return Optional.empty();
        }
        ByteBuffer header = read(input, place, HEADER);
        int length = header.getInt();
        if (length <= 0 || length > LONGEST || place + HEADER + length > limit) {
            return Optional.empty();
        }
        ByteBuffer body = read(input, place + HEADER, length);
        return header.getInt() == checksum(place, body) ? Optional.of(body) : Optional.empty();
    }

    /** Exactly so many bytes; zeros where the file ends before. */
    static ByteBuffer read(Disk.Input input, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 1;
        while (count > 0 && bytes.hasRemaining()) {
            count = input.read(bytes, place + bytes.position());
        }
        return bytes.position(0).limit(length);
    }

    /** CRC32C of the number of a place and of the bytes that remain. */
    static int checksum(long place, ByteBuffer body) {
        return checksum(place, body.array(), body.arrayOffset() + body.position(), body.remaining());
    }

    /** CRC32C of the number of a place and of the bytes that lie there. */
    static int checksum(long place, byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        // a block that turns up elsewhere is damage and not data
        return (int) checksum.getValue() ^ (int) (((place + 1) * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }
}
