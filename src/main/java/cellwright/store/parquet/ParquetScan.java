package cellwright.store.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a Parquet file, whoever wrote it, some rows at a time. Whole numbers, truth values and floats become doubles, what is
 * missing NaN. Of texts, lists and structures only the names are told. One thread.
 *
 * <p>Memory: the compressed bytes of the wanted columns of one row group, at most {@value #GROUP_MIB} MiB, and a page of each.
 */
public final class ParquetScan implements Closeable {
    private static final String MARK = "PAR1";
    private static final int GROUP_MIB = 256;
    private static final long GROUP_BYTES = (long) GROUP_MIB << 20;

    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<Type> fields;
    private final List<String> skipped;
    private @Nullable List<ColumnReader> columns;
    private long rowsLeftInGroup;
    private int groupsBegun;

    private ParquetScan(Path file, ParquetFileReader reader, Predicate<String> wanted) throws IOException {
        this.file = file;
        this.reader = reader;
        List<Type> numbers = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Type type : reader.getFileMetaData().getSchema().getFields()) {
            if (Cells.areNumbers(type) && wanted.test(type.getName())) {
                numbers.add(type);
            } else {
                others.add(type.getName());
            }
        }
        fields = List.copyOf(numbers);
        skipped = List.copyOf(others);
        schema = new MessageType(reader.getFileMetaData().getSchema().getName(), numbers);
        checkGroups();
        reader.setRequestedSchema(schema);
    }

    /**
     * Opens a file.
     *
     * @param wanted which columns to read, by label
     * @throws IOException if it cannot be read or is no whole Parquet file; the message says where it is damaged
     */
    public static ParquetScan open(Path file, Predicate<String> wanted) throws IOException {
        requireEnd(file);
        ParquetFileReader reader = guarded(file, "its footer", () -> {
            ParquetReadOptions options =
                    ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
            return ParquetFileReader.open(new LocalInputFile(file), options);
        });
        try {
            return guarded(file, "its footer", () -> new ParquetScan(file, reader, wanted));
        } catch (IOException | RuntimeException failure) {
            reader.close();
            throw failure;
        }
    }

    /** A file that was cut short lacks the mark at its end; the library would not say which file that is. */
    private static void requireEnd(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer end = ByteBuffer.allocate(MARK.length());
            long size = channel.size();
            channel.read(end, Math.max(0, size - MARK.length()));
            if (!MARK.equals(new String(end.array(), StandardCharsets.ISO_8859_1))) {
                throw new IOException(file + ": byte " + size + ": the file ends without the mark " + MARK
                        + " of a Parquet file: it was cut short, or is still being written");
            }
        }
    }

    /** Labels of the columns read, in the order of the file. */
    public List<String> labels() {
        return fields.stream().map(Type::getName).toList();
    }

    /** Labels of the columns that are passed over, because they hold no numbers or were not wanted. */
    public List<String> skipped() {
        return skipped;
    }

    /** What the file's footer says about itself, by name. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(
                new TreeMap<>(reader.getFileMetaData().getKeyValueMetaData()));
    }

    /** Rows of the file by its footer. */
    public long rows() {
        return reader.getRecordCount();
    }

    /**
     * Reads the next rows.
     *
     * @param into for each column of {@link #labels()} room for as many rows
     * @return how many rows there were; 0 at the end
     * @throws IOException if the file is damaged
     */
    public int read(double[][] into) throws IOException {
        while (rowsLeftInGroup == 0) {
            if (!nextGroup()) {
                return 0;
            }
        }
        int room = into.length == 0 ? 1 << 16 : into[0].length;
        int rows = (int) Math.min(rowsLeftInGroup, room);
        List<ColumnReader> readers = columns == null ? List.of() : columns;
        guarded(file, "row group " + groupsBegun + " at byte " + groupStart(groupsBegun - 1), () -> {
            for (int i = 0; i < readers.size(); i++) {
                Cells.read(readers.get(i), into[i], rows);
            }
            return rows;
        });
        rowsLeftInGroup -= rows;
        return rows;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean nextGroup() throws IOException {
        if (groupsBegun == reader.getRowGroups().size()) {
            return false;
        }
        String where = "row group " + (groupsBegun + 1) + " at byte " + groupStart(groupsBegun);
        if (fields.isEmpty()) {
            rowsLeftInGroup = reader.getRowGroups().get(groupsBegun).getRowCount();
        } else {
            PageReadStore pages = guarded(file, where, reader::readNextRowGroup);
            columns = guarded(file, where, () -> readers(pages));
            rowsLeftInGroup = pages.getRowCount();
        }
        groupsBegun++;
        return true;
    }

    private List<ColumnReader> readers(PageReadStore pages) {
        var store = new ColumnReadStoreImpl(
                pages, Cells.nowhere(schema), schema, reader.getFileMetaData().getCreatedBy());
        List<ColumnReader> readers = new ArrayList<>();
        for (ColumnDescriptor column : schema.getColumns()) {
            readers.add(store.getColumnReader(column));
        }
        return readers;
    }

    private void checkGroups() throws IOException {
        int number = 0;
        for (BlockMetaData group : reader.getRowGroups()) {
            number++;
            if (group.getRowCount() < 0 || group.getTotalByteSize() < 0) {
                throw new IOException(file + ": row group " + number + ": sizes below 0; the file is damaged");
            }
            long bytes = group.getColumns().stream()
                    .filter(chunk -> schema.containsPath(chunk.getPath().toArray()))
                    .mapToLong(chunk -> chunk.getTotalSize())
                    .sum();
            if (bytes < 0 || bytes > GROUP_BYTES) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s: row group %d: its columns have %,d bytes, more than %d MiB; write the file with smaller row"
                                + " groups",
                        file,
                        number,
                        bytes,
                        GROUP_MIB));
            }
        }
    }

    private long groupStart(int index) {
        return reader.getRowGroups().get(index).getStartingPos();
    }

    /** Something the library does. */
    private interface Work<T> {
        T done() throws IOException;
    }

    /** What the library throws at a damaged file is of many kinds. */
    private static <T> T guarded(Path file, String where, Work<T> work) throws IOException {
        try {
            return work.done();
        } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError damage) {
            if (damage instanceof IOException said
                    && String.valueOf(said.getMessage()).startsWith(file + ": ")) {
                throw said;
            }
            throw new IOException(
                    file + ": " + where + " cannot be read: " + message(damage) + "; a whole Parquet file was expected",
                    damage);
        }
    }

    private static String message(Throwable damage) {
        String text =
                String.valueOf(damage.getMessage() == null ? damage.getClass().getSimpleName() : damage.getMessage());
        return Arrays.stream(text.split("\\R", 2)).findFirst().orElse(text);
    }
}
