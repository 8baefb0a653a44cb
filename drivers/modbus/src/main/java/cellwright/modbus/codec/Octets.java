package cellwright.modbus.codec;

import java.util.Arrays;
import java.util.HexFormat;

/** Some bytes that do not change; equal if their bytes are equal, and shown in hexadecimal. Immutable, any thread. */
public final class Octets {
    /** No bytes. */
    public static final Octets NONE = new Octets(new byte[0]);

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of some bytes. */
    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    /** A copy of the first bytes of an array. */
    public static Octets of(byte[] bytes, int count) {
        return new Octets(Arrays.copyOf(bytes, count));
    }

    /** Bytes from pairs of hexadecimal digits with a space between two pairs. */
    public static Octets ofHex(String text) {
        return new Octets(HEX.parseHex(text));
    }

    /** How many there are. */
    public int size() {
        return bytes.length;
    }

    /** One byte, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** Two bytes, the high one first, 0 to 65535. */
    public int pairAt(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /** Some of them. */
    public Octets slice(int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** These and then others. */
    public Octets with(Octets more) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Octets(joined);
    }

    /** A copy as an array. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Pairs of hexadecimal digits with a space between two pairs. */
    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
