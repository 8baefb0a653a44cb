package cellwright.cli;

import cellwright.lab.RunFolder;
import cellwright.lab.RunTeller;
import cellwright.lab.serve.Reconciler;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.ReadBack;
import cellwright.store.influx.Reconciliation.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares runs with what InfluxDB holds of them. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the runs of a laboratory with what the server of \"influx:\" holds of them: for each cycle the",
            "number of rows and a checksum over times and values. The journal is the truth; with --send the",
            "cycles that differ are sent again, which overwrites what is there with the same.",
            "Of a run that goes on, the last rows may be on their way.",
            "Exit code 0 if all is the same (with --send: was sent and is the same now), 4 if not."
        })
final class ReconcileCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "config/lab.yaml",
            description = "the laboratory's configuration (${DEFAULT-VALUE})")
    private Path config = Path.of("config/lab.yaml");

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "run folders; without them all of the laboratory's")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--send", description = "sends again what differs")
    private boolean send;

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    /** What came of one run. */
    private record Found(RunTeller run, List<Difference> differences, long rowsSent, Optional<String> trouble) {}

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Reconciler> opened = Complaints.value(console, Reconciler.open(config, System::getenv));
        if (opened.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        Reconciler reconciler = opened.get();
        List<RunFolder> runs = folders.isEmpty()
                ? reconciler.runs()
                : folders.stream().map(RunFolder::new).toList();
        List<RunTeller> tellers = new ArrayList<>();
        for (RunFolder run : runs) {
            Optional<RunTeller> teller = Complaints.value(console, RunTeller.open(reconciler.lab(), run));
            if (teller.isEmpty()) {
                return ExitCode.INPUT.code();
            }
            tellers.add(teller.get());
        }
        List<Found> found = new ArrayList<>();
        try (ReadBack store = ReadBack.of(reconciler.target())) {
            for (RunTeller run : tellers) {
                found.add(look(reconciler, run, store));
            }
        }
        return tell(reconciler, found).code();
    }

    private Found look(Reconciler reconciler, RunTeller run, ReadBack store) throws IOException {
        List<Difference> differences = reconciler.compare(run, store);
        if (!send || differences.isEmpty()) {
            return new Found(run, differences, 0, Optional.empty());
        }
        if (!json) {
            differences.forEach(each -> console.print(each.words()));
        }
        Path refused = reconciler.folder().resolve("followers").resolve("reconcile-refused.lp");
        try (InfluxOutlet outlet = new InfluxOutlet(
                reconciler.target().plan(), InfluxOutlet.wire(reconciler.target()), refused, console::error)) {
            Reconciler.Sent sent = reconciler.send(run, differences, outlet);
            return new Found(run, reconciler.compare(run, store), sent.rows(), sent.trouble());
        }
    }

    private ExitCode tell(Reconciler reconciler, List<Found> found) {
        boolean same = found.stream().allMatch(each -> each.differences().isEmpty());
        if (json) {
            console.print(Json.text(object(reconciler, found, same)));
        } else {
            found.forEach(this::print);
            console.print(found.size() + " runs compared with " + reconciler.target()
                    + (same ? ": all cycles are the same" : ": NOT the same"));
        }
        return same ? ExitCode.COMPLETE : ExitCode.FAILED;
    }

    private void print(Found found) {
        if (found.rowsSent() > 0) {
            console.print(found.run().label().run() + ": " + found.rowsSent() + " rows sent again");
        }
        found.trouble().ifPresent(why -> console.error(found.run().label().run() + ": " + why));
        found.differences().forEach(each -> console.print(each.words()));
    }

    private static Map<String, @Nullable Object> object(Reconciler reconciler, List<Found> found, boolean same) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ok", same);
        map.put("target", reconciler.target().toString());
        map.put("runs", found.stream().map(ReconcileCommand::run).toList());
        return map;
    }

    private static Map<String, @Nullable Object> run(Found found) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", found.run().label().run());
        map.put("rows_sent", found.rowsSent());
        map.put("trouble", found.trouble().orElse(null));
        map.put(
                "differences",
                found.differences().stream().map(ReconcileCommand::difference).toList());
        return map;
    }

    private static Map<String, @Nullable Object> difference(Difference each) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("measurement", each.measure().words());
        map.put("cycle", each.cycle());
        map.put("rows_in_journal", each.journal().rows());
        map.put("rows_in_store", each.store().rows());
        map.put("times_match", each.journal().times() == each.store().times());
        return map;
    }
}
