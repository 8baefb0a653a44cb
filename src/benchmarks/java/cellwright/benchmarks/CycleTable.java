package cellwright.benchmarks;

import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.CycleRows;
import cellwright.store.columns.RowGroup;
import cellwright.store.columns.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** Ten figures of every cycle: rows, least and greatest of time, voltage and current, most charge, most discharge, least pressure. */
final class CycleTable {
    private static final int FIGURES = 10;
    private static final int CYCLES_MAX = 1 << 15;
    private static final String[] SCANNED = {
        "cycle", "test time", "voltage", "current", "charge in cycle", "discharge in cycle", "pressure"
    };

    private final double[][] figures = new double[CYCLES_MAX][];

    private CycleTable() {}

    /** As the store keeps them. */
    static CycleTable kept(Path store) throws IOException {
        CycleTable table = new CycleTable();
        try (ColumnStore opened = ColumnStore.open(store)) {
            int volts = opened.column("voltage").orElseThrow();
            int amps = opened.column("current").orElseThrow();
            int charge = opened.column("charge in cycle").orElseThrow();
            int discharge = opened.column("discharge in cycle").orElseThrow();
            int pascals = opened.column("pressure").orElseThrow();
            for (CycleRows cycle : opened.cycles()) {
                RowGroup rows = cycle.rows();
                Spread spread = rows.spread();
                table.figures[(int) rows.number()] = new double[] {
                    rows.rows(),
                    rows.firstNanos(),
                    rows.lastNanos(),
                    spread.least(volts),
                    spread.most(volts),
                    spread.least(amps),
                    spread.most(amps),
                    spread.most(charge),
                    spread.most(discharge),
                    spread.least(pascals)
                };
            }
        }
        return table;
    }

    /** From every row again. */
    static CycleTable scanned(Path store, int rows) throws IOException {
        CycleTable table = new CycleTable();
        double[][] numbers = new double[SCANNED.length][4096];
        try (ColumnStore opened = ColumnStore.open(store)) {
            for (long from = 0; from < rows; ) {
                int count = 0;
                for (int i = 0; i < SCANNED.length; i++) {
                    count = opened.read(SCANNED[i], from, numbers[i]);
                }
                for (int i = 0; i < count; i++) {
                    table.see(numbers, i);
                }
                from += count;
            }
        }
        return table;
    }

    private void see(double[][] numbers, int i) {
        int cycle = (int) numbers[0][i];
        double[] so = figures[cycle];
        if (so == null) {
            so = new double[] {0, 1e300, -1e300, 1e300, -1e300, 1e300, -1e300, -1e300, -1e300, 1e300};
            figures[cycle] = so;
        }
        so[0]++;
        so[1] = Math.min(so[1], numbers[1][i]);
        so[2] = Math.max(so[2], numbers[1][i]);
        so[3] = Math.min(so[3], numbers[2][i]);
        so[4] = Math.max(so[4], numbers[2][i]);
        so[5] = Math.min(so[5], numbers[3][i]);
        so[6] = Math.max(so[6], numbers[3][i]);
        so[7] = Math.max(so[7], numbers[4][i]);
        so[8] = Math.max(so[8], numbers[5][i]);
        so[9] = Math.min(so[9], numbers[6][i]);
    }

    /** As DuckDB answers. */
    static CycleTable asked(Peer peer) throws SQLException {
        CycleTable table = new CycleTable();
        peer.ask(
                "SELECT cycle, count(*), min(t), max(t), min(volts), max(volts), min(amps), max(amps), max(cycle_charged),"
                        + " max(cycle_discharged), min(pascals) FROM rows GROUP BY cycle",
                row -> {
                    double[] answer = new double[FIGURES];
                    for (int i = 0; i < FIGURES; i++) {
                        answer[i] = row.getDouble(i + 2);
                    }
                    table.figures[row.getInt(1)] = answer;
                });
        return table;
    }

    /** Void if a figure of a cycle differs, to the last bit. */
    void mustEqual(CycleTable other) {
        if (figures[1] == null || !Arrays.deepEquals(figures, other.figures)) {
            throw new IllegalStateException("void: two tables of the cycles differ");
        }
    }
}
