package cellwright.testkit;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ways in which a line spoils a frame. None may be read as a different good frame where a checksum forbids it. */
public final class Damages {
    private Damages() {}

    /** Every frame with one bit flipped. */
    public static Stream<byte[]> flippedBits(byte[] frame) {
        return IntStream.range(0, frame.length * Byte.SIZE).mapToObj(bit -> flipped(frame, bit));
    }

    /** Every frame with one byte lost. */
    public static Stream<byte[]> lostBytes(byte[] frame) {
        return IntStream.range(0, frame.length).mapToObj(at -> spliced(frame, at, at + 1));
    }

    /** Every frame with one byte received twice. */
    public static Stream<byte[]> doubledBytes(byte[] frame) {
        return IntStream.range(0, frame.length).mapToObj(at -> spliced(frame, at + 1, at));
    }

    /** Every frame that breaks off early, the empty one included. */
    public static Stream<byte[]> cutShort(byte[] frame) {
        return IntStream.range(0, frame.length).mapToObj(length -> Arrays.copyOf(frame, length));
    }

    private static byte[] flipped(byte[] frame, int bit) {
        byte[] spoiled = frame.clone();
        spoiled[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return spoiled;
    }

    private static byte[] spliced(byte[] frame, int headEnd, int tailStart) {
        byte[] spoiled = Arrays.copyOf(frame, headEnd + frame.length - tailStart);
        System.arraycopy(frame, tailStart, spoiled, headEnd, frame.length - tailStart);
        return spoiled;
    }
}
