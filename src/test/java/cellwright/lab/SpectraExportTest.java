package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.impedance.KramersKronigVerdict.Outcome;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.SpectrumRow;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Scale;
import cellwright.store.SpectrumCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The spectra of a run with their state, as figures and as files that others read. */
final class SpectraExportTest {
    @TempDir
    static Path folder;

    private static List<SpectrumFigures> figures = List.of();

    @BeforeAll
    static void rehearse() throws IOException, LogFailure {
        String sweep = "{ mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 8%s }";
        Path protocol = House.written(folder, "voltage: 2.7..4.6 V", """
                - eis: %s
                - { charge: C/5, until: capacity >= 0.4 mAh, at most: 3 h }
                - eis: %s
                - { rest: 3 h }
                - cycles: 1
                  steps:
                    - eis: %s
                    - { hold: 4.4 V, until: time >= 1 min, at most: 1 h }
                    - eis: %s
                """.formatted(
                        sweep.formatted(""), sweep.formatted(""), sweep.formatted(""), sweep.formatted(", at: hold")));
        House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("run"));
        RunReplay replay = House.replay(folder.resolve("run"));
        figures = SpectrumFigures.of(
                RunData.of(replay).spectra(), replay.program().scale());
        assertThat(SpectraExport.csv(replay, folder.resolve("spectra")).spectra())
                .isEqualTo(4);
    }

    private static Map<String, String> heading(List<String> lines) {
        Map<String, String> heading = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("# ") && line.contains(": ")) {
                heading.put(line.substring(2, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
            }
        }
        return heading;
    }

    /** What a reader of three columns does: it passes over comments and splits at commas. */
    private static List<double[]> columns(List<String> lines) {
        List<double[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith("#")) {
                rows.add(List.of(line.split(",", -1)).stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return rows;
    }

    @Test
    void threeColumnsAreExactlyWhatWasMeasured() throws IOException {
        for (SpectrumFigures each : figures) {
            List<String> lines = Files.readAllLines(
                    folder.resolve("spectra/eis_00" + each.row().index() + ".csv"));
            assertThat(lines).contains("# frequency/Hz,Z'/ohm,Z''/ohm");
            List<double[]> rows = columns(lines);
            assertThat(rows).hasSize(65).allSatisfy(row -> assertThat(row).hasSize(3));
            for (int i = 0; i < rows.size(); i++) {
                Spectrum.Point point = each.row().spectrum().points().get(i);
                assertThat(rows.get(i)).containsExactly(point.hertz(), point.real(), point.imaginary());
            }
        }
    }

    @Test
    void theHeadingTellsWhereItComesFromAndTheStateItWasTakenIn() throws IOException {
        Map<String, String> heading = heading(Files.readAllLines(folder.resolve("spectra/eis_002.csv")));
        RunCard card = House.replay(folder.resolve("run")).card();
        assertThat(heading)
                .containsEntry("simulated", "true")
                .containsEntry("software", card.software())
                .containsEntry("protocol sha256", card.protocolSha256())
                .containsEntry("spectrum", "2")
                .containsEntry("extent", "whole")
                .containsEntry("cycle", "0")
                .containsEntry("held at/V", "")
                .containsEntry("pressure/Pa", "250000000");
        assertThat(heading.get("step")).startsWith("3 (steps/2, EIS");
        double nominalAh =
                House.replay(folder.resolve("run")).program().scale().oneCAmps().orElseThrow();
        assertThat(Double.parseDouble(heading.get("state of charge/1"))).isCloseTo(0.4e-3 / nominalAh, within(1e-6));
        assertThat(Double.parseDouble(heading.get("temperature/K"))).isCloseTo(298.15, within(0.1));
        assertThat(heading(Files.readAllLines(folder.resolve("spectra/eis_004.csv"))))
                .containsEntry("cycle", "1")
                .containsEntry("excitation", "potentiostatic, 0.01 V peak, at the potential held");
    }

    /** At rest for hours, and directly after an hour's current or at the beginning of a hold. */
    @Test
    void driftShowsInTheResidual() {
        SpectrumFigures rested = figures.get(2);
        assertThat(rested.outcome()).isEqualTo(Outcome.CONSISTENT);
        assertThat(rested.residual()).isBetween(5e-4, 2e-3);
        SpectrumFigures drifting = figures.get(3);
        assertThat(drifting.outcome()).isIn(Outcome.DOUBTFUL, Outcome.INCONSISTENT);
        assertThat(drifting.residual()).isGreaterThan(2 * rested.residual());
        assertThat(drifting.verdict().orElseThrow().reasons()).isNotEmpty();
    }

    @Test
    void theFiguresAreThoseOfThePoints() {
        SpectrumFigures first = figures.getFirst();
        assertThat(first.stateOfCharge()).hasValue(0);
        assertThat(first.highestHertz()).isEqualTo(1e6);
        assertThat(first.lowestHertz()).isCloseTo(0.01, within(1e-12));
        assertThat(first.lowestOhm()).isPositive().isLessThan(first.highestOhm());
        assertThat(first.durationSeconds()).isBetween(900.0, 1300.0);
        assertThat(figures).extracting(SpectrumFigures::testSeconds).isSorted();
        Scale bare = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(SpectrumFigures.of(first.row(), bare).stateOfCharge()).isEmpty();
    }

    @Test
    void withoutAUsablePointThereIsNothingToJudge() {
        SpectrumRow row = figures.getFirst().row();
        var overloaded = new Spectrum(
                0,
                1,
                List.of(
                        new Spectrum.Point(1, 2, -3, Quality.OVERLOAD),
                        new Spectrum.Point(1, Double.NaN, 0, Quality.GOOD)));
        Scale bare = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        SpectrumFigures none = SpectrumFigures.of(
                new SpectrumRow(
                        1,
                        overloaded,
                        row.sweep(),
                        Extent.SHORT,
                        Double.NaN,
                        0,
                        0,
                        1,
                        "steps/0",
                        "EIS",
                        row.before(),
                        row.after(),
                        row.test(),
                        row.inCycle()),
                bare);
        assertThat(none.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(none.residual()).isNaN();
        assertThat(none.lowestOhm()).isNaN();
        assertThat(none.highestHertz()).isNaN();
        String text = SpectrumCsv.text(Map.of("label", "two\nlines"), overloaded);
        assertThat(text).isEqualTo("""
                # label: two lines
                # frequency/Hz,Z'/ohm,Z''/ohm
                # unusable (overload): 1,2,-3
                # unusable (not a number): 1,,0
                """);
    }

    @Test
    void aRunWithoutSpectraGetsNoFolderAndWhatExistsIsNotTouched() throws IOException, LogFailure {
        Path protocol = House.written(folder, "voltage: 2.7..4.6 V", "- { rest: 10 min }");
        House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("quiet"));
        RunReplay quiet = House.replay(folder.resolve("quiet"));
        assertThat(SpectraExport.csv(quiet, folder.resolve("none")).spectra()).isZero();
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(SpectraExport.objections(folder.resolve("spectra"))).hasSize(1);
        assertThat(SpectraExport.objections(folder.resolve("no/such"))).hasSize(1);
        assertThat(SpectraExport.objections(folder.resolve("new"))).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().endsWith(".part"));
        }
    }
}
