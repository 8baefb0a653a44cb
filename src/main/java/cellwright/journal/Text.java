package cellwright.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Variable-length numbers and UTF-8 strings inside records. */
final class Text {
    /** Longest string kept, in bytes; a longer one is cut with a mark, because an event must never be refused for it. */
    static final int LONGEST = 16 * 1024;

    private static final byte[] CUT = " [cut]".getBytes(StandardCharsets.UTF_8);

    private Text() {}

    static void putText(ByteBuffer into, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST) {
            putNumber(into, utf8.length);
            into.put(utf8);
            return;
        }
        int kept = LONGEST - CUT.length;
        while ((utf8[kept] & 0xC0) == 0x80) {
            kept--;
        }
        putNumber(into, kept + (long) CUT.length);
        into.put(utf8, 0, kept).put(CUT);
    }

    static String text(ByteBuffer from) throws BadRecord {
        long length = number(from);
        if (length < 0 || length > from.remaining()) {
            throw new BadRecord("a text is longer than its record");
        }
        byte[] utf8 = new byte[(int) length];
        from.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Seven bits a byte, lowest first; any 64-bit value, read as unsigned. */
    static void putNumber(ByteBuffer into, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            into.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        into.put((byte) rest);
    }

    static long number(ByteBuffer from) throws BadRecord {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = from.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new BadRecord("a number does not end");
    }
}
