package cellwright.store;

import cellwright.engine.Effect;
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
    private long beganNanos;
    private long rowsInStep;

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

    /** Notes that a step began, or went on after an interruption; the rows that follow are counted from here. */
    public void begin(Effect.StepBegan step) {
        beganNanos = step.atNanos();
        rowsInStep = 0;
    }

    /** Appends a row. */
    public void write(Row row) throws IOException {
        line.setLength(0);
        rowsInStep++;
        var counted = new BdfColumn.Line(row, row.reading().atNanos() - beganNanos, rowsInStep);
        for (BdfColumn column : columns) {
            line.append(line.isEmpty() ? "" : ",").append(column.text().apply(counted));
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
