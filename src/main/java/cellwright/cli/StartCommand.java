package cellwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a run on a channel of a running laboratory. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = {
            "Begins a run on a channel of a laboratory that is served. The protocol is bound to the cell and to the",
            "channel as it is; what does not fit is refused, and nothing is energised or written.",
            "Look first what it will do: cellwright check PROTOCOL --cell CELL",
            "Exit codes: 0 begun, 2 the input is wrong or the channel is not free, 4 failed."
        })
final class StartCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PROTOCOL", description = "the protocol, a YAML file")
    private Path protocol = Path.of("");

    @Option(
            names = "--cell",
            required = true,
            paramLabel = "CELL",
            description = "the cell, a YAML file (see config/cells)")
    private Path cell = Path.of("");

    @Option(names = "--channel", required = true, paramLabel = "NAME", description = "the channel the cell is at")
    private String channel = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "sets a parameter of the protocol, for example --set cycles=10; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Mixin
    private LabOptions options = new LabOptions();

    StartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("ask", "start");
        request.put("channel", channel);
        request.put("protocol_file", protocol.toAbsolutePath().normalize().toString());
        request.put("cell_file", cell.toAbsolutePath().normalize().toString());
        request.put("parameters", set);
        LabCall.Outcome outcome = LabCall.ask(console, options, request);
        outcome.answer().ifPresent(this::print);
        return outcome.code().code();
    }

    private void print(JsonNode answer) {
        answer.path("warnings").forEach(warning -> console.error(warning.asText()));
        if (options.json()) {
            console.print(LabCall.text(answer));
            return;
        }
        console.print("begun on " + channel + ": " + answer.path("run").asText());
        console.print("run folder: " + answer.path("folder").asText());
        console.print("next: cellwright status, cellwright hold " + channel + ", cellwright summary "
                + answer.path("folder").asText());
    }
}
