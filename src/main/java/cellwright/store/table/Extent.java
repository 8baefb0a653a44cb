package cellwright.store.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A column in brief.
 *
 * @param label {@code Quantity / unit}
 * @param least smallest number; NaN if there is none
 * @param greatest largest number
 * @param first first number
 * @param last last number
 * @param missing rows in which there is none
 */
public record Extent(String label, double least, double greatest, double first, double last, long missing) {
    private static Extent none(String label) {
        return new Extent(label, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    private Extent with(double value) {
        if (Double.isNaN(value)) {
            return new Extent(label, least, greatest, first, last, missing + 1);
        }
        return Double.isNaN(first)
                ? new Extent(label, value, value, value, value, missing)
                : new Extent(label, Math.min(least, value), Math.max(greatest, value), first, value, missing);
    }

    /** Columns in brief while they are read. */
    static final class Draft implements TableSink {
        private final List<Extent> extents = new ArrayList<>();

        @Override
        public void begin(List<String> labels) {
            labels.forEach(label -> extents.add(none(label)));
        }

        @Override
        public void rows(double[][] columns, int rows) {
            for (int i = 0; i < columns.length; i++) {
                Extent extent = extents.get(i);
                for (int row = 0; row < rows; row++) {
                    extent = extent.with(columns[i][row]);
                }
                extents.set(i, extent);
            }
        }

        List<Extent> extents() {
            return List.copyOf(extents);
        }
    }
}
