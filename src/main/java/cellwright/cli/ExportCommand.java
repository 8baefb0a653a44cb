package cellwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run's data, or a protocol, in a format other tools open. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a run recorded, or a protocol, in a format other tools open.",
            "Of a run, which is a folder; each says whether it was simulated, when it was interrupted, by which protocol",
            "and program it was made. A file:",
            "bdf-csv, bdf-parquet: Battery Data Format, preferred labels, spectra as rows of the type EIS, with a",
            "metadata file beside it, which both share.",
            "cycles-csv: a line a cycle, with the definition of each figure above.",
            "A folder:",
            "mpt: EC-Lab ASCII, cycling.mpt and eis_NNN.mpt for each spectrum, with metadata.json.",
            "pyprobe: data.parquet and README.yaml for PyProBE, with metadata.json.",
            "eis-csv: a file a spectrum: frequency/Hz, Z'/ohm, Z''/ohm, and above, in lines that begin with #, the",
            "state it was measured in.",
            "Of a protocol, which is a file; what cannot be said there is told step by step:",
            "unicycler: JSON of aurora-unicycler, for BioLogic, Neware and others. pybamm: sentences, one a line."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "RUN|PROTOCOL", description = "the run folder, or the protocol, a YAML file")
    private Path run = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "of a run: bdf-csv, bdf-parquet, cycles-csv, mpt, pyprobe or eis-csv; of a protocol: unicycler or"
                            + " pybamm",
            converter = ExportFormat.ByName.class)
    private ExportFormat format = ExportFormat.OfRun.BDF_CSV;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write or the folder to make; must not exist yet")
    private Path out = Path.of("");

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            description = "for protocols: the cell, a YAML file, for voltages versus an electrode, currents per area or"
                    + " mass, and what 1C is")
    private @Nullable Path cell;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "for protocols: sets a parameter, for example --set cycles=10; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--json", description = "prints one JSON object about what was written")
    private boolean json;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return switch (format) {
            case ExportFormat.OfRun ofRun -> ofRun(ofRun);
            case ExportFormat.OfProtocol ofProtocol ->
                new ProtocolExporter(console, run, Optional.ofNullable(cell), set, out, json)
                        .write(ofProtocol.target());
        };
    }

    private int ofRun(ExportFormat.OfRun ofRun) throws IOException {
        if (cell != null || !set.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--cell and --set are for protocols (--format unicycler or pybamm)");
        }
        return new RunExporter(console, run, out, json).write(ofRun);
    }
}
