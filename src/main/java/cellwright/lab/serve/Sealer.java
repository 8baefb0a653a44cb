package cellwright.lab.serve;

import cellwright.engine.ChannelState;
import cellwright.engine.CycleFigures;
import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import cellwright.lab.LiveRun;
import cellwright.lab.RunFolder;
import cellwright.lab.RunRecords;
import cellwright.lab.RunReplay;
import cellwright.lab.RunSeal;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives a run that is over its own copy of its records, and writes what it came to, so that its folder can be taken away. May be
 * interrupted at any point and begun again. Any thread, one for a folder.
 */
final class Sealer {
    private static final String UNFINISHED = "journal.part";

    private Sealer() {}

    /**
     * Seals a run's folder.
     *
     * @throws IOException if it cannot; the records stay in the laboratory's journal
     */
    static void seal(RunFolder folder) throws IOException {
        String run = String.valueOf(folder.path().getFileName());
        if (folder.live().isPresent()) {
            copy(folder, run);
        }
        write(folder);
        Files.deleteIfExists(folder.path().resolve(LiveRun.FILE));
    }

    /** Writes into the folder of a run that nothing was journaled of that it never began. */
    static void neverBegan(RunFolder folder) throws IOException {
        folder.put(
                RunSeal.OUTCOME,
                "outcome: failure\nmessage: \"the program ended before the run began; nothing was driven\"\n");
        Files.deleteIfExists(folder.path().resolve(LiveRun.FILE));
    }

    private static void copy(RunFolder folder, String run) throws IOException {
        Path part = folder.path().resolve(UNFINISHED);
        delete(part);
        try (RunRecords records = RunRecords.open(folder, run, Programs.ANY);
                JournalWriter copy = JournalWriter.open(new RealDisk(), part, JournalSizes.USUAL, poisoned -> {})) {
            while (records.next()) {
                copy.append(0, records.event());
            }
            copy.commit();
        } catch (LogFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
        new RealDisk().rename(part, folder.journal());
        new RealDisk().syncDirectory(folder.path());
    }

    private static void write(RunFolder folder) throws IOException {
        RunReplay replay = opened(folder);
        List<CycleFigures> cycles = new ArrayList<>();
        long[] rows = {0};
        RunReplay.Replayed replayed = replay.play(report -> {
            if (report instanceof Effect.CycleEnded ended) {
                cycles.add(ended.figures());
            } else if (report instanceof Effect.Recorded) {
                rows[0]++;
            }
        });
        if (!(replayed.state() instanceof ChannelState.Ended ended)) {
            throw new IOException("the run's records do not tell how it ended");
        }
        new RunSeal(
                        ended.cause(),
                        replayed.lastNanos() - ended.run().startedNanos(),
                        cycles,
                        replayed.events(),
                        rows[0],
                        replay.card().simulated(),
                        replay.program().scale())
                .into(folder);
    }

    private static RunReplay opened(RunFolder folder) throws IOException {
        return switch (RunReplay.open(folder)) {
            case Result.Made<RunReplay> made -> made.value();
            case Result.Refused<RunReplay> refused ->
                throw new IOException(refused.problems().stream()
                        .map(Problem::toString)
                        .toList()
                        .toString());
        };
    }

    /** Removes a folder with everything in it; does nothing if it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
