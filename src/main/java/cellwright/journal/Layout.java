package cellwright.journal;

import java.util.OptionalInt;

/** Sizes, magics and names of the format; what every reader of version 1 may rely on. */
final class Layout {
    /** Newest format of segment files this code reads and the one it writes. */
    static final int FORMAT_VERSION = 1;

    /** "CWJRNL\r\n": a copy in text mode does not survive unnoticed. */
    static final long SEGMENT_MAGIC = 0x0A0D_4C4E_524A_5743L;

    static final int SEGMENT_HEADER = 32;

    /** 0xF7 'C' 'W' 'F': no UTF-8 text contains it. */
    static final int FRAME_MAGIC = 0x4657_43F7;

    static final int FRAME_HEADER = 24;
    static final int FRAME_MAX = 1 << 16;
    static final int RECORD_HEADER = 6;
    /** Channel, type, version: the smallest payload. */
    static final int PAYLOAD_HEADER = 4;

    static final int CHANNELS = 1 << 16;

    private static final String PREFIX = "journal-";
    static final String SUFFIX = ".cwj";
    /** A segment whose header is not yet durable. */
    static final String UNFINISHED = ".new";

    private Layout() {}

    static String segmentName(int number) {
        return PREFIX + "%06d".formatted(number) + SUFFIX;
    }

    /** The number of a segment's file name; empty if it is not one. */
    static OptionalInt segmentNumber(String name) {
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return OptionalInt.empty();
        }
        String digits = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        if (!digits.matches("[0-9]{6,9}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number > 0 && segmentName(number).equals(name) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /**
     * What a checksum is masked with: it ties bytes to their place, so that a valid piece that turns up elsewhere (a
     * duplicated block, a stale one) is not taken for data.
     */
    static int placeMask(int segment, long offset, int length) {
        long place =
                segment * 0x9E37_79B9_7F4A_7C15L + offset * 0xC2B2_AE3D_27D4_EB4FL + length * 0x1656_67B1_9E37_79F9L;
        place ^= place >>> 29;
        return (int) ((place * 0xBF58_476D_1CE4_E5B9L) >>> 32);
    }
}
