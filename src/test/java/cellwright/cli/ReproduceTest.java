package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.figure.Drawn;
import cellwright.lab.House;
import cellwright.lab.reproduce.AcceptanceTable;
import cellwright.lab.reproduce.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code cellwright reproduce}, on rows that take tenths of a second. */
final class ReproduceTest {
    private static final Path REPORT = House.ROOT.resolve("docs/reproduction.md");

    @TempDir
    Path folder;

    private static Said reproduce(Object... arguments) {
        Object[] all = Stream.concat(Stream.of("reproduce", "--library", House.ROOT), Stream.of(arguments))
                .toArray();
        return Said.by(all);
    }

    @Test
    void aRowEndToEnd() throws IOException {
        Path out = folder.resolve("out");
        Said said = reproduce("--only", "Z05,n4", "--seeds", "2", "--threads", "2", "--out", out);
        assertThat(said.code()).as(said.out()).isZero();
        assertThat(said.out())
                .contains("discharge capacity at C/5", "192 ± 6 mAh/g", "pass", "2 of 2 numbers pass", "seconds: Z05 ")
                .contains("report: " + out.resolve("reproduction.md"))
                .doesNotContain("FAIL");
        assertThat(said.errLines()).hasSize(4).allSatisfy(line -> assertThat(line)
                .matches(" +[1-4] of 4: .+ s"));
        assertThat(out.resolve("reproduction.md")).exists();
        assertThat(out.resolve("runs/z05-seed-2/run/outcome.yaml")).exists();
        new Drawn(Files.readString(out.resolve("reproduction/z05.svg"))).isReadable();
        new Drawn(Files.readString(out.resolve("reproduction/n4.svg"))).isReadable();
    }

    @Test
    void aRowThatFailsIsExitCode4AndIsReportedAllTheSame() throws IOException {
        Path library = folder.resolve("library");
        House.copy(House.ROOT.resolve("protocols"), library.resolve("protocols"));
        House.copy(House.ROOT.resolve("config/cells"), library.resolve("config/cells"));
        Path cell = library.resolve("config/cells/ncm85-zhou.yaml");
        Files.writeString(
                cell, Files.readString(cell).replace("cathode: NCM85", "cathode: NCM85\n  contact_share: 0.2"));
        Path report = folder.resolve("report.md");
        Said said = Said.by("reproduce", "--library", library, "--only", "4", "--seeds", "1", "--report", report);
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.out()).contains("FAIL", "seed 1: ", " mAh/g is not 192 ± 6 mAh/g", "0 of 1 numbers pass");
        assertThat(report).content().contains("**fail**");
    }

    @Test
    void anUnknownExperimentIsRefusedWithThoseThatExist() {
        Said said = reproduce("--only", "Z99", "--out", folder.resolve("out"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.errLines())
                .singleElement()
                .asString()
                .startsWith("error: --only: ")
                .contains("\"Z99\"");
        AcceptanceTable.all().forEach(experiment -> assertThat(said.err()).contains(experiment.id()));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--seeds,0",
        "--seeds,many",
        "--threads,0",
        "--threads,100000",
        "--only,''",
        "--report,/no/such/folder/x.md"
    })
    void senselessOptionsAreRefused(String option, String value) {
        Said said = reproduce("--only", "N4", option, value);
        assertThat(said.code()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(option.equals("--report") ? "no folder" : option);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aLibraryThatIsNoneAndAFolderThatIsTakenAreRefused() throws IOException {
        Said none = Said.by("reproduce", "--only", "N4", "--library", folder);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("--library", "config/cells");
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("note.txt"), "mine");
        Said refused = reproduce("--only", "N4", "--out", taken);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("not empty");
        assertThat(taken).isDirectoryContaining(path -> path.endsWith("note.txt"));
    }

    @Test
    void somethingWithoutAFolderLeavesNothingBehind() {
        Said said = reproduce("--only", "N4", "--seeds", "1");
        assertThat(said.code()).isZero();
        assertThat(said.out()).doesNotContain("report:");
    }

    @Test
    void theReportInTheProjectIsOfThisTable() throws IOException {
        String text = Files.readString(REPORT);
        for (Experiment experiment : AcceptanceTable.all()) {
            assertThat(text)
                    .as("make the report anew: ./cellwright reproduce")
                    .contains("\n## " + experiment.id() + " ");
            experiment.checks().forEach(check -> assertThat(text)
                    .contains("| " + check.what().replace("|", "\\|") + " | " + check.demand() + " |"));
            Path figure = REPORT.resolveSibling("reproduction")
                    .resolve(experiment.id().toLowerCase(java.util.Locale.ROOT) + ".svg");
            new Drawn(Files.readString(figure)).isReadable();
        }
        assertThat(text.lines().filter(line -> line.matches("## [A-Z0-9]+ .*"))).hasSameSizeAs(AcceptanceTable.all());
        assertThat(text).contains("\n## The instruments\n");
        assertThat(text).doesNotContain("**fail**", "**fails**");
        assertThat(List.of(text.split("\n"))).noneMatch(line -> line.contains("/work/"));
    }
}
