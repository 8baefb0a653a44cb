package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Freshly exported files in the hands of whatever of their readers is installed. What was proved and what was skipped is written to
 * {@code src/target/readers.txt}; {@code -Dcellwright.python=} names another Python.
 */
final class ReadersTest {
    private static final String PYTHON = System.getProperty("cellwright.python", "python3");

    @TempDir
    static Path folder;

    @Test
    void readersOpenWhatIsExported() throws IOException, LogFailure, InterruptedException {
        assumeTrue(isThere(PYTHON), "no " + PYTHON + " here: the readers of exported files were not tried");
        export();
        Process script = new ProcessBuilder(PYTHON, "src/test/python/readers.py", folder.toString())
                .directory(House.ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = script.waitFor();
        Path report = House.ROOT.resolve("src/target/readers.txt");
        Files.createDirectories(report.toAbsolutePath().getParent());
        Files.writeString(report, said, StandardCharsets.UTF_8);
        assertThat(code).as("readers.py said:%n%s", said).isZero();
        assumeTrue(said.contains("proved "), "none of the readers is installed: " + said);
    }

    private static void export() throws IOException, LogFailure {
        Path protocol = House.written(folder, "voltage: 2.7..4.6 V", """
                - { rest: 10 min }
                - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 10 mHz, per decade: 8 }
                - cycles: 3
                  steps:
                    - charge: 1C
                      until: voltage >= 4.3 V
                      at most: 2 h
                    - { hold: 4.3 V, until: current <= C/20, at most: 1 h, when late: next }
                    - eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 100 Hz, per decade: 8, at: hold }
                    - { rest: 20 min }
                    - { discharge: 1C, until: voltage <= 2.8 V, at most: 2 h }
                    - { rest: 20 min }
                """);
        House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("run"));
        RunReplay replay = House.replay(folder.resolve("run"));
        RunExport.bdfCsv(replay, folder.resolve("run.bdf.csv"));
        RunExport.bdfParquet(replay, folder.resolve("run.bdf.parquet"));
        RunExport.cyclesCsv(replay, folder.resolve("cycles.csv"));
        SpectraExport.csv(replay, folder.resolve("eis"));
        FolderExport.mpt(replay, folder.resolve("mpt"));
        FolderExport.pyprobe(replay, folder.resolve("pyprobe"));
        Files.copy(House.ROOT.resolve("config/exchange/cellpy-bdf.yml"), folder.resolve("cellpy.yml"));
        new ObjectMapper().writeValue(folder.resolve("expected.json").toFile(), expected(replay));
    }

    /** What was recorded, by the journal, not by what was exported. */
    private static Map<String, Object> expected(RunReplay replay) throws IOException {
        RunData data = RunData.of(replay);
        Rows rows = data.rows();
        double netAh = rows.coulombs(rows.size() - 1) / 3600;
        long points = data.spectra().stream()
                .mapToLong(each -> each.spectrum().points().size())
                .sum();
        double volts = sum(rows.volts());
        double withSpectra = volts
                + data.spectra().stream()
                        .mapToDouble(each -> each.before().value(Signal.VOLTAGE)
                                * each.spectrum().points().size())
                        .sum();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mass_mg", replay.program().scale().activeMassKg().orElseThrow() * 1e6);
        map.put("steps", StepOrder.paths(replay.program().ops()).size());
        map.put(
                "bdf",
                Map.of(
                        "rows",
                        rows.size() + points,
                        "sums",
                        Map.of("Voltage / V", withSpectra),
                        "last",
                        Map.of("Net Capacity / Ah", netAh, "Test Time / s", rows.seconds(rows.size() - 1))));
        map.put("mpt", Map.of("rows", rows.size(), "volts", volts, "net_mah", netAh * 1e3));
        map.put("cycles", data.cycles().stream().map(ReadersTest::cycle).toList());
        map.put("first_charge_last_volts", firstChargeLastVolts(data));
        Map<String, Object> spectra = new LinkedHashMap<>();
        for (SpectrumRow row : data.spectra()) {
            List<Spectrum.Point> all = row.spectrum().points();
            spectra.put(
                    "eis_00" + row.index(),
                    Map.of(
                            "points", all.size(),
                            "sum_re", sum(all, Spectrum.Point::real),
                            "sum_im", sum(all, Spectrum.Point::imaginary)));
        }
        map.put("spectra", spectra);
        return map;
    }

    private static Map<String, Object> cycle(CycleMetrics cycle) {
        return Map.of("cycle", cycle.cycle(), "charge_ah", cycle.chargeAh(), "discharge_ah", cycle.dischargeAh());
    }

    private static double firstChargeLastVolts(RunData data) {
        int step = data.steps().stream()
                .filter(each -> each.label().contains("charge"))
                .findFirst()
                .orElseThrow()
                .number();
        Rows rows = data.rows().ofStep(step);
        return rows.volts(rows.size() - 1);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double sum(List<Spectrum.Point> points, ToDoubleFunction<Spectrum.Point> of) {
        return IntStream.range(0, points.size())
                .mapToDouble(i -> of.applyAsDouble(points.get(i)))
                .sum();
    }

    private static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Files.isExecutable(Path.of(program))
                || Arrays.stream(path.split(File.pathSeparator, -1))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
