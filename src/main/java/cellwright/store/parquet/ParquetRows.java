package cellwright.store.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Tells the Parquet library what rows of a batch are. */
final class ParquetRows extends WriteSupport<ParquetRows.At> {
    private static final long GROUP_BYTES = 16L << 20;

    private final List<ParquetColumn> columns;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    /** A row of a batch. */
    static final class At {
        private final ParquetBatch batch;
        int row;

        At(ParquetBatch batch) {
            this.batch = batch;
        }
    }

    ParquetRows(List<ParquetColumn> columns, Map<String, String> metadata) {
        this.columns = columns;
        this.metadata = new LinkedHashMap<>(metadata);
    }

    List<ParquetColumn> columns() {
        return columns;
    }

    ParquetWriter<At> writer(Path file) throws IOException {
        Builder builder = new Builder(new LocalOutputFile(file), this)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(GROUP_BYTES)
                .withPageWriteChecksumEnabled(true);
        for (ParquetColumn column : columns) {
            if (!column.repeats() && column.label().indexOf('.') < 0) {
                // zstd finds more in the bytes of like doubles side by side than a dictionary that only grows would
                // save
                builder.withDictionaryEncoding(column.label(), false).withByteStreamSplitEncoding(column.label(), true);
            }
        }
        return builder.build();
    }

    @Override
    public String getName() {
        return "cellwright";
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the library all the same
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    private WriteContext context() {
        Type[] fields = columns.stream().map(ParquetRows::field).toArray(Type[]::new);
        return new WriteContext(new MessageType("table", fields), metadata);
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

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(At at) {
        RecordConsumer into = Objects.requireNonNull(consumer, "the library prepares before it writes");
        into.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            if (at.batch.isPresent(i, at.row)) {
                ParquetColumn column = columns.get(i);
                into.startField(column.label(), i);
                cell(at, i, column.kind(), into);
                into.endField(column.label(), i);
            }
        }
        into.endMessage();
    }

    private static void cell(At at, int column, ParquetColumn.Kind kind, RecordConsumer into) {
        switch (kind) {
            case NUMBER -> into.addDouble(at.batch.numberAt(column, at.row));
            case WHOLE -> into.addLong(at.batch.wholeAt(column, at.row));
            case TEXT -> into.addBinary(Binary.fromString(at.batch.textAt(column, at.row)));
        }
    }

    private static final class Builder extends ParquetWriter.Builder<At, Builder> {
        private final ParquetRows support;

        Builder(OutputFile file, ParquetRows support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in the library all the same
        protected WriteSupport<At> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<At> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }
}
