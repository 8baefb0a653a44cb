package cellwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a played instrument misbehave. */
@Command(
        name = "trick",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a played instrument of a laboratory that is served to misbehave, to see what becomes of it:",
            "  cellwright trick --config config/lab-emulated.yaml pstat silent on",
            "Without a trick it lists those of the instrument, without an instrument those of all. A real one is",
            "told nothing.",
            "Exit codes: 0 done, 2 there is no such instrument or trick, 4 nobody serves the laboratory."
        })
final class TrickCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "INSTRUMENT", description = "its name below \"emulated\"")
    private String instrument = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TRICK", description = "what it is told, in its words")
    private List<String> trick = new ArrayList<>();

    @Mixin
    private LabOptions options = new LabOptions();

    TrickCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> request =
                Map.of("ask", "trick", "instrument", instrument, "trick", String.join(" ", trick));
        LabCall.Outcome outcome = LabCall.ask(console, options, request);
        outcome.answer().ifPresent(answer -> {
            if (options.json()) {
                console.print(LabCall.text(answer));
            } else {
                print(answer);
            }
        });
        return outcome.code().code();
    }

    private void print(JsonNode answer) {
        if (!answer.path("done").isNull()) {
            console.print("done: " + answer.path("done").asText());
            return;
        }
        for (JsonNode each : answer.path("instruments")) {
            for (JsonNode one : each.path("tricks")) {
                console.print(String.format(
                        Locale.ROOT,
                        "%-12s %-24s %s",
                        each.path("instrument").asText(),
                        one.path("usage").asText(),
                        one.path("meaning").asText()));
            }
        }
    }
}
