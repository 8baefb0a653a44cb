package cellwright.cli;

import cellwright.lab.RunFolder;
import cellwright.lab.reproduce.AcceptanceTable;
import cellwright.lab.reproduce.Experiment;
import cellwright.lab.reproduce.Outcome;
import cellwright.lab.reproduce.ReportFiles;
import cellwright.lab.reproduce.Reproduction;
import cellwright.lab.reproduce.Row;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.world.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the published experiments again and says which of their numbers come out. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the published experiments again on simulated cells, judges what their runs recorded, and writes a",
            "report with figures. The whole table takes some minutes and up to 1 GB of temporary files."
        },
        footer = {
            "",
            "The report goes to --report, else into the folder of --out, else, if everything was made in the project's",
            "own folder, to docs/reproduction.md.",
            "",
            "Exit codes: 0 every row passes, 2 the input is wrong and nothing was written, 4 a row fails,",
            "130 interrupted."
        })
final class ReproduceCommand implements Callable<Integer> {
    private static final int SEEDS_MAX = 1000;
    private static final int THREADS_MAX = 256;

    private final Console console;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "ID",
            description = "only these experiments, by id (Z08) or by row of the table (6); may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "3", description = "how many seeds (${DEFAULT-VALUE})")
    private int seeds = 3;

    @Option(names = "--threads", paramLabel = "N", description = "runs made at the same time (default: one a core)")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "keeps the run folders here; must not hold anything yet")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "the report to write; replaced if it exists")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "the folder with protocols/ and config/cells/ (default: the program's own)")
    private Path library = Path.of(System.getProperty("cellwright.home", ""));

    @Option(names = "--json", description = "prints the result as one JSON object instead of a table")
    private boolean json;

    ReproduceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Experiment> experiments;
        try {
            experiments = only.isEmpty() ? AcceptanceTable.all() : AcceptanceTable.named(only);
        } catch (IllegalArgumentException unknown) {
            console.error("error: --only: " + unknown.getMessage());
            return ExitCode.INPUT.code();
        }
        Optional<Path> reportFile = reportFile();
        List<Problem> objections = objections(reportFile);
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        if (out.isPresent()) {
            Files.createDirectories(out.get());
            return reproduce(experiments, out.get().resolve("runs"), reportFile);
        }
        Path temporary = Files.createTempDirectory("cellwright-reproduce-");
        try {
            return reproduce(experiments, temporary, reportFile);
        } finally {
            delete(temporary);
        }
    }

    private int reproduce(List<Experiment> experiments, Path runs, Optional<Path> reportFile) throws IOException {
        int hands = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        var reproduction = new Reproduction(library, runs, out.isPresent(), seeds, hands, WallClock.now());
        var printer = new ReproducePrinter(console, experiments.size() * seeds);
        List<Outcome> outcomes;
        try (var interrupt = new Interrupt()) {
            outcomes = reproduction.of(experiments, interrupt::isAsked, printer);
            if (interrupt.isAsked()) {
                console.error("interrupted; no report was written");
                return ExitCode.INTERRUPTED.code();
            }
        }
        if (reportFile.isPresent()) {
            ReportFiles.write(reportFile.get(), outcomes, seeds);
        }
        if (json) {
            console.print(Json.text(ReproduceJson.object(outcomes, seeds, reportFile)));
        } else {
            printer.table(outcomes, reportFile, hands);
        }
        return outcomes.stream().flatMap(outcome -> outcome.rows().stream()).allMatch(Row::pass)
                ? ExitCode.COMPLETE.code()
                : ExitCode.FAILED.code();
    }

    private Optional<Path> reportFile() throws IOException {
        if (report.isPresent()) {
            return report;
        }
        if (out.isPresent()) {
            return out.map(folder -> folder.resolve("reproduction.md"));
        }
        Path docs = Path.of("docs");
        boolean atHome =
                Files.isDirectory(docs) && Files.isDirectory(library) && Files.isSameFile(library, Path.of(""));
        return only.isEmpty() && atHome ? Optional.of(docs.resolve("reproduction.md")) : Optional.empty();
    }

    private List<Problem> objections(Optional<Path> reportFile) {
        List<Problem> problems = new ArrayList<>();
        range("--seeds", seeds, SEEDS_MAX, problems);
        threads.ifPresent(count -> range("--threads", count, THREADS_MAX, problems));
        if (!Files.isDirectory(library.resolve("protocols")) || !Files.isDirectory(library.resolve("config/cells"))) {
            problems.add(Problem.error(
                    Place.whole("--library"),
                    "\"" + library + "\" does not hold the folders protocols and config/cells"));
        }
        out.ifPresent(folder -> problems.addAll(RunFolder.objections(folder)));
        boolean beside = reportFile.isPresent() && !(out.isPresent() && report.isEmpty());
        if (beside) {
            problems.addAll(ReportFiles.objections(reportFile.get()));
        }
        return problems;
    }

    private static void range(String option, int value, int most, List<Problem> problems) {
        if (value < 1 || value > most) {
            problems.add(Problem.error(
                    Place.whole(option),
                    String.format(Locale.ROOT, "must be a whole number from 1 to %d, not %d", most, value)));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
