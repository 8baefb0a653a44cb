package cellwright.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how it stands with a running laboratory. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Tells how it stands with a laboratory that is served: every channel with its latest reading, and",
            "every instrument that is not connected.",
            "Exit code 0 if it answered, 4 if nobody serves it."
        })
final class StatusCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LabCall.Outcome outcome = LabCall.ask(console, options, Map.of("ask", "status"));
        outcome.answer().ifPresent(answer -> {
            if (options.json()) {
                console.print(LabCall.text(answer));
            } else {
                StatusTable.lines(answer).forEach(console::print);
            }
        });
        return outcome.code().code();
    }
}
