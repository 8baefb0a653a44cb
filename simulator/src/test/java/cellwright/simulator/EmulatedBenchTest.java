package cellwright.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Emulation;
import cellwright.instrument.emulation.Kind;
import cellwright.instrument.emulation.LineDevice;
import cellwright.simulator.emulator.MountedCell;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class EmulatedBenchTest {
    private static final long SECOND = 1_000_000_000L;

    private final SimulatorEmulation emulation = new SimulatorEmulation();

    private cellwright.instrument.emulation.Bench bench() {
        return emulation.bench(
                new Settings(Map.of(
                        "cell",
                        "B2",
                        "active_mass_kg",
                        "4.885e-6",
                        "area_m2",
                        "7.854e-5",
                        "start_stoichiometry",
                        "0.5")),
                0);
    }

    private LineDevice potentiostat(cellwright.instrument.emulation.Bench bench) {
        return (LineDevice) bench.device("palmsens", new Settings(Map.of("model", "emstat4-hr")), 0);
    }

    private static String said(LineDevice device, String line, long atNanos) {
        device.receive(line.getBytes(ISO_8859_1), atNanos);
        return new String(device.fetch(atNanos + SECOND), ISO_8859_1);
    }

    @Test
    void itIsFound() {
        assertThat(ServiceLoader.load(Emulation.class)).hasAtLeastOneElementOfType(SimulatorEmulation.class);
        assertThat(emulation.kinds())
                .extracting(Kind::name)
                .contains("palmsens")
                .doesNotHaveDuplicates();
        assertThat(emulation.kinds()).allMatch(kind -> !kind.plays().isBlank());
    }

    @Test
    void anInstrumentAnswersInItsMakersWords() {
        assertThat(said(potentiostat(bench()), "t\n", 0)).startsWith("tes4_hr");
    }

    @Test
    void aCellHasOnePotentiostat() {
        var bench = bench();
        potentiostat(bench);
        assertThatThrownBy(() -> potentiostat(bench))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("driven by another");
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        var bench = bench();
        assertThatThrownBy(() -> bench.device("harp", new Settings(Map.of()), 0))
                .hasMessageContaining("\"harp\"");
        assertThatThrownBy(() -> bench.device("palmsens", new Settings(Map.of("model", "x")), 0))
                .hasMessageContaining("\"model\"");
        Device device = potentiostat(bench);
        assertThatThrownBy(() -> device.trick("dance")).hasMessageContaining("\"dance\"");
    }

    @Test
    void atRestTheCellKeepsItsVoltage() {
        var bench = bench();
        String before = bench.truth();
        bench.advance(3600 * SECOND);
        assertThat(bench.truth()).isEqualTo(before).contains("20.00 °C");
    }

    @Test
    void pressAndChamberReachTheCell() {
        MountedCell cell = (MountedCell) bench();
        var bench = (cellwright.instrument.emulation.Bench) cell;
        double loose = cell.leads().impedance(1e5).real();
        cell.press(250e6, Double.POSITIVE_INFINITY);
        cell.heat(333.15, Double.POSITIVE_INFINITY);
        bench.advance(10_000 * SECOND);
        assertThat(cell.pascals()).isCloseTo(250e6, within(1e3));
        assertThat(cell.kelvins()).isCloseTo(333.15, within(0.1));
        assertThat(cell.leads().impedance(1e5).real()).isLessThan(0.5 * loose);
    }
}
