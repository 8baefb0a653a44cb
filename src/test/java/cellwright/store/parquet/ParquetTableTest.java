package cellwright.store.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a Parquet file comes out of it, and what is not a whole one is refused. */
final class ParquetTableTest {
    private static final List<ParquetColumn> COLUMNS = List.of(
            ParquetColumn.number("Voltage / V"),
            ParquetColumn.whole("Cycle Count / 1"),
            ParquetColumn.text("Step Type"),
            ParquetColumn.number("Current / A"));

    @TempDir
    Path folder;

    private Path written(int rows) throws IOException {
        Path file = folder.resolve(rows + ".parquet");
        try (ParquetTable table = ParquetTable.create(file, COLUMNS, Map.of("simulated", "true"))) {
            for (int row = 0; row < rows; row++) {
                table.batch().number(0, volts(row));
                table.batch().whole(1, row / 100);
                table.batch().text(2, row % 2 == 0 ? "REST" : "");
                if (row % 3 == 0) {
                    table.batch().number(3, -row);
                }
                table.endRow();
            }
            assertThat(table.rows()).isEqualTo(rows);
            table.finish();
        }
        return file;
    }

    private static double volts(int row) {
        return row % 7 == 0 ? Double.NaN : new SplittableRandom(row).nextDouble();
    }

    private static double[][] read(Path file) throws IOException {
        try (ParquetScan scan = ParquetScan.open(file, label -> true)) {
            double[][] all = new double[scan.labels().size()][(int) scan.rows()];
            double[][] some = new double[all.length][1000];
            int at = 0;
            for (int rows = scan.read(some); rows > 0; rows = scan.read(some)) {
                for (int i = 0; i < all.length; i++) {
                    System.arraycopy(some[i], 0, all[i], at, rows);
                }
                at += rows;
            }
            assertThat(at).isEqualTo((int) scan.rows());
            return all;
        }
    }

    @Test
    void everyCellComesBackAndWhatIsMissingStaysMissing() throws IOException {
        for (int rows : List.of(0, 1, 4095, 4096, 4097, 30_000)) {
            double[][] columns = read(written(rows));
            assertThat(columns).hasNumberOfRows(3);
            for (int row = 0; row < rows; row++) {
                assertThat(Double.valueOf(columns[0][row])).isEqualTo(Double.valueOf(volts(row)));
                int cycle = row / 100;
                assertThat(columns[1][row]).isEqualTo(cycle);
                assertThat(Double.valueOf(columns[2][row])).isEqualTo(Double.valueOf(row % 3 == 0 ? -row : Double.NaN));
            }
        }
    }

    @Test
    void theFooterTellsColumnsAndMetadata() throws IOException {
        try (ParquetScan scan = ParquetScan.open(written(10), label -> !label.startsWith("Current"))) {
            assertThat(scan.labels()).containsExactly("Voltage / V", "Cycle Count / 1");
            assertThat(scan.skipped()).containsExactly("Step Type", "Current / A");
            assertThat(scan.metadata()).containsEntry("simulated", "true");
            assertThat(scan.rows()).isEqualTo(10);
        }
    }

    @Test
    void wholeColumnsAreWrittenAsRowsAre() throws IOException {
        Path file = folder.resolve("columns.parquet");
        try (ParquetTable table = ParquetTable.create(file, COLUMNS, Map.of())) {
            ParquetBatch batch = new ParquetBatch(COLUMNS, 100);
            for (int i = 0; i < 3; i++) {
                batch.numbers(0, new double[] {i, Double.NaN});
                batch.wholes(1, new long[] {i, -i});
                batch.texts(2, List.of("a", ""));
                batch.rows(2);
                table.append(batch);
                batch.clear();
            }
            table.finish();
        }
        double[][] columns = read(file);
        assertThat(columns[0]).containsExactly(0, Double.NaN, 1, Double.NaN, 2, Double.NaN);
        assertThat(columns[1]).containsExactly(0, 0, 1, -1, 2, -2);
        assertThat(columns[2]).containsOnly(Double.NaN);
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws IOException {
        Path file = folder.resolve("never.parquet");
        try (ParquetTable table = ParquetTable.create(file, COLUMNS, Map.of())) {
            table.batch().number(0, 1);
            table.endRow();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThatThrownBy(() -> ParquetTable.create(folder.resolve("no/such"), COLUMNS, Map.of()))
                .isInstanceOf(IOException.class);
        var twice = List.of(ParquetColumn.number("a"), ParquetColumn.text("a"));
        assertThatThrownBy(() -> ParquetTable.create(file, twice, Map.of())).hasMessageContaining("\"a\"");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(written(5000));
        Path cut = folder.resolve("cut.parquet");
        for (int length = 0; length < whole.length; length += 1 + whole.length / 50) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cut.parquet")
                    .hasMessageContaining("cut short");
        }
    }

    /** A flipped byte may change a number, for which there are checksums elsewhere; it never brings anything but numbers or a refusal. */
    @Test
    void aDamagedFileIsReadOrRefusedButNothingElseHappens() throws IOException {
        byte[] whole = Files.readAllBytes(written(2000));
        Path bent = folder.resolve("bent.parquet");
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(bent, bytes);
            try {
                read(bent);
            } catch (IOException said) {
                assertThat(said).hasMessageContaining("bent.parquet");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
