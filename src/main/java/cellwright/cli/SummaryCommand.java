package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.SpectrumRow;
import cellwright.lab.CycleCsv;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.SpectrumFigures;
import cellwright.protocol.program.Scale;
import java.io.IOException;
import java.nio.file.Files;
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

/** The cycle table of a run, from its journal. */
@Command(
        name = "summary",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the cycle table of a run, its spectra and how it stands, from its journal.",
            "Given a data file (Battery Data Format, EC-Lab text, Neware CSV, ZPlot, impedance in three columns), prints",
            "what was read of it: its columns in brief, and the cycles if there are any.",
            "SOC is net charge since the run began over nominal capacity; KK the residual of the Kramers-Kronig check:",
            "a spectrum that drift or noise has spoilt is marked with !."
        })
final class SummaryCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN|FILE", description = "the run folder, or a data file")
    private Path run = Path.of("");

    @Option(names = "--json", description = "prints one JSON object")
    private boolean json;

    @Option(names = "--csv", description = "prints comma-separated values, one line a cycle")
    private boolean csv;

    SummaryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isRegularFile(run)) {
            return file();
        }
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        Scale scale = replay.get().program().scale();
        List<CycleMetrics> cycles = new ArrayList<>();
        List<SpectrumRow> spectra = new ArrayList<>();
        RunReplay.Replayed replayed = replay.get().play(report -> {
            if (report instanceof Effect.CycleEnded ended) {
                cycles.add(CycleMetrics.of(ended.figures(), scale));
            } else if (report instanceof Effect.SpectrumRecorded recorded) {
                spectra.add(recorded.row());
            }
        });
        if (csv) {
            console.out().print(CycleCsv.text(cycles));
        } else if (json) {
            console.print(Json.text(object(replay.get(), replayed, cycles, SpectrumFigures.of(spectra, scale))));
        } else {
            console.print(replay.get().card().protocol() + " on "
                    + replay.get().card().cell() + (replay.get().card().simulated() ? " (simulated)" : ""));
            console.print(CyclePrinter.header());
            cycles.forEach(cycle -> console.print(CyclePrinter.line(cycle)));
            spectra.forEach(row -> console.print(SpectrumPrinter.line(SpectrumFigures.of(row, scale))));
            console.print(RunStanding.words(replayed.state()));
        }
        Complaints.warn(console, replayed.findings());
        return ExitCode.COMPLETE.code();
    }

    private int file() {
        if (csv) {
            console.error(run + ": error: --csv prints the cycle table of a run; of a file, --json prints everything");
            return ExitCode.INPUT.code();
        }
        return new FileSummary(console).print(run, json);
    }

    private static Map<String, @Nullable Object> object(
            RunReplay replay, RunReplay.Replayed replayed, List<CycleMetrics> cycles, List<SpectrumFigures> spectra) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", replay.card().run());
        map.put("protocol", replay.card().protocol());
        map.put("protocol_sha256", replay.card().protocolSha256());
        map.put("cell", replay.card().cell());
        map.put("simulated", replay.card().simulated());
        map.put("software", replay.card().software());
        map.put("outcome", RunStanding.word(replayed.state()));
        map.put("message", RunStanding.words(replayed.state()));
        map.put("ended", replayed.state() instanceof ChannelState.Ended);
        map.put("test_time_s", replayed.lastNanos() * 1e-9);
        map.put("events", replayed.events());
        map.put("cycles", Json.cycles(cycles));
        map.put("spectra", Json.spectra(spectra));
        return map;
    }
}
