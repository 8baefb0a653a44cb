package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.lab.House;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackstageTest {
    private static final String GOOD = """
            lab: played
            emulated:
              bench-1:
                cell: %s
                simulation: { start_stoichiometry: 0.5 }
                instruments:
                  pstat: { plays: palmsens, at: tcp:0, settings: { model: emstat4-lr } }
            links: { wire: emulated:pstat }
            instruments: { pstat-1: { driver: palmsens, link: wire } }
            channels: { E1: { potentiostat: pstat-1 } }
            folder: data
            """.formatted(House.CELL.toAbsolutePath());

    @TempDir
    private Path folder = Path.of("");

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), text);
    }

    private static Backstage made(Result<Backstage> result) {
        return switch (result) {
            case Result.Made<Backstage> made -> made.value();
            case Result.Refused<Backstage> refused -> throw new AssertionError(refused.problems());
        };
    }

    private List<String> refused(String text) throws IOException {
        return switch (Backstage.open(written(text))) {
            case Result.Made<Backstage> made -> throw new AssertionError(made.value());
            case Result.Refused<Backstage> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    @Test
    void whatIsPlayedStandsBehindItsName() throws IOException {
        Path file = written(GOOD);
        try (Backstage backstage = made(Backstage.open(file))) {
            String address = backstage.address("emulated:pstat");
            assertThat(address).startsWith("tcp:127.0.0.1:");
            assertThat(backstage.address("tcp:192.0.2.7:502")).isEqualTo("tcp:192.0.2.7:502");
            LabOrder order = ((Result.Made<LabOrder>) LabSetup.read(file, backstage::address)).value();
            assertThat(order.instruments().getFirst().settings().text("link")).contains(address);
            assertThat(greeting(address)).startsWith("tes4_lr");
        }
    }

    private static String greeting(String address) throws IOException {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("t\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void instrumentsAreToldToMisbehaveByTheirNames() throws IOException {
        try (Backstage backstage = made(Backstage.open(written(GOOD)))) {
            backstage.trick("pstat", "silent on");
            assertThatThrownBy(() -> backstage.trick("harp", "silent on")).hasMessageContaining("pstat");
            assertThatThrownBy(() -> backstage.trick("pstat", "fly")).hasMessageContaining("\"fly\"");
        }
    }

    @Test
    void faultsAreToldAtTheirPlacesAndNothingPlays() throws IOException {
        assertThat(refused(GOOD.replace("plays: palmsens", "plays: harp")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7:23", "\"harp\"");
        assertThat(refused(GOOD.replace("model: emstat4-lr", "modell: emstat4-lr")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7", "\"modell\"");
        assertThat(refused(GOOD.replace("emstat4-lr", "es9")))
                .singleElement()
                .asString()
                .contains("lab.yaml:7", "\"es9\"");
        assertThat(refused(GOOD.replace("at: tcp:0", "at: usb")))
                .singleElement()
                .asString()
                .contains("\"usb\"");
        assertThat(refused(GOOD.replace("start_stoichiometry: 0.5", "start_stoichiometry: 5")))
                .singleElement()
                .asString()
                .contains("start_stoichiometry");
    }

    @Test
    void aNameThatIsNotPlayedIsRefused() throws IOException {
        assertThat(refused(GOOD.replace("emulated:pstat", "emulated:pstar")))
                .singleElement()
                .asString()
                .contains("lab.yaml:8", "\"pstar\"", "pstat");
        assertThat(refused(GOOD.replace("plays: palmsens, ", "")))
                .anySatisfy(problem -> assertThat(problem).contains("plays"));
    }

    @Test
    void aRealLaboratoryPlaysNothing() throws IOException {
        try (Backstage none = made(Backstage.open(House.ROOT.resolve("config/lab.yaml")))) {
            assertThat(none.addresses()).isEmpty();
        }
    }

    @Test
    void theShippedEmulatedLaboratoryIsWhole() throws IOException {
        Path file = House.ROOT.resolve("config/lab-emulated.yaml");
        try (Backstage backstage = made(Backstage.open(file))) {
            assertThat(LabSetup.read(file, backstage::address)).isInstanceOf(Result.Made.class);
        }
    }
}
