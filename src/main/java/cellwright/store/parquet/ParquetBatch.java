package cellwright.store.parquet;

import java.util.Arrays;
import java.util.List;

/**
 * Some thousand rows of a table on their way into a file, column by column, filled again and again. What is not set in a row is
 * missing there. One thread.
 *
 * <p>Rows come either one by one, set and then {@link #endRow()}, or as whole columns with {@link #numbers}, {@link #wholes},
 * {@link #texts} and then {@link #rows(int)}.
 */
public final class ParquetBatch {
    private final List<ParquetColumn> columns;
    private final int capacity;
    private final double[][] numbers;
    private final long[][] wholes;
    private final String[][] texts;
    private final boolean[][] present;
    private int rows;

    /**
     * An empty batch.
     *
     * @param columns those of the table, in its order
     * @param capacity most rows it holds, at least 1
     */
    public ParquetBatch(List<ParquetColumn> columns, int capacity) {
        this.columns = ParquetColumn.distinct(columns);
        this.capacity = capacity;
        int width = columns.size();
        numbers = new double[width][];
        wholes = new long[width][];
        texts = new String[width][];
        present = new boolean[width][capacity];
        for (int i = 0; i < width; i++) {
            switch (columns.get(i).kind()) {
                case NUMBER, COUNTER -> numbers[i] = new double[capacity];
                case WHOLE -> wholes[i] = new long[capacity];
                case TEXT -> texts[i] = new String[capacity];
            }
        }
    }

    /** The columns, in order. */
    public List<ParquetColumn> columns() {
        return columns;
    }

    /** Rows it holds. */
    public int size() {
        return rows;
    }

    /** Whether no row fits any more. */
    public boolean isFull() {
        return rows == capacity;
    }

    /** Sets a cell of the row being filled; what is not finite is missing. */
    public void number(int column, double value) {
        numbers[column][rows] = value;
        present[column][rows] = Double.isFinite(value);
    }

    /** Sets a cell of the row being filled. */
    public void whole(int column, long value) {
        wholes[column][rows] = value;
        present[column][rows] = true;
    }

    /** Sets a cell of the row being filled; an empty text is missing. */
    public void text(int column, String value) {
        texts[column][rows] = value;
        present[column][rows] = !value.isEmpty();
    }

    /** The row being filled is whole; the next one begins with nothing set. */
    public void endRow() {
        rows++;
    }

    /** Sets a column from its first row on, a row for each value. */
    public void numbers(int column, double[] values) {
        System.arraycopy(values, 0, numbers[column], 0, values.length);
        for (int row = 0; row < values.length; row++) {
            present[column][row] = Double.isFinite(values[row]);
        }
    }

    /** Sets a column from its first row on, a row for each value. */
    public void wholes(int column, long[] values) {
        System.arraycopy(values, 0, wholes[column], 0, values.length);
        Arrays.fill(present[column], 0, values.length, true);
    }

    /** Sets a column from its first row on, a row for each value. */
    public void texts(int column, List<String> values) {
        for (int row = 0; row < values.size(); row++) {
            texts[column][row] = values.get(row);
            present[column][row] = !values.get(row).isEmpty();
        }
    }

    /** Says how many rows the columns set as a whole have. */
    public void rows(int count) {
        if (count < 0 || count > capacity) {
            throw new IllegalArgumentException(count + " rows do not fit into a batch of " + capacity);
        }
        rows = count;
    }

    /** Empties it. */
    public void clear() {
        rows = 0;
        for (int i = 0; i < present.length; i++) {
            Arrays.fill(present[i], false);
            if (columns.get(i).kind() == ParquetColumn.Kind.TEXT) {
                Arrays.fill(texts[i], "");
            }
        }
    }

    boolean[] present(int column) {
        return present[column];
    }

    double[] numbers(int column) {
        return numbers[column];
    }

    long[] wholes(int column) {
        return wholes[column];
    }

    String[] texts(int column) {
        return texts[column];
    }
}
