package cellwright.store;

import cellwright.engine.Nanos;
import cellwright.engine.Row;
import cellwright.instrument.Signal;
import cellwright.store.parquet.ParquetBatch;
import cellwright.store.parquet.ParquetColumn;
import cellwright.store.parquet.ParquetTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run's rows as PyProBE has them: Parquet, charge positive, events counted by changes of step or cycle. One thread. */
public final class PyProbeTable implements Closeable {
    private static final double CELSIUS_ZERO = 273.15;
    private static final List<ParquetColumn> COLUMNS = List.of(
            ParquetColumn.counter("Time [s]"),
            ParquetColumn.whole("Step"),
            ParquetColumn.whole("Cycle"),
            ParquetColumn.whole("Event"),
            ParquetColumn.number("Current [A]"),
            ParquetColumn.number("Voltage [V]"),
            ParquetColumn.counter("Capacity [Ah]"),
            ParquetColumn.number("Temperature [C]"),
            ParquetColumn.number("Pressure [Pa]"));

    private final ParquetTable table;
    private final Map<String, Integer> stepIds;
    private long event;
    private long lastStepCount;
    private int lastCycle;

    /**
     * Begins a file.
     *
     * @param file where it will be
     * @param stepIds protocol path to the number of the program's step, from 1
     * @param metadata kept in the file's footer, by name
     */
    public PyProbeTable(Path file, Map<String, Integer> stepIds, Map<String, String> metadata) throws IOException {
        this.stepIds = stepIds;
        this.table = ParquetTable.create(file, COLUMNS, metadata);
    }

    /** Appends a row. */
    public void write(Row row) throws IOException {
        boolean first = table.rows() == 0;
        if (!first && (row.stepCount() != lastStepCount || row.cycle() != lastCycle)) {
            event++;
        }
        lastStepCount = row.stepCount();
        lastCycle = row.cycle();
        ParquetBatch batch = table.batch();
        batch.number(0, (double) row.testNanos() / Nanos.PER_SECOND);
        batch.whole(1, stepIds.getOrDefault(row.path(), 0));
        batch.whole(2, row.cycle());
        batch.whole(3, event);
        batch.number(4, row.reading().value(Signal.CURRENT));
        batch.number(5, row.reading().value(Signal.VOLTAGE));
        batch.number(6, row.test().netCoulombs() / 3600);
        batch.number(7, row.reading().value(Signal.TEMPERATURE) - CELSIUS_ZERO);
        batch.number(8, row.reading().value(Signal.PRESSURE));
        table.endRow();
    }

    /** Rows written so far. */
    public long rows() {
        return table.rows();
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
