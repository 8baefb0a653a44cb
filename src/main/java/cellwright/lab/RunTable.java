package cellwright.lab;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The rows of a run that is over as one table in its folder, so that a tree of run folders is a data set for whatever reads
 * Parquet. Made from the journal; can be thrown away and made again.
 */
public final class RunTable {
    /** The file's name. */
    public static final String FILE = "readings.bdf.parquet";

    private RunTable() {}

    /** Where it lies. */
    public static Path file(RunFolder run) {
        return run.path().resolve(FILE);
    }

    /** Whether a run is over, so that its rows will not change any more. */
    public static boolean isOver(RunFolder run) {
        return Files.exists(run.path().resolve(RunSeal.OUTCOME));
    }

    /**
     * Writes the table of a run that is over, if it is not there. What an interrupted attempt has left is replaced.
     *
     * @return what was written; empty if it was there
     * @throws IOException if the journal cannot be read or the file not be written; nothing half done remains
     */
    public static Optional<RunExport.Written> compact(RunReplay replay) throws IOException {
        return compact(replay, () -> false);
    }

    /**
     * The same, given up when somebody wants it.
     *
     * @param brokenOff asked row by row
     * @throws InterruptedIOException if it was given up
     */
    public static Optional<RunExport.Written> compact(RunReplay replay, BooleanSupplier brokenOff) throws IOException {
        if (!isOver(replay.folder())) {
            throw new IOException(replay.folder().path() + ": the run is not over");
        }
        Path file = file(replay.folder());
        if (Files.exists(file)) {
            return Optional.empty();
        }
        RunExport.deleteOrphan(file);
        return Optional.of(RunExport.bdfParquet(replay, file, brokenOff));
    }
}
