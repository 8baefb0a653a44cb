package cellwright.cli;

import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import cellwright.lab.ColumnRetention;
import cellwright.lab.RunColumns;
import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.RunTable;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.Damage;
import cellwright.store.columns.StoreDamaged;
import cellwright.store.columns.StoreStopped;
import cellwright.world.WallClock;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The columns of runs, which plots and summaries are made from. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, checks and deletes the columns of runs, from which plots and summaries are quick.",
            "They lie in readings/ of a run's folder and are made from its journal: nothing is lost with them."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StoreCommand.Rebuild.class,
            StoreCommand.Verify.class,
            StoreCommand.Compact.class,
            StoreCommand.Archive.class
        })
final class StoreCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    StoreCommand() {
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a command is missing: rebuild, verify, compact, archive; see cellwright store --help");
    }

    /** Makes the columns of runs again. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Throws the columns of runs away and makes them again from their journals.",
                "Exit code 2 if a folder is not a run's, 4 if its columns could not be written."
            })
    static final class Rebuild implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "RUN", arity = "1..*", description = "run folders")
        private List<Path> runs = new ArrayList<>();

        @Option(names = "--update", description = "only takes in what is new, and rebuilds what is damaged")
        private boolean update;

        @Option(names = "--json", description = "prints one JSON object")
        private boolean json;

        Rebuild(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Disk disk = new RealDisk();
            ExitCode worst = ExitCode.COMPLETE;
            List<Map<String, @Nullable Object>> made = new ArrayList<>();
            for (Path run : runs) {
                Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
                if (replay.isEmpty()) {
                    worst = worst == ExitCode.FAILED ? worst : ExitCode.INPUT;
                    continue;
                }
                try {
                    RunColumns.Made columns =
                            update ? RunColumns.bring(replay.get(), disk) : RunColumns.anew(replay.get(), disk);
                    made.add(told(run, columns));
                } catch (StoreStopped stopped) {
                    console.error(run + ": error: " + stopped.getMessage());
                    worst = ExitCode.FAILED;
                }
            }
            if (json) {
                console.print(Json.text(Map.of("runs", made)));
            }
            return worst.code();
        }

        private Map<String, @Nullable Object> told(Path run, RunColumns.Made columns) {
            if (!json) {
                console.print(String.format(
                        Locale.ROOT,
                        "%s: %,d rows of %,d events%s",
                        run,
                        columns.rows(),
                        columns.events(),
                        columns.anew() ? "" : ", brought up to date"));
            }
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("run", run.toString());
            map.put("rows", columns.rows());
            map.put("events", columns.events());
            map.put("anew", columns.anew());
            return map;
        }
    }

    /** Checks the columns of runs. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Holds every block of the columns of runs against its checksum. Changes nothing.",
                "Exit code 2 if a run has no columns, 4 if they are not as they were written."
            })
    static final class Verify implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "RUN", arity = "1..*", description = "run folders")
        private List<Path> runs = new ArrayList<>();

        @Option(names = "--json", description = "prints one JSON object")
        private boolean json;

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            ExitCode worst = ExitCode.COMPLETE;
            List<Map<String, @Nullable Object>> checked = new ArrayList<>();
            boolean allOk = true;
            for (Path run : runs) {
                try {
                    List<Damage> damages = RunColumns.check(new RunFolder(run), new RealDisk());
                    boolean ok = damages.stream().allMatch(Damage::harmless);
                    allOk &= ok;
                    worst = ok ? worst : ExitCode.FAILED;
                    checked.add(told(run, damages, ok, rows(run)));
                } catch (NoSuchFileException missing) {
                    console.error(
                            run + ": error: the run has no columns; make them with: cellwright store rebuild " + run);
                    allOk = false;
                    worst = worst == ExitCode.FAILED ? worst : ExitCode.INPUT;
                }
            }
            if (json) {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put("ok", allOk);
                map.put("runs", checked);
                console.print(Json.text(map));
            }
            return worst.code();
        }

        private static @Nullable Long rows(Path run) throws IOException {
            try (ColumnStore store = ColumnStore.open(RunColumns.folder(new RunFolder(run)))) {
                return store.rows();
            } catch (StoreDamaged damaged) {
                return null;
            }
        }

        private Map<String, @Nullable Object> told(Path run, List<Damage> damages, boolean ok, @Nullable Long rows) {
            if (!json) {
                damages.forEach(damage ->
                        console.print(run + ": " + (damage.harmless() ? "remark: " : "finding: ") + damage.message()));
                console.print(run + ": "
                        + (ok ? String.format(Locale.ROOT, "verified, %,d rows", rows) : "NOT as it was written"));
            }
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("run", run.toString());
            map.put("ok", ok);
            map.put("rows", rows);
            map.put("damages", damages.stream().map(Damage::message).toList());
            return map;
        }
    }

    /** Writes the rows of runs that are over as one file each. */
    @Command(
            name = "compact",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the rows of runs that are over as readings.bdf.parquet into their folders, with the metadata beside:",
                "Battery Data Format, zstd, for whatever reads a whole laboratory at once. What is there is left as it is.",
                "Exit code 2 if a folder is not a run's or its run is not over."
            })
    static final class Compact implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "RUN", arity = "1..*", description = "run folders")
        private List<Path> runs = new ArrayList<>();

        @Option(names = "--json", description = "prints one JSON object")
        private boolean json;

        Compact(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            ExitCode worst = ExitCode.COMPLETE;
            List<Map<String, @Nullable Object>> told = new ArrayList<>();
            for (Path run : runs) {
                Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
                if (replay.isPresent() && !RunTable.isOver(replay.get().folder())) {
                    console.error(run + ": error: the run is not over; its rows can be exported, but not compacted");
                    worst = ExitCode.INPUT;
                } else if (replay.isPresent()) {
                    told.add(told(run, RunTable.compact(replay.get())));
                } else {
                    worst = ExitCode.INPUT;
                }
            }
            if (json) {
                console.print(Json.text(Map.of("runs", told)));
            }
            return worst.code();
        }

        private Map<String, @Nullable Object> told(Path run, Optional<RunExport.Written> written) {
            written.ifPresent(fresh -> Complaints.warn(console, fresh.findings()));
            if (!json) {
                console.print(written.map(fresh ->
                                String.format(Locale.ROOT, "%s: %,d rows in %s", run, fresh.rows(), fresh.file()))
                        .orElse(run + ": was compacted already"));
            }
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("run", run.toString());
            map.put("file", RunTable.file(new RunFolder(run)).toString());
            map.put("rows", written.isPresent() ? written.get().rows() : null);
            return map;
        }
    }

    /** Deletes the columns of runs that have been over for long. */
    @Command(
            name = "archive",
            mixinStandardHelpOptions = true,
            description = {
                "Deletes the columns of runs that are sealed and have been over for some days.",
                "Journal, cycle table and all other files stay; store rebuild makes the columns again."
            })
    static final class Archive implements Callable<Integer> {
        private final Console console;

        @Parameters(paramLabel = "RUN", arity = "1..*", description = "run folders")
        private List<Path> runs = new ArrayList<>();

        @Option(
                names = "--older-than",
                paramLabel = "DAYS",
                defaultValue = "30",
                description = "for so many days columns stay after a run is over; 30 if not given")
        private int days;

        @Option(names = "--dry-run", description = "only says what would be deleted")
        private boolean dryRun;

        @Option(names = "--json", description = "prints one JSON object")
        private boolean json;

        Archive(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            if (days < 0) {
                console.error("error: --older-than is a number of days, 0 or more, not " + days);
                return ExitCode.INPUT.code();
            }
            Instant now = WallClock.now();
            List<Map<String, @Nullable Object>> told = new ArrayList<>();
            ExitCode worst = ExitCode.COMPLETE;
            long deleted = 0;
            for (Path path : runs) {
                RunFolder run = new RunFolder(path);
                if (Complaints.value(console, run.card()).isEmpty()) {
                    worst = ExitCode.INPUT;
                    continue;
                }
                ColumnRetention retention = ColumnRetention.of(run);
                ColumnRetention.Verdict verdict = retention.at(now, Duration.ofDays(days));
                if (verdict == ColumnRetention.Verdict.DELETE && !dryRun) {
                    RunColumns.delete(run, new RealDisk());
                    deleted += retention.bytes();
                }
                told.add(told(path, retention, verdict));
            }
            if (json) {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put("runs", told);
                map.put("deleted_bytes", deleted);
                console.print(Json.text(map));
            }
            return worst.code();
        }

        private Map<String, @Nullable Object> told(
                Path run, ColumnRetention retention, ColumnRetention.Verdict verdict) {
            if (!json) {
                console.print(run + ": " + words(retention, verdict));
            }
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("run", run.toString());
            map.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
            map.put("bytes", retention.bytes());
            return map;
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
}
