package cellwright.store.columns;

import java.io.IOException;
import java.util.List;

/**
 * Makes plots of the columns of a store. Buckets of many rows begin and end with strips, so that their numbers are in the
 * index; that moves an edge by at most {@value Layout#STRIP} rows of at least {@value #COARSE}.
 */
final class Plotting {
    private static final int COARSE = 8 * Layout.STRIP;

    private final ColumnReader time;
    private final List<ColumnReader> columns;
    private final long rows;
    private final Range range = new Range();

    /**
     * Plots of rows that are there.
     *
     * @param time the column of test time
     * @param columns what is asked for
     */
    Plotting(ColumnReader time, List<ColumnReader> columns, long rows) {
        this.time = time;
        this.columns = columns;
        this.rows = rows;
    }

    /** The first row at or behind an instant of test time, at or behind a row; the number of rows if there is none. */
    long rowAt(long nanos, long from) throws IOException {
        return rowAt(nanos, from, false);
    }

    /** The same, or only the beginning of the strip that lies before it. */
    private long rowAt(long nanos, long from, boolean strip) throws IOException {
        if (from >= rows || time.wholeFirst(from) >= nanos) {
            return Math.min(from, rows);
        }
        long low = from;
        long high = Math.min(rows, strip(low + Layout.STRIP));
        for (long step = Layout.STRIP; high < rows && time.wholeFirst(high) < nanos; step *= 2) {
            low = high;
            high = Math.min(rows, strip(low + step));
        }
        // before the instant lies low, but not high
        while (high - low > 1 && !(strip && high - low <= Layout.STRIP && low % Layout.STRIP == 0)) {
            long middle = (low + high) >>> 1;
            long probe = strip(middle) > low ? strip(middle) : middle;
            if (time.wholeFirst(probe) < nanos) {
                low = probe;
            } else {
                high = probe;
            }
        }
        return high - low > 1 ? low : high;
    }

    private static long strip(long row) {
        return row - row % Layout.STRIP;
    }

    /** Buckets of equal numbers of rows. */
    Plot byRows(long from, long to, int points) throws IOException {
        Plot.Draft draft = draft(from, to, points);
        long count = to - from;
        long edge = from;
        for (int i = 1; i <= points && edge < to; i++) {
            long wanted = from + (count <= points ? i : (long) ((double) count * i / points));
            edge = bucket(draft, edge, Math.min(to, wanted), to, i == points);
        }
        return draft.done();
    }

    /** Buckets of equal test time; those without rows are left out. */
    Plot byTime(long from, long to, int points) throws IOException {
        if (to - from <= points) {
            return byRows(from, to, points);
        }
        Plot.Draft draft = draft(from, to, points);
        long begin = time.whole(from);
        double width = (time.whole(to - 1) - begin + 1) / (double) points;
        long edge = from;
        for (int i = 1; i <= points && edge < to; i++) {
            long wanted = i == points ? to : edge(begin + (long) Math.ceil(i * width), edge);
            edge = bucket(draft, edge, Math.min(to, wanted), to, i == points);
        }
        return draft.done();
    }

    /** Where a bucket ends: to the row if it is small. */
    private long edge(long nanos, long from) throws IOException {
        long roughly = rowAt(nanos, from, true);
        return roughly - from >= COARSE ? roughly : rowAt(nanos, Math.max(from, roughly));
    }

    private Plot.Draft draft(long from, long to, int points) {
        List<Quantity> quantities =
                columns.stream().map(column -> column.column().quantity()).toList();
        return new Plot.Draft(quantities, (int) Math.min(points, Math.max(0, to - from)));
    }

    /** A bucket up to before a row, or a little less, if that leaves any; where the next one begins. */
    private long bucket(Plot.Draft draft, long from, long wanted, long end, boolean last) throws IOException {
        long to = last ? end : wanted - from >= COARSE ? strip(wanted) : wanted;
        if (to <= from) {
            return from;
        }
        draft.begin(from, to, time.wholeFirst(from), time.wholeLast(to - 1));
        for (int i = 0; i < columns.size(); i++) {
            ColumnReader column = columns.get(i);
            range.clear();
            double first = column.first(from);
            column.see(range, from, to);
            draft.put(i, first, column.last(to - 1), range.least(), range.most());
        }
        return to;
    }
}
