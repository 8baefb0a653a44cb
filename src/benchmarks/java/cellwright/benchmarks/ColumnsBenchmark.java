package cellwright.benchmarks;

import cellwright.journal.RealDisk;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.Ingest;
import cellwright.store.columns.Origin;
import cellwright.store.columns.Plot;
import cellwright.store.columns.Span;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What is asked of the columns of a long run: the cycle table, how the run stands, a picture of any part of it. Beside it DuckDB,
 * on one thread as well, with the same rows. Void if the two do not say the same.
 *
 * <p>Arguments: a folder to write below, and the number of rows.
 */
@TouchesTheRealWorld
public final class ColumnsBenchmark {
    private static final Origin ORIGIN = new Origin("benchmark", "");
    private static final int PIXELS = 2_000;
    private static final int ROUNDS = 5;
    private static final List<String> PLOTTED = List.of("voltage", "current");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path store;
    private final Path folder;
    private final int rows;

    private ColumnsBenchmark(Path folder, int rows) {
        this.folder = folder;
        this.store = folder.resolve("readings");
        this.rows = rows;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try (Scratch scratch = Scratch.below(Path.of(arguments[0]), "columns-benchmark")) {
            new ColumnsBenchmark(scratch.path(), Integer.parseInt(arguments[1])).measure();
        }
    }

    private void measure() throws IOException, SQLException {
        double built = ingest(store, rows);
        Verdict.remark("rows to columns, durable, without a journal", rows / built / 1e6, " M rows/s");
        Verdict.remark("columns on disk", bytes(store) / (double) rows, " bytes/row");
        try (Peer peer = Peer.at(folder.resolve("peer.duckdb"))) {
            long begin = System.nanoTime();
            QuantisedRows all = new QuantisedRows();
            for (int i = 0; i < rows; i++) {
                peer.append(all.next());
            }
            peer.commit();
            Verdict.remark(
                    "rows to DuckDB " + peer.version() + ", durable, without a journal",
                    rows / ((System.nanoTime() - begin) * 1e-3),
                    " M rows/s");
            cycles(peer);
            plots(peer);
            SealedTable.measure(store, folder, peer);
        }
        Files.delete(folder.resolve("peer.duckdb"));
        live();
        Verdict.atMost("heap in use at most, garbage included", heapBytes() / 1e6, " MB", 512);
    }

    private static double ingest(Path where, int count) throws IOException {
        long begin = System.nanoTime();
        QuantisedRows all = new QuantisedRows();
        try (Ingest ingest = Ingest.anew(new RealDisk(), where, ORIGIN)) {
            for (int i = 1; i <= count; i++) {
                all.into(ingest);
                if (i % 1_000_000 == 0) {
                    ingest.commit();
                }
            }
            ingest.commit();
        }
        return (System.nanoTime() - begin) * 1e-9;
    }

    private static long bytes(Path where) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(where)) {
            for (Path file : files.toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    private void cycles(Peer peer) throws IOException, SQLException {
        Rounds kept = new Rounds();
        Rounds scanned = new Rounds();
        Rounds asked = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            CycleTable table = CycleTable.kept(store);
            kept.add((System.nanoTime() - begin) * 1e-9);
            begin = System.nanoTime();
            CycleTable scan = CycleTable.scanned(store, rows);
            scanned.add((System.nanoTime() - begin) * 1e-9);
            begin = System.nanoTime();
            CycleTable answer = CycleTable.asked(peer);
            asked.add((System.nanoTime() - begin) * 1e-9);
            table.mustEqual(scan);
            table.mustEqual(answer);
        }
        Verdict.atLeast(
                "cycle table, DuckDB / columns, from opening the store on", asked.median() / kept.median(), "", 2);
        Verdict.remark("cycle table, columns", kept.median() * 1e3, " ms");
        Verdict.remark("cycle table, DuckDB", asked.median() * 1e3, " ms");
        Verdict.remark("the same by going through all rows, DuckDB / columns", asked.median() / scanned.median(), "");
    }

    private void plots(Peer peer) throws IOException, SQLException {
        try (ColumnStore opened = ColumnStore.open(store)) {
            Rounds whole = new Rounds();
            Rounds theirs = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                Plot plot = opened.plot(PLOTTED, new Span.Time(0, Long.MAX_VALUE), PIXELS);
                whole.add((System.nanoTime() - begin) * 1e-9);
                begin = System.nanoTime();
                theirs(plot, peer);
                theirs.add((System.nanoTime() - begin) * 1e-9);
                check(plot, opened);
            }
            double longest = 0;
            double busiest = 0;
            Rounds any = new Rounds();
            SplittableRandom chance = new SplittableRandom(20260901);
            for (int i = 0; i < 200; i++) {
                long from = chance.nextLong(rows);
                long to = from + (long) ((rows - from) * Math.pow(chance.nextDouble(), 4)) + 1;
                Span span = i % 2 == 0
                        ? new Span.Records(from, to)
                        : new Span.Time(from * QuantisedRows.TICK, to * QuantisedRows.TICK);
                long busy = THREADS.getCurrentThreadCpuTime();
                long begin = System.nanoTime();
                Plot plot = opened.plot(PLOTTED, span, PIXELS);
                double seconds = (System.nanoTime() - begin) * 1e-9;
                busiest = Math.max(busiest, (THREADS.getCurrentThreadCpuTime() - busy) * 1e-9);
                any.add(seconds);
                longest = Math.max(longest, seconds);
                if (plot.size() < Math.min(PIXELS / 2, to - from)) {
                    throw new IllegalStateException("void: " + plot.size() + " buckets");
                }
            }
            Verdict.onACore("2,000 pixels of any part, longest of 200", longest, busiest, 0.05);
            Verdict.remark("2,000 pixels of any part, most of the processor's time", busiest * 1e3, " ms");
            Verdict.remark("2,000 pixels of any part, median", any.median() * 1e3, " ms");
            Verdict.remark("2,000 pixels of all rows", whole.median() * 1e3, " ms");
            Verdict.remark("2,000 pixels of all rows, DuckDB / columns", theirs.median() / whole.median(), "");
        }
    }

    /** The same picture from DuckDB. */
    private static void theirs(Plot plot, Peer peer) throws SQLException {
        long width = (plot.lastNanos(plot.size() - 1) + PIXELS) / PIXELS;
        int[] buckets = {0};
        peer.ask(
                "SELECT t // " + width
                        + " AS b, min(volts), max(volts), min(amps), max(amps) FROM rows GROUP BY b ORDER BY b",
                row -> buckets[0]++);
        if (buckets[0] != plot.size()) {
            throw new IllegalStateException("void: DuckDB has " + buckets[0] + " buckets, the columns " + plot.size());
        }
    }

    /** Void if a bucket does not say what its rows say. */
    private static void check(Plot plot, ColumnStore opened) throws IOException {
        for (int b = 0; b < plot.size(); b++) {
            double[] numbers = new double[(int) plot.rows(b)];
            for (int q = 0; q < PLOTTED.size(); q++) {
                opened.read(PLOTTED.get(q), plot.firstRow(b), numbers);
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (double number : numbers) {
                    least = Math.min(least, number);
                    most = Math.max(most, number);
                }
                if (least != plot.least(q, b)
                        || most != plot.most(q, b)
                        || numbers[0] != plot.first(q, b)
                        || numbers[numbers.length - 1] != plot.last(q, b)) {
                    throw new IllegalStateException("void: bucket " + b + " does not say what its rows say");
                }
            }
        }
    }

    /** A run that goes on: rows come, are committed, and somebody looks. */
    private void live() throws IOException {
        double few = lookSeconds(folder.resolve("young"), 10_000);
        double many = lookSeconds(store, rows);
        Verdict.atMost("how a run of 10 M rows stands, behind each commit", many * 1e3, " ms", 1);
        Verdict.remark("the same of one of 10,000 rows", few * 1e3, " ms");
    }

    private static double lookSeconds(Path where, int before) throws IOException {
        QuantisedRows all = new QuantisedRows();
        if (!Files.exists(where)) {
            ingest(where, before);
        }
        all.skip(before);
        Rounds looks = new Rounds();
        try (Ingest ingest = Ingest.open(new RealDisk(), where, ORIGIN);
                ColumnStore opened = ColumnStore.open(where)) {
            for (int i = 0; i < 300; i++) {
                for (int row = 0; row < 10; row++) {
                    all.into(ingest);
                }
                ingest.commit();
                long begin = System.nanoTime();
                opened.refresh();
                long seen = opened.summary().rows();
                looks.add((System.nanoTime() - begin) * 1e-9);
                if (seen != before + 10L * (i + 1)) {
                    throw new IllegalStateException("void: " + seen + " rows seen");
                }
            }
        }
        return looks.median();
    }

    private static long heapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
