package cellwright.benchmarks;

import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.RealDisk;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.CycleRows;
import cellwright.store.columns.Ingest;
import cellwright.store.columns.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * From a journal to rows that can be asked for, durable: the columns against DuckDB's appender. Both are fed by the same walk
 * through the journal and the engine; what that walk takes alone is told too. Interleaved columns, DuckDB, DuckDB, columns. Void if
 * both do not say the same of every cycle.
 *
 * <p>Arguments: a folder to write below, the number of rows, and the number of rounds.
 */
@TouchesTheRealWorld
public final class IngestBenchmark {
    private static final Origin ORIGIN = new Origin("benchmark", "");
    private static final int ROWS_A_COMMIT = 1_000_000;

    private final Path journal;
    private final Path folder;
    private final int rows;
    private String version = "";

    private IngestBenchmark(Path journal, Path folder, int rows) {
        this.journal = journal;
        this.folder = folder;
        this.rows = rows;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure, SQLException {
        int rows = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        try (Scratch scratch = Scratch.below(Path.of(arguments[0]), "ingest-benchmark")) {
            Path journal = scratch.path().resolve("journal");
            WrittenRun.write(journal, rows);
            new IngestBenchmark(journal, scratch.path(), rows).measure(rounds);
        }
    }

    private void measure(int rounds) throws IOException, SQLException {
        Rounds ratios = new Rounds();
        Rounds own = new Rounds();
        Rounds peer = new Rounds();
        Rounds walks = new Rounds();
        for (int round = 0; round < rounds; round++) {
            double first = columns(round == 0);
            double second = duck(round == 0);
            double third = duck(false);
            double fourth = columns(false);
            ratios.add((second + third) / (first + fourth));
            own.add((first + fourth) / 2);
            peer.add((second + third) / 2);
            walks.add(walk());
        }
        Verdict.atLeast("journal to queryable, DuckDB / columns", ratios.median(), "", 1);
        Verdict.remark("journal to queryable, columns", rows / own.median() / 1e6, " M rows/s");
        Verdict.remark(
                "journal to queryable, DuckDB " + version + " appender", rows / peer.median() / 1e6, " M rows/s");
        Verdict.remark("reading the journal through the engine alone", rows / walks.median() / 1e6, " M rows/s");
        Verdict.remark(
                "without that walk, DuckDB / columns",
                (peer.median() - walks.median()) / (own.median() - walks.median()),
                "");
    }

    private double walk() throws IOException {
        long begin = System.nanoTime();
        WrittenRun.walk(journal, (number, event, effects) -> {});
        return (System.nanoTime() - begin) * 1e-9;
    }

    private double columns(boolean keep) throws IOException {
        Path store = folder.resolve("readings");
        long begin = System.nanoTime();
        try (Ingest ingest = Ingest.anew(new RealDisk(), store, ORIGIN)) {
            long[] committed = {0};
            WrittenRun.walk(journal, (number, event, effects) -> {
                ingest.take(number, event, effects);
                if (ingest.rows() - committed[0] >= ROWS_A_COMMIT) {
                    ingest.commit();
                    committed[0] = ingest.rows();
                }
            });
            ingest.commit();
        }
        try (ColumnStore opened = ColumnStore.open(store)) {
            double seconds = (System.nanoTime() - begin) * 1e-9;
            if (opened.rows() < rows * 0.99) {
                throw new IllegalStateException("void: " + opened.rows() + " rows");
            }
            return seconds;
        } finally {
            if (!keep) {
                new Scratch(store).close();
            }
        }
    }

    private double duck(boolean compare) throws IOException, SQLException {
        Path file = folder.resolve("peer.duckdb");
        long begin = System.nanoTime();
        try (Peer peer = Peer.at(file)) {
            WrittenRun.walk(journal, (number, event, effects) -> append(peer, effects));
            peer.commit();
            double seconds = (System.nanoTime() - begin) * 1e-9;
            version = peer.version();
            if (compare) {
                compare(peer);
            }
            return seconds;
        } finally {
            Files.deleteIfExists(file);
            java.nio.file.Files.deleteIfExists(folder.resolve("peer.duckdb.wal"));
        }
    }

    private static void append(Peer peer, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Recorded recorded) {
                try {
                    peer.append(recorded.row());
                } catch (SQLException failure) {
                    throw new UncheckedIOException(new IOException(failure));
                }
            }
        }
    }

    private void compare(Peer peer) throws IOException, SQLException {
        Path store = folder.resolve("readings");
        try (ColumnStore opened = ColumnStore.open(store)) {
            List<CycleRows> cycles = opened.cycles();
            int volts = opened.column("voltage").orElseThrow();
            int charge = opened.column("charge in cycle").orElseThrow();
            int[] seen = {0};
            peer.ask(
                    "SELECT cycle, count(*), min(volts), max(volts), max(cycle_charged) FROM rows GROUP BY cycle ORDER BY 1",
                    row -> {
                        CycleRows cycle = cycles.get(seen[0]++);
                        boolean same = cycle.rows().number() == row.getLong(1)
                                && cycle.rows().rows() == row.getLong(2)
                                && cycle.rows().spread().least(volts) == row.getDouble(3)
                                && cycle.rows().spread().most(volts) == row.getDouble(4)
                                && cycle.rows().spread().most(charge) == row.getDouble(5);
                        if (!same) {
                            throw new IllegalStateException("void: cycle " + row.getLong(1) + " differs");
                        }
                    });
            if (seen[0] != cycles.size() || seen[0] < rows / 1001) {
                throw new IllegalStateException("void: " + seen[0] + " cycles of " + cycles.size());
            }
        }
        new Scratch(store).close();
    }
}
