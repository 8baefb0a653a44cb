package cellwright.palmsens;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.Settings;
import cellwright.palmsens.Scenario.Tale;
import cellwright.simulator.emulator.palmsens.EmulatedPalmSens;
import cellwright.testkit.Chunkings;
import cellwright.testkit.FakeHost;
import cellwright.testkit.HandClock;
import cellwright.testkit.ScriptedLink;
import cellwright.testkit.Session;
import cellwright.testkit.SessionRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that are written down: the driver's bytes and the emulated instrument's, and every way to cut them. */
final class SessionTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/sessions");

    private static final int LONGEST_CUT = 70;
    private static final int RANDOM_WAYS = 40;

    private static Session written(String file) throws IOException {
        return Session.read(Files.readString(FOLDER.resolve(file)));
    }

    private static EmStat open(FakeHost host, Link link) throws InstrumentException {
        var driver = new PalmSensDriver();
        host.with("serial:emstat", link);
        return driver.open(new Settings(Map.of("link", "serial:emstat")).withDefaults(driver.settings()), host);
    }

    private static Tale tale(FakeHost host, Link link, Scenario scenario, EmulatedPalmSens instrument)
            throws InstrumentException {
        var tale = new Tale();
        try (EmStat emstat = open(host, link)) {
            tale.add(emstat.identity().toString());
            scenario.play(emstat, instrument, tale);
        }
        return tale;
    }

    /** The file is what driver and emulated instrument say to each other today, byte for byte. */
    @ParameterizedTest
    @EnumSource
    void isWhatDriverAndEmulatedInstrumentSay(Scenario scenario) throws Exception {
        var host = new FakeHost();
        HandClock clock = host.clock();
        EmulatedPalmSens instrument = scenario.instrument();
        var link = new SessionRecorder(clock, new EmulatedLink(clock, instrument, Integer.MAX_VALUE));
        Tale tale = tale(host, link, scenario, instrument);
        String said = new Session(Session.LF, List.of(scenario.story()), link.exchanges(), tale.lines()).text();
        Path file = FOLDER.resolve(scenario.file());
        if (Boolean.getBoolean("cellwright.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, said);
        }
        assertThat(file).as("rerun with -Dcellwright.update=true").exists();
        assertThat(Files.readString(file))
                .as("%s is out of date; rerun with -Dcellwright.update=true and look at the difference", file)
                .isEqualTo(said);
    }

    /** However the bytes are cut, the driver says the same and tells the same. */
    @ParameterizedTest
    @EnumSource
    void isUnderstoodInEveryChunking(Scenario scenario) throws Exception {
        Session session = written(scenario.file());
        for (Function<byte[], List<byte[]>> way : ways()) {
            var host = new FakeHost();
            var link = new ScriptedLink(host.clock());
            session.onto(link, way);
            assertThat(tale(host, link, scenario, scenario.instrument()).lines())
                    .isEqualTo(session.outcome());
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

    /** An opening and a stopped charge put together from the maker's published lines, not from the emulated instrument. */
    @Test
    void publishedLinesAreUnderstood() throws Exception {
        Session session = written("published-lines.txt");
        for (Function<byte[], List<byte[]>> way : ways()) {
            var host = new FakeHost();
            var link = new ScriptedLink(host.clock());
            session.onto(link, way);
            Tale tale = tale(host, link, Scenario.CONSTANT_CURRENT, Scenario.CONSTANT_CURRENT.instrument());
            assertThat(tale.lines()).isEqualTo(session.outcome());
            link.assertPlayed();
        }
    }

    @Test
    void everyWrittenSessionIsPlayed() throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<String> names = new ArrayList<>(
                    Arrays.stream(Scenario.values()).map(Scenario::file).toList());
            names.add("published-lines.txt");
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
