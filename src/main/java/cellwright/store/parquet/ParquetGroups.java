package cellwright.store.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * The row groups of a file being written. Pages are cut here, column by column; the library encodes, compresses and indexes them.
 * One thread.
 */
final class ParquetGroups implements Closeable {
    /** What a group takes in memory before it goes to the file. */
    private static final long GROUP_BYTES = 16L << 20;

    /** Rows that fit into that may be many where nothing changes; whoever reads wants more than one group to share out. */
    private static final long GROUP_ROWS = 1L << 20;

    private final List<ParquetColumn> columns;
    private final MessageType schema;
    private final ParquetProperties properties;
    private final CompressionCodecFactory codecs;
    private final ParquetFileWriter file;
    private Group group;

    /** A row group that grows in memory. */
    private static final class Group implements Closeable {
        final ColumnChunkPageWriteStore store;
        final List<ColumnPages> columns;
        long rows;

        Group(ColumnChunkPageWriteStore store, List<ColumnPages> columns) {
            this.store = store;
            this.columns = columns;
        }

        long bufferedBytes() {
            return columns.stream().mapToLong(ColumnPages::bufferedBytes).sum();
        }

        @Override
        public void close() {
            columns.forEach(ColumnPages::close);
            store.close();
        }
    }

    ParquetGroups(Path path, List<ParquetColumn> columns) throws IOException {
        this.columns = columns;
        this.schema = new MessageType(
                "table", columns.stream().map(ParquetGroups::field).toArray(Type[]::new));
        this.properties =
                ParquetProperties.builder().withPageWriteChecksumEnabled(true).build();
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
            case NUMBER, COUNTER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.label());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.label());
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.label());
        };
    }

    private Group begun() {
        var store = new ColumnChunkPageWriteStore(
                codecs.getCompressor(CompressionCodecName.ZSTD),
                schema,
                properties.getAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        List<ColumnPages> pages = new ArrayList<>();
        for (ColumnDescriptor descriptor : schema.getColumns()) {
            int index = pages.size();
            pages.add(new ColumnPages(
                    columns.get(index), index, descriptor, properties, store.getPageWriter(descriptor)));
        }
        return new Group(store, List.copyOf(pages));
    }

    /** Appends the rows of a batch with the columns of the file. */
    void append(ParquetBatch batch) throws IOException {
        for (ColumnPages column : group.columns) {
            column.append(batch);
        }
        group.rows += batch.size();
        if (group.rows >= GROUP_ROWS || group.bufferedBytes() > GROUP_BYTES) {
            flush();
            group = begun();
        }
    }

    private void flush() throws IOException {
        if (group.rows > 0) {
            file.startBlock(group.rows);
            for (ColumnPages column : group.columns) {
                column.end();
            }
            group.store.flushToFileWriter(file);
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
