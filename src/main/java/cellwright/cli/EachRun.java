package cellwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A command that does the same to each of some runs: what cannot be done to one keeps it from none of the others, and
 * the exit code tells the worst of all. One thread.
 */
abstract class EachRun implements Callable<Integer> {
    final Console console;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "run folders")
    private List<Path> runs = new ArrayList<>();

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    private final List<Map<String, @Nullable Object>> told = new ArrayList<>();

    EachRun(Console console) {
        this.console = console;
    }

    /** Does it to one run and says how that ended; what went wrong has been printed. */
    abstract ExitCode take(Path run) throws IOException;

    /** What the JSON object says of all runs together; the list of them is added. */
    Map<String, @Nullable Object> together(ExitCode worst) {
        return Map.of();
    }

    @Override
    public final Integer call() throws IOException {
        ExitCode worst = ExitCode.COMPLETE;
        for (Path run : runs) {
            ExitCode one = take(run);
            worst = one == ExitCode.COMPLETE || worst == ExitCode.FAILED ? worst : one;
        }
        if (json) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(together(worst));
            all.put("runs", told);
            console.print(Json.text(all));
        }
        return worst.code();
    }

    /** Tells what became of a run: a line for people, or what the JSON object says of it. */
    final void tell(Path run, String words, Map<String, @Nullable Object> figures) {
        if (!json) {
            console.print(run + ": " + words);
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", run.toString());
        map.putAll(figures);
        told.add(map);
    }

    /** Tells people something else about a run. */
    final void remark(Path run, String words) {
        if (!json) {
            console.print(run + ": " + words);
        }
    }
}
