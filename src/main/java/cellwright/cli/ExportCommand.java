package cellwright.cli;

import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.SpectraExport;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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

/** Writes a run's data in a format other tools open. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a run recorded in a format other tools open.",
            "bdf-csv: Battery Data Format, preferred labels, with a metadata file beside it.",
            "eis-csv: a folder with a file a spectrum: frequency/Hz, Z'/ohm, Z''/ohm, and above, in lines that begin",
            "with #, the state it was measured in."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "the run folder")
    private Path run = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "bdf-csv or eis-csv",
            converter = ToFormat.class)
    private Format format = Format.BDF_CSV;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write, for eis-csv the folder to make; must not exist yet")
    private Path out = Path.of("");

    @Option(names = "--json", description = "prints one JSON object about what was written")
    private boolean json;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        List<Problem> objections =
                switch (format) {
                    case BDF_CSV -> RunExport.objections(out);
                    case EIS_CSV -> SpectraExport.objections(out);
                };
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        return switch (format) {
            case BDF_CSV -> table(replay.get());
            case EIS_CSV -> spectra(replay.get());
        };
    }

    private int table(RunReplay replay) throws IOException {
        RunExport.Written written = RunExport.bdfCsv(replay, out);
        print(written);
        Complaints.warn(console, written.findings());
        return ExitCode.COMPLETE.code();
    }

    private int spectra(RunReplay replay) throws IOException {
        SpectraExport.Written written = SpectraExport.csv(replay, out);
        Complaints.warn(console, written.findings());
        if (written.spectra() == 0) {
            console.error(run + ": error: this run measured no spectrum, so nothing was written; a protocol measures"
                    + " one with an eis step");
            return ExitCode.INPUT.code();
        }
        print(written);
        return ExitCode.COMPLETE.code();
    }

    private void print(SpectraExport.Written written) {
        if (!json) {
            console.print(String.format(
                    Locale.ROOT,
                    "%,d spectra, %,d points, in %s",
                    written.spectra(),
                    written.points(),
                    written.folder()));
            return;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", written.folder().toString());
        map.put("metadata", null);
        map.put("rows", written.points());
        map.put("spectra", written.spectra());
        console.print(Json.text(map));
    }

    private void print(RunExport.Written written) {
        if (!json) {
            console.print(String.format(
                    Locale.ROOT, "%,d rows in %s, metadata in %s", written.rows(), written.file(), written.sidecar()));
            return;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", written.file().toString());
        map.put("metadata", written.sidecar().toString());
        map.put("rows", written.rows());
        map.put("spectra", null);
        console.print(Json.text(map));
    }

    /** What can be written. */
    enum Format {
        /** Battery Data Format, CSV. */
        BDF_CSV,
        /** Spectra, three columns each. */
        EIS_CSV
    }

    /** A format by its name on the command line. */
    static final class ToFormat implements CommandLine.ITypeConverter<Format> {
        @Override
        public Format convert(String name) {
            return Arrays.stream(Format.values())
                    .filter(format -> format.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new CommandLine.TypeConversionException("expected bdf-csv or eis-csv, got " + name));
        }
    }
}
