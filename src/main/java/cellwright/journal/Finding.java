package cellwright.journal;

/** Something about a journal that is not as it was written. A reader never skips bytes without one. */
public sealed interface Finding {
    /** What was found, where, and what it means. */
    String message();

    /** Whether nothing acknowledged can be missing because of it. */
    default boolean harmless() {
        return switch (this) {
            case Repeated repeated -> repeated.announced();
            case MissingSegment missing -> missing.lost() == 0;
            case TornTail torn -> false;
            case Damaged damaged -> false;
            case SequenceGap gap -> false;
            case NewerVersion newer -> false;
            case AlienFile alien -> false;
        };
    }

    /**
     * The last bytes written do not form whole records, as after a power cut; opening for writing cuts them off.
     *
     * @param segment number of the segment
     * @param fromByte where whole records end
     * @param bytes how many bytes follow
     */
    record TornTail(int segment, long fromByte, long bytes) implements Finding {
        @Override
        public String message() {
            return Layout.segmentName(segment) + " ends in " + bytes + " torn bytes at byte " + fromByte
                    + ", as after a power cut while writing; records before are whole";
        }
    }

    /**
     * Bytes in the middle that are not what was written; reading went on behind them.
     *
     * @param segment number of the segment
     * @param fromByte first damaged byte
     * @param toByte end of the range, exclusive
     * @param firstLost first sequence number that may be lost
     * @param lost how many records are lost; negative if that cannot be told
     * @param what what is wrong
     */
    record Damaged(int segment, long fromByte, long toByte, long firstLost, long lost, String what) implements Finding {
        @Override
        public String message() {
            return Layout.segmentName(segment) + " is damaged from byte " + fromByte + " to " + toByte + " (" + what
                    + "); " + inWords(firstLost, lost);
        }
    }

    /**
     * Sequence numbers are missing though no bytes are damaged.
     *
     * @param segment where reading went on
     * @param firstLost first missing number
     * @param lost how many are missing
     */
    record SequenceGap(int segment, long firstLost, long lost) implements Finding {
        @Override
        public String message() {
            return "before " + Layout.segmentName(segment) + " goes on, " + inWords(firstLost, lost);
        }
    }

    /**
     * A segment's file is not there.
     *
     * @param segment its number
     * @param firstLost first sequence number that may be lost
     * @param lost how many records are lost; negative if that cannot be told
     */
    record MissingSegment(int segment, long firstLost, long lost) implements Finding {
        @Override
        public String message() {
            return Layout.segmentName(segment) + " is missing; " + inWords(firstLost, lost);
        }
    }

    /**
     * Written by a newer program; reading stopped here.
     *
     * @param segment number of the segment
     * @param atByte where
     * @param what what is newer
     */
    record NewerVersion(int segment, long atByte, String what) implements Finding {
        @Override
        public String message() {
            return Layout.segmentName(segment) + " at byte " + atByte + ": " + what;
        }
    }

    /**
     * Records that are there twice; each was handed out once.
     *
     * @param segment where the copy lies that was left out
     * @param fromByte where it begins
     * @param fromSequence the first sequence number it has
     * @param announced true if the writer gave these bytes up after a failure and said so, which is no damage
     */
    record Repeated(int segment, long fromByte, long fromSequence, boolean announced) implements Finding {
        @Override
        public String message() {
            return Layout.segmentName(segment) + " from byte " + fromByte + " holds records from " + fromSequence
                    + (announced
                            ? " that the writer gave up after a failed write and wrote again elsewhere"
                            : " a second time, which no writer does; the copy was left out");
        }
    }

    /**
     * A file with a journal's ending that is not a segment of this journal.
     *
     * @param name its name
     */
    record AlienFile(String name) implements Finding {
        @Override
        public String message() {
            return name + " is not a segment of this journal; it was left out";
        }
    }

    private static String inWords(long first, long lost) {
        if (lost < 0) {
            return "records from " + first + " on may be lost";
        }
        if (lost == 0) {
            return "no record is lost";
        }
        return lost == 1
                ? "record " + first + " is lost"
                : "records " + first + " to " + (first + lost - 1) + " are lost";
    }
}
