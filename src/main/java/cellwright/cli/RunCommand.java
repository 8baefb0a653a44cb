package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.SpectrumRow;
import cellwright.journal.Poisoned;
import cellwright.lab.CycleCount;
import cellwright.lab.Prepared;
import cellwright.lab.Rehearsal;
import cellwright.lab.RunFolder;
import cellwright.lab.RunName;
import cellwright.lab.SpectrumFigures;
import cellwright.lab.VirtualRun;
import cellwright.protocol.Problem;
import cellwright.protocol.program.Scale;
import cellwright.world.WallClock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rehearses a protocol on a simulated cell in virtual time and leaves a run folder. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Rehearses a protocol on a simulated cell, in virtual time, and leaves a run folder.",
            "Prints one line a cycle and one a spectrum; a long run shows fewer of them (cycles: all are in the",
            "folder's cycles.csv; spectra: cellwright summary RUN).",
            "Ctrl-C brings the cell to rest and seals the folder."
        },
        footer = {
            "",
            "Look first: cellwright check PROTOCOL --cell CELL",
            "Afterwards: cellwright summary RUN, cellwright export RUN, cellwright verify RUN",
            "",
            "Exit codes: 0 complete, 2 the input is wrong and nothing was written, 3 ended by a limit,",
            "4 failed, 130 interrupted."
        })
final class RunCommand implements Callable<Integer> {
    private static final String VIRTUAL_START = "2026-01-01T00:00:00Z";

    private final Console console;

    @Mixin
    private ProtocolOptions options = new ProtocolOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the run folder to make (default: runs/<time>_<cell>); must not hold a run yet")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            defaultValue = VIRTUAL_START,
            description =
                    "wall-clock label of the run's first instant, ISO 8601 UTC (${DEFAULT-VALUE}); part of the journal")
    private Instant start = Instant.parse(VIRTUAL_START);

    @Option(names = "--all", description = "prints every cycle and every spectrum, however many there are")
    private boolean all;

    @Option(names = "--json", description = "prints the result as one JSON object instead of a table")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Instant now = WallClock.now();
        Optional<Prepared> prepared = Complaints.value(console, Prepared.from(options.order()));
        if (prepared.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        Path path = out.orElseGet(
                () -> RunName.fresh(Path.of("runs"), now, prepared.get().cell().name()));
        List<Problem> objections = RunFolder.objections(path);
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        return rehearse(prepared.get(), path, now);
    }

    private int rehearse(Prepared prepared, Path path, Instant now) throws IOException {
        if (!json) {
            RunHeader.lines(prepared, path).forEach(console::print);
            console.print("");
            console.print(CyclePrinter.header());
        }
        var progress =
                new ProgressLine(console, CycleCount.most(prepared.program().ops()));
        try (var interrupt = new Interrupt()) {
            var watcher = new Watcher(prepared.program().scale(), progress, interrupt);
            Rehearsal.Outcome outcome = VirtualRun.run(prepared, path, now, start, watcher);
            progress.clear();
            watcher.lastLine();
            print(prepared, path, outcome, progress.secondsTaken());
            return ExitCode.of(outcome.cause()).code();
        } catch (FileAlreadyExistsException taken) {
            console.error(path + ": error: another run has just taken this folder; name another one");
            return ExitCode.INPUT.code();
        } catch (LogFailure failure) {
            progress.clear();
            console.error("error: " + failure.getMessage());
            return ExitCode.FAILED.code();
        }
    }

    private void print(Prepared prepared, Path path, Rehearsal.Outcome outcome, double secondsTaken) {
        if (json) {
            console.print(Json.text(object(prepared, path, outcome)));
            return;
        }
        double seconds = outcome.virtualNanos() * 1e-9;
        console.print("");
        console.print(outcome.cause().kind().name().toLowerCase(Locale.ROOT) + ": "
                + outcome.cause().message());
        console.print(String.format(
                Locale.ROOT,
                "%s of virtual time in %.1f s (%,.0f times the clock), %,d events, %,d rows",
                Durations.words(seconds),
                secondsTaken,
                seconds / Math.max(secondsTaken, 1e-3),
                outcome.events(),
                outcome.rows()));
        console.print("run folder: " + path);
        console.print("next: cellwright export " + path + " --format bdf-csv --out FILE");
        if (!outcome.spectra().isEmpty()) {
            console.print("      cellwright export " + path + " --format eis-csv --out FOLDER");
        }
    }

    private static Map<String, @Nullable Object> object(Prepared prepared, Path path, Rehearsal.Outcome outcome) {
        Scale scale = prepared.program().scale();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("run", path.toString());
        map.put("protocol", prepared.protocol().name());
        map.put("protocol_sha256", prepared.program().protocolHash());
        map.put("cell", prepared.cell().name());
        map.put("simulated", prepared.mounted().rig().foresight().identity().simulated());
        map.put("seed", prepared.order().seed());
        map.put("outcome", outcome.cause().kind().name().toLowerCase(Locale.ROOT));
        map.put("message", outcome.cause().message());
        map.put("test_time_s", outcome.virtualNanos() * 1e-9);
        map.put("events", outcome.events());
        map.put("rows", outcome.rows());
        map.put("net_capacity_ah", Json.number(outcome.ledger().test().netCoulombs() / 3600));
        map.put("alarms", outcome.alarms().stream().map(Effect.Alarm::message).toList());
        map.put(
                "cycles",
                Json.cycles(outcome.cycles().stream()
                        .map(figures -> CycleMetrics.of(figures, scale))
                        .toList()));
        map.put("spectra", Json.spectra(SpectrumFigures.of(outcome.spectra(), scale)));
        return map;
    }

    /** Prints cycles and alarms as they come. */
    private final class Watcher implements Rehearsal.Watcher {
        private final Scale scale;
        private final ProgressLine progress;
        private String lastComplaint = "";
        private final Interrupt interrupt;
        private Optional<CycleMetrics> unshown = Optional.empty();

        Watcher(Scale scale, ProgressLine progress, Interrupt interrupt) {
            this.scale = scale;
            this.progress = progress;
            this.interrupt = interrupt;
        }

        @Override
        public void report(Effect.Report report) {
            switch (report) {
                case Effect.CycleEnded ended -> show(CycleMetrics.of(ended.figures(), scale));
                case Effect.Alarm alarm -> complain(alarm.urgency().name().toLowerCase(Locale.ROOT), alarm.message());
                case Effect.Noted noted -> complain("note", noted.text());
                case Effect.SpectrumRecorded recorded -> show(recorded.row());
                case Effect.Recorded ignored -> {}
                case Effect.ShortSeen ignored -> {}
                case Effect.StepBegan ignored -> {}
                case Effect.StepEnded ignored -> {}
                case Effect.RunEnded ignored -> {}
            }
        }

        @Override
        public void progress(long virtualNanos, long events) {
            progress.update(virtualNanos, events);
        }

        @Override
        public void poisoned(Poisoned poisoned) {
            complain("warning", poisoned.message());
        }

        @Override
        public Optional<String> stopAskedBy() {
            return interrupt.isAsked() ? Optional.of("the keyboard") : Optional.empty();
        }

        void lastLine() {
            if (!json) {
                unshown.ifPresent(cycle -> console.print(CyclePrinter.line(cycle)));
            }
        }

        private void show(CycleMetrics cycle) {
            progress.cycle(cycle.cycle());
            boolean shown = all || CyclePrinter.isShown(cycle.cycle());
            unshown = shown ? Optional.empty() : Optional.of(cycle);
            if (shown && !json) {
                progress.clear();
                console.print(CyclePrinter.line(cycle));
            }
        }

        /** Judging a spectrum takes time, so it is done for those that are shown. */
        private void show(SpectrumRow row) {
            if (!json && (all || CyclePrinter.isShown(Math.toIntExact(row.index())))) {
                progress.clear();
                console.print(SpectrumPrinter.line(SpectrumFigures.of(row, scale)));
            }
        }

        private void complain(String kind, String message) {
            String line = kind + ": " + message;
            if (!line.equals(lastComplaint)) {
                progress.clear();
                console.error(line);
            }
            lastComplaint = line;
        }
    }
}
