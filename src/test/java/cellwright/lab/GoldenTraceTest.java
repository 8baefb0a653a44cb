package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every protocol of the library does what it did when its golden trace was written. The trace says itself on which cell
 * and with which parameters it was taken. {@code -Dcellwright.update=true} writes the traces anew.
 */
final class GoldenTraceTest {
    private static final Path LIBRARY = House.ROOT.resolve("protocols");
    /** The noise of a spectrum hangs on the nanosecond it begins in, and that on the last bits of the exponential function. */
    private static final Map<String, String> QUIET = Map.of("spectrum_noise", "0");

    private static final boolean UPDATE = Boolean.getBoolean("cellwright.update");

    @TestFactory
    List<DynamicTest> everyProtocolOfTheLibrary() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path protocol) throws IOException {
        Path file = LIBRARY.resolve(String.valueOf(protocol.getFileName()).replace(".yaml", ".golden.csv"));
        if (!Files.exists(file) && !UPDATE) {
            fail(protocol + " has no golden trace; look at its run, then write one with -Dcellwright.update=true");
        }
        GoldenTrace golden = Files.exists(file) ? GoldenTrace.read(Files.readString(file)) : usual(protocol);
        GoldenTrace found = GoldenTrace.of(
                House.prepared(new Prepared.Order(protocol, House.ROOT.resolve(golden.cell()), golden.set(), 0, QUIET)),
                golden.cell(),
                golden.set());
        if (UPDATE) {
            Files.writeString(file, found.text(), StandardCharsets.UTF_8);
            return;
        }
        assertThat(golden.differences(found))
                .as("%s; if this change is wanted: -Dcellwright.update=true", file)
                .isEmpty();
    }

    /** Where a protocol has no trace yet: two cycles of the usual cell. */
    private static GoldenTrace usual(Path protocol) {
        String cell = "config/cells/ncm85-zhou.yaml";
        boolean cycles = House.prepared(protocol, House.ROOT.resolve(cell), Map.of(), 0)
                .protocol()
                .parameters()
                .containsKey("cycles");
        return new GoldenTrace(cell, cycles ? Map.of("cycles", "2") : Map.of(), "", List.of(), List.of());
    }

    @Test
    void aTraceReadsBackAsItself() {
        GoldenTrace trace = new GoldenTrace(
                "config/cells/x.yaml", Map.of("cycles", "2"), "ab12", List.of("cycle,step_count", "0,1"), List.of());
        assertThat(GoldenTrace.read(trace.text())).isEqualTo(trace);
        var measured = new GoldenTrace(
                "config/cells/x.yaml", Map.of(), "ab12", trace.lines(), List.of("spectrum,cycle", "1,0", "2,1"));
        assertThat(GoldenTrace.read(measured.text())).isEqualTo(measured);
    }

    @Test
    void aDifferenceIsToldByStepAndQuantity() {
        String header = "cycle,step_count,path,step_type,test_time_s,voltage_v,current_a,temperature_k,"
                + "pressure_pa,cycle_charge_capacity_ah,cycle_discharge_capacity_ah";
        GoldenTrace golden = trace(header, "1,3,p,CC_CHG,100.5,3.5,0.001,298.15,2e8,0.1,0");
        assertThat(golden.differences(trace(header, "1,3,p,CC_CHG,100.50001,3.500001,0.001,298.15,2e8,0.1,0")))
                .isEmpty();
        assertThat(golden.differences(trace(header, "1,3,p,CC_CHG,100.5,3.5001,0.001,298.15,2e8,0.1,0")))
                .containsExactly("step 3 (p in cycle 1), voltage_v: 3.5 was expected, found 3.5001");
        assertThat(golden.differences(trace(header, "1,3,p,CV_CHG,100.5,3.5,0.001,298.15,2e8,0.1,0")))
                .containsExactly("step 3 (p in cycle 1), step_type: CC_CHG was expected, found CV_CHG");
        assertThat(golden.differences(trace(header))).containsExactly("1 steps were expected, found 0 steps");
    }

    @Test
    void aSpectrumIsGuardedToTheSixthDigit() {
        String header = GoldenTrace.SPECTRA_HEADER;
        String line = "2,1,7,p/every/1,whole,71,1.00000e+06,1.23456e+01,-4.5000,1.00000e+03,2.34567e+01,-45.0000,"
                + "1.00000e-01,1.00000e+02,-0.0010";
        GoldenTrace golden = measured(header, line);
        assertThat(golden.differences(measured(
                        header, line.replace("1.23456e+01", "1.23457e+01").replace("-0.0010", "-0.0011"))))
                .isEmpty();
        assertThat(golden.differences(measured(header, line.replace("1.23456e+01", "1.23459e+01"))))
                .containsExactly("spectrum 2 (p/every/1 in cycle 1), modulus_1_ohm: 1.23456e+01 was expected, found"
                        + " 1.23459e+01");
        assertThat(golden.differences(measured(header, line.replace("-45.0000", "-45.0010"))))
                .hasSize(1);
        assertThat(golden.differences(measured(header, line.replace("whole,71", "broken_off,70"))))
                .hasSize(2);
        assertThat(golden.differences(trace())).contains("1 spectra were expected, found 0 spectra");
    }

    /** A protocol that measures has its spectra in its trace, whether it is in the library already or not. */
    @Test
    void aProtocolWithSpectraHasThemInItsTrace(@TempDir Path folder) throws IOException {
        Path protocol = House.written(
                folder,
                "voltage: 2.7..4.4 V",
                "- eis: { mode: potentiostatic, amplitude: 10 mV, from: 1 MHz, to: 1 Hz, per decade: 5 }");
        GoldenTrace found =
                GoldenTrace.of(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), "warm", Map.of());
        assertThat(found.spectra()).hasSize(2);
        assertThat(found.spectra().getLast())
                .startsWith("1,0,1,steps/0,whole,31,1.00000e+06,")
                .contains("1.00000e+00,");
        assertThat(GoldenTrace.read(found.text())).isEqualTo(found);
        Prepared noisy = House.prepared(protocol, House.warmCell(folder), Map.of(), 1);
        assertThat(found.differences(GoldenTrace.of(noisy, "warm", Map.of())))
                .anySatisfy(difference -> assertThat(difference).contains("modulus_1_ohm"));
    }

    private static GoldenTrace trace(String... lines) {
        return new GoldenTrace("", Map.of(), "", List.of(lines), List.of());
    }

    private static GoldenTrace measured(String... spectra) {
        return new GoldenTrace("", Map.of(), "", List.of(), List.of(spectra));
    }
}
