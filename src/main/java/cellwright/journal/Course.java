package cellwright.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps count of sequence numbers and of everything that was found on the way. */
final class Course {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Hole> holes = new ArrayList<>();
    /** Next sequence number; 0 while it is not known where reading began. */
    private long expected;

    Course(long expected) {
        this.expected = expected;
    }

    List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    long expected() {
        return Math.max(1, expected);
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Something is missing here; how much it costs is known at the next arrival. */
    void missed(Hole hole) {
        holes.add(hole);
    }

    /** Reading goes on at a sequence number: what lies between is lost to the first hole on the way. */
    void arrive(int segment, long sequence) {
        long lost = expected == 0 ? 0 : Math.max(0, sequence - expected);
        if (holes.isEmpty() && lost > 0) {
            found(new Finding.SequenceGap(segment, expected, lost));
        }
        settle(lost);
        expected = Math.max(expected, sequence);
    }

    /** Nothing follows any more. */
    void end() {
        settle(-1);
    }

    private void settle(long lost) {
        long share = lost;
        for (Hole hole : holes) {
            hole.losing(expected(), share).ifPresent(findings::add);
            share = Math.min(share, 0);
        }
        holes.clear();
    }

    /** Whether this number was not handed out before. */
    boolean isNew(long sequence) {
        return sequence >= expected;
    }

    /** This number was handed out, or is known to be lost. */
    void passed(long sequence) {
        expected = Math.max(expected, sequence + 1);
    }
}
