package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.SpectrumRow;
import cellwright.protocol.Result;
import cellwright.store.table.Table;
import cellwright.store.table.TableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported can be read again and is what was recorded; whatever the computer's language is. */
final class ExportsReadBackTest {
    @TempDir
    static Path folder;

    private static RunData data;

    @BeforeAll
    static void export() throws IOException, LogFailure {
        Path protocol = House.written(folder, "voltage: 2.7..3.9 V", """
                - { rest: 10 min }
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 1 Hz, per decade: 8 }
                - cycles: 2
                  steps:
                    - { charge: C/2, until: capacity >= 0.1 mAh, at most: 2 h }
                    - { discharge: C/2, until: capacity >= 0.02 mAh, at most: 2 h }
                - { charge: 1C, until: capacity >= 5 mAh, at most: 8 h }
                """);
        House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("run"));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            write(folder, House.replay(folder.resolve("run")));
        } finally {
            Locale.setDefault(before);
        }
        data = RunData.of(House.replay(folder.resolve("run")));
    }

    private static void write(Path into, RunReplay replay) throws IOException {
        RunExport.bdfCsv(replay, into.resolve("x.bdf.csv"));
        RunExport.bdfParquet(replay, into.resolve("x.bdf.parquet"));
        RunExport.cyclesCsv(replay, into.resolve("cycles.csv"));
        FolderExport.mpt(replay, into.resolve("mpt"));
        FolderExport.pyprobe(replay, into.resolve("pyprobe"));
        SpectraExport.csv(replay, into.resolve("eis"));
    }

    private static Table table(String file) {
        return switch (TableFile.read(folder.resolve(file))) {
            case Result.Made<Table> made -> {
                assertThat(made.warnings()).isEmpty();
                yield made.value();
            }
            case Result.Refused<Table> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    @Test
    void csvAndParquetHaveTheSameCells() {
        Table csv = table("x.bdf.csv");
        Table parquet = table("x.bdf.parquet");
        assertThat(parquet.labels()).isEqualTo(csv.labels());
        assertThat(parquet.rows())
                .isEqualTo(csv.rows())
                .isEqualTo(data.rows().size()
                        + data.spectra().getFirst().spectrum().points().size());
        for (int column = 0; column < csv.labels().size(); column++) {
            for (int row = 0; row < csv.rows(); row++) {
                assertThat(Double.valueOf(parquet.value(column, row)))
                        .as("%s in row %d", csv.labels().get(column), row)
                        .isEqualTo(Double.valueOf(csv.value(column, row)));
            }
        }
    }

    @Test
    void rowsOfSpectraStandWhereTimeIsAndHaveTheirPoints() {
        Table csv = table("x.bdf.csv");
        SpectrumRow row = data.spectra().getFirst();
        double[] hertz = csv.column("Frequency / Hz").orElseThrow();
        double[] imaginary = csv.column("Imaginary Impedance / ohm").orElseThrow();
        double[] index = csv.column("Record Index / 1").orElseThrow();
        int point = 0;
        for (int i = 0; i < hertz.length; i++) {
            assertThat(index[i]).isEqualTo(i + 1.0);
            if (!Double.isNaN(hertz[i])) {
                assertThat(hertz[i])
                        .isEqualTo(row.spectrum().points().get(point).hertz());
                assertThat(imaginary[i])
                        .isEqualTo(row.spectrum().points().get(point).imaginary());
                point++;
            }
        }
        assertThat(point).isEqualTo(row.spectrum().points().size());
    }

    @Test
    void ecLabTextHasEveryRowAndEverySpectrum() throws IOException {
        Table cycling = table("mpt/cycling.mpt");
        Rows rows = data.rows();
        assertThat(cycling.rows()).isEqualTo(rows.size());
        assertThat(cycling.column("Voltage / V").orElseThrow()).containsExactly(rows.volts());
        double[] amps = cycling.column("Current / A").orElseThrow();
        double[] net = cycling.column("Net Capacity / Ah").orElseThrow();
        double[] seconds = cycling.column("Test Time / s").orElseThrow();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(amps[i]).isCloseTo(rows.amps(i), within(1e-15));
            assertThat(net[i]).isCloseTo(rows.coulombs(i) / 3600, within(1e-15));
            assertThat(seconds[i]).isCloseTo(rows.seconds(i), within(1e-9));
        }
        Table spectrum = table("mpt/eis_001.mpt");
        assertThat(spectrum.column("Imaginary Impedance / ohm").orElseThrow())
                .containsExactly(data.spectra().getFirst().spectrum().points().stream()
                        .mapToDouble(each -> each.imaginary())
                        .toArray());
        String text = Files.readString(folder.resolve("mpt/cycling.mpt"), StandardCharsets.ISO_8859_1);
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(text.lines().skip(1).findFirst().orElseThrow()).startsWith("Nb header lines : ");
    }

    @Test
    void everyExportTellsWhereItComesFromAndWhatInterruptedIt() throws IOException {
        String hash = data.replay().card().protocolSha256();
        for (String file : List.of(
                "x.bdf.metadata.json",
                "cycles.csv",
                "mpt/metadata.json",
                "pyprobe/metadata.json",
                "pyprobe/README.yaml",
                "eis/eis_001.csv")) {
            assertThat(Files.readString(folder.resolve(file)))
                    .as(file)
                    .contains(hash, "simulated", "true", Software.NAME_AND_VERSION, "limit", "voltage");
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }

    @Test
    void whatIsThereIsNotTouched() throws IOException {
        RunReplay replay = House.replay(folder.resolve("run"));
        assertThat(RunExport.objections(folder.resolve("x.bdf.csv"))).hasSize(1);
        assertThat(RunExport.objections(folder.resolve("x.bdf.parquet"))).hasSize(1);
        assertThat(WholeFile.objections(folder.resolve("cycles.csv"))).hasSize(1);
        Files.writeString(folder.resolve("other.bdf.metadata.json"), "{}");
        Files.writeString(folder.resolve("other.bdf.csv"), "");
        Path other = folder.resolve("other.bdf.parquet");
        assertThat(RunExport.objections(other)).isEmpty();
        assertThat(catchThrowable(() -> RunExport.bdfParquet(replay, other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tells of something else");
        assertThat(other).doesNotExist();
        assertThat(folder.resolve("other.bdf.parquet.part")).doesNotExist();
    }
}
