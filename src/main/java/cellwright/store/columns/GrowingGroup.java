package cellwright.store.columns;

import cellwright.engine.Tally;

/** The rows of a step or cycle while they come. One thread. */
final class GrowingGroup {
    private final long number;
    private final long firstRow;
    private final Spread spread;
    private long rows;
    private long firstNanos;
    private long lastNanos;
    private Tally tally;

    GrowingGroup(RowGroup past) {
        number = past.number();
        firstRow = past.firstRow();
        spread = past.spread();
        rows = past.rows();
        firstNanos = past.firstNanos();
        lastNanos = past.lastNanos();
        tally = past.tally();
    }

    long number() {
        return number;
    }

    void see(long testNanos, double[] row, int columns, Tally so) {
        spread.see(row, columns, rows == 0);
        firstNanos = rows == 0 ? testNanos : firstNanos;
        lastNanos = testNanos;
        tally = so;
        rows++;
    }

    RowGroup sofar() {
        return new RowGroup(number, firstRow, rows, firstNanos, lastNanos, tally, spread.copy());
    }
}
