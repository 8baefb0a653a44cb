package cellwright.journal;

import java.io.IOException;

/**
 * The journal is not read any further, because going on could mean misreading it: a newer program wrote it, or a run's
 * program is missing. Nothing was changed on disk.
 */
public final class JournalRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean newer;

    private JournalRefused(String message, boolean newer) {
        super(message);
        this.newer = newer;
    }

    /** Whether a newer program wrote what was found. */
    public boolean isNewer() {
        return newer;
    }

    static JournalRefused newer(String what) {
        return new JournalRefused(
                what + ": written by a newer Cellwright; read it with that version, this one leaves it alone", true);
    }

    static JournalRefused programMissing(String runId, String hash) {
        return new JournalRefused(
                "run " + runId + " was started with the program of hash " + hash
                        + ", which is not at hand; its snapshot belongs into the run's folder",
                false);
    }

    JournalRefused at(int segment, long position) {
        return new JournalRefused(Layout.segmentName(segment) + " at byte " + position + ": " + getMessage(), newer);
    }
}
