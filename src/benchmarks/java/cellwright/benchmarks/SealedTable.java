package cellwright.benchmarks;

import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.Quantity;
import cellwright.store.parquet.ParquetBatch;
import cellwright.store.parquet.ParquetColumn;
import cellwright.store.parquet.ParquetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The columns of a run as a Parquet file, beside what DuckDB copies from a table of the same rows; both on one thread. */
@TouchesTheRealWorld
final class SealedTable {
    private static final int BATCH = 4096;

    private SealedTable() {}

    static void measure(Path store, Path folder, Peer peer) throws IOException, SQLException {
        Path ours = folder.resolve("ours.parquet");
        Path theirs = folder.resolve("theirs.parquet");
        long begin = System.nanoTime();
        long rows = write(store, ours);
        double our = (System.nanoTime() - begin) * 1e-9;
        begin = System.nanoTime();
        peer.run("COPY rows TO '" + theirs + "' (FORMAT parquet, COMPRESSION zstd)");
        double their = (System.nanoTime() - begin) * 1e-9;
        same(peer, ours, theirs, rows);
        Verdict.atMost(
                "Parquet with zstd, bytes, ours / DuckDB's", Files.size(ours) / (double) Files.size(theirs), "", 1.1);
        Verdict.remark("Parquet with zstd, ours", Files.size(ours) / (double) rows, " bytes/row");
        Verdict.atLeast("columns to Parquet, DuckDB's COPY / ours", their / our, "", 0.5);
        Verdict.remark("columns to Parquet", rows / our * 1e-6, " M rows/s");
        Files.delete(ours);
        Files.delete(theirs);
    }

    private static long write(Path store, Path file) throws IOException {
        try (ColumnStore opened = ColumnStore.open(store)) {
            List<Quantity> quantities = opened.quantities();
            List<ParquetColumn> columns =
                    quantities.stream().map(SealedTable::column).toList();
            try (ParquetTable table = ParquetTable.create(file, columns, Map.of())) {
                ParquetBatch batch = table.batch();
                for (long from = 0; from < opened.rows(); from += BATCH) {
                    int count = (int) Math.min(BATCH, opened.rows() - from);
                    double[] some = new double[count];
                    for (int i = 0; i < columns.size(); i++) {
                        opened.read(quantities.get(i).name(), from, some);
                        switch (columns.get(i).kind()) {
                            case NUMBER, COUNTER -> batch.numbers(i, some);
                            case WHOLE -> batch.wholes(i, whole(some));
                            case TEXT -> throw new IllegalStateException("void: no quantity is a text");
                        }
                    }
                    batch.rows(count);
                    table.append(batch);
                    batch.clear();
                }
                table.finish();
                return table.rows();
            }
        }
    }

    private static ParquetColumn column(Quantity quantity) {
        if (quantity.kind() != Quantity.Kind.DOUBLE) {
            return ParquetColumn.whole(quantity.name());
        }
        boolean counted = quantity.name().contains("charge");
        return counted ? ParquetColumn.counter(quantity.name()) : ParquetColumn.number(quantity.name());
    }

    private static long[] whole(double[] numbers) {
        long[] wholes = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            wholes[i] = (long) numbers[i];
        }
        return wholes;
    }

    /** Void if the two files do not hold the same. */
    private static void same(Peer peer, Path ours, Path theirs, long rows) throws SQLException {
        String[] sums = new String[2];
        for (Path file : List.of(ours, theirs)) {
            int which = file.equals(ours) ? 0 : 1;
            String time = which == 0 ? "\"test time\"" : "t";
            String volts = which == 0 ? "voltage" : "volts";
            peer.ask(
                    "SELECT concat_ws(' ', count(*), sum(" + time + "), sum(cycle), sum(step), min(" + volts + "), max("
                            + volts + ")) FROM '" + file + "'",
                    row -> sums[which] = row.getString(1));
        }
        if (!sums[0].equals(sums[1]) || !sums[0].startsWith(rows + " ")) {
            throw new IllegalStateException("void: " + sums[0] + " is not " + sums[1]);
        }
    }
}
