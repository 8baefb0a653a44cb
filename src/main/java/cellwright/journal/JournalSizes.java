package cellwright.journal;

/**
 * How large things may grow. Frame boundaries depend on these numbers and the sequence of appends and commits alone.
 *
 * @param segmentBytes a segment that has reached this length is followed by a new one
 * @param groupRecords so many records are made durable without being asked
 * @param frameBytes largest frame, header included; a full frame is made durable without being asked
 */
public record JournalSizes(long segmentBytes, int groupRecords, int frameBytes) {
    /** Segments of 64 MB, frames of 64 KB, at most 256 records not yet durable. */
    public static final JournalSizes USUAL = new JournalSizes(64L << 20, 256, Layout.FRAME_MAX);

    /** Checks the ranges. */
    public JournalSizes {
        if (frameBytes < 64 || frameBytes > Layout.FRAME_MAX) {
            throw new IllegalArgumentException("a frame has 64 to 65536 bytes, not " + frameBytes);
        }
        if (groupRecords < 1 || segmentBytes < 1) {
            throw new IllegalArgumentException("a group and a segment hold at least one record");
        }
    }
}
