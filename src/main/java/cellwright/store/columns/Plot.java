package cellwright.store.columns;

import java.util.Arrays;
import java.util.List;

/**
 * A part of a run in so many buckets, each a few rows that follow each other; where there were few rows, a bucket a row.
 * Quantities are counted in the order they were asked for. Immutable, any thread.
 */
public final class Plot {
    private static final int FACES = 4;

    private final List<Quantity> quantities;
    private final long[] firstRows;
    private final long[] firstNanos;
    private final long[] lastNanos;
    private final double[][] numbers;
    private final int size;
    private final long endRow;

    private Plot(Draft draft) {
        quantities = draft.quantities;
        size = draft.size;
        endRow = draft.endRow;
        firstRows = Arrays.copyOf(draft.firstRows, size);
        firstNanos = Arrays.copyOf(draft.firstNanos, size);
        lastNanos = Arrays.copyOf(draft.lastNanos, size);
        numbers = draft.numbers;
    }

    /** What was asked for. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** How many buckets there are. */
    public int size() {
        return size;
    }

    /** A bucket's first row, from 0 in the run. */
    public long firstRow(int bucket) {
        return firstRows[bucket];
    }

    /** How many rows a bucket has, at least 1. */
    public long rows(int bucket) {
        return (bucket + 1 < size ? firstRows[bucket + 1] : endRow) - firstRows[bucket];
    }

    /** Test time of a bucket's first row. */
    public long firstNanos(int bucket) {
        return firstNanos[bucket];
    }

    /** Test time of a bucket's last row. */
    public long lastNanos(int bucket) {
        return lastNanos[bucket];
    }

    /** The number of a bucket's first row; NaN if there is none. */
    public double first(int quantity, int bucket) {
        return numbers[quantity][bucket * FACES];
    }

    /** The number of a bucket's last row; NaN if there is none. */
    public double last(int quantity, int bucket) {
        return numbers[quantity][bucket * FACES + 1];
    }

    /** The least number of a bucket; NaN if it has none. */
    public double least(int quantity, int bucket) {
        return numbers[quantity][bucket * FACES + 2];
    }

    /** The greatest number of a bucket; NaN if it has none. */
    public double most(int quantity, int bucket) {
        return numbers[quantity][bucket * FACES + 3];
    }

    /** A plot while it is made. One thread. */
    static final class Draft {
        private final List<Quantity> quantities;
        private final long[] firstRows;
        private final long[] firstNanos;
        private final long[] lastNanos;
        private final double[][] numbers;
        private int size;
        private long endRow;

        Draft(List<Quantity> quantities, int most) {
            this.quantities = List.copyOf(quantities);
            firstRows = new long[most];
            firstNanos = new long[most];
            lastNanos = new long[most];
            numbers = new double[quantities.size()][most * FACES];
        }

        void begin(long fromRow, long toRow, long fromNanos, long toNanos) {
            firstRows[size] = fromRow;
            firstNanos[size] = fromNanos;
            lastNanos[size] = toNanos;
            endRow = toRow;
            size++;
        }

        /** Numbers of the bucket begun last. */
        void put(int quantity, double first, double last, double least, double most) {
            int at = (size - 1) * FACES;
            numbers[quantity][at] = first;
            numbers[quantity][at + 1] = last;
            numbers[quantity][at + 2] = least;
            numbers[quantity][at + 3] = most;
        }

        Plot done() {
            return new Plot(this);
        }
    }
}
