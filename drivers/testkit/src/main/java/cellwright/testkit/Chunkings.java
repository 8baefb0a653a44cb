package cellwright.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The ways in which a line may hand over the same bytes. A codec that gives the same result for each has no hidden idea
 * of where a read ends.
 */
public final class Chunkings {
    /** Up to this length {@link #of} tries every way there is, 2048 of them. */
    public static final int ALL_UP_TO = 12;

    private static final int LONGEST_FOR_ALL = 20;
    private static final int RANDOM_WAYS = 200;

    private Chunkings() {}

    /** Every way for a short array; for a long one whole, byte by byte, every single cut, and seeded random ways. */
    public static Stream<List<byte[]>> of(byte[] bytes) {
        if (bytes.length <= ALL_UP_TO) {
            return all(bytes);
        }
        Stream<List<byte[]>> few = Stream.of(List.of(bytes.clone()), singles(bytes));
        return Stream.concat(Stream.concat(few, oneCut(bytes)), random(bytes, Property.DEFAULT_SEED, RANDOM_WAYS));
    }

    /**
     * All 2^(n-1) ways to cut an array.
     *
     * @throws IllegalArgumentException if it has more than 20 bytes, which would be half a million ways
     */
    public static Stream<List<byte[]>> all(byte[] bytes) {
        if (bytes.length > LONGEST_FOR_ALL) {
            throw new IllegalArgumentException("too long for every chunking: " + bytes.length + " bytes");
        }
        if (bytes.length == 0) {
            return Stream.of(List.of());
        }
        return LongStream.range(0, 1L << (bytes.length - 1)).mapToObj(cuts -> cut(bytes, cuts));
    }

    /** Byte by byte. */
    public static List<byte[]> singles(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> Arrays.copyOfRange(bytes, i, i + 1))
                .toList();
    }

    /** In two parts, cut at every place in turn. */
    public static Stream<List<byte[]>> oneCut(byte[] bytes) {
        return IntStream.range(1, bytes.length)
                .mapToObj(i -> List.of(Arrays.copyOfRange(bytes, 0, i), Arrays.copyOfRange(bytes, i, bytes.length)));
    }

    /** Random ways, with parts from one byte to a third of the whole. */
    public static Stream<List<byte[]>> random(byte[] bytes, long seed, int ways) {
        var random = new SplittableRandom(seed);
        return Stream.generate(() -> parts(bytes, random)).limit(ways);
    }

    private static List<byte[]> parts(byte[] bytes, SplittableRandom random) {
        int longest = Math.max(1, bytes.length / random.nextInt(3, 12));
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + random.nextInt(1, longest + 1));
            parts.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return parts;
    }

    /** Cuts behind byte i where bit i is set. */
    private static List<byte[]> cut(byte[] bytes, long cuts) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (i == bytes.length - 1 || (cuts >> i & 1) == 1) {
                parts.add(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        return parts;
    }
}
