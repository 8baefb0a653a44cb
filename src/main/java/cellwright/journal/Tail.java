package cellwright.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where writing goes on.
 *
 * @param nextSegment number of the segment to make
 * @param nextSequence number of the next event
 */
record Tail(int nextSegment, long nextSequence) {
    /**
     * Makes an existing journal ready to be continued: segments at the end in which nothing was written are removed, a
     * torn tail is copied to the quarantine and cut off. Only the last segments are read.
     */
    static Tail mend(Disk disk, Path directory) throws IOException {
        SegmentList list = SegmentList.of(disk, directory);
        refuseNewer(list);
        removeUnfinished(disk, directory);
        long atLeast = removeUnused(disk, directory, list.segments());
        List<SegmentList.Segment> kept = SegmentList.of(disk, directory).segments();
        if (kept.isEmpty()) {
            return new Tail(1, atLeast);
        }
        long sequence = mendLast(disk, directory, SegmentList.of(disk, directory));
        return new Tail(kept.getLast().number() + 1, Math.max(sequence, atLeast));
    }

    private static void refuseNewer(SegmentList list) throws JournalRefused {
        for (SegmentList.Segment segment : list.segments()) {
            if (segment.header() instanceof SegmentHeader.Newer newer) {
                throw JournalRefused.newer("segment format " + newer.version()).at(segment.number(), 0);
            }
        }
    }

    private static void removeUnfinished(Disk disk, Path directory) throws IOException {
        for (String name : disk.list(directory)) {
            if (name.endsWith(Layout.SUFFIX + Layout.UNFINISHED)) {
                disk.delete(directory.resolve(name));
            }
        }
    }

    /** Takes away last segments without a frame; returns the least sequence number their headers allow. */
    private static long removeUnused(Disk disk, Path directory, List<SegmentList.Segment> segments) throws IOException {
        long atLeast = 1;
        for (int i = segments.size() - 1; i >= 0 && !segments.get(i).hasFrames(); i--) {
            SegmentList.Segment segment = segments.get(i);
            if (segment.header() instanceof SegmentHeader.Whole whole) {
                atLeast = Math.max(atLeast, whole.firstSequence());
            }
            if (segment.header() instanceof SegmentHeader.Whole && segment.size() == Layout.SEGMENT_HEADER) {
                disk.delete(directory.resolve(Layout.segmentName(segment.number())));
                disk.syncDirectory(directory);
            } else {
                new Quarantine(disk, directory).take(segment.number());
            }
        }
        return atLeast;
    }

    /** Reads back to the last event, mends what is torn behind it, and returns the next sequence number. */
    private static long mendLast(Disk disk, Path directory, SegmentList list) throws IOException {
        for (int from = list.segments().size() - 1; ; from--) {
            try (JournalReader reader = JournalReader.from(list, from, Programs.ANY)) {
                boolean events = false;
                while (reader.next()) {
                    events = true;
                }
                if (events || from == 0) {
                    mend(disk, directory, list.segments().getLast(), reader.findings());
                    return reader.nextSequence();
                }
            }
        }
    }

    private static void mend(Disk disk, Path directory, SegmentList.Segment last, List<Finding> findings)
            throws IOException {
        new Quarantine(disk, directory).keep(findings);
        long length = last.size();
        for (Finding finding : findings) {
            if (finding instanceof Finding.TornTail torn && torn.segment() == last.number() && torn.bytes() > 0) {
                length = torn.fromByte();
            }
        }
        // what a killed program wrote may lie in memory only: whoever goes on behind it makes it durable first
        disk.truncate(directory.resolve(Layout.segmentName(last.number())), length);
    }
}
