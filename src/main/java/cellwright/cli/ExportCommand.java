package cellwright.cli;

import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.SpectraExport;
import cellwright.protocol.Problem;
import cellwright.protocol.exchange.ProtocolExport;
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

/** Writes a run's data, or a protocol, in a format other tools open. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a run recorded, or a protocol, in a format other tools open.",
            "Of a run, which is a folder:",
            "bdf-csv: Battery Data Format, preferred labels, with a metadata file beside it.",
            "eis-csv: a folder with a file a spectrum: frequency/Hz, Z'/ohm, Z''/ohm, and above, in lines that begin",
            "with #, the state it was measured in.",
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
            description = "bdf-csv or eis-csv of a run; unicycler or pybamm of a protocol",
            converter = ToFormat.class)
    private Format format = Format.BDF_CSV;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write, for eis-csv the folder to make; must not exist yet")
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
            case BDF_CSV, EIS_CSV -> ofRun();
            case UNICYCLER -> protocol().write(ProtocolExport.Target.UNICYCLER);
            case PYBAMM -> protocol().write(ProtocolExport.Target.PYBAMM);
        };
    }

    private ProtocolExporter protocol() {
        return new ProtocolExporter(console, run, Optional.ofNullable(cell), set, out, json);
    }

    private int ofRun() throws IOException {
        if (cell != null || !set.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--cell and --set are for protocols (--format unicycler or pybamm)");
        }
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        boolean spectra = format == Format.EIS_CSV;
        List<Problem> objections = spectra ? SpectraExport.objections(out) : RunExport.objections(out);
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        return spectra ? spectra(replay.get()) : table(replay.get());
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
        EIS_CSV,
        /** A protocol for aurora-unicycler, JSON. */
        UNICYCLER,
        /** A protocol for PyBaMM, sentences. */
        PYBAMM
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
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "expected bdf-csv, eis-csv, unicycler or pybamm, got " + name));
        }
    }
}
