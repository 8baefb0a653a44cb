package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Poisoned;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library of the house, protocols of a test's own, and short ways to run them. */
public final class House {
    /** The root of the repository. */
    public static final Path ROOT = Path.of(System.getProperty("cellwright.house", ".."));

    /** The cell most tests use. */
    public static final Path CELL = ROOT.resolve("config/cells/ncm85-zhou.yaml");

    /** A label, so that two runs are equal. */
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private House() {}

    /** A protocol of the library. */
    public static Path protocol(String name) {
        return ROOT.resolve("protocols").resolve(name + ".yaml");
    }

    /** A protocol with the usual heading and the given steps, written to a file. */
    public static Path written(Path folder, String limits, String steps) throws IOException {
        Path file = folder.resolve("protocol-under-test.yaml");
        String text = """
                protocol: under test
                reference: Li+/Li
                C-rate: cell
                record: { every: 10 min, dV: 20 mV }
                limits: { %s, silence: 10 s }
                steps:
                %s""".formatted(limits, steps.indent(2));
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The usual cell, warm and under pressure from the beginning, written to a file. */
    public static Path warmCell(Path folder) throws IOException {
        String text = Files.readString(CELL)
                .replace("start_temperature_k: 293.15", "start_temperature_k: 298.15")
                .replace("start_pressure_pa: 0", "start_pressure_pa: 250e6");
        return Files.writeString(folder.resolve("warm-cell.yaml"), text, StandardCharsets.UTF_8);
    }

    static Prepared prepared(Path protocol, Path cell, Map<String, String> set, long seed) {
        return prepared(new Prepared.Order(protocol, cell, set, seed));
    }

    static Prepared prepared(Prepared.Order order) {
        return switch (Prepared.from(order)) {
            case Result.Made<Prepared> made -> made.value();
            case Result.Refused<Prepared> refused ->
                throw new AssertionError("the test's protocol was refused: " + refused.problems());
        };
    }

    static Prepared prepared(String protocol, Map<String, String> set) {
        return prepared(protocol(protocol), CELL, set, 0);
    }

    static Rehearsal.Outcome run(Prepared prepared, Path folder) throws IOException, LogFailure {
        return VirtualRun.run(prepared, folder, START, START, new Silent());
    }

    static RunReplay replay(Path folder) {
        return switch (RunReplay.open(new RunFolder(folder))) {
            case Result.Made<RunReplay> made -> made.value();
            case Result.Refused<RunReplay> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    static RunAudit audit(Path folder) throws IOException {
        return switch (RunAudit.of(new RunFolder(folder))) {
            case Result.Made<RunAudit> made -> made.value();
            case Result.Refused<RunAudit> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    /** Copies a folder with everything in it. */
    public static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
        assertThat(to).isDirectory();
    }

    /** Listens and says nothing; asks for a stop after a number of events. */
    static final class Silent implements Rehearsal.Watcher {
        final List<Effect.Report> reports = new ArrayList<>();
        private final long stopAfter;
        private long seen;

        Silent() {
            this(Long.MAX_VALUE);
        }

        Silent(long stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void report(Effect.Report report) {
            reports.add(report);
        }

        @Override
        public void progress(long virtualNanos, long events) {
            seen = events;
        }

        @Override
        public void poisoned(Poisoned poisoned) {
            throw new AssertionError(poisoned.message());
        }

        @Override
        public Optional<String> stopAskedBy() {
            return seen >= stopAfter ? Optional.of("the keyboard") : Optional.empty();
        }
    }
}
