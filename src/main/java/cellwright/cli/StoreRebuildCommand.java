package cellwright.cli;

import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import cellwright.lab.RunColumns;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.store.columns.StoreStopped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the columns of runs again. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Throws the columns of runs away and makes them again from their journals.",
            "Exit code 2 if a folder is not a run's, 4 if its columns could not be written."
        })
final class StoreRebuildCommand extends EachRun {
    private final Disk disk = new RealDisk();

    @Option(names = "--update", description = "only takes in what is new, and rebuilds what is damaged")
    private boolean update;

    StoreRebuildCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode take(Path run) throws IOException {
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT;
        }
        try {
            tell(run, update ? RunColumns.bring(replay.get(), disk) : RunColumns.anew(replay.get(), disk));
            return ExitCode.COMPLETE;
        } catch (StoreStopped stopped) {
            console.error(run + ": error: " + stopped.getMessage());
            return ExitCode.FAILED;
        }
    }

    private void tell(Path run, RunColumns.Made columns) {
        String end = columns.anew() ? "" : ", brought up to date";
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("rows", columns.rows());
        figures.put("events", columns.events());
        figures.put("anew", columns.anew());
        tell(
                run,
                String.format(Locale.ROOT, "%,d rows of %,d events%s", columns.rows(), columns.events(), end),
                figures);
    }
}
