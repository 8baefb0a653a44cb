package cellwright.store.parquet;

import java.io.Closeable;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainDoubleDictionaryValuesWriter;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.io.api.Binary;

/**
 * The pages of a column in a row group, cut from batch after batch. One thread.
 *
 * <p>Doubles have a dictionary until it does not pay, and lie side by side byte by byte behind that; counters do so from the start.
 * Whole numbers are the differences from row to row; texts have a dictionary.
 */
final class ColumnPages implements Closeable {
    /** A page has a head of its own and is compressed for itself, so that one of few rows is dear. */
    private static final int PAGE_ROWS = 1 << 15;

    private static final int MISSING = 0;
    private static final int PRESENT = 1;

    private final ParquetColumn column;
    private final int index;
    private final ColumnDescriptor descriptor;
    private final int pageBytes;
    private final PageWriter pages;
    private final ValuesWriter levels;
    private final ValuesWriter values;
    private Statistics<?> statistics;
    private int rows;
    private String lastText = "";
    private Binary lastBytes = Binary.EMPTY;

    /**
     * No pages yet.
     *
     * @param index of the column in the batches
     */
    ColumnPages(
            ParquetColumn column,
            int index,
            ColumnDescriptor descriptor,
            ParquetProperties properties,
            PageWriter pages) {
        this.column = column;
        this.index = index;
        this.descriptor = descriptor;
        this.pageBytes = properties.getPageSizeThreshold();
        this.pages = pages;
        this.levels = properties.newDefinitionLevelWriter(descriptor);
        this.values = values(column, descriptor, properties);
        this.statistics = Statistics.createStats(descriptor.getPrimitiveType());
    }

    private static ValuesWriter values(
            ParquetColumn column, ColumnDescriptor descriptor, ParquetProperties properties) {
        return switch (column.kind()) {
            case NUMBER ->
                FallbackValuesWriter.of(
                        new PlainDoubleDictionaryValuesWriter(
                                properties.getDictionaryPageSizeThreshold(),
                                Encoding.RLE_DICTIONARY,
                                Encoding.PLAIN,
                                properties.getAllocator()),
                        new SplitDoubles());
            case COUNTER -> new SplitDoubles();
            case WHOLE ->
                new DeltaBinaryPackingValuesWriterForLong(
                        properties.getInitialSlabSize(), properties.getPageSizeThreshold(), properties.getAllocator());
            case TEXT -> properties.newValuesWriter(descriptor);
        };
    }

    /** Appends the rows of a batch. */
    void append(ParquetBatch batch) throws IOException {
        boolean[] present = batch.present(index);
        int from = 0;
        while (from < batch.size()) {
            int to = Math.min(batch.size(), from + PAGE_ROWS - rows);
            levels(present, from, to);
            switch (column.kind()) {
                case NUMBER, COUNTER -> numbers(batch.numbers(index), present, from, to);
                case WHOLE -> wholes(batch.wholes(index), present, from, to);
                case TEXT -> texts(batch.texts(index), present, from, to);
            }
            rows += to - from;
            from = to;
            if (rows == PAGE_ROWS || values.getBufferedSize() >= pageBytes) {
                cut();
            }
        }
    }

    private void levels(boolean[] present, int from, int to) {
        int missing = 0;
        for (int row = from; row < to; row++) {
            levels.writeInteger(present[row] ? PRESENT : MISSING);
            missing += present[row] ? 0 : 1;
        }
        statistics.incrementNumNulls(missing);
    }

    private void numbers(double[] numbers, boolean[] present, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row = from; row < to; row++) {
            if (present[row]) {
                values.writeDouble(numbers[row]);
                least = Math.min(least, numbers[row]);
                most = Math.max(most, numbers[row]);
            }
        }
        if (least <= most) {
            statistics.updateStats(least);
            statistics.updateStats(most);
        }
    }

    private void wholes(long[] wholes, boolean[] present, int from, int to) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int row = from; row < to; row++) {
            if (present[row]) {
                values.writeLong(wholes[row]);
                least = Math.min(least, wholes[row]);
                most = Math.max(most, wholes[row]);
            }
        }
        if (least <= most) {
            statistics.updateStats(least);
            statistics.updateStats(most);
        }
    }

    private void texts(String[] texts, boolean[] present, int from, int to) {
        for (int row = from; row < to; row++) {
            if (present[row]) {
                Binary bytes = bytes(texts[row]);
                values.writeBytes(bytes);
                statistics.updateStats(bytes);
            }
        }
    }

    /** A text is mostly the one of the row before. */
    private Binary bytes(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastBytes = Binary.fromString(text);
        }
        return lastBytes;
    }

    private void cut() throws IOException {
        BytesInput bytes = BytesInput.concat(levels.getBytes(), values.getBytes());
        // how values were encoded is known only once their bytes are there; cells that repeat within a row there are
        // none
        Encoding encoding = values.getEncoding();
        pages.writePage(bytes, rows, rows, statistics, Encoding.RLE, levels.getEncoding(), encoding);
        levels.reset();
        values.reset();
        statistics = Statistics.createStats(descriptor.getPrimitiveType());
        rows = 0;
    }

    /** Bytes of it in memory. */
    long bufferedBytes() {
        return pages.getMemSize() + values.getBufferedSize();
    }

    /** Nothing comes any more. */
    void end() throws IOException {
        if (rows > 0) {
            cut();
        }
        DictionaryPage dictionary = values.toDictPageAndClose();
        if (dictionary != null) {
            pages.writeDictionaryPage(dictionary);
        }
    }

    @Override
    public void close() {
        levels.close();
        values.close();
    }
}
