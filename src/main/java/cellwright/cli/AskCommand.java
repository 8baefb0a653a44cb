package cellwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks something of a channel's run: the common part of hold, resume, skip and stop. */
abstract class AskCommand implements Callable<Integer> {
    private final Console console;
    private final String word;

    @Parameters(paramLabel = "CHANNEL", description = "the channel's name")
    private String channel = "";

    @Mixin
    private LabOptions options = new LabOptions();

    AskCommand(Console console, String word) {
        this.console = console;
        this.word = word;
    }

    @Override
    public final Integer call() {
        LabCall.Outcome outcome = LabCall.ask(console, options, Map.of("ask", word, "channel", channel));
        if (outcome.answer().isEmpty()) {
            return outcome.code().code();
        }
        JsonNode answer = outcome.answer().get();
        if (options.json()) {
            console.print(LabCall.text(answer));
        } else {
            print(answer);
        }
        if (!answer.path("settled").asBoolean()) {
            console.error("warning: the cell is not at rest yet; it is told again and again; look at it");
            return ExitCode.FAILED.code();
        }
        return ExitCode.COMPLETE.code();
    }

    private void print(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : answer.path("channels")) {
            if (each.path("channel").asText().equals(channel)) {
                StatusTable.channel(each, lines);
            }
        }
        lines.forEach(console::print);
    }

    /** Goes to rest and waits. */
    @Command(
            name = "hold",
            mixinStandardHelpOptions = true,
            description = {
                "Brings a channel's cell to rest and holds its run. Returns when the cell was seen at rest.",
                "Exit codes: 0 at rest, 2 there is nothing to hold, 4 the cell was not seen at rest within 10 s."
            })
    static final class Hold extends AskCommand {
        Hold(Console console) {
            super(console, "hold");
        }
    }

    /** Goes on. */
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = {
                "Lets a held run go on where it was: the same step, its clock and charge as they stood.",
                "Exit codes: 0 it goes on, 2 it cannot, with the reason."
            })
    static final class Resume extends AskCommand {
        Resume(Console console) {
            super(console, "resume");
        }
    }

    /** Ends the running step. */
    @Command(
            name = "skip",
            mixinStandardHelpOptions = true,
            description = {
                "Ends the running step of a channel now and goes on with the next.",
                "Exit codes: 0 done, 2 there is no step to end."
            })
    static final class Skip extends AskCommand {
        Skip(Console console) {
            super(console, "skip");
        }
    }

    /** Goes to rest and ends the run. */
    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = {
                "Brings a channel's cell to rest and ends its run. Returns when the cell was seen at rest.",
                "Exit codes: 0 at rest, 2 no run is going on, 4 the cell was not seen at rest within 10 s."
            })
    static final class Stop extends AskCommand {
        Stop(Console console) {
            super(console, "stop");
        }
    }
}
