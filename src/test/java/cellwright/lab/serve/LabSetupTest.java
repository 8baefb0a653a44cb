package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a configuration file to orders, or to everything that is wrong with it. */
class LabSetupTest {
    private static final String GOOD = """
            lab: bench
            folder: data
            links: { wire: "serial:/dev/serial/by-id/usb-x?baud=9600", spare: "serial:/dev/ttyUSB0" }
            instruments:
              rig: { driver: simulator, settings: { cell: A7, active_mass_kg: 4e-6, area_m2: 7e-5 } }
              gauge: { driver: simulator, period: 1 s, settings: { cell: A8, active_mass_kg: 4e-6, area_m2: 7e-5 } }
            channels: { A1: { potentiostat: rig, press: rig, sensors: gauge } }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Result<LabOrder> read(String text) throws IOException {
        Path file = folder.resolve("lab.yaml");
        Files.writeString(file, text);
        return LabSetup.read(file);
    }

    private List<String> refused(String text) throws IOException {
        return switch (read(text)) {
            case Result.Made<LabOrder> made -> throw new AssertionError(made.value());
            case Result.Refused<LabOrder> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    @Test
    void aGoodFileMakesOrders() throws IOException {
        Result.Made<LabOrder> made = (Result.Made<LabOrder>) read(GOOD);
        LabOrder order = made.value();
        assertThat(order.folder()).isEqualTo(folder.resolve("data"));
        assertThat(order.instruments()).hasSize(2);
        assertThat(order.instruments().getFirst().settings().text("cathode"))
                .as("defaults filled in")
                .contains("NCM85");
        assertThat(order.instruments().getLast().periodNanos()).isEqualTo(1_000_000_000L);
        assertThat(order.channels().getFirst().companions()).containsExactly("gauge", "rig");
        assertThat(made.warnings()).singleElement().asString().contains("/dev/ttyUSB0 may be another adapter");
    }

    @Test
    void whatTheDriverDoesNotKnowIsToldAtItsPlace() throws IOException {
        assertThat(refused(GOOD.replace("cell: A7", "sell: A7")))
                .anySatisfy(
                        problem -> assertThat(problem).contains("lab.yaml:5:41").contains("unknown setting \"sell\""))
                .anySatisfy(problem -> assertThat(problem).contains("missing setting \"cell\""));
    }

    @Test
    void unknownDriversAndSenselessAddressesAreTold() throws IOException {
        assertThat(refused(GOOD.replace("rig: { driver: simulator", "rig: { driver: simulador")))
                .anySatisfy(problem -> assertThat(problem).contains("no driver named \"simulador\""));
        assertThat(refused(GOOD.replace("baud=9600", "baud=x")))
                .anySatisfy(
                        problem -> assertThat(problem).contains("lab.yaml:3:").contains("baud=x"));
    }

    private static final String BUS = """
            lab: bench
            folder: data
            links: { bus: "serial:/dev/serial/by-id/usb-x?baud=9600", wire: "serial:/dev/serial/by-id/usb-y?baud=9600" }
            instruments:
              rig: { driver: simulator, settings: { cell: A7, active_mass_kg: 4e-6, area_m2: 7e-5 } }
              load: { driver: modbus, link: bus, settings: { map: laumas-tlb, unit: 1, division: 1 } }
              oven: { driver: modbus, link: bus, settings: { map: eurotherm-3200, unit: 2 } }
            channels: { A1: { potentiostat: rig, sensors: load, chamber: oven } }
            """;

    @Test
    void severalInstrumentsOnOneLineShareItsLane() throws IOException {
        Result.Made<LabOrder> made = (Result.Made<LabOrder>) read(BUS);
        assertThat(made.warnings()).isEmpty();
        assertThat(made.value().instruments()).extracting("lane").containsExactly("instrument rig", "bus", "bus");
    }

    @Test
    void whatCannotShareALineIsRefusedAtItsPlace() throws IOException {
        assertThat(refused(BUS.replace("unit: 2", "unit: 1")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7:33", "\"load\" and \"oven\"", "\"bus\"", "both are unit 1");
        assertThat(refused(BUS.replace("unit: 2", "unit: 2, framing: tcp")))
                .singleElement()
                .asString()
                .contains("Modbus RTU and Modbus TCP", "one language");
        assertThat(refused(BUS.replace("driver: modbus, link: bus, settings: { map: eurotherm-3200, unit: 2 }", """
                        driver: ascii2, link: bus, settings: { lowest: -20, highest: 80 }""")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7:", "\"ascii2\" needs its line alone", "link of its own");
        assertThat(refused(BUS.replace("driver: modbus, link: bus, settings: { map: eurotherm-3200, unit: 2 }", """
                        driver: alicat, link: bus, settings: { highest: 100 }""")))
                .singleElement()
                .asString()
                .contains("Modbus RTU and Alicat");
        assertThat(refused(BUS.replace("unit: 2", "unit: 248")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7:", "\"unit\"", "248");
    }

    @Test
    void aPortUnderTwoNamesIsRefused() throws IOException {
        Path port = Files.createFile(folder.resolve("port"));
        Path other = Files.createSymbolicLink(folder.resolve("other"), port);
        String two = BUS.replace("/dev/serial/by-id/usb-x", port.toString())
                .replace("/dev/serial/by-id/usb-y", other.toString())
                .replace("modbus, link: bus, settings: { map: e", "modbus, link: wire, settings: { map: e");
        assertThat(refused(two))
                .singleElement()
                .asString()
                .contains("lab.yaml:3:", "is the link \"bus\" already", "\"link: bus\"")
                .doesNotContain("other settings");
        assertThat(refused(two.replace("other?baud=9600", "other?baud=19200")))
                .singleElement()
                .asString()
                .contains("is the link \"bus\" already", "other settings of the line", "same baud rate");
    }

    @Test
    void aSocketUnderTwoNamesAndSlowNeighboursAreWarnedOf() throws IOException {
        String sockets = BUS.replace("serial:/dev/serial/by-id/usb-x?baud=9600", "tcp:192.0.2.7:502")
                .replace("serial:/dev/serial/by-id/usb-y?baud=9600", "tcp:192.0.2.7:502")
                .replace("modbus, link: bus, settings: { map: e", "modbus, link: wire, settings: { map: e");
        assertThat(((Result.Made<LabOrder>) read(sockets)).warnings())
                .singleElement()
                .asString()
                .contains("192.0.2.7:502 is the link \"bus\" already", "one connection only");
        assertThat(((Result.Made<LabOrder>) read(BUS.replace("unit: 2", "unit: 2, deadline: 1000"))).warnings())
                .singleElement()
                .asString()
                .contains("1000 ms", "shorter deadlines");
    }

    @Test
    void theShippedConfigurationIsGood() {
        Path shipped = Path.of(System.getProperty("cellwright.house", ".."), "config", "lab.yaml");
        assertThat(LabSetup.read(shipped)).isInstanceOf(Result.Made.class);
    }

    @Test
    void anAbsentFileIsTold() {
        assertThat(LabSetup.read(folder.resolve("none.yaml"))).isInstanceOf(Result.Refused.class);
    }
}
