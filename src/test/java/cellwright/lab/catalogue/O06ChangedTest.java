package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** O4, O5 and O6: a server that doubts its values, looks less often than it is asked to, or is programmed otherwise. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class O06ChangedTest extends OverGateway {
    @Test
    void aServerThatLooksLessOftenThanAskedGetsNoProtocol() throws IOException {
        Path other = Files.createDirectory(folder.resolve("slow"));
        try (Gateway.Met slow = Gateway.met(other, "acquire: subscribe", mischief -> mischief.slowest(1000))) {
            assertThat(slow.rig().instrument("press-1").path("ready").asBoolean())
                    .isFalse();
            assertThat(slow.rig().instrument("press-1").toString())
                    .contains("every 1000.0 ms", "asked for every 100 ms");
            Path protocol = Files.writeString(other.resolve("protocol.yaml"), Gateway.PROTOCOL);
            JsonNode answer = slow.rig()
                    .ask("{\"ask\":\"start\",\"channel\":\"E1\",\"protocol_file\":\"" + protocol + "\",\"cell_file\":\""
                            + Gateway.cell(other) + "\"}");
            assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isFalse();
            assertThat(answer.toString()).contains("press-1");
        }
    }

    @Test
    void aValueWithABadStatusIsNoneAndBringsTheCellToRest() throws IOException {
        Gateway.charge(rig);
        gateway.mischief().status("Force.Actual", new StatusCode(StatusCodes.Bad_SensorFailure));
        rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
        assertThat(rig.cause(0)).contains("pressure");
    }

    @Test
    void aProgramWithAnotherTypeIsNotBelievedAndTheRunStaysHeld() throws IOException {
        Gateway.charge(rig);
        List<String> before = gateway.taken();
        gateway.server.stop();
        rig.runUntil(Duration.ofSeconds(4), () -> rig.isHeld(0));
        gateway.mischief().value("Force.Actual", 4320);
        gateway.restart();
        rig.runUntil(
                Duration.ofMinutes(2),
                () -> rig.instrument("press-1").toString().contains("holds a Integer"));
        rig.ask("resume", "E1");
        rig.run(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        assertThat(rig.truth().amps()).isZero();
        assertThat(gateway.taken()).isEqualTo(before);
    }

    @Test
    void aProgramThatNumbersItsNodesOtherwiseIsFoundByNames() throws IOException {
        Gateway.charge(rig);
        gateway.server.stop();
        rig.runUntil(Duration.ofSeconds(4), () -> rig.isHeld(0));
        gateway.mischief().renumber("of the new program");
        gateway.restart("urn:some:other");
        rig.runUntil(
                Duration.ofMinutes(2),
                () -> rig.instrument("press-1").path("ready").asBoolean());
        rig.run(Duration.ofSeconds(2));
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
    }
}
