package cellwright.store;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Writes a run's rows as Battery Data Format CSV: preferred labels, UTF-8 without a mark, one line a row. */
public final class BdfCsv extends BdfTable {
    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    /**
     * Begins a table and writes its header.
     *
     * @param out where to; not closed here
     * @param unixNanos wall-clock label of the run's start
     * @param stepIds protocol path to the number of the program's step, from 1
     * @param spectra whether spectra will be among the rows
     */
    public BdfCsv(Writer out, long unixNanos, Map<String, Integer> stepIds, boolean spectra) throws IOException {
        super(unixNanos, stepIds, spectra);
        this.out = out;
        List<String> labels = columns().stream().map(BdfColumn::label).toList();
        out.write(String.join(",", labels));
        out.write('\n');
    }

    @Override
    void put(BdfLine values) throws IOException {
        line.setLength(0);
        for (BdfColumn column : columns()) {
            line.append(line.isEmpty() ? "" : ",").append(column.text(values));
        }
        out.append(line.append('\n'));
    }
}
