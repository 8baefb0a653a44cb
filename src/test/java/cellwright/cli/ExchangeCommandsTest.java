package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and export of protocols as a person meets them. */
final class ExchangeCommandsTest {
    private static final Path CCCV = House.protocol("cccv-basic");

    @TempDir
    Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsImportedCanBeChecked() throws IOException {
        Path sentences = Files.writeString(
                folder.resolve("formation.txt"),
                "Charge at C/10 until 3.6 V\nHold at 3.6 V for 2 hours or until C/50\nDischarge at C/10 until 2.2 V\n");
        Path protocol = folder.resolve("formation.yaml");
        Said said = Said.by("import", sentences, "--out", protocol);
        assertThat(said.code()).isZero();
        assertThat(said.outLines()).singleElement().asString().contains("PyBaMM sentences -> ", "4 remarks");
        assertThat(said.errLines()).hasSize(4).allMatch(line -> line.contains("made explicit: "));
        Said checked = Said.by("check", protocol, "--cell", House.CELL);
        assertThat(checked.code()).as(checked.err()).isZero();
        assertThat(checked.out()).contains("formation on ncm85-zhou", "ends: every step was done");
    }

    @Test
    void withoutAFileTheProtocolIsPrintedWithItsRemarks() throws IOException {
        Path sentences = Files.writeString(folder.resolve("x.txt"), "Rest for 1 hour\n");
        Said said = Said.by("import", sentences);
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("# Imported from PyBaMM sentences.").endsWith("steps:\n  - rest: 1 h\n");
        assertThat(said.err()).isEmpty();
        assertThat(files()).containsExactly("x.txt");
    }

    @Test
    void theLongestTimeCanBeGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "");
        Files.writeString(
                file,
                "{\"record\":{\"time_s\":1},\"method\":[{\"step\":\"constant_voltage\",\"voltage_V\":3,\"until_current_mA\":1}]}");
        assertThat(Said.by("import", file, "--longest", "3").out()).contains("at most: 3 h");
        assertThat(Said.by("import", file).out()).contains("at most: 24 h");
        assertThat(Said.by("import", file, "--longest", "0").code()).isEqualTo(2);
        assertThat(Said.by("import", file, "--longest", "NaN").code()).isEqualTo(2);
    }

    @Test
    void settingsOfEcLabAreReadInTheirEncoding() throws IOException {
        String table = """
                EC-LAB SETTING FILE

                Electrode surface area : 0,001 cm²

                Technique : 1
                Modulo Bat
                ctrl_type           CC                  \s
                Apply I/C           I                   \s
                ctrl1_val           50,000              \s
                ctrl1_val_unit      µA                  \s
                ctrl1_val_vs        <None>              \s
                charge/discharge    Charge              \s
                lim_nb              1                   \s
                lim1_type           Time                \s
                lim1_comp           >                   \s
                lim1_value          1,500               \s
                lim1_value_unit     h                   \s
                lim1_action         Next sequence       \s
                lim1_seq            1                   \s
                """;
        Path file = Files.write(folder.resolve("a.mps"), table.getBytes(Charset.forName("windows-1252")));
        assertThat(Said.by("import", file).out()).contains("- charge: 50 µA\n    at most: 1 h 30 min\n", "cm²");
        Path wrong = Files.write(folder.resolve("b.mps"), table.getBytes(StandardCharsets.UTF_8));
        Said said = Said.by("import", wrong, "--out", folder.resolve("b.yaml"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errLines())
                .singleElement()
                .asString()
                .contains("b.mps:9:21: error: ", "saved as UTF-8 by another program");
        assertThat(files()).containsExactly("a.mps", "b.mps");
    }

    @Test
    void aFaultLeavesNothingBehind() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"record\": {\"time_s\": NaN}}");
        Path out = folder.resolve("out.yaml");
        Said said = Said.by("import", bad, "--out", out);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.errLines()).singleElement().asString().contains("bad.json:1:", "NaN");
        assertThat(Said.by("import", folder.resolve("missing"), "--out", out).code())
                .isEqualTo(2);
        assertThat(Said.by("import", folder, "--out", out).code()).isEqualTo(2);
        assertThat(Said.by("import", bad, "--from", "maccor").err()).contains("unicycler, pybamm or mps");
        assertThat(Said.by("import", bad, "--out", folder.resolve("no/where.yaml"))
                        .err())
                .contains("make it first");
        assertThat(files()).containsExactly("bad.json");
    }

    @Test
    void anEndlessLineIsNotReadToItsEnd() throws IOException {
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.writeBytes("{");
            file.setLength(10_000_000_000L);
        }
        Said said = Said.by("import", huge);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("larger than 1 MiB");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path sentences = Files.writeString(folder.resolve("x.txt"), "Rest for 1 hour\n");
        assertThat(Said.by("import", sentences, "--out", sentences).err()).contains("exists already");
        assertThat(Said.by("export", CCCV, "--cell", House.CELL, "--format", "pybamm", "--out", sentences)
                        .err())
                .contains("exists already");
        assertThat(Files.readString(sentences)).isEqualTo("Rest for 1 hour\n");
    }

    @Test
    void aProtocolIsExportedAndComesBack() throws IOException {
        Path json = folder.resolve("cccv.json");
        Said said = Said.by(
                "export", CCCV, "--cell", House.CELL, "--set", "cycles=3", "--format", "unicycler", "--out", json);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.outLines())
                .singleElement()
                .asString()
                .startsWith("3 steps in ")
                .endsWith(", 7 remarks");
        assertThat(said.err()).contains("lost: the pressure is not set", "(step 3.1): differs: ");
        assertThat(Said.by("import", json).out()).contains("cycles: 3\n", "until: voltage >= 3.678 V\n");
        Path sentences = folder.resolve("cccv.txt");
        assertThat(Said.by("export", CCCV, "--cell", House.CELL, "--format", "pybamm", "--out", sentences)
                        .code())
                .isZero();
        assertThat(Files.readAllLines(sentences)).hasSize(30);
    }

    @Test
    void aRunIsToldFromAProtocol() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Said.by("export", folder, "--format", "unicycler", "--out", out)
                        .err())
                .contains("this format is for protocols", "protocol.yaml");
        assertThat(Said.by("export", CCCV, "--format", "bdf-csv", "--out", out).code())
                .isEqualTo(2);
        assertThat(Said.by("export", folder, "--format", "bdf-csv", "--cell", House.CELL, "--out", out)
                        .err())
                .contains("--cell and --set are for protocols");
        assertThat(Said.by("export", CCCV, "--format", "unicycler", "--out", out)
                        .err())
                .contains("name a cell that has it with --cell");
        assertThat(files()).isEmpty();
    }
}
