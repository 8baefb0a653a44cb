package cellwright.store.table;

import java.io.IOException;
import java.util.List;

/** Takes a table piece by piece. One thread. */
public interface TableSink {
    /** The columns, once, before any rows: labels {@code Quantity / unit}. */
    void begin(List<String> labels);

    /**
     * Some rows.
     *
     * @param columns a column each, in the order of the labels; reused after this returns; what is missing is NaN
     * @param rows how many of each are meant
     * @throws IOException if no more can be taken
     */
    void rows(double[][] columns, int rows) throws IOException;
}
