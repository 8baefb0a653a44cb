package cellwright.cli;

import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.RunTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Writes the rows of runs that are over as one file each. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the rows of runs that are over as readings.bdf.parquet into their folders, with the metadata beside:",
            "Battery Data Format, zstd, for whatever reads a whole laboratory at once. What is there is left as it is.",
            "Exit code 2 if a folder is not a run's or its run is not over."
        })
final class StoreCompactCommand extends EachRun {
    StoreCompactCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode take(Path run) throws IOException {
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT;
        }
        if (!RunTable.isOver(replay.get().folder())) {
            console.error(run + ": error: the run is not over; its rows can be exported, but not compacted");
            return ExitCode.INPUT;
        }
        tell(run, RunTable.compact(replay.get()));
        return ExitCode.COMPLETE;
    }

    private void tell(Path run, Optional<RunExport.Written> written) {
        written.ifPresent(fresh -> Complaints.warn(console, fresh.findings()));
        String words = written.map(fresh -> String.format(Locale.ROOT, "%,d rows in %s", fresh.rows(), fresh.file()))
                .orElse("was compacted already");
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("file", RunTable.file(new RunFolder(run)).toString());
        figures.put("rows", written.isPresent() ? written.get().rows() : null);
        tell(run, words, figures);
    }
}
