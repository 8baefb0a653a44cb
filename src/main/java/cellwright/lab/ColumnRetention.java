package cellwright.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the columns of a run may go. They can be made again from its journal at any time, so the question is only whether
 * somebody is likely to want them soon.
 *
 * @param sealedAt when the run was sealed, by the wall clock of the file that says so; empty if it was not
 * @param ownJournal whether its folder has a journal of its own, from which the columns can be made again
 * @param bytes length of the columns; 0 if there are none
 */
public record ColumnRetention(Optional<Instant> sealedAt, boolean ownJournal, long bytes) {
    /** What becomes of the columns. */
    public enum Verdict {
        /** They may be deleted. */
        DELETE,
        /** The run is not over. */
        RUNNING,
        /** The records are not in the folder. */
        NO_JOURNAL,
        /** The run has not been over for long. */
        YOUNG,
        /** There are none. */
        NONE
    }

    /**
     * The verdict at an instant.
     *
     * @param now by the same clock
     * @param keep for how long columns stay after the run is over
     */
    public Verdict at(Instant now, Duration keep) {
        if (bytes == 0) {
            return Verdict.NONE;
        }
        if (sealedAt.isEmpty()) {
            return Verdict.RUNNING;
        }
        if (!ownJournal) {
            return Verdict.NO_JOURNAL;
        }
        return sealedAt.get().plus(keep).isAfter(now) ? Verdict.YOUNG : Verdict.DELETE;
    }

    /**
     * How it is with a run.
     *
     * @throws IOException if its folder cannot be looked into
     */
    public static ColumnRetention of(RunFolder run) throws IOException {
        Path outcome = run.path().resolve(RunSeal.OUTCOME);
        return new ColumnRetention(
                Files.exists(outcome)
                        ? Optional.of(Files.getLastModifiedTime(outcome).toInstant())
                        : Optional.empty(),
                Files.isDirectory(run.journal()) && run.live().isEmpty(),
                bytes(RunColumns.folder(run)));
    }

    private static long bytes(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }
}
