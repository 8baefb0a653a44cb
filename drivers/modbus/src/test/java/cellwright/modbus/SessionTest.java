package cellwright.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Deadline;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.modbus.codec.Octets;
import cellwright.testkit.Chunkings;
import cellwright.testkit.FakeHost;
import cellwright.testkit.ScriptedLink;
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

/** Sessions that are written down: the driver's bytes and the emulated device's, and every way to cut them. */
final class SessionTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/sessions");
    private static final int LONGEST_CUT = 40;
    private static final String PUBLISHED = "published-lines.txt";

    /** A link that writes down what goes over another. */
    private record Recording(Link inner, List<Session.Exchange> exchanges) implements Link {
        @Override
        public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
            inner.write(bytes, deadline);
            exchanges.add(new Session.Exchange(Octets.of(bytes), Octets.NONE));
        }

        @Override
        public int read(byte[] into, Deadline deadline) throws InstrumentException {
            int count = inner.read(into, deadline);
            if (count > 0) {
                Session.Exchange last = exchanges.removeLast();
                exchanges.add(new Session.Exchange(last.sent(), last.answer().with(Octets.of(into, count))));
            }
            return count;
        }

        @Override
        public void discardReceived() throws InstrumentException {
            inner.discardReceived();
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static List<String> tale(Scenario scenario, Settings settings, FakeHost host) {
        List<String> tale = new ArrayList<>();
        var driver = new ModbusDriver();
        try (Instrument instrument = driver.open(settings.withDefaults(driver.settings()), host)) {
            tale.add(instrument.identity().toString());
            scenario.play(instrument, tale);
        } catch (InstrumentException told) {
            tale.add(told.kind() + ": " + told.getMessage());
        }
        return tale;
    }

    /** The file is what driver and emulated device say to each other today, byte for byte. */
    @ParameterizedTest
    @EnumSource
    void isWhatDriverAndEmulatedDeviceSay(Scenario scenario) throws Exception {
        Rig rig = scenario.rig();
        List<Session.Exchange> exchanges = new ArrayList<>();
        var link = new Recording(new EmulatedLink(rig.host.clock(), rig.slave, Integer.MAX_VALUE), exchanges);
        rig.host.with(rig.settings().require("link"), link);
        List<String> tale = tale(scenario, rig.settings(), rig.host);
        String said = new Session(List.of(scenario.story()), exchanges, tale).text();
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
        Session session = Session.read(Files.readString(FOLDER.resolve(scenario.file())));
        for (Function<byte[], List<byte[]>> way : ways()) {
            assertThat(played(scenario, scenario.rig().settings(), session, way))
                    .isEqualTo(session.outcome());
        }
    }

    private static List<String> played(
            Scenario scenario, Settings settings, Session session, Function<byte[], List<byte[]>> way) {
        var host = new FakeHost();
        var link = new ScriptedLink(host.clock());
        session.onto(link, way);
        host.with(settings.require("link"), link);
        List<String> tale = tale(scenario, settings, host);
        link.assertPlayed();
        return tale;
    }

    /** Whole, byte by byte, and one cut at each place in turn. */
    private static List<Function<byte[], List<byte[]>>> ways() {
        List<Function<byte[], List<byte[]>>> ways = new ArrayList<>(List.of(List::of, Chunkings::singles));
        for (int i = 1; i <= LONGEST_CUT; i++) {
            int cut = i;
            ways.add(bytes -> cut >= bytes.length
                    ? List.of(bytes)
                    : List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
        return ways;
    }

    /** A load cell's weight as in a published description, not from the emulated device. */
    @Test
    void publishedLinesAreUnderstood() throws IOException {
        Session session = Session.read(Files.readString(FOLDER.resolve(PUBLISHED)));
        for (Function<byte[], List<byte[]>> way : ways()) {
            var settings = new Settings(Map.of("link", "serial:x", "map", "laumas-tlb", "division", "1"));
            List<String> tale = new ArrayList<>();
            var host = new FakeHost();
            var link = new ScriptedLink(host.clock());
            session.onto(link, way);
            host.with("serial:x", link);
            var driver = new ModbusDriver();
            try (var meter = (Meter) driver.open(settings.withDefaults(driver.settings()), host)) {
                tale.add(meter.identity().toString());
                tale.add("force " + meter.read().value(Signal.FORCE) + " N");
                meter.carryOut("save");
                tale.add("saved");
            } catch (InstrumentException told) {
                tale.add(told.getMessage());
            }
            assertThat(tale).isEqualTo(session.outcome());
            link.assertPlayed();
        }
    }

    @Test
    void everyWrittenSessionIsPlayed() throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<String> names = new ArrayList<>(
                    Arrays.stream(Scenario.values()).map(Scenario::file).toList());
            names.add(PUBLISHED);
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
