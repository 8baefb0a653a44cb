package cellwright.cli;

import cellwright.engine.ChannelState;
import cellwright.journal.Finding;
import cellwright.lab.RunAudit;
import cellwright.lab.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a run folder: snapshots, every record of the journal, the charge balance. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks whether a run folder is as it was written.",
            "The snapshots against their hashes, every record of the journal, and that the charge counted",
            "step by step is the charge of the coulomb counter. Changes nothing.",
            "Exit code 0 if all is as it was written, 4 if not."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "the run folder")
    private Path run = Path.of("");

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<RunAudit> audit = Complaints.value(console, RunAudit.of(new RunFolder(run)));
        if (audit.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        if (json) {
            console.print(Json.text(object(audit.get())));
        } else {
            print(audit.get());
        }
        return (audit.get().ok() ? ExitCode.COMPLETE : ExitCode.FAILED).code();
    }

    private void print(RunAudit audit) {
        console.print("snapshots match their hashes");
        console.print(String.format(Locale.ROOT, "journal: %,d records, %,d bytes", audit.records(), audit.bytes()));
        audit.findings().forEach(finding -> console.print("finding: " + finding.message()));
        console.print(charge(audit));
        console.print(RunStanding.words(audit.state()));
        console.print(audit.ok() ? "verified" : "NOT as it was written");
    }

    private static String charge(RunAudit audit) {
        return Double.isNaN(audit.chargeImbalance())
                ? String.format(
                        Locale.ROOT,
                        "charge: %.9g C passed; the instrument counts no charge itself, so there is nothing to balance it with",
                        audit.throughputCoulombs())
                : String.format(
                        Locale.ROOT,
                        "charge: %.9g C passed, balance closes to %.1e of it",
                        audit.throughputCoulombs(),
                        audit.chargeImbalance());
    }

    private static Map<String, @Nullable Object> object(RunAudit audit) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ok", audit.ok());
        map.put("records", audit.records());
        map.put("bytes", audit.bytes());
        map.put("findings", audit.findings().stream().map(Finding::message).toList());
        map.put("throughput_c", Json.number(audit.throughputCoulombs()));
        map.put("charge_imbalance", Json.number(audit.chargeImbalance()));
        map.put("outcome", RunStanding.word(audit.state()));
        map.put("ended", audit.state() instanceof ChannelState.Ended);
        return map;
    }
}
