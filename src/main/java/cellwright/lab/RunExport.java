package cellwright.lab;

import cellwright.engine.Effect;
import cellwright.journal.Finding;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.store.BdfCsv;
import cellwright.store.BdfSidecar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
     * @param findings what is not as it was written in the journal the rows come from
     */
    public record Written(Path file, Path sidecar, long rows, List<Finding> findings) {
        /** Takes an immutable copy. */
        public Written {
            findings = List.copyOf(findings);
        }
    }

    /** Why a table cannot be written to a file, or nothing. */
    public static List<Problem> objections(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of(objection(file, "there is no folder " + folder + " to write it into; make it first"));
        }
        if (!Files.isWritable(folder)) {
            return List.of(objection(file, "nothing may be written into " + folder + "; name another place"));
        }
        List<Problem> problems = new ArrayList<>();
        for (Path wanted : List.of(file, sidecar(file))) {
            if (Files.exists(wanted)) {
                problems.add(objection(wanted, "this exists already; name a file that does not"));
            }
        }
        return problems;
    }

    /**
     * The Battery Data Format as CSV with its metadata beside it.
     *
     * @throws IOException if the journal cannot be read or the file not be written
     */
    public static Written bdfCsv(RunReplay replay, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Written written = table(replay, part, file);
            Files.writeString(written.sidecar(), sidecar(replay), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Written table(RunReplay replay, Path part, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            BdfCsv table = new BdfCsv(out, replay.startUnixNanos(), stepIds(replay));
            RunReplay.Replayed replayed = replay.play(report -> write(table, report));
            return new Written(file, sidecar(file), table.rows(), replayed.findings());
        }
    }

    private static void write(BdfCsv table, Effect.Report report) {
        if (report instanceof Effect.StepBegan began) {
            table.begin(began);
        } else if (report instanceof Effect.Recorded recorded) {
            try {
                table.write(recorded.row());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static Path sidecar(Path file) {
        return file.resolveSibling(BdfSidecar.name(String.valueOf(file.getFileName())));
    }

    private static Problem objection(Path file, String message) {
        return Problem.error(Place.whole(file.toString()), message);
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
