package cellwright.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Walks a whole journal and says whether it is as it was written. Changes nothing on disk. */
public final class JournalCheck {
    private JournalCheck() {}

    /**
     * Checks a journal.
     *
     * @throws IOException if the disk fails; what is wrong with the journal is in the report
     */
    public static Report check(Disk disk, Path directory) throws IOException {
        SegmentList list = SegmentList.of(disk, directory);
        long bytes = 0;
        for (SegmentList.Segment segment : list.segments()) {
            bytes += segment.size();
        }
        try (JournalReader reader = JournalReader.open(disk, directory, Programs.ANY)) {
            return walk(reader, list.segments().size(), bytes);
        }
    }

    private static Report walk(JournalReader reader, int segments, long bytes) throws IOException {
        long records = 0;
        OptionalLong first = OptionalLong.empty();
        OptionalLong last = OptionalLong.empty();
        try {
            while (reader.next()) {
                records++;
                last = OptionalLong.of(reader.event().atNanos());
                first = first.isPresent() ? first : last;
            }
        } catch (JournalRefused e) {
            // the reader has a finding for it
            return new Report(segments, records, bytes, first, last, reader.findings());
        }
        return new Report(segments, records, bytes, first, last, reader.findings());
    }

    /**
     * What a journal holds and what is wrong with it.
     *
     * @param segments number of segment files
     * @param records number of events that can be read
     * @param bytes length of all segments together
     * @param firstNanos monotonic time of the first event
     * @param lastNanos monotonic time of the last event
     * @param findings everything that is not as it was written
     */
    public record Report(
            int segments,
            long records,
            long bytes,
            OptionalLong firstNanos,
            OptionalLong lastNanos,
            List<Finding> findings) {
        /** Takes an immutable copy. */
        public Report {
            findings = List.copyOf(findings);
        }

        /** Whether nothing acknowledged can be missing. */
        public boolean ok() {
            return findings.stream().allMatch(Finding::harmless);
        }
    }
}
