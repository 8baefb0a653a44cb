package cellwright.lab.serve;

import cellwright.lab.Gather;
import cellwright.lab.LiveRun;
import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.RunTable;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Puts the rows of runs that are over into one file each, one run after the other, apart from everybody who waits for something.
 * May be killed at any point: what is missing is made after the next start. Any thread may order.
 */
final class Compaction {
    private final Executor packer;
    private final Notices notices;
    private final boolean wanted;
    private volatile boolean ending;

    /**
     * Nothing is ordered yet.
     *
     * @param packer does the work
     * @param wanted whether there is to be such a file at all
     */
    Compaction(Executor packer, Notices notices, boolean wanted) {
        this.packer = packer;
        this.notices = notices;
        this.wanted = wanted;
    }

    /** Orders the file of a run that was sealed. */
    void order(RunFolder run) {
        if (wanted) {
            packer.execute(() -> compact(run));
        }
    }

    /** Orders the files that are missing in the folders of sealed runs. */
    void resume(Path runs) {
        if (wanted) {
            packer.execute(() -> missing(runs).forEach(this::compact));
        }
    }

    /** What is under way is given up, and nothing more is begun. */
    void end() {
        ending = true;
    }

    private List<RunFolder> missing(Path runs) {
        try (Stream<Path> all = Files.list(runs)) {
            return all.sorted()
                    .map(RunFolder::new)
                    .filter(Compaction::isMissing)
                    .toList();
        } catch (IOException failure) {
            notices.remark("it could not be looked for runs without " + RunTable.FILE + ": " + failure.getMessage());
            return List.of();
        }
    }

    /** A run that never began has no journal, and no rows. */
    private static boolean isMissing(RunFolder run) {
        return RunTable.isOver(run)
                && Files.isDirectory(run.journal())
                && !Files.exists(run.path().resolve(LiveRun.FILE))
                && !Files.exists(RunTable.file(run));
    }

    private void compact(RunFolder run) {
        if (ending) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        Optional<RunReplay> replay = Gather.value(RunReplay.open(run), problems);
        if (replay.isEmpty()) {
            failed(run, problems.toString());
            return;
        }
        try {
            Optional<RunExport.Written> written = RunTable.compact(replay.get(), () -> ending);
            written.ifPresent(file -> notices.remark(
                    String.format(Locale.ROOT, "run %s: %,d rows in %s", name(run), file.rows(), RunTable.FILE)));
        } catch (InterruptedIOException givenUp) {
            // it is made after the next start
            return;
        } catch (IOException | RuntimeException failure) {
            failed(run, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private void failed(RunFolder run, String why) {
        notices.remark("the rows of run " + name(run) + " could not be put into " + RunTable.FILE + ": " + why
                + "; its journal holds them; it is tried again at the next start, or by: cellwright store compact "
                + run.path());
    }

    private static String name(RunFolder run) {
        return String.valueOf(run.path().getFileName());
    }
}
