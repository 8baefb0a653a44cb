package cellwright.cli;

import cellwright.lab.serve.LabOrder;
import cellwright.world.control.ControlCall;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks a running laboratory and says what went wrong, if it did. */
final class LabCall {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Longer than the laboratory lets an asker wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private LabCall() {}

    /**
     * What a laboratory came to.
     *
     * @param code how the command ends
     * @param answer what the laboratory said, if it did what was asked
     */
    record Outcome(ExitCode code, Optional<JsonNode> answer) {}

    static Outcome ask(Console console, LabOptions options, Map<String, ?> request) {
        Optional<Path> folder = options.folder(console);
        if (folder.isEmpty()) {
            return new Outcome(ExitCode.INPUT, Optional.empty());
        }
        try {
            String answer =
                    ControlCall.call(LabOrder.socket(folder.get()), MAPPER.writeValueAsString(request), PATIENCE);
            return judged(console, MAPPER.readTree(answer));
        } catch (JsonProcessingException garbled) {
            console.error("error: the laboratory's answer cannot be understood: " + garbled.getOriginalMessage());
        } catch (IOException failure) {
            console.error("error: " + failure.getMessage());
        }
        return new Outcome(ExitCode.FAILED, Optional.empty());
    }

    private static Outcome judged(Console console, JsonNode answer) {
        if (answer.path("ok").asBoolean()) {
            return new Outcome(ExitCode.COMPLETE, Optional.of(answer));
        }
        answer.path("problems").forEach(problem -> console.error(withSeverity(problem.asText())));
        return new Outcome(answer.path("input").asBoolean() ? ExitCode.INPUT : ExitCode.FAILED, Optional.empty());
    }

    private static String withSeverity(String problem) {
        return problem.contains(": error: ") || problem.contains(": warning: ") ? problem : "error: " + problem;
    }

    static String text(JsonNode answer) {
        return answer.toPrettyString();
    }
}
