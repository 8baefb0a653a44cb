package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Link;
import cellwright.journal.JournalReader;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import cellwright.lab.InputText;
import cellwright.lab.serve.LabOrder;
import cellwright.lab.serve.LabSetup;
import cellwright.lab.serve.Notices;
import cellwright.lab.serve.Serving;
import cellwright.lab.serve.Surroundings;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.LabReader;
import cellwright.testkit.HandClock;
import cellwright.world.real.BatonLanes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A laboratory that is served in hand-moved time: the real drivers, found as the program finds them, talk over cables in memory
 * to emulated instruments around simulated cells; between them is everything {@code cellwright serve} is made of.
 */
final class EmulatedRig implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final BatonLanes lanes = new BatonLanes(this::plugged);
    final StuckDisk disk = new StuckDisk();
    private final List<PlayedBench> benches = new ArrayList<>();
    private final Map<String, Cable> cables = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Path folder;
    private Serving serving;

    /**
     * What people were told.
     *
     * @param atNanos when
     * @param channel whom it concerns; empty for the laboratory
     * @param report what
     */
    record Told(long atNanos, String channel, Effect.Report report) {}

    /**
     * A laboratory of a configuration, in a folder that holds its cells and protocols.
     *
     * @param tricks what emulated instruments are told before the program begins
     */
    EmulatedRig(Path folder, String config, String... tricks) throws IOException {
        this(folder, clock -> config, tricks);
    }

    /** The same with a configuration that is made once there is a clock. */
    EmulatedRig(Path folder, Function<HandClock, String> config, String... tricks) throws IOException {
        this.folder = folder;
        Path file = Files.writeString(folder.resolve("lab.yaml"), config.apply(lanes.clock()));
        LabPlan plan = made(LabReader.read(file.toString(), made(InputText.read(file))))
                .plan();
        plan.emulated().forEach(bench -> benches.add(new PlayedBench(bench, folder, lanes.clock())));
        benches.forEach(bench -> cables.putAll(bench.cables()));
        List.of(tricks).forEach(this::trick);
        serving = open();
        run(Duration.ofSeconds(3));
    }

    static <T> T made(Result<T> result) {
        return switch (result) {
            case Result.Made<T> made -> made.value();
            case Result.Refused<T> refused -> throw new AssertionError(String.valueOf(refused.problems()));
        };
    }

    private Optional<Link> plugged(String address, BatonLanes.Waiter waiter) {
        Cable cable = cable(address.substring("serial:".length()));
        return cable.isPlugged() ? Optional.of(cable.open(waiter)) : Optional.empty();
    }

    private Serving open() throws IOException {
        LabOrder order = made(
                LabSetup.read(folder.resolve("lab.yaml"), text -> text.replaceFirst("^emulated:(.*)$", "serial:$1")));
        return Serving.open(
                order,
                new Surroundings(
                        lastNanos -> lanes,
                        () -> Instant.ofEpochSecond(0, now()),
                        Runnable::run,
                        Runnable::run,
                        new Notices() {
                            @Override
                            public void report(String channel, Effect.Report report) {
                                told.add(new Told(now(), channel, report));
                            }

                            @Override
                            public void remark(String text) {
                                told.add(new Told(now(), "", new Effect.Noted(now(), text)));
                            }
                        },
                        this::turnUntil,
                        new UnsyncedDisk(),
                        disk));
    }

    private void turnUntil(CompletableFuture<?> answer) {
        for (int turns = 0; !answer.isDone(); turns++) {
            assertThat(turns).as("turns without an answer").isLessThan(100_000);
            serving.turn();
        }
    }

    @Override
    public void close() throws IOException {
        serving.close();
    }

    /** Where its configuration lies. */
    Path folder() {
        return folder;
    }

    /** The cable of an emulated instrument. */
    Cable cable(String name) {
        return Objects.requireNonNull(cables.get(name), () -> "there is no cable of " + name);
    }

    /** Tells an emulated instrument to misbehave: its name and the trick. */
    void trick(String words) {
        String[] parts = words.split(" ", 2);
        benches.stream()
                .filter(bench -> bench.has(parts[0]))
                .findFirst()
                .orElseThrow()
                .trick(parts[0], parts[1]);
    }

    /** The cell of the first bench in truth. */
    PlayedBench.Truth truth() {
        return truth(0);
    }

    PlayedBench.Truth truth(int bench) {
        return benches.get(bench).truth();
    }

    long now() {
        return lanes.clock().nanos();
    }

    /** How long ago something was. */
    Duration since(long nanos) {
        return Duration.ofNanos(now() - nanos);
    }

    void run(Duration time) {
        long until = now() + time.toNanos();
        while (now() < until) {
            serving.turn();
        }
    }

    /** Lets the laboratory go on until something holds; fails if it does not within a time. How long it took. */
    Duration runUntil(Duration atMost, BooleanSupplier holds) {
        long begun = now();
        while (!holds.getAsBoolean()) {
            assertThat(since(begun))
                    .as("within %s: %s %s", atMost, channel(0), alarms())
                    .isLessThanOrEqualTo(atMost);
            serving.turn();
        }
        return since(begun);
    }

    JsonNode ask(String request) {
        try {
            return MAPPER.readTree(serving.answer(request, "anna"));
        } catch (JsonProcessingException garbled) {
            throw new AssertionError(garbled);
        }
    }

    JsonNode ask(String word, String channel) {
        return ask("{\"ask\":\"" + word + "\",\"channel\":\"" + channel + "\"}");
    }

    /** Starts a protocol on a channel; returns the run's folder. */
    Path start(String channel, String protocol, Path cell) throws IOException {
        Path file = Files.writeString(folder.resolve("protocol-" + channel + ".yaml"), protocol);
        JsonNode started = ask("{\"ask\":\"start\",\"channel\":\"" + channel + "\",\"protocol_file\":\"" + file
                + "\",\"cell_file\":\"" + cell.toAbsolutePath() + "\"}");
        assertThat(started.path("ok").asBoolean()).as(started.toString()).isTrue();
        return Path.of(started.path("folder").asText());
    }

    JsonNode status() {
        return ask("{\"ask\":\"status\"}");
    }

    JsonNode channel(int place) {
        return status().path("channels").path(place);
    }

    JsonNode instrument(String name) {
        for (JsonNode each : status().path("instruments")) {
            if (each.path("instrument").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no instrument " + name);
    }

    Phase phase(int place) {
        return Phase.valueOf(channel(place).path("state").asText().toUpperCase(Locale.ROOT));
    }

    boolean isHeld(int place) {
        return phase(place) == Phase.HELD;
    }

    /** Why the run of a channel does not go on. */
    String cause(int place) {
        return channel(place).path("cause").asText();
    }

    /** Every alarm so far, with its urgency before it. */
    List<String> alarms() {
        return told.stream()
                .map(Told::report)
                .filter(Effect.Alarm.class::isInstance)
                .map(Effect.Alarm.class::cast)
                .map(alarm -> alarm.urgency() + " " + alarm.message())
                .toList();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** How long after an instant people were first told something. */
    Duration toldAfter(long nanos, String words) {
        return told.stream()
                .filter(each ->
                        each.atNanos() >= nanos && each.report().toString().contains(words))
                .findFirst()
                .map(each -> Duration.ofNanos(each.atNanos() - nanos))
                .orElseThrow(() -> new AssertionError("nobody was told \"" + words + "\": " + alarms()));
    }

    /** What the laboratory remembers of a channel, of one kind. */
    <E extends Event> List<E> events(int channel, Class<E> kind) throws IOException {
        List<E> events = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(new RealDisk(), folder.resolve("data/journal"), Programs.ANY)) {
            while (reader.next()) {
                if (reader.channel() == channel && kind.isInstance(reader.event())) {
                    events.add(kind.cast(reader.event()));
                }
            }
        }
        return events;
    }
}
