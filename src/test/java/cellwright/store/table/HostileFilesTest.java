package cellwright.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not a table is refused with the place and what to do, and takes no more memory than one that is. */
final class HostileFilesTest {
    private static final String BDF = "Test Time / s,Voltage / V,Current / A\n";
    private static final String MPT = "EC-Lab ASCII FILE\r\nNb header lines : 3\r\ntime/s\tEwe/V\t<I>/mA\t\r\n";

    @TempDir
    Path folder;

    private Problem refused(String text) throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return refused(TableFile.read(file));
    }

    private static Problem refused(Result<?> result) {
        return switch (result) {
            case Result.Made<?> made -> throw new AssertionError("was read: " + made.value());
            case Result.Refused<?> refused -> {
                assertThat(refused.problems()).hasSize(1);
                yield refused.problems().getFirst();
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,3.7,0.1;1,=1+1,0.1 | 3 | 2 | formula",
                "0,3.7,0.1;1,NaN,0.1 | 3 | 2 | leave a cell empty",
                "0,3.7,0.1;1,1e999,0.1 | 3 | 2 | is not a number",
                "0,3.7,Infinity | 2 | 3 | leave a cell empty",
                "0,\"3,7\",0.1 | 2 | 2 | decimal comma",
                "0,3.7,0.1;1,3,7,0.1 | 3 | 0 | has 4 cells, the heading 3",
                "0,3.7 | 2 | 0 | has 2 cells",
                "0,3.7,0.1;;1,3.7,0.1 | 3 | 0 | blank line",
                "0,0x10,0.1 | 2 | 2 | is not a number",
                "0,1f,0.1 | 2 | 2 | is not a number",
                "0,--1,0.1 | 2 | 2 | is not a number",
                "0,1 2,0.1 | 2 | 2 | is not a number",
            })
    void aRowOfTheBatteryDataFormat(String rows, int line, int column, String says) throws IOException {
        Problem problem = refused(BDF + rows.replace(';', '\n') + "\n");
        assertThat(problem.message()).contains(says);
        assertThat(problem.place().line()).isEqualTo(line);
        assertThat(problem.place().column()).isEqualTo(column);
    }

    @Test
    void aHeading() throws IOException {
        assertThat(refused(BDF).message()).contains("no rows");
        assertThat(refused("").message()).contains("empty");
        assertThat(refused("Test Time / s,Voltage / V\n0,1\n").message()).contains("Current / A", "missing");
        assertThat(refused("Test Time / s,Voltage / V,Current / A,voltage_volt\n")
                        .message())
                .contains("a second column");
        assertThat(refused(BDF.replace(',', ';') + "0;1;2\n").message()).contains("\";\"", "commas were expected");
        assertThat(refused(BDF.replace(',', '\t') + "0\t1\t2\n").message()).contains("tabulators");
        assertThat(refused("hello\n").message()).contains("known", "EC-Lab");
    }

    @Test
    void spectra() throws IOException {
        assertThat(refused("1,2,3\n0,2,3\n").place().line()).isEqualTo(2);
        assertThat(refused("1,2,3\n-1,2,3\n").message()).contains("above 0 Hz");
        assertThat(refused("1,2,3\n1,,3\n").message()).contains("empty cell");
        assertThat(refused("1,2\n").message()).contains("2 cells");
        assertThat(refused("# only remarks\n").message()).contains("no rows");
        assertThat(refused("1,2,nan\n").place().column()).isEqualTo(3);
    }

    @Test
    void ecLabText() throws IOException {
        assertThat(refused(MPT).message()).contains("no rows");
        assertThat(refused(MPT + "0,1\t3,7\t0\r\n1.0\t3.7\t0\r\n").message())
                .contains("decimal commas and decimal points");
        assertThat(refused(MPT + "0\t3\r\n").message()).contains("2 cells, the heading 3");
        assertThat(refused("EC-Lab ASCII FILE\r\nNb header lines : 999999\r\n").message())
                .contains("heading of 999999");
        assertThat(refused("EC-Lab ASCII FILE\r\nNb header lines : 30\r\n").message())
                .contains("ends within its heading");
        assertThat(refused("EC-Lab ASCII FILE\r\n").message()).contains("Nb header lines");
        assertThat(refused("ZPLOT2 ASCII\r\n  Data Points: 3\r\n").message()).contains("End Comments");
    }

    @Test
    void decimalCommasThroughoutAreRead() throws IOException {
        Path file = folder.resolve("german.mpt");
        Files.writeString(file, MPT + "0,5\t3,7\t-1,5E-1\r\n1\t3\t0\r\n", StandardCharsets.UTF_8);
        if (!(TableFile.read(file) instanceof Result.Made<Table> made)) {
            throw new AssertionError("decimal commas throughout are the instrument's own");
        }
        assertThat(made.value().column("Test Time / s").orElseThrow()).containsExactly(0.5, 1);
        assertThat(made.value().column("Current / A").orElseThrow()).containsExactly(-0.15e-3, 0);
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        assertThat(refused(BDF + "0,\u0000,1\n").message()).contains("0x00", "offset " + (BDF.length() + 2));
        Path file = folder.resolve("latin");
        Files.write(file, (BDF + "0,\u00e4,1\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(TableFile.read(file)).message()).contains("UTF-8");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(1, 4000)];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            assertThat(refused(TableFile.read(file)).message()).isNotEmpty();
        }
        Files.writeString(file, "PAR1 and no more");
        assertThat(refused(TableFile.read(file)).message()).contains("Parquet");
        assertThat(refused(TableFile.read(folder)).message()).contains("folder");
        assertThat(refused(TableFile.read(folder.resolve("none"))).message()).contains("no such file");
    }

    /** Ten thousand million bytes without the end of a line: read until it cannot be one, not further. */
    @Test
    void aLineWithoutEnd() throws IOException {
        long[] given = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                given[0]++;
                return '1';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                given[0] += length;
                Arrays.fill(into, from, from + length, (byte) '1');
                return length;
            }
        };
        try (TextLines lines = new TextLines(endless)) {
            lines.next();
            throw new AssertionError("an endless line was read");
        } catch (Misread said) {
            assertThat(said.words()).contains("64 KiB");
        }
        assertThat(given[0]).isLessThan(1 << 18);
    }

    @Test
    void aTableTooLargeForMemoryIsRefusedButCanBeLookedAt() throws IOException {
        Table.Draft draft = new Table.Draft(1000);
        Path file = folder.resolve("large.csv");
        String rows = IntStream.range(0, 9000).mapToObj(i -> i + ",3.7,0.1\n").collect(Collectors.joining());
        Files.writeString(file, BDF + rows);
        assertThat(refused(TableFile.read(file, label -> true, draft)).message())
                .contains("too much to keep in memory");
        if (!(TableFile.brief(file) instanceof Result.Made<TableFile.Brief> made)) {
            throw new AssertionError("a long file can be looked at");
        }
        assertThat(made.value().columns().getFirst()).isEqualTo(new Extent("Test Time / s", 0, 8999, 0, 8999, 0));
    }

    @Test
    void aGermanComputerReadsTheSame() throws IOException {
        Path file = folder.resolve("x.csv");
        Files.writeString(file, BDF + "0,3.75,\n1,3.5,-1e-3\n");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            if (!(TableFile.read(file) instanceof Result.Made<Table> made)) {
                throw new AssertionError("refused");
            }
            assertThat(made.value().column("Current / A").orElseThrow()).containsExactly(Double.NaN, -0.001);
        } finally {
            Locale.setDefault(before);
        }
    }
}
