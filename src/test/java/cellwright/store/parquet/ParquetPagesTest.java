package cellwright.store.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values survive however pages and row groups are cut and whichever way their values are written. */
final class ParquetPagesTest {
    /** A page is cut behind so many rows. */
    private static final int PAGE = 1 << 15;

    private static final int GROUP = 1 << 20;

    @TempDir
    Path folder;

    private Path numbers(ParquetColumn column, double[] values) throws IOException {
        Path file = folder.resolve("numbers.parquet");
        try (ParquetTable table = ParquetTable.create(file, List.of(column), Map.of())) {
            for (int from = 0; from < values.length; from += 4096) {
                double[] some = Arrays.copyOfRange(values, from, Math.min(values.length, from + 4096));
                table.batch().numbers(0, some);
                append(table, some.length);
            }
            table.finish();
        }
        return file;
    }

    private Path wholes(long[] values) throws IOException {
        Path file = folder.resolve("wholes.parquet");
        try (ParquetTable table = ParquetTable.create(file, List.of(ParquetColumn.whole("w")), Map.of())) {
            for (int from = 0; from < values.length; from += 4096) {
                long[] some = Arrays.copyOfRange(values, from, Math.min(values.length, from + 4096));
                table.batch().wholes(0, some);
                append(table, some.length);
            }
            table.finish();
        }
        return file;
    }

    private static void append(ParquetTable table, int rows) throws IOException {
        table.batch().rows(rows);
        table.append(table.batch());
        table.batch().clear();
    }

    private static double[] read(Path file) throws IOException {
        try (ParquetScan scan = ParquetScan.open(file, label -> true)) {
            double[] all = new double[(int) scan.rows()];
            double[][] some = new double[1][10_000];
            int at = 0;
            for (int rows = scan.read(some); rows > 0; rows = scan.read(some)) {
                System.arraycopy(some[0], 0, all, at, rows);
                at += rows;
            }
            return all;
        }
    }

    /** Bit by bit. */
    private static void same(double[] got, double... wanted) {
        assertThat(Arrays.mismatch(got, wanted))
                .as("first row that differs, -1 if none")
                .isEqualTo(-1);
    }

    private static List<ColumnChunkMetaData> chunks(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            return reader.getFooter().getBlocks().stream()
                    .map(BlockMetaData::getColumns)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static double[] drawn(int rows, int distinct) {
        SplittableRandom random = new SplittableRandom(rows);
        return random.ints(rows, 0, distinct).mapToDouble(i -> 3 + i * 1e-4).toArray();
    }

    @Test
    void rowsAroundTheEndOfAPageComeBack() throws IOException {
        for (int rows : List.of(1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE + 4095)) {
            double[] values = drawn(rows, 100);
            double[] walk = IntStream.range(0, rows).mapToDouble(i -> i * 0.1).toArray();
            long[] wholes = LongStream.range(0, rows).map(i -> i / 7 - 3).toArray();
            same(read(numbers(ParquetColumn.number("n"), values)), values);
            same(read(numbers(ParquetColumn.counter("n"), walk)), walk);
            same(read(wholes(wholes)), Arrays.stream(wholes).asDoubleStream().toArray());
        }
    }

    @Test
    void aColumnThatIsMissingForPagesComesBack() throws IOException {
        double[] late = drawn(3 * PAGE, 1000);
        Arrays.fill(late, 0, PAGE + 10, Double.NaN);
        double[] holes = drawn(2 * PAGE, 1000);
        for (int i = 0; i < holes.length; i += 1 + i % 13) {
            holes[i] = Double.NaN;
        }
        double[] never = new double[PAGE + 1];
        Arrays.fill(never, Double.NaN);
        for (double[] values : List.of(late, holes, never)) {
            same(read(numbers(ParquetColumn.number("n"), values)), values);
            same(read(numbers(ParquetColumn.counter("n"), values)), values);
        }
    }

    @Test
    void whatIsNotFiniteIsMissing() throws IOException {
        double[] values = {Double.POSITIVE_INFINITY, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
        double[] kept = {Double.NaN, -0.0, Double.NaN, Double.MIN_VALUE, Double.NaN};
        for (ParquetColumn column : List.of(ParquetColumn.number("n"), ParquetColumn.counter("n"))) {
            same(read(numbers(column, values)), kept);
        }
    }

    /** Their differences do not fit into the numbers themselves. */
    @Test
    void wholeNumbersOfAnySizeComeBack() throws IOException {
        long[] far = {Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1};
        long[] drawn = new SplittableRandom(1).longs(PAGE + 5).toArray();
        for (long[] values : List.of(far, drawn)) {
            same(read(wholes(values)), Arrays.stream(values).asDoubleStream().toArray());
        }
    }

    @Test
    void readingsHaveADictionaryUntilItDoesNotPay() throws IOException {
        double[] few = drawn(2 * PAGE, 100);
        assertThat(chunks(numbers(ParquetColumn.number("n"), few)).get(0).getEncodings())
                .contains(Encoding.RLE_DICTIONARY)
                .doesNotContain(Encoding.BYTE_STREAM_SPLIT);
        double[] then = Arrays.copyOf(few, 12 * PAGE);
        for (int i = few.length; i < then.length; i++) {
            then[i] = Math.sqrt(i);
        }
        Path both = numbers(ParquetColumn.number("n"), then);
        assertThat(chunks(both).get(0).getEncodings()).contains(Encoding.RLE_DICTIONARY, Encoding.BYTE_STREAM_SPLIT);
        same(read(both), then);
        double[] all = new SplittableRandom(2).doubles(2 * PAGE).toArray();
        Path none = numbers(ParquetColumn.number("n"), all);
        assertThat(chunks(none).get(0).getEncodings())
                .contains(Encoding.BYTE_STREAM_SPLIT)
                .doesNotContain(Encoding.RLE_DICTIONARY);
        same(read(none), all);
    }

    @Test
    void theFooterKnowsLeastMostAndWhatIsMissing() throws IOException {
        double[] values = drawn(PAGE + 100, 50);
        values[7] = -2;
        values[PAGE + 9] = 40;
        values[10] = Double.NaN;
        values[PAGE + 10] = Double.NaN;
        Statistics<?> of =
                chunks(numbers(ParquetColumn.number("n"), values)).get(0).getStatistics();
        assertThat(of.genericGetMin()).isEqualTo(-2.0);
        assertThat(of.genericGetMax()).isEqualTo(40.0);
        assertThat(of.getNumNulls()).isEqualTo(2);
        Statistics<?> wholes = chunks(wholes(new long[] {3, -5, 4})).get(0).getStatistics();
        assertThat(wholes.genericGetMin()).isEqualTo(-5L);
        assertThat(wholes.genericGetMax()).isEqualTo(4L);
        Statistics<?> nothing = chunks(numbers(ParquetColumn.number("n"), new double[] {Double.NaN}))
                .get(0)
                .getStatistics();
        assertThat(nothing.hasNonNullValue()).isFalse();
        assertThat(nothing.getNumNulls()).isEqualTo(1);
    }

    @Test
    void rowsAreSharedOutAmongGroups() throws IOException {
        double[] still = new double[GROUP + 5000];
        Arrays.fill(still, 298.15);
        still[GROUP] = 299;
        Path file = numbers(ParquetColumn.number("n"), still);
        assertThat(chunks(file)).extracting(ColumnChunkMetaData::getValueCount).containsExactly((long) GROUP, 5000L);
        same(read(file), still);
        assertThat(Files.size(file)).isLessThan(20_000);
    }

    /** Numbers that cannot be compressed fill a group by their bytes. */
    @Test
    void aGroupIsBoundedInBytes() throws IOException {
        List<ParquetColumn> columns =
                Stream.of("a", "b", "c", "d").map(ParquetColumn::counter).toList();
        Path file = folder.resolve("noise.parquet");
        try (ParquetTable table = ParquetTable.create(file, columns, Map.of())) {
            for (int batch = 0; batch < 150; batch++) {
                for (int column = 0; column < columns.size(); column++) {
                    table.batch()
                            .numbers(
                                    column,
                                    new SplittableRandom(4L * batch + column)
                                            .doubles(4096)
                                            .toArray());
                }
                append(table, 4096);
            }
            table.finish();
        }
        List<Long> rows = chunks(file).stream()
                .filter(chunk -> chunk.getPath().toDotString().equals("a"))
                .map(ColumnChunkMetaData::getValueCount)
                .toList();
        assertThat(rows).hasSize(2).allMatch(count -> count < GROUP);
        assertThat(rows.stream().mapToLong(Long::longValue).sum()).isEqualTo(150 * 4096);
    }

    @Test
    void longTextsDoNotMakeALongPage() throws IOException {
        Path file = folder.resolve("texts.parquet");
        int rows = 10_000;
        try (ParquetTable table = ParquetTable.create(file, List.of(ParquetColumn.text("t")), Map.of())) {
            for (int row = 0; row < rows; row++) {
                table.batch().text(0, row % 5 == 0 ? "" : "text " + row + " ü".repeat(200));
                table.endRow();
            }
            table.finish();
        }
        ColumnChunkMetaData chunk = chunks(file).get(0);
        assertThat(chunk.getStatistics().getNumNulls()).isEqualTo(rows / 5);
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.readOffsetIndex(chunk).getPageCount()).isGreaterThan(1);
        }
    }
}
