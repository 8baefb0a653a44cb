package cellwright.cli;

import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
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
            "Writes a run's recorded rows in a format other tools open.",
            "bdf-csv: Battery Data Format, preferred labels, with a metadata file beside it."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "the run folder")
    private Path run = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "bdf-csv",
            converter = ToFormat.class)
    private Format format = Format.BDF_CSV;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write; must not exist yet")
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
        List<Problem> objections = RunExport.objections(out);
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        RunExport.Written written =
                switch (format) {
                    case BDF_CSV -> RunExport.bdfCsv(replay.get(), out);
                };
        print(written);
        Complaints.warn(console, written.findings());
        return ExitCode.COMPLETE.code();
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
        console.print(Json.text(map));
    }

    /** What can be written. */
    enum Format {
        /** Battery Data Format, CSV. */
        BDF_CSV
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
                    .orElseThrow(() -> new CommandLine.TypeConversionException("expected bdf-csv, got " + name));
        }
    }
}
