package cellwright.store.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The row groups of a file being written. A batch goes to the library column by column, past what
 * it offers for rows and takes half as long again. One thread.
 */
final class ParquetGroups implements Closeable {
    /** What a group takes in memory before it goes to the file. */
    private static final long GROUP_BYTES = 16L << 20;

    private static final int MISSING = 0;
    private static final int PRESENT = 1;

    private final List<ParquetColumn> columns;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final CompressionCodecFactory codecs;
    private final ParquetFileWriter file;
    private Group group;

    /** A row group that grows in memory. */
    private static final class Group implements Closeable {
        final ColumnChunkPageWriteStore pages;
        final ColumnWriteStore store;
        final List<ColumnWriter> writers;

        Group(ColumnChunkPageWriteStore pages, ParquetProperties properties, MessageType schema) {
            this.pages = pages;
            this.store = properties.newColumnWriteStore(schema, pages, pages);
            this.writers =
                    schema.getColumns().stream().map(store::getColumnWriter).toList();
        }

        @Override
        public void close() {
            store.close();
            pages.close();
        }
    }

    private long groupRows;

    ParquetGroups(Path path, List<ParquetColumn> columns) throws IOException {
        this.columns = columns;
        this.schema = new MessageType(
                "table", columns.stream().map(ParquetGroups::field).toArray(Type[]::new));
        this.properties = properties(columns);
        this.codecs = new CodecFactory(new PlainParquetConfiguration(), properties.getPageSizeThreshold());
        this.file = new ParquetFileWriter(
                new LocalOutputFile(path),
                schema,
                ParquetFileWriter.Mode.OVERWRITE,
                GROUP_BYTES,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                null,
                properties);
        file.start();
        group = begun();
    }

    private static Type field(ParquetColumn column) {
        return switch (column.kind()) {
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.label());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.label());
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.label());
        };
    }

    private static ParquetProperties properties(List<ParquetColumn> columns) {
        ParquetProperties.Builder builder = ParquetProperties.builder().withPageWriteChecksumEnabled(true);
        for (ParquetColumn column : columns) {
            if (column.repeats() || column.label().indexOf('.') >= 0) {
                continue;
            }
            builder.withDictionaryEncoding(column.label(), false);
            if (column.kind() == ParquetColumn.Kind.NUMBER) {
                // zstd finds more in the bytes of like doubles side by side than a dictionary that only grows would
                // save
                builder.withByteStreamSplitEncoding(column.label(), true);
            }
        }
        return builder.build();
    }

    private Group begun() {
        var pages = new ColumnChunkPageWriteStore(
                codecs.getCompressor(CompressionCodecName.ZSTD),
                schema,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        groupRows = 0;
        return new Group(pages, properties, schema);
    }

    /** Appends the rows of a batch with the columns of the file. */
    void append(ParquetBatch batch) throws IOException {
        for (int column = 0; column < columns.size(); column++) {
            ColumnWriter writer = group.writers.get(column);
            switch (columns.get(column).kind()) {
                case NUMBER -> numbers(batch, column, writer);
                case WHOLE -> wholes(batch, column, writer);
                case TEXT -> texts(batch, column, writer);
            }
        }
        for (int row = 0; row < batch.size(); row++) {
            group.store.endRecord();
        }
        groupRows += batch.size();
        if (group.store.getBufferedSize() > GROUP_BYTES) {
            flush();
            group = begun();
        }
    }

    private static void numbers(ParquetBatch batch, int column, ColumnWriter into) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.isPresent(column, row)) {
                into.write(batch.numberAt(column, row), 0, PRESENT);
            } else {
                into.writeNull(0, MISSING);
            }
        }
    }

    private static void wholes(ParquetBatch batch, int column, ColumnWriter into) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.isPresent(column, row)) {
                into.write(batch.wholeAt(column, row), 0, PRESENT);
            } else {
                into.writeNull(0, MISSING);
            }
        }
    }

    private static void texts(ParquetBatch batch, int column, ColumnWriter into) {
        for (int row = 0; row < batch.size(); row++) {
            if (batch.isPresent(column, row)) {
                into.write(Binary.fromString(batch.textAt(column, row)), 0, PRESENT);
            } else {
                into.writeNull(0, MISSING);
            }
        }
    }

    private void flush() throws IOException {
        if (groupRows > 0) {
            file.startBlock(groupRows);
            group.store.flush();
            group.pages.flushToFileWriter(file);
            file.endBlock();
        }
        group.close();
    }

    /** Writes what is left and the footer. */
    void end(Map<String, String> metadata) throws IOException {
        flush();
        file.end(metadata);
        file.close();
        codecs.release();
    }

    /** Lets everything go without a footer. */
    @Override
    public void close() throws IOException {
        try {
            group.close();
        } finally {
            file.close();
            codecs.release();
        }
    }
}
