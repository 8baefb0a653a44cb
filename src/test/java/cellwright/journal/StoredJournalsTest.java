package cellwright.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals of every released format are kept and must be readable for ever; their expected text lies beside them. */
class StoredJournalsTest {
    private static final Path STORED =
            Path.of(System.getProperty("cellwright.house", "..")).resolve("src/test/resources/journals");

    @Test
    void theFirstFormatIsReadAsItWasWritten() throws Exception {
        assertThat(stored("v1").list(Journals.DIRECTORY)).hasSize(4);
        assertThat(text(stored("v1"))).isEqualTo(Files.readString(STORED.resolve("v1/expected.txt")));
    }

    @Test
    void spectraOfTheFirstFormatAreReadAsTheyWereWritten() throws Exception {
        assertThat(text(stored("v1-spectra"))).isEqualTo(Files.readString(STORED.resolve("v1-spectra/expected.txt")));
    }

    private static SimDisk stored(String name) throws IOException {
        Path folder = STORED.resolve(name);
        SimDisk disk = new SimDisk();
        for (String file : new RealDisk().list(folder)) {
            if (file.endsWith(Layout.SUFFIX)) {
                disk.put(Journals.DIRECTORY.resolve(file), Files.readAllBytes(folder.resolve(file)));
            }
        }
        return disk;
    }

    @Test
    void theWriterStillMakesTheBytesOfTheFirstFormat() throws Exception {
        requireSameBytes(written(), "v1");
        requireSameBytes(writtenSpectra(), "v1-spectra");
    }

    private static void requireSameBytes(SimDisk disk, String stored) throws IOException {
        assertThat(disk.list(Journals.DIRECTORY)).isNotEmpty();
        for (String name : disk.list(Journals.DIRECTORY)) {
            assertThat(disk.content(Journals.DIRECTORY.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(STORED.resolve(stored).resolve(name)));
        }
    }

    /** A spectrum with points of every quality, one without points, and readings around them. */
    private static SimDisk writtenSpectra() throws LogFailure {
        SimDisk disk = new SimDisk();
        try (JournalWriter writer =
                JournalWriter.open(disk, Journals.DIRECTORY, new JournalSizes(1500, 10, 4096), alarm -> {})) {
            writer.append(2, Journals.reading(1_000_000_000L, 0));
            List<Spectrum.Point> points = new ArrayList<>();
            for (Quality quality : Quality.values()) {
                int i = points.size();
                points.add(new Spectrum.Point(1e6 / (1 << i), 2.0 + i / 64.0, -i / 32.0, quality));
            }
            points.add(new Spectrum.Point(0.1, Double.NaN, Double.NEGATIVE_INFINITY, Quality.BAD));
            writer.append(
                    2,
                    new Event.SpectrumTaken(9_000_000_000L, 17, new Spectrum(1_000_000_500L, 8_999_000_000L, points)));
            writer.append(2, Journals.reading(9_000_000_000L, 0.5));
            writer.append(
                    65535,
                    new Event.SpectrumTaken(
                            9_500_000_000L, 3, new Spectrum(9_400_000_000L, 9_400_000_000L, List.of())));
        }
        return disk;
    }

    /** All kinds of events, a roll, a failed force and a reopening. */
    private static SimDisk written() throws LogFailure {
        SimDisk disk = new SimDisk();
        JournalSizes sizes = new JournalSizes(1500, 10, 4096);
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, sizes, alarm -> {})) {
            oneOfEach(writer, 1_000_000_000L);
            writer.commit();
            for (int i = 1; i <= 12; i++) {
                writer.append(2, Journals.reading(2_000_000_000L + i * 100_000_000L, i / 64.0));
            }
            writer.commit();
            disk.failForce(disk.forces() + 2, false);
            for (int i = 1; i <= 3; i++) {
                writer.append(i, Journals.reading(4_000_000_000L, -i));
            }
        }
        try (JournalWriter writer = JournalWriter.open(disk, Journals.DIRECTORY, sizes, alarm -> {})) {
            writer.append(2, new Event.Recovered(9_000_000_000L, 4_000_000_000L));
        }
        return disk;
    }

    private static void oneOfEach(JournalWriter writer, long at) throws LogFailure {
        writer.append(
                2,
                new Event.Started(
                        at, "2026-09-01T10-22_cell-A7", Journals.program("0badc0de"), 1_788_258_120_000_000_000L));
        writer.append(2, new Event.Acknowledged(at + 1, 1));
        writer.append(
                2,
                new Event.Measured(new Reading(
                        at - 500,
                        at + 2,
                        List.of(
                                Sample.good(Signal.VOLTAGE, 3.7125),
                                new Sample(Signal.CURRENT, -0.0, Quality.UNCERTAIN),
                                new Sample(Signal.FORCE, Double.POSITIVE_INFINITY, Quality.OVERLOAD),
                                new Sample(Signal.TEMPERATURE, 298.15, Quality.STALE),
                                new Sample(Signal.PRESSURE, Double.NaN, Quality.MISSING),
                                new Sample(new Signal("Dämpfung", Unit.ONE), 1e-300, Quality.BAD)))));
        writer.append(65535, new Event.Due(at + 3));
        writer.append(0, new Event.Silent(at + 4, at));
        writer.append(0, new Event.Failed(at + 5, "press 1: no answer within 250 ms; check the cable"));
        writer.append(0, new Event.Safe(at + 6));
        for (Event.Request request : Event.Request.values()) {
            writer.append(1, new Event.Asked(at + 7, request, "Ωlga"));
        }
    }

    private static String text(SimDisk disk) throws IOException {
        StringBuilder text = new StringBuilder();
        Journals.Read read = Journals.read(disk);
        for (Journals.Entry entry : read.entries()) {
            text.append(entry.sequence())
                    .append(" channel ")
                    .append(entry.channel())
                    .append(' ');
            text.append(words(entry.event())).append('\n');
        }
        read.findings().forEach(finding -> text.append(finding.message()).append('\n'));
        return text.toString();
    }

    private static String words(Event event) {
        if (event instanceof Event.Started started) {
            return "Started[atNanos=" + started.atNanos() + ", runId=" + started.runId() + ", program="
                    + started.program().protocolHash() + ", unixNanos=" + started.unixNanos() + "]";
        }
        return event.toString();
    }

    /** Writes a stored journal anew; only for a new format, into a folder of its own; "spectra" after it for that one. */
    static final class Store {
        private Store() {}

        public static void main(String[] arguments) throws IOException, LogFailure {
            Path folder = Path.of(arguments[0]);
            Files.createDirectories(folder);
            SimDisk disk = arguments.length > 1 && arguments[1].equals("spectra") ? writtenSpectra() : written();
            for (String name : disk.list(Journals.DIRECTORY)) {
                Files.write(folder.resolve(name), disk.content(Journals.DIRECTORY.resolve(name)));
            }
            Files.write(folder.resolve("expected.txt"), text(disk).getBytes(StandardCharsets.UTF_8));
        }
    }
}
