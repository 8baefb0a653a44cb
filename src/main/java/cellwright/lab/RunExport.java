package cellwright.lab;

import cellwright.engine.Effect;
import cellwright.store.BdfCsv;
import cellwright.store.BdfSidecar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** Writes a run's rows to files; a file appears whole or not at all. */
public final class RunExport {
    private RunExport() {}

    /**
     * What was written.
     *
     * @param file the table
     * @param sidecar what belongs to it
     * @param rows rows in the table
     */
    public record Written(Path file, Path sidecar, long rows) {}

    /**
     * The Battery Data Format as CSV with its metadata beside it.
     *
     * @throws IOException if the journal cannot be read or the file not be written
     */
    public static Written bdfCsv(RunReplay replay, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long unixNanos = replay.startUnixNanos();
        long rows;
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            BdfCsv table = new BdfCsv(out, unixNanos, stepIds(replay));
            replay.play(report -> write(table, report));
            rows = table.rows();
        } catch (UncheckedIOException failure) {
            Files.deleteIfExists(part);
            throw failure.getCause();
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Path sidecar = file.resolveSibling(BdfSidecar.name(file.getFileName().toString()));
        Files.writeString(sidecar, sidecar(replay), StandardCharsets.UTF_8);
        return new Written(file, sidecar, rows);
    }

    private static void write(BdfCsv table, Effect.Report report) {
        if (report instanceof Effect.Recorded recorded) {
            try {
                table.write(recorded.row());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static String sidecar(RunReplay replay) {
        RunCard card = replay.card();
        return BdfSidecar.text(new BdfSidecar(
                card.software(),
                card.simulated(),
                card.run(),
                card.cell(),
                replay.cell().chemistry(),
                card.protocol(),
                card.protocolSha256(),
                card.bench().channel(),
                card.startsAt()));
    }

    /** Numbers of the program's steps in the order they stand in the protocol, from 1. */
    private static Map<String, Integer> stepIds(RunReplay replay) {
        Map<String, Integer> ids = new HashMap<>();
        StepOrder.paths(replay.program().ops()).forEach(path -> ids.put(path, ids.size() + 1));
        return ids;
    }
}
