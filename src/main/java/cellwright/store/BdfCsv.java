package cellwright.store;

import cellwright.engine.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes a run's rows as Battery Data Format CSV: preferred labels, UTF-8 without a mark, one line a row. */
public final class BdfCsv {
    private final Writer out;
    private final List<BdfColumn> columns;
    private final StringBuilder line = new StringBuilder();
    private long rows;

    /**
     * Begins a table and writes its header.
     *
     * @param out where to; not closed here
     * @param unixNanos wall-clock label of the run's start
     * @param stepIds protocol path to the number of the program's step, from 1
     */
    public BdfCsv(Writer out, long unixNanos, Map<String, Integer> stepIds) throws IOException {
        this.out = out;
        this.columns = BdfColumn.of(unixNanos, stepIds);
        out.write(String.join(",", labels(columns)));
        out.write('\n');
    }

    /** Appends a row. */
    public void write(Row row) throws IOException {
        line.setLength(0);
        for (BdfColumn column : columns) {
            line.append(line.isEmpty() ? "" : ",").append(column.text().apply(row));
        }
        out.append(line.append('\n'));
        rows++;
    }

    /** Rows written so far. */
    public long rows() {
        return rows;
    }

    private static List<String> labels(List<BdfColumn> columns) {
        return columns.stream().map(BdfColumn::label).toList();
    }
}
