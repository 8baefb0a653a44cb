package cellwright.lab.serve;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.Prepared;
import cellwright.protocol.Problem;
import cellwright.store.follow.Standing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers the control socket: one JSON object a line in, one out. Any thread but the conductor's.
 *
 * <pre>
 * {"ask":"status"}
 * {"ask":"start","channel":"A1","protocol_file":"/abs/p.yaml","cell_file":"/abs/c.yaml","parameters":{"cycles":"3"}}
 * {"ask":"hold","channel":"A1"}      also resume, skip, stop
 * {"ask":"stop-all"}
 * {"ask":"trick","instrument":"pstat","trick":"silent on"}      without them: which there are
 * </pre>
 *
 * <p>An answer has {@code ok}; if that is false, {@code problems} says why, and {@code input} whether the asker can mend it.
 */
final class LabDesk {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Longer than an instrument takes to answer a few times, shorter than a person waits. */
    private static final Duration TO_REST = Duration.ofSeconds(10);

    private final LabOrder order;
    private final LabLoop loop;
    private final Surroundings surroundings;
    private final RunOffice office;
    private final TrickDesk tricks;
    private final Supplier<List<Standing>> followers;

    LabDesk(
            LabOrder order,
            LabLoop loop,
            Surroundings surroundings,
            TrickDesk tricks,
            Supplier<List<Standing>> followers) {
        this.followers = followers;
        this.order = order;
        this.loop = loop;
        this.surroundings = surroundings;
        this.tricks = tricks;
        this.office = new RunOffice(order, loop, surroundings);
    }

    String answer(String line, String user) {
        Map<String, ?> answer;
        try {
            JsonNode request = MAPPER.readTree(line);
            answer = request.isObject() ? answer(request, user) : refused(true, "a request is one JSON object");
        } catch (JsonProcessingException garbled) {
            answer = refused(true, "the request is not JSON: " + garbled.getOriginalMessage());
        } catch (RuntimeException bug) {
            answer = refused(false, "the laboratory could not answer: " + bug + "; this is a fault of the program");
        }
        return text(answer);
    }

    private static String text(Map<String, ?> answer) {
        try {
            return MAPPER.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("names, texts and numbers can always be written", impossible);
        }
    }

    private Map<String, ?> answer(JsonNode request, String user) {
        String by = user.isEmpty() ? "somebody on this machine" : user;
        return switch (request.path("ask").asText()) {
            case "status" -> status();
            case "start" -> start(request, by);
            case "hold" -> ask(request, Event.Request.HOLD, by);
            case "resume" -> ask(request, Event.Request.RESUME, by);
            case "skip" -> ask(request, Event.Request.SKIP, by);
            case "stop" -> ask(request, Event.Request.STOP, by);
            case "stop-all" -> stopAll(by);
            case "trick" -> tricks.answer(request, by);
            default ->
                refused(
                        true,
                        "\"" + request.path("ask").asText()
                                + "\" cannot be asked; known are status, start, hold, resume, skip, stop,"
                                + " stop-all, trick");
        };
    }

    private Map<String, ?> status() {
        return surroundings.outcome(loop.ask(this::status));
    }

    private Map<String, @Nullable Object> status(Lab lab) {
        return StatusReport.of(lab, followers.get(), surroundings.wall().get());
    }

    private Map<String, ?> start(JsonNode request, String by) {
        OptionalInt place = place(request);
        if (place.isEmpty()) {
            return noSuchChannel(request);
        }
        try {
            Map<String, String> parameters = new LinkedHashMap<>();
            request.path("parameters")
                    .properties()
                    .forEach(each ->
                            parameters.put(each.getKey(), each.getValue().asText()));
            Prepared.Order wanted = new Prepared.Order(
                    Path.of(request.path("protocol_file").asText()),
                    Path.of(request.path("cell_file").asText()),
                    parameters,
                    0);
            return office.start(place.getAsInt(), wanted, by);
        } catch (InvalidPathException senseless) {
            return refused(true, String.valueOf(senseless.getMessage()));
        }
    }

    private Map<String, ?> ask(JsonNode request, Event.Request what, String by) {
        OptionalInt found = place(request);
        if (found.isEmpty()) {
            return noSuchChannel(request);
        }
        int place = found.getAsInt();
        Answer answer = surroundings.outcome(loop.ask(lab -> lab.ask(place, what, by)));
        if (!answer.done()) {
            return refused(true, answer.message());
        }
        boolean still = surroundings.outcome(
                loop.askUntil(lab -> Phase.of(lab.state(place)) != Phase.STOPPING && lab.isSettled(), TO_REST));
        return surroundings.outcome(loop.ask(lab -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(status(lab));
            map.put("settled", still);
            map.put("message", answer.message());
            return map;
        }));
    }

    private Map<String, ?> stopAll(String by) {
        boolean told = surroundings.outcome(loop.ask(lab -> {
            lab.stopAll(by);
            return true;
        }));
        boolean rest = told && surroundings.outcome(loop.askUntil(Lab::isAtRest, TO_REST));
        return surroundings.outcome(loop.ask(lab -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(status(lab));
            map.put("settled", rest);
            return map;
        }));
    }

    private OptionalInt place(JsonNode request) {
        String name = request.path("channel").asText();
        return IntStream.range(0, order.channels().size())
                .filter(place -> order.channels().get(place).name().equals(name))
                .findFirst();
    }

    private Map<String, ?> noSuchChannel(JsonNode request) {
        List<String> known =
                order.channels().stream().map(channel -> channel.name()).toList();
        return refused(
                true,
                "there is no channel \"" + request.path("channel").asText() + "\"; known are "
                        + String.join(", ", known));
    }

    static Map<String, ?> refused(boolean input, String problem) {
        return refused(input, List.of(problem));
    }

    static Map<String, ?> refused(boolean input, List<String> problems) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ok", false);
        map.put("input", input);
        map.put("problems", problems);
        return map;
    }

    static List<String> words(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
