package cellwright.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Every cell to rest, now. */
@Command(
        name = "stop-all",
        mixinStandardHelpOptions = true,
        description = {
            "Brings every cell of a laboratory that is served to rest, now, and holds every run; what can go on",
            "afterwards goes on by \"cellwright resume CHANNEL\". Returns when all were seen at rest.",
            "Exit codes: 0 all at rest, 4 not all were seen at rest within 10 s, or nobody serves the laboratory."
        })
final class StopAllCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    StopAllCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LabCall.Outcome outcome = LabCall.ask(console, options, Map.of("ask", "stop-all"));
        if (outcome.answer().isEmpty()) {
            console.error("NOTHING WAS TOLD TO ANY INSTRUMENT; look at the cells and disconnect them by hand");
            return outcome.code().code();
        }
        var answer = outcome.answer().get();
        if (options.json()) {
            console.print(LabCall.text(answer));
        } else {
            StatusTable.lines(answer).forEach(console::print);
        }
        if (!answer.path("settled").asBoolean()) {
            console.error("NOT ALL CELLS WERE SEEN AT REST; disconnect those that are \"stopping\" by hand");
            return ExitCode.FAILED.code();
        }
        return ExitCode.COMPLETE.code();
    }
}
