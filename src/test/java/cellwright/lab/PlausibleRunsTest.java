package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What cannot be true brings the cell to rest within two periods, by name (catalogue S12, S13), and what the library's
 * protocols do to a cell is plausible, however closely one looks. {@link GoldenTraceTest} says the same of how a rehearsal looks.
 * {@code -Dcellwright.close=100} looks at every protocol of it, every 100 ms.
 */
final class PlausibleRunsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long FAULT = 5400 * SECOND;
    private static final String AT = " at 5400 s";
    private static final long CLOSE_MILLIS = Long.getLong("cellwright.close", 0);
    private static final long PERIOD = CLOSE_MILLIS == 0 ? SECOND : CLOSE_MILLIS * 1_000_000;
    private static final List<String> SHORT =
            List.of("rig-tour", "cheng-2020-lipon-conductivity", "zhou-2022-conductivity", "lithium-symmetric-life");

    @TempDir
    Path folder;

    private final Listener log = new Listener();

    /** One that knows when a failure was told and when the run went to rest. */
    private static final class Listener implements EventLog {
        final List<Event.Failed> failures = new ArrayList<>();
        long safeNanos = -1;
        long startNanos = -1;
        long readings;

        @Override
        public void append(int channel, Event event) {
            startNanos = startNanos < 0 ? event.atNanos() : startNanos;
            readings += event instanceof Event.Measured ? 1 : 0;
            if (event instanceof Event.Failed failed) {
                failures.add(failed);
            }
            if (event instanceof Event.Safe safe) {
                safeNanos = safe.atNanos();
            }
        }

        @Override
        public void commit() {
            // nothing to keep
        }
    }

    private Rehearsal.Outcome run(Prepared prepared) {
        return new Rehearsal(prepared, log, new House.Silent()).run("plausible", House.START);
    }

    private Rehearsal.Outcome run(String steps, String faults, String kind, String ohms) throws IOException {
        Path protocol = House.written(folder, "voltage: -4..4.9 V", steps);
        Path cell = folder.resolve("wide-cell.yaml");
        Files.writeString(
                cell,
                Files.readString(House.warmCell(folder))
                        .replace("2.6..4.9 V vs Li+/Li", "-4.0..4.9 V vs Li+/Li")
                        .replace("temperature: 10..60 °C", "temperature: 10..2000 °C"));
        Map<String, String> simulation =
                Map.of("faults", faults, "instrument", kind, "contact_rise_ohm", ohms, "start_stoichiometry", "0.7");
        return run(House.prepared(new Prepared.Order(protocol, cell, Map.of(), 0, simulation)));
    }

    /** The envelope is wide, so that no limit is violated. */
    @ParameterizedTest
    @CsvSource({
        "sense_off, ideal, the voltage went from",
        "sense_off, real, the voltage went from",
        "swapped_sense, ideal, whether the sense leads are swapped",
        "swapped_sense, real, whether the sense leads are swapped",
        "contact_rise, ideal, the contacts of the cell",
        "contact_rise, real, the contacts of the cell",
        "thermocouple_open, ideal, the temperature is 1372.0 °C",
        "thermocouple_open, real, the temperature is 1372.0 °C",
    })
    void aFaultUnderAChargeBringsTheCellToRestWithinTwoPeriods(String fault, String kind, String said)
            throws IOException {
        Rehearsal.Outcome outcome =
                run("- { charge: C/5, until: voltage >= 4.5 V, at most: 5 h }", fault + AT, kind, "3000");
        assertThat(outcome.cause().kind()).isEqualTo(Cause.Kind.FAILURE);
        assertThat(outcome.cause().message()).contains(said);
        assertThat(log.safeNanos - log.startNanos).isBetween(FAULT, FAULT + SECOND / 5);
    }

    @Test
    void aWorseContactThatCameAtRestIsFoundWithTheNextCurrent() throws IOException {
        Rehearsal.Outcome outcome = run("""
                - { charge: C/5, at most: 1 h }
                - { rest: 1 h }
                - { charge: C/5, at most: 10 min }
                """, "contact_rise at 5400 s", "ideal", "4500");
        assertThat(outcome.cause().message()).contains("the voltage went from");
        assertThat(log.safeNanos - log.startNanos).isBetween(7200 * SECOND, 7201 * SECOND);
    }

    @Test
    void theLimitThatASwappedLeadViolatesSaysSo() throws IOException {
        Path protocol = House.written(
                folder, "voltage: 2.7..4.4 V", "- { charge: C/5, until: voltage >= 4.3 V, at most: 5 h }");
        Prepared prepared = House.prepared(new Prepared.Order(
                protocol, House.warmCell(folder), Map.of(), 0, Map.of("faults", "swapped_sense" + AT)));
        Cause cause = run(prepared).cause();
        assertThat(cause.message()).contains("voltage is -", "outside the window", "sense leads are swapped");
    }

    /** A sensor in a room of 23 °C, and one that happens to lie where the first set-point is. */
    @ParameterizedTest
    @CsvSource({"thermocouple_swapped at 0 s, 25 °C, 30 °C", "thermocouple_swapped at 0 s, 23 °C, 28 °C"})
    void aSensorThatSitsElsewhereFailsTheSensorCheck(String faults, String low, String high) {
        Prepared swapped = House.prepared(new Prepared.Order(
                House.protocol("sensor-check"),
                House.CELL,
                Map.of("low", low, "high", high),
                0,
                Map.of("faults", faults)));
        Cause cause = run(swapped).cause();
        assertThat(cause.kind()).isEqualTo(Cause.Kind.LATE);
        assertThat(cause.message()).contains("temperature");
        Prepared right = House.prepared("sensor-check", Map.of("low", low, "high", high));
        assertThat(run(right).cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
    }

    @TestFactory
    List<DynamicTest> nothingTheLibraryDoesIsImplausible() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("protocols"))) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".golden.csv"))
                    .map(name -> name.replace(".golden.csv", ""))
                    .filter(name -> CLOSE_MILLIS > 0 || SHORT.contains(name))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThanOrEqualTo(SHORT.size());
            return names.stream()
                    .flatMap(name -> Stream.of("ideal", "real")
                            .map(kind -> DynamicTest.dynamicTest(name + " " + kind, () -> plausible(name, kind))))
                    .toList();
        }
    }

    private static void plausible(String name, String kind) throws IOException {
        GoldenTrace golden = GoldenTrace.read(
                Files.readString(House.ROOT.resolve("protocols").resolve(name + ".golden.csv")));
        Map<String, String> simulation = new TreeMap<>(Map.of("instrument", kind));
        Prepared prepared = House.prepared(new Prepared.Order(
                House.protocol(name), House.ROOT.resolve(golden.cell()), golden.set(), 0, simulation));
        Listener log = new Listener();
        House.Silent watcher = new House.Silent();
        Rehearsal.Outcome outcome =
                new Rehearsal(ClosedLook.of(prepared, PERIOD), log, watcher).run("closely", House.START);
        assertThat(log.failures).as("%s: %s", outcome.cause(), alarms(watcher)).isEmpty();
        assertThat(log.readings).isGreaterThanOrEqualTo(outcome.virtualNanos() / PERIOD);
        if (kind.equals("ideal")) {
            assertThat(outcome.cause().kind()).as(outcome.cause().message()).isEqualTo(Cause.Kind.COMPLETE);
        }
    }

    private static List<Effect.Report> alarms(House.Silent watcher) {
        return watcher.reports.stream()
                .filter(report -> report instanceof Effect.Alarm)
                .toList();
    }
}
