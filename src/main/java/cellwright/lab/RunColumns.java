package cellwright.lab;

import cellwright.journal.Disk;
import cellwright.protocol.Result;
import cellwright.store.columns.Damage;
import cellwright.store.columns.Homes;
import cellwright.store.columns.Ingest;
import cellwright.store.columns.Origin;
import cellwright.store.columns.StoreCheck;
import cellwright.store.columns.StoreDamaged;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a run: made from its journal, in {@code readings/} of its folder, and made again whenever they are not as they
 * were written. One thread for a run; others may read meanwhile.
 */
public final class RunColumns {
    /** What may have to be done again after a crash; each commit waits for the disk. */
    private static final long ROWS_A_COMMIT = 1_000_000;

    private static final String FOLDER = "readings";

    private RunColumns() {}

    /**
     * What was made.
     *
     * @param rows rows in the columns
     * @param events events that were taken in
     * @param anew whether the columns were made from the beginning
     */
    public record Made(long rows, long events, boolean anew) {}

    /**
     * Where the columns of a laboratory's runs are fed while these go on.
     *
     * @param runs the folder of the run folders
     */
    public static Homes homes(Path runs) {
        return run -> {
            RunFolder folder = new RunFolder(runs.resolve(run.run()));
            return switch (folder.card()) {
                case Result.Made<RunCard> made ->
                    Optional.of(new Homes.Home(folder(folder), origin(made.value()), RunTable.isOver(folder)));
                case Result.Refused<RunCard> ignored -> Optional.empty();
            };
        };
    }

    /** Where the columns of a run lie. */
    public static Path folder(RunFolder run) {
        return run.path().resolve(FOLDER);
    }

    /**
     * Brings the columns up to what is in the journal now; what is damaged, or made from something else, is made anew.
     *
     * @throws cellwright.store.columns.StoreStopped if the disk takes no more; begin again when there is room
     * @throws IOException if the journal cannot be read, or somebody else is writing the columns
     */
    public static Made bring(RunReplay replay, Disk disk) throws IOException {
        try (Ingest ingest = Ingest.open(disk, folder(replay.folder()), origin(replay))) {
            boolean anew = ingest.position() == 0;
            long events = play(replay, ingest);
            if (events >= ingest.position()) {
                return new Made(ingest.rows(), events, anew);
            }
        } catch (StoreDamaged damaged) {
            return anew(replay, disk);
        }
        // it holds more than the journal does
        return anew(replay, disk);
    }

    /**
     * Throws the columns away and makes them again from the journal.
     *
     * @throws IOException as above
     */
    public static Made anew(RunReplay replay, Disk disk) throws IOException {
        try (Ingest ingest = Ingest.anew(disk, folder(replay.folder()), origin(replay))) {
            long events = play(replay, ingest);
            return new Made(ingest.rows(), events, true);
        }
    }

    private static long play(RunReplay replay, Ingest ingest) throws IOException {
        long[] committed = {ingest.rows()};
        RunReplay.Replayed replayed = replay.play((number, event, transition) -> {
            ingest.take(number, event, transition.effects());
            if (ingest.rows() - committed[0] >= ROWS_A_COMMIT) {
                ingest.commit();
                committed[0] = ingest.rows();
            }
        });
        ingest.commit();
        return replayed.events();
    }

    private static Origin origin(RunReplay replay) {
        return origin(replay.card());
    }

    private static Origin origin(RunCard card) {
        return new Origin(card.run(), card.protocolSha256());
    }

    /**
     * Holds the columns of a run against their checksums.
     *
     * @throws NoSuchFileException if the run has none
     * @throws IOException if the disk fails
     */
    public static List<Damage> check(RunFolder run, Disk disk) throws IOException {
        if (!Files.isDirectory(folder(run))) {
            throw new NoSuchFileException(folder(run).toString(), null, "the run has no columns");
        }
        return StoreCheck.check(disk, folder(run));
    }

    /**
     * Deletes the columns of a run.
     *
     * @throws IOException if the disk fails, or somebody is writing them
     */
    public static void delete(RunFolder run, Disk disk) throws IOException {
        Ingest.delete(disk, folder(run));
        Files.deleteIfExists(folder(run).resolve("lock"));
        try {
            Files.deleteIfExists(folder(run));
        } catch (DirectoryNotEmptyException others) {
            // what else somebody put there stays
        }
    }
}
