package cellwright.store.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table in memory: named columns of doubles of equal length, NaN where nothing was measured. Immutable, any thread. */
public final class Table {
    private final Origin origin;
    private final List<String> labels;
    private final double[][] columns;

    private Table(Origin origin, List<String> labels, double[][] columns) {
        this.origin = origin;
        this.labels = labels;
        this.columns = columns;
    }

    /** Where it comes from. */
    public Origin origin() {
        return origin;
    }

    /** Labels {@code Quantity / unit}, in the order of the file. */
    public List<String> labels() {
        return labels;
    }

    /** How many rows there are. */
    public int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    /** Whether there is such a column. */
    public boolean has(String label) {
        return labels.contains(label);
    }

    /** A copy of a column by its label, {@code Voltage / V}; empty if there is none. */
    public Optional<double[]> column(String label) {
        int index = labels.indexOf(label);
        return index < 0 ? Optional.empty() : Optional.of(columns[index].clone());
    }

    /** A cell. */
    public double value(int column, int row) {
        return columns[column][row];
    }

    /** A table while it is read. */
    static final class Draft implements TableSink {
        private final long cellsMax;
        private List<String> labels = List.of();
        private final List<double[][]> pieces = new ArrayList<>();
        private int rows;

        Draft(long cellsMax) {
            this.cellsMax = cellsMax;
        }

        @Override
        public void begin(List<String> names) {
            labels = List.copyOf(names);
        }

        @Override
        public void rows(double[][] columns, int count) throws IOException {
            rows += count;
            if ((long) rows * labels.size() > cellsMax) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "more than %,d numbers, which is too much to keep in memory; ask for fewer columns",
                        cellsMax));
            }
            pieces.add(Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, count))
                    .toArray(double[][]::new));
        }

        /** Column by column, each piece given up as soon as it is copied as a whole. */
        Table table(Origin origin) {
            double[][] whole = new double[labels.size()][];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = new double[rows];
                int at = 0;
                for (double[][] piece : pieces) {
                    System.arraycopy(piece[i], 0, whole[i], at, piece[i].length);
                    at += piece[i].length;
                    piece[i] = new double[0];
                }
            }
            return new Table(origin, labels, whole);
        }
    }
}
