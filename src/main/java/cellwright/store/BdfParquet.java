package cellwright.store;

import cellwright.store.parquet.ParquetTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a run's rows as Battery Data Format Parquet: preferred labels, zstd. The file appears with {@link #finish()}, or not at all. */
public final class BdfParquet extends BdfTable implements Closeable {
    private final ParquetTable table;

    /**
     * Begins a table.
     *
     * @param file where it will be
     * @param unixNanos wall-clock label of the run's start
     * @param stepIds protocol path to the number of the program's step, from 1
     * @param spectra whether spectra will be among the rows
     * @param metadata kept in the file's footer, by name
     */
    public BdfParquet(
            Path file, long unixNanos, Map<String, Integer> stepIds, boolean spectra, Map<String, String> metadata)
            throws IOException {
        super(unixNanos, stepIds, spectra);
        this.table = ParquetTable.create(
                file, columns().stream().map(BdfColumn::parquet).toList(), metadata);
    }

    @Override
    void put(BdfLine line) throws IOException {
        List<BdfColumn> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).put(table.batch(), i, line);
        }
        table.endRow();
    }

    /** Makes the file whole and moves it to its place. */
    public void finish() throws IOException {
        table.finish();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
