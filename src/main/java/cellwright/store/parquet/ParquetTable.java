package cellwright.store.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Parquet file being written: zstd, row groups of some 16 MiB and at most 2^20 rows, so that memory does not grow with the table.
 * The file lies beside its place as {@code NAME.part} until {@link #finish()}; closed without that, nothing remains. One thread.
 *
 * <pre>{@code
 * try (ParquetTable table = ParquetTable.create(file, columns, Map.of("source", "..."))) {
 *     ParquetBatch batch = table.batch();
 *     for (...) {
 *         batch.number(0, volts);
 *         batch.whole(1, cycle);
 *         table.endRow();        // writes the batch whenever it is full
 *     }
 *     table.finish();
 * }
 * }</pre>
 */
public final class ParquetTable implements Closeable {
    private static final int BATCH_ROWS = 4096;

    private final Path file;
    private final Path part;
    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;
    private final ParquetGroups groups;
    private final ParquetBatch batch;
    private long rows;
    private boolean closed;

    private ParquetTable(Path file, Path part, List<ParquetColumn> columns, Map<String, String> metadata)
            throws IOException {
        this.file = file;
        this.part = part;
        this.columns = columns;
        this.metadata = new LinkedHashMap<>(metadata);
        this.batch = new ParquetBatch(columns, BATCH_ROWS);
        this.groups = new ParquetGroups(part, columns);
    }

    /**
     * Begins a file.
     *
     * @param file where it will be; one that exists is replaced when this one is whole
     * @param columns in the order of the file
     * @param metadata kept in the file's footer, by name
     * @throws IllegalArgumentException if there are no columns or two of one name
     * @throws IOException if nothing can be written there
     */
    public static ParquetTable create(Path file, List<ParquetColumn> columns, Map<String, String> metadata)
            throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        List<ParquetColumn> distinct = ParquetColumn.distinct(columns);
        try {
            return new ParquetTable(file, part, distinct, metadata);
        } catch (IOException | RuntimeException | LinkageError failure) {
            Files.deleteIfExists(part);
            throw Zstd.explained(failure);
        }
    }

    /** The batch to fill; the same one all the time. */
    public ParquetBatch batch() {
        return batch;
    }

    /** The row being filled is whole. */
    public void endRow() throws IOException {
        batch.endRow();
        if (batch.isFull()) {
            flush();
        }
    }

    /** Appends a batch, which may also be one of the caller's own with the same columns; it is as it was afterwards. */
    public void append(ParquetBatch more) throws IOException {
        if (!more.columns().equals(columns)) {
            throw new IllegalArgumentException("the batch has other columns than the table");
        }
        if (more != batch) {
            flush();
        }
        try {
            groups.append(more);
        } catch (LinkageError noZstd) {
            throw Zstd.explained(noZstd);
        }
        rows += more.size();
    }

    /** Rows appended so far. */
    public long rows() {
        return rows + batch.size();
    }

    /**
     * Writes what is left, makes the file durable and moves it to its place.
     *
     * @throws IOException if that fails; nothing is at the file's place then that was not there before
     */
    public void finish() throws IOException {
        flush();
        try {
            groups.end(metadata);
        } catch (LinkageError noZstd) {
            throw Zstd.explained(noZstd);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        closed = true;
    }

    /** Ends it; what was not finished is removed. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            groups.close();
        } catch (IOException | RuntimeException | LinkageError unfinished) {
            // it is thrown away in any case; what went wrong was told where it happened
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void flush() throws IOException {
        append(batch);
        batch.clear();
    }
}
