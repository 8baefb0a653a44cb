package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.engine.Tally;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.lab.House;
import cellwright.lab.SpectrumFigures;
import cellwright.protocol.program.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of spectra. */
final class SpectraCommandsTest {
    @TempDir
    static Path folder;

    private static Path run = Path.of("");
    private static String ran = "";

    @BeforeAll
    static void rehearse() throws IOException {
        run = folder.resolve("run");
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", """
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 8 }
                - cycles: 24
                  steps:
                    - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 1 kHz, per decade: 8 }
                - { hold: 4.0 V, until: time >= 1 min, at most: 1 h }
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 8, at: hold }
                """);
        Said said = Said.by("run", protocol, "--cell", House.warmCell(folder), "--out", run);
        assertThat(said.code()).as(said.err()).isZero();
        ran = said.out();
    }

    private static List<String> spectra(String out) {
        return out.lines().filter(line -> line.startsWith("eis")).toList();
    }

    @Test
    void aRunPrintsOneLineASpectrumAndFewerWhereThereAreMany() {
        assertThat(spectra(ran))
                .hasSize(20)
                .first()
                .asString()
                .matches(
                        "eis    1      0\\.00 h   65 points  10 mHz\\.\\.1 MHz  \\|Z\\| [\\d.]+\\.\\.\\d+(\\.\\d+)? ohm  [\\d.]+ V"
                                + "  SOC 0\\.0 %  25\\.0 °C  250\\.0 MPa  KK 0\\.\\d\\d %");
        assertThat(ran).contains("--format eis-csv --out FOLDER");
    }

    @Test
    void theSummaryHasThemAllAndMarksTheOneThatDrifted() {
        List<String> lines = spectra(Said.by("summary", run).out());
        assertThat(lines).hasSize(26);
        assertThat(lines.subList(0, 25)).allSatisfy(line -> assertThat(line).doesNotContain("!"));
        assertThat(lines.getLast()).contains("3.378 V", "  ! ", "drift").contains("points are off");
    }

    @Test
    void allMeansAll() throws IOException {
        Path protocol = folder.resolve("protocol-under-test.yaml");
        Said said = Said.by("run", protocol, "--cell", House.warmCell(folder), "--out", folder.resolve("all"), "--all");
        assertThat(spectra(said.out())).hasSize(26);
    }

    @Test
    void exportsThatCannotBe() throws IOException {
        Said taken = Said.by("export", run, "--format", "eis-csv", "--out", run);
        assertThat(taken.code()).isEqualTo(2);
        assertThat(taken.err()).contains("exists already; name a folder");
        Path quiet = folder.resolve("quiet");
        Path elsewhere = java.nio.file.Files.createDirectory(folder.resolve("elsewhere"));
        Path protocol = House.written(elsewhere, "voltage: 2.7..4.4 V", "- { rest: 10 min }");
        assertThat(spectra(Said.by("run", protocol, "--cell", House.warmCell(elsewhere), "--out", quiet)
                        .out()))
                .isEmpty();
        Said nothing = Said.by("export", quiet, "--format", "eis-csv", "--out", folder.resolve("nothing"));
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("measured no spectrum, so nothing was written");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void whatCannotBeJudgedAndWhatWasBrokenOffIsSaid() {
        Reading before = Reading.at(0, Sample.good(Signal.VOLTAGE, 3.7));
        var row = new SpectrumRow(
                7,
                new Spectrum(0, 1, List.of(new Spectrum.Point(1e3, 3, -4, Quality.GOOD))),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e3, 1, 5, false),
                Extent.BROKEN_OFF,
                Double.NaN,
                3600_000_000_000L,
                0,
                1,
                "steps/0",
                "EIS",
                before,
                Optional.empty(),
                Tally.ZERO,
                Tally.ZERO);
        Scale bare = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(SpectrumPrinter.line(SpectrumFigures.of(row, bare)))
                .isEqualTo("eis    7      1.00 h    1 points  1 kHz..1 kHz  |Z| 5.000..5.000 ohm  3.700 V  KK -"
                        + "  ! broken off; not judged: 1 points over 0.00 decades; a verdict needs 8 over 1");
    }
}
