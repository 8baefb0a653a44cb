package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.FarEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Sessions that are written down in {@code src/test/resources/sessions}: the driver's bytes, the emulated instrument's, and
 * every way to cut them. A session of a {@link Scenario} with an emulated instrument is rewritten with {@code
 * -Dcellwright.update=true}; one without was put together by hand, from a manual or a real instrument.
 *
 * @param <D> the emulated instrument
 */
public interface SessionContract<D extends FarEnd> {
    /** Up to this length of what comes at one instant, a session is played once for each place it can be cut at. */
    int LONGEST_CUT = 70;

    /** Random ways of cutting on top. */
    int RANDOM_WAYS = 40;

    /**
     * What is done in a session.
     *
     * @param name of the file, without ending
     * @param story what it shows, one sentence
     * @param settings of the driver; {@code link} only where the address matters
     * @param emulated makes the instrument at the far end
     * @param play does it and tells; the emulated instrument may be a spare one that nobody talks to, for a session being played
     */
    record Scenario<D>(
            String name, String story, Map<String, String> settings, Function<HandClock, D> emulated, Play<D> play) {}

    /** What is done once the instrument is open. */
    @FunctionalInterface
    interface Play<D> {
        /** Does it and tells. */
        void on(Instrument instrument, D emulated, HandClock clock, Tale tale);
    }

    /** The driver. */
    Driver driver();

    /** Every session there is. */
    List<Scenario<D>> scenarios();

    /** Names of the scenarios that are written by hand. */
    default List<String> byHand() {
        return List.of();
    }

    /** How the bytes are written down. */
    default Notation notation() {
        return Notation.LINES;
    }

    /** Where the sessions lie. */
    default Path folder() {
        return Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/sessions");
    }

    /** The file is what driver and emulated instrument say to each other today, byte for byte. */
    @TestFactory
    default Stream<DynamicTest> sessionIsWhatDriverAndEmulatedInstrumentSay() {
        return scenarios().stream()
                .filter(scenario -> !byHand().contains(scenario.name()))
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> compareOrUpdate(scenario)));
    }

    private void compareOrUpdate(Scenario<D> scenario) throws IOException {
        var host = new FakeHost();
        D emulated = scenario.emulated().apply(host.clock());
        var link = new RecordingLink(host.clock(), new TimedLink(host.clock(), emulated, Integer.MAX_VALUE));
        List<String> told = told(host, link, scenario, emulated);
        String said = new WrittenSession(notation(), List.of(scenario.story()), link.exchanges(), told).text();
        Path file = file(scenario);
        if (Boolean.getBoolean("cellwright.update")) {
            Files.createDirectories(folder());
            Files.writeString(file, said);
        }
        assertThat(file).as("rerun with -Dcellwright.update=true").exists();
        assertThat(Files.readString(file))
                .as("%s is out of date; rerun with -Dcellwright.update=true and look at the difference", file)
                .isEqualTo(said);
    }

    private Path file(Scenario<D> scenario) {
        return folder().resolve(scenario.name() + ".txt");
    }

    private List<String> told(FakeHost host, Link link, Scenario<D> scenario, D emulated) {
        Map<String, String> values = new TreeMap<>(scenario.settings());
        values.putIfAbsent("link", "serial:session");
        var settings = new Settings(values);
        host.with(settings.require("link"), link);
        assertThat(settings.faults(driver().settings())).isEmpty();
        var tale = new Tale();
        try (Instrument instrument = driver().open(settings.withDefaults(driver().settings()), host)) {
            tale.add(instrument.identity().toString());
            scenario.play().on(instrument, emulated, host.clock(), tale);
        } catch (InstrumentException refused) {
            tale.add(refused.kind() + ": " + refused.getMessage());
        }
        return tale.lines();
    }

    /** However the bytes are cut, the driver says the same and tells the same. */
    @TestFactory
    default Stream<DynamicTest> sessionIsUnderstoodInEveryChunking() {
        return scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> playInEveryChunking(scenario)));
    }

    private void playInEveryChunking(Scenario<D> scenario) throws IOException {
        WrittenSession session = WrittenSession.read(Files.readString(file(scenario)));
        assertThat(session.exchanges()).isNotEmpty();
        for (Function<byte[], List<byte[]>> way : ways()) {
            var host = new FakeHost();
            var link = new ScriptedLink(host.clock());
            session.onto(link, way);
            D spare = scenario.emulated().apply(new HandClock(host.clock().nanos()));
            assertThat(told(host, link, scenario, spare)).isEqualTo(session.outcome());
            link.assertPlayed();
        }
    }

    /** Whole, byte by byte, one cut at each place in turn, and random parts. */
    private static List<Function<byte[], List<byte[]>>> ways() {
        List<Function<byte[], List<byte[]>>> ways = new ArrayList<>(List.of(List::of, Chunkings::singles));
        for (int i = 1; i <= LONGEST_CUT; i++) {
            int cut = i;
            ways.add(bytes -> cut >= bytes.length
                    ? List.of(bytes)
                    : List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
        for (int i = 0; i < RANDOM_WAYS; i++) {
            int seed = i;
            ways.add(bytes -> Chunkings.random(bytes, seed, 1).findFirst().orElseThrow());
        }
        return ways;
    }

    /** No file lies there that nobody plays. */
    @Test
    default void everyWrittenSessionIsPlayed() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(scenarios().stream()
                            .map(scenario -> scenario.name() + ".txt")
                            .toList());
        }
    }
}
