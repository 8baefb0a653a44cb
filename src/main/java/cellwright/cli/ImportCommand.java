package cellwright.cli;

import cellwright.lab.ProtocolExchange;
import cellwright.lab.WholeFile;
import cellwright.protocol.Problem;
import cellwright.protocol.exchange.ForeignFormat;
import cellwright.protocol.exchange.Imported;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a protocol of another program's file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a protocol of another program's file, and says what is not as it was there.",
            "unicycler: JSON of aurora-unicycler. pybamm: sentences, one a line, or a JSON list of them.",
            "mps: EC-Lab or BT-Lab settings with one Modulo Bat technique.",
            "What would be dangerous to guess is refused with its place, and nothing is written. Look at the result with",
            "check before it is run: what 1C is, stack pressure and temperature are not in these files."
        })
final class ImportCommand implements Callable<Integer> {
    private static final double LONGEST_HOURS = 8784;
    private static final double HOUR_MILLIS = 3.6e6;

    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the file to import")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "PROTOCOL", description = "the protocol to write; absent: it is printed")
    private @Nullable Path out;

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            description = "unicycler, pybamm or mps; absent: recognised by its beginning",
            converter = ToFormat.class)
    private @Nullable ForeignFormat from;

    @Option(
            names = "--longest",
            paramLabel = "HOURS",
            description =
                    "longest time of a step whose file gives none and whose current tells nothing (24); when it is"
                            + " over, the run stops at rest")
    private double longest = 24;

    @Option(names = "--json", description = "prints one JSON object about what was made")
    private boolean json;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(longest > 0 && longest <= LONGEST_HOURS)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--longest is a time in hours above 0 and at most " + LONGEST_HOURS);
        }
        Optional<Path> target = Optional.ofNullable(out);
        List<Problem> objections = target.map(WholeFile::objections).orElse(List.of());
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        Duration patience = Duration.ofMillis(Math.max(1, Math.round(longest * HOUR_MILLIS)));
        Optional<Imported> imported =
                Complaints.value(console, ProtocolExchange.read(file, Optional.ofNullable(from), patience));
        if (imported.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        if (target.isPresent()) {
            WholeFile.write(target.get(), imported.get().text());
        }
        print(imported.get(), target);
        return ExitCode.COMPLETE.code();
    }

    private void print(Imported imported, Optional<Path> target) {
        if (json) {
            console.print(Json.text(object(imported, target)));
        } else if (target.isPresent()) {
            Remarks.print(console, imported.remarks());
            console.print(imported.format().title() + " -> " + target.get() + ", "
                    + imported.remarks().size() + " remarks, which stand above it too");
        } else {
            console.print(imported.text().stripTrailing());
        }
    }

    private static Map<String, @Nullable Object> object(Imported imported, Optional<Path> target) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", imported.format().word());
        map.put("protocol", imported.protocol().name());
        map.put("file", target.map(Path::toString).orElse(null));
        map.put("text", target.isPresent() ? null : imported.text());
        map.put("remarks", Remarks.objects(imported.remarks()));
        return map;
    }

    /** A format by its name on the command line. */
    static final class ToFormat implements CommandLine.ITypeConverter<ForeignFormat> {
        @Override
        public ForeignFormat convert(String name) {
            return Arrays.stream(ForeignFormat.values())
                    .filter(format -> format.word().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException("expected unicycler, pybamm or mps, got " + name));
        }
    }
}
