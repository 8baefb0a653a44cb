package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what a person gives: exit code 2, one message a fault, nothing written. */
final class BadInputTest {
    private static final String HEADING = """
            protocol: under test
            reference: Li+/Li
            C-rate: cell
            record: { every: 10 min }
            limits: { voltage: 2.7..4.4 V, silence: 10 s }
            steps:
            """;
    private static final String STEP = "  - { charge: C/5, until: voltage >= 4.3 V, at most: 9 h }\n";

    @TempDir
    Path folder;

    private Path input = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void places() throws IOException {
        input = Files.createDirectory(folder.resolve("input"));
        out = folder.resolve("out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- { charge: C/5, untill: voltage >= 4.3 V, at most: 9 h } | 7:20 | until",
                "- { charge: C/5, until: voltage >= 4.3, at most: 9 h } | 7:27 | unit",
                "- { charge: C/5, until: voltage >= 4.3 V vs Na, at most: 9 h } | 7:27 | Na",
                "- { charge: 3, until: voltage >= 4.3 V, at most: 9 h } | 7:15 | unit",
                "- { charge: C/5 } | 7 | at most",
                "- { charge: C/5, until: voltage >= 4.3 V } | 7 | at most",
                "- { charge: C/5, until: voltage >= 5.3 V, at most: 9 h } | 7 | 3.778",
                "- { charge: 50C, until: voltage >= 4.3 V, at most: 9 h } | 7 | mA",
                "- { cycles: 5, steps: [] } | 7 | step",
                "- { cycles: forever, steps: [ { rest: 1 s } ] } | 7 | until",
                "- { eis: { mode: galvanostatic, amplitude: 50 mA, from: 1 MHz, to: 1 Hz, per decade: 10 } } | 7 | amplitude",
                "- { chrage: C/5 } | 7:7 | charge"
            })
    void aFaultyStepIsToldWithItsPlace(String step, String place, String word) throws IOException {
        Path protocol = protocol(HEADING + "  " + step + "\n");
        Said said = refused("run", protocol, "--cell", House.CELL, "--out", out);
        assertThat(said.errLines())
                .singleElement()
                .asString()
                .startsWith(protocol + ":" + place)
                .contains(word);
        assertThat(refused("check", protocol, "--cell", House.CELL).err()).isEqualTo(said.err());
    }

    /** The place is that of the frequency, also in a step that interrupts another. */
    @Test
    void aFrequencyBeyondTheAnalyserIsToldWithItsPlace() throws IOException {
        Path protocol = protocol(HEADING
                + "  - eis: { mode: potentiostatic, amplitude: 10 mV, from: 100 MHz, to: 1 Hz, per decade: 5 }\n"
                + "  - rest: 1 h\n"
                + "    every:\n"
                + "      30 min:\n"
                + "        - eis:\n"
                + "            mode: potentiostatic\n"
                + "            amplitude: 10 mV\n"
                + "            from: 1 MHz\n"
                + "            to: 0.008 mHz\n"
                + "            per decade: 5\n");
        Said said = refused("check", protocol, "--cell", House.CELL);
        assertThat(said.errLines()).hasSize(3);
        assertThat(said.errLines().get(1)).contains("warning: this spectrum takes about 19.6 d");
        assertThat(said.errLines().getFirst())
                .startsWith(protocol + ":7:58: error: ")
                .contains("cannot measure at 100 MHz, it goes from", "to 35 MHz");
        assertThat(said.errLines().getLast())
                .startsWith(protocol + ":15:17: error: ")
                .contains("cannot measure at");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--out", out).err())
                .isEqualTo(said.err());
    }

    @Test
    void everyFaultHasItsOwnLine() throws IOException {
        Path protocol = protocol(HEADING + "  - { charge: 3, until: voltage >= 4.3 V, at most: 9 h }\n"
                + "  - { rest: soon }\n  - { discharge: C/5, until: voltage <= 2.8 W, at most: 9 h }\n");
        Said said = refused("run", protocol, "--cell", House.CELL, "--out", out);
        assertThat(said.errLines()).hasSize(3);
        assertThat(said.errLines().get(0)).startsWith(protocol + ":7:");
        assertThat(said.errLines().get(1)).startsWith(protocol + ":8:");
        assertThat(said.errLines().get(2)).startsWith(protocol + ":9:");
    }

    @Test
    void faultsOfBothFilesAreToldAtOnce() throws IOException {
        Path protocol = protocol(HEADING + "  - { rest: soon }\n");
        Path cell = cell("one C: 180 mA/g", "one C: 180 apples");
        Said said = refused("run", protocol, "--cell", cell, "--out", out);
        assertThat(said.errLines()).hasSize(2);
        assertThat(said.err()).contains(protocol.toString(), cell.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "active mass: 4.885 mg | '' | \"active mass\", for example \"active mass: 4.885 mg\"",
                "area: 0.7854 cm2 | area: 0.7854 kg | area",
                "area: 0.7854 cm2 | '' | \"area\", for example \"area: 0.7854 cm2\"",
                "cathode: NCM85 | model: capacitor | must be particle, blocking or lithium",
                "cathode: NCM85 | model: blocking | means nothing to the model blocking",
                "cathode: NCM85 | cathode: LFP | LFP",
                "cathode: NCM85 | kathode: NCM85 | kathode",
                "current: -10..10 mA | current: -0.1..0.1 mA | mA"
            })
    void aFaultyCellIsRefused(String from, String to, String word) throws IOException {
        Path cell = cell(from, to);
        Said said = refused("run", protocol(HEADING + STEP), "--cell", cell, "--out", out);
        assertThat(said.errLines()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains(": error: "));
        assertThat(said.err()).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "just words\n", "- a\n- list\n", "protocol: x\n"})
    void textsThatAreNoProtocol(String text) throws IOException {
        Path protocol = protocol(text);
        Said said = refused("run", protocol, "--cell", House.CELL, "--out", out);
        assertThat(said.errLines()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .startsWith(protocol.toString()));
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(refused("run", input, "--cell", House.CELL, "--out", out).err())
                .contains("this is a folder");
        assertThat(refused("run", House.protocol("cccv-basic"), "--cell", input, "--out", out)
                        .err())
                .contains("this is a folder");
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = input.resolve("missing.yaml");
        assertThat(refused("run", missing, "--cell", House.CELL, "--out", out).errLines())
                .containsExactly(missing + ": error: there is no such file");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Path binary = Files.write(input.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
        assertThat(refused("run", binary, "--cell", House.CELL, "--out", out).err())
                .contains("UTF-8");
    }

    @Test
    void aHundredMegabytes() throws IOException {
        Path huge = input.resolve("huge.yaml");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(refused("run", huge, "--cell", House.CELL, "--out", out).err())
                .contains("larger than 1 MiB");
    }

    @Test
    void aliasesThatMultiply() throws IOException {
        StringBuilder bomb = new StringBuilder("protocol: x\na0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)));
        }
        assertThat(refused("run", protocol(bomb.toString()), "--cell", House.CELL, "--out", out)
                        .errLines())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void nestingWithoutEnd(String bracket) throws IOException {
        Path protocol = protocol("protocol: x\nsteps:\n  " + bracket.repeat(30_000) + "\n");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--out", out).errLines())
                .hasSize(1);
    }

    @Test
    void aProtocolThatUsesItselfOrWhatIsNoName() throws IOException {
        Path itself = protocol(HEADING + "  - { use: protocol.yaml }\n");
        assertThat(refused("run", itself, "--cell", House.CELL, "--out", out).errLines())
                .isNotEmpty();
        for (String name : List.of("\\0", "../../../../etc/passwd", "/etc/passwd", "missing.yaml")) {
            Path protocol = protocol(HEADING + "  - { use: \"" + name + "\" }\n");
            assertThat(refused("run", protocol, "--cell", House.CELL, "--out", out)
                            .err())
                    .startsWith(protocol + ":7:")
                    .doesNotContain("root:");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cycels=3 | cycles",
                "cycles | NAME=VALUE",
                "cycles=three | three",
                "cycles=0 | passes",
                "cycles=-1 | passes",
                "cycles=1e99 | passes",
                "cycles= | passes",
                "upper=4.3 | unit",
                "rate=fast | fast"
            })
    void parametersThatAreNone(String set, String word) {
        Said said = refused(
                "run", House.protocol("zhou-2022-ncm85-c5-life"), "--cell", House.CELL, "--set", set, "--out", out);
        assertThat(said.err()).contains(word).doesNotContain("Exception");
    }

    @Test
    void optionsThatAreMissingOrNone() {
        Path protocol = House.protocol("cccv-basic");
        assertThat(refused("run", protocol).err()).contains("--cell");
        assertThat(refused("run", "--cell", House.CELL).err()).contains("PROTOCOL");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--seed", "x").err())
                .contains("--seed");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--start", "today")
                        .err())
                .contains("--start");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--fast").err())
                .contains("--fast");
        assertThat(refused("run", "@" + protocol, "--cell", House.CELL, "--out", out)
                        .err())
                .contains("there is no such file");
    }

    @Test
    void foldersThatAreTaken() throws IOException {
        Path protocol = House.protocol("cccv-basic");
        Path run = folder.resolve("run");
        assertThat(Said.by("run", protocol, "--cell", House.CELL, "--set", "cycles=1", "--out", run)
                        .code())
                .isZero();
        Said again = refused("run", protocol, "--cell", House.CELL, "--out", run);
        assertThat(again.errLines())
                .containsExactly(run + ": error: the folder holds a run already; name one that does not exist yet");
        Path file = Files.createFile(input.resolve("file"));
        assertThat(refused("run", protocol, "--cell", House.CELL, "--out", file).err())
                .contains("is a file");
        assertThat(refused("run", protocol, "--cell", House.CELL, "--out", file.resolve("below"))
                        .err())
                .contains("is a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "verify"})
    void whatIsNoRunFolder(String command) throws IOException {
        assertThat(refused(command, input).err()).contains("this is not a run folder");
        assertThat(refused(command, input.resolve("missing")).err()).contains("there is no such run folder");
        boolean readsFiles = command.equals("summary");
        assertThat(refused(command, Files.createFile(input.resolve("file"))).err())
                .contains(readsFiles ? "the file is empty" : "there is no such run folder");
        assertThat(refused(command).err()).contains("RUN");
    }

    @Test
    void exportsThatCannotBe() throws IOException {
        Path run = folder.resolve("run");
        Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--set", "cycles=1", "--out", run);
        assertThat(refused("export", run, "--format", "xls", "--out", out).err())
                .contains("bdf-csv", "xls");
        assertThat(refused("export", run, "--format", "bdf-csv").err()).contains("--out");
        assertThat(refused("export", run, "--format", "bdf-csv", "--out", out.resolve("x.csv"))
                        .err())
                .contains("no folder");
        Path taken = Files.createFile(input.resolve("x.bdf.csv"));
        assertThat(refused("export", run, "--format", "bdf-csv", "--out", taken).err())
                .contains("exists already");
        Files.createFile(input.resolve("y.bdf.metadata.json"));
        assertThat(refused("export", run, "--format", "bdf-csv", "--out", input.resolve("y.bdf.csv"))
                        .err())
                .contains("y.bdf.metadata.json", "exists already");
        assertThat(input.resolve("y.bdf.csv")).doesNotExist();
    }

    private Said refused(Object... arguments) {
        Said said = Said.by(arguments);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).doesNotContain("This should not have happened");
        assertThat(out).doesNotExist();
        return said;
    }

    private Path protocol(String text) throws IOException {
        return Files.writeString(input.resolve("protocol.yaml"), text, StandardCharsets.UTF_8);
    }

    private Path cell(String from, String to) throws IOException {
        String text = Files.readString(House.CELL);
        assertThat(text).contains(from);
        return Files.writeString(input.resolve("cell.yaml"), text.replace(from, to));
    }
}
