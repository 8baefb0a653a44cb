package cellwright.cli;

import cellwright.journal.RealDisk;
import cellwright.lab.ColumnRetention;
import cellwright.lab.RunColumns;
import cellwright.lab.RunFolder;
import cellwright.world.WallClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deletes the columns of runs that have been over for long. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "Deletes the columns of runs that are sealed and have been over for some days.",
            "Journal, cycle table and all other files stay; store rebuild makes the columns again."
        })
final class StoreArchiveCommand extends EachRun {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Instant now = WallClock.now();
    private int days;
    private long deleted;

    @Option(names = "--dry-run", description = "only says what would be deleted")
    private boolean dryRun;

    StoreArchiveCommand(Console console) {
        super(console);
    }

    /** For so long columns stay; a number that means nothing is refused before anything is deleted. */
    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "for so many days columns stay after a run is over; 30 if not given")
    void olderThan(int given) {
        if (given < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--older-than is a number of days, 0 or more, not " + given);
        }
        days = given;
    }

    @Override
    ExitCode take(Path path) throws IOException {
        RunFolder run = new RunFolder(path);
        if (Complaints.value(console, run.card()).isEmpty()) {
            return ExitCode.INPUT;
        }
        ColumnRetention retention = ColumnRetention.of(run);
        ColumnRetention.Verdict verdict = retention.at(now, Duration.ofDays(days));
        if (verdict == ColumnRetention.Verdict.DELETE && !dryRun) {
            RunColumns.delete(run, new RealDisk());
            deleted += retention.bytes();
        }
        tell(
                path,
                words(retention, verdict),
                Map.of("verdict", verdict.name().toLowerCase(Locale.ROOT), "bytes", retention.bytes()));
        return ExitCode.COMPLETE;
    }

    @Override
    Map<String, @Nullable Object> together(ExitCode worst) {
        return Map.of("deleted_bytes", deleted);
    }

    private String words(ColumnRetention retention, ColumnRetention.Verdict verdict) {
        return switch (verdict) {
            case DELETE ->
                String.format(
                        Locale.ROOT,
                        "columns %s, %,d bytes",
                        dryRun ? "would be deleted" : "deleted",
                        retention.bytes());
            case RUNNING -> "columns stay: the run is not over";
            case NO_JOURNAL -> "columns stay: its records are not in the folder yet";
            case YOUNG -> "columns stay: the run was sealed less than " + days + " days ago";
            case NONE -> "there are no columns";
        };
    }
}
