package cellwright.store.columns;

import java.util.Locale;
import java.util.OptionalInt;

/** Sizes, names and positions of the format; what every reader of version 1 may rely on. */
final class Layout {
    /** The format this code writes, and the only one it reads: another one is built again, for nothing is lost by it. */
    static final int VERSION = 1;

    /** Rows that share a first, last, least and greatest value. */
    static final int STRIP = 64;

    static final int STRIPS = 64;

    /** Rows that share a checksum. */
    static final int BLOCK = STRIP * STRIPS;

    /** Blocks that share a least and greatest value. */
    static final int BLOCKS_A_SPAN = 64;

    static final long SPAN = (long) BLOCK * BLOCKS_A_SPAN;

    static final int HEADER = 256;
    static final int STRIP_BYTES = 4 * Long.BYTES;

    /** Strips, least and greatest, checksum of the column's block, checksum of all this. */
    static final int GROUP_BYTES = STRIPS * STRIP_BYTES + 2 * Long.BYTES + 2 * Integer.BYTES;

    static final int SPAN_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;

    static final String BOOK = "book.cwb";
    static final String LOCK = "lock";
    private static final String MARKS = "marks-";
    private static final String MARKS_SUFFIX = ".cwm";

    private Layout() {}

    static String column(int ordinal, Quantity quantity) {
        return stem(ordinal, quantity) + ".cwc";
    }

    static String index(int ordinal, Quantity quantity) {
        return stem(ordinal, quantity) + ".cwi";
    }

    /** Names of signals are any words; the number makes the file's name its own. */
    private static String stem(int ordinal, Quantity quantity) {
        String words = quantity.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "%02d-".formatted(ordinal) + words.substring(0, Math.min(words.length(), 40));
    }

    static String marks(int number) {
        return MARKS + "%06d".formatted(number) + MARKS_SUFFIX;
    }

    static OptionalInt marksNumber(String name) {
        return name.matches(MARKS + "[0-9]{6,9}" + MARKS_SUFFIX)
                ? OptionalInt.of(
                        Integer.parseInt(name.substring(MARKS.length(), name.length() - MARKS_SUFFIX.length())))
                : OptionalInt.empty();
    }

    /** Where the group of a column's block lies in the index. */
    static long groupAt(long block) {
        return HEADER + block * GROUP_BYTES + block / BLOCKS_A_SPAN * SPAN_BYTES;
    }

    /** Where the entry of a span lies in the index: behind the groups of its blocks. */
    static long spanAt(long span) {
        return HEADER + (span + 1) * BLOCKS_A_SPAN * GROUP_BYTES + span * SPAN_BYTES;
    }

    /** Length of an index of so many whole blocks. */
    static long indexBytes(long blocks) {
        return groupAt(blocks);
    }
}
