package cellwright.lab;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.Effect;
import cellwright.journal.Finding;
import cellwright.protocol.Problem;
import cellwright.protocol.program.Op;
import cellwright.store.BdfCsv;
import cellwright.store.BdfParquet;
import cellwright.store.BdfSidecar;
import cellwright.store.BdfTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes a run's rows to files; a file appears whole or not at all. */
public final class RunExport {
    private RunExport() {}

    /**
     * What was written.
     *
     * @param file the table
     * @param sidecar what belongs to it; empty if it says everything itself
     * @param rows rows in the table
     * @param findings what is not as it was written in the journal the rows come from
     */
    public record Written(Path file, Optional<Path> sidecar, long rows, List<Finding> findings) {
        /** Takes an immutable copy. */
        public Written {
            findings = List.copyOf(findings);
        }
    }

    /** Why a table and the file beside it cannot be written, or nothing. */
    public static List<Problem> objections(Path file) {
        boolean shared = Files.exists(sidecar(file)) && Files.exists(sister(file));
        return WholeFile.objections(file, shared ? List.of(file) : List.of(file, sidecar(file)));
    }

    /**
     * The Battery Data Format as CSV with its metadata beside it.
     *
     * @throws IOException if the journal cannot be read or the file not be written
     */
    public static Written bdfCsv(RunReplay replay, Path file) throws IOException {
        Path part = part(file);
        try {
            Lines lines = lines(replay, part);
            withSidecar(file, lines.retold, () -> Files.move(part, file, StandardCopyOption.ATOMIC_MOVE));
            return new Written(file, Optional.of(sidecar(file)), lines.count, lines.retold.findings());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Lines(long count, Retold retold) {}

    private static Lines lines(RunReplay replay, Path part) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            BdfCsv table = new BdfCsv(out, replay.startUnixNanos(), stepIds(replay), measuresSpectra(replay));
            Retold retold = Retold.to(replay, listener(table, () -> false));
            return new Lines(table.rows(), retold);
        }
    }

    /**
     * The Battery Data Format as Parquet with its metadata beside it; what is known before the run is replayed stands in the footer, too.
     *
     * @throws IOException if the journal cannot be read or the file not be written
     */
    public static Written bdfParquet(RunReplay replay, Path file) throws IOException {
        return bdfParquet(replay, file, () -> false);
    }

    /** The same, given up when somebody wants it; asked row by row. */
    static Written bdfParquet(RunReplay replay, Path file, BooleanSupplier brokenOff) throws IOException {
        try (BdfParquet table = new BdfParquet(
                file,
                replay.startUnixNanos(),
                stepIds(replay),
                measuresSpectra(replay),
                Retold.heading(replay).heading())) {
            Retold retold = Retold.to(replay, listener(table, brokenOff));
            withSidecar(file, retold, table::finish);
            return new Written(file, Optional.of(sidecar(file)), table.rows(), retold.findings());
        }
    }

    /**
     * The cycle table as CSV, below lines that begin with {@code #}: where the data come from, and what each figure means.
     *
     * @throws IOException if the journal cannot be read or the file not be written
     */
    public static Written cyclesCsv(RunReplay replay, Path file) throws IOException {
        List<CycleMetrics> cycles = new ArrayList<>();
        Retold retold = Retold.to(replay, report -> {
            if (report instanceof Effect.CycleEnded ended) {
                cycles.add(CycleMetrics.of(ended.figures(), replay.program().scale()));
            }
        });
        WholeFile.write(file, CycleCsv.explained(retold.provenance().lines(), replay.program(), cycles));
        return new Written(file, Optional.empty(), cycles.size(), retold.findings());
    }

    private static Retold.Listener listener(BdfTable table, BooleanSupplier brokenOff) {
        return new Retold.Listener() {
            @Override
            public void started(long atNanos) {
                table.started(atNanos);
            }

            @Override
            public void take(Effect.Report report) throws IOException {
                if (report instanceof Effect.StepBegan began) {
                    table.begin(began);
                } else if (report instanceof Effect.Recorded recorded) {
                    if (brokenOff.getAsBoolean()) {
                        throw new InterruptedIOException("it was broken off");
                    }
                    table.write(recorded.row());
                } else if (report instanceof Effect.SpectrumRecorded recorded) {
                    table.write(recorded.row());
                }
            }
        };
    }

    /** Something that puts a table to its place. */
    private interface Move {
        void run() throws IOException;
    }

    /** Puts a table to its place once its sidecar is there; if that fails, neither is. */
    private static void withSidecar(Path file, Retold retold, Move move) throws IOException {
        boolean written = writeSidecar(sidecar(file), BdfSidecar.text(retold.provenance()));
        try {
            move.run();
        } catch (IOException | RuntimeException failure) {
            if (written) {
                Files.deleteIfExists(sidecar(file));
            }
            throw failure;
        }
    }

    /** Deletes what tells of a table that is not there, and of no sister of it: an interrupted attempt has left it. */
    static void deleteOrphan(Path file) throws IOException {
        if (!Files.exists(file) && !Files.exists(sister(file))) {
            Files.deleteIfExists(sidecar(file));
        }
    }

    /** Whether it was not there yet: a run's CSV and Parquet share theirs. */
    private static boolean writeSidecar(Path sidecar, String text) throws IOException {
        if (Files.exists(sidecar)) {
            if (!Files.readString(sidecar).equals(text)) {
                throw new IOException(sidecar + " tells of something else than this table; name another file");
            }
            return false;
        }
        WholeFile.write(sidecar, text);
        return true;
    }

    /** The same table in the other format. */
    private static Path sister(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(
                name.endsWith(".parquet")
                        ? name.substring(0, name.length() - ".parquet".length()) + ".csv"
                        : name.replaceAll("\\.csv$", "") + ".parquet");
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static Path sidecar(Path file) {
        return file.resolveSibling(BdfSidecar.name(String.valueOf(file.getFileName())));
    }

    static boolean measuresSpectra(RunReplay replay) {
        return StepOrder.byPath(replay.program().ops()).values().stream().anyMatch(Op.Measure.class::isInstance);
    }

    /** Numbers of the program's steps in the order they stand in the protocol, from 1. */
    static Map<String, Integer> stepIds(RunReplay replay) {
        Map<String, Integer> ids = new HashMap<>();
        StepOrder.paths(replay.program().ops()).forEach(path -> ids.put(path, ids.size() + 1));
        return ids;
    }
}
