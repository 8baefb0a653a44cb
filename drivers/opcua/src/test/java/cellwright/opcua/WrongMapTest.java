package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Maps and settings that do not fit the server. */
@Timeout(60)
final class WrongMapTest {
    private final Workshop workshop = new Workshop();

    @AfterEach
    void shut() throws Exception {
        workshop.close();
    }

    private String sensor(String... roles) throws IOException {
        String[] lines = new String[roles.length + 5];
        lines[0] = "map: a sensor";
        lines[1] = "kind: sensor";
        lines[2] = "namespace: urn:cellwright:stackpress:1";
        lines[3] = "root: /StackPress";
        lines[4] = "roles:";
        System.arraycopy(roles, 0, lines, 5, roles.length);
        return workshop.map(lines);
    }

    @Test
    void aNodeIsFoundByNameOrById() throws Exception {
        String map = sensor(
                "  Force.Actual: { type: Double, unit: kN }",
                "  Plate.Actual: { id: 's=StackPress/Position.Actual', type: Double, unit: mm }",
                "  PlateDistance.Actual: { path: /StackPress/Position.Actual, type: Double, unit: mm, scale: 2 }",
                "  Missing.Actual: { type: Double, unit: V, optional: true }");
        try (Instrument sensor = workshop.open("map", map)) {
            assertThat(sensor.signals())
                    .containsExactly(
                            Signal.FORCE, new Signal("plate", Unit.METRE), new Signal("plate distance", Unit.METRE));
            assertThat(sensor.read().value(new Signal("plate distance", Unit.METRE)))
                    .isEqualTo(0.02);
            assertThat(sensor.identity().serial()).isEqualTo("urn:cellwright:emulated-press");
        }
    }

    @Test
    void aMissingNodeIsToldWithRolePathAndFile() throws IOException {
        String map = sensor("  Force.Actual: { path: Force/Measured, type: Double, unit: N }");
        assertFails(Kind.WRONG_DEVICE, () -> workshop.open("map", map))
                .contains("no node for the role Force.Actual", "/Objects/StackPress/Force/Measured", map);
    }

    @Test
    void aMissingNodeByIdIsToldToo() throws IOException {
        String map = sensor("  Force.Actual: { id: s=nowhere, type: Double, unit: N }");
        assertFails(Kind.WRONG_DEVICE, () -> workshop.open("map", map)).contains("Force.Actual", "s=nowhere");
    }

    @Test
    void aMissingNamespaceIsToldWithThoseThatAre() throws IOException {
        String map = workshop.map(
                "map: a sensor",
                "kind: sensor",
                "namespace: urn:maker:press",
                "roles:",
                "  Force.Actual: { type: Double, unit: N }");
        assertFails(Kind.WRONG_DEVICE, () -> workshop.open("map", map))
                .contains("no namespace \"urn:maker:press\"", "urn:cellwright:stackpress:1");
    }

    @Test
    void aNodeOfAnotherTypeIsRefused() throws IOException {
        String map = sensor("  Force.Actual: { type: Float, unit: N }");
        assertFails(Kind.WRONG_DEVICE, () -> workshop.open("map", map)).contains("Double", "Float", "Force.Actual");
    }

    @Test
    void aSetpointThatMayNotBeWrittenIsRefusedAtTheStart() throws IOException {
        String map = workshop.map(
                "map: a press",
                "kind: press",
                "namespace: urn:cellwright:stackpress:1",
                "root: /StackPress",
                "roles:",
                "  Force.Actual: { type: Double, unit: N }",
                "  Force.Setpoint: { path: Force.Filtered, type: Double, unit: N }");
        assertFails(Kind.REFUSED, () -> workshop.open("map", map, "lowest", "0", "highest", "1"))
                .contains("does not let us write", "Force.Setpoint");
    }

    @Test
    void aPressWithoutAnyLimitOfItsSetpointsIsRefused() throws IOException {
        String map = workshop.map(
                "map: a press",
                "kind: press",
                "namespace: urn:cellwright:stackpress:1",
                "root: /StackPress",
                "roles:",
                "  Force.Actual: { type: Double, unit: N }",
                "  Force.Setpoint: { type: Double, unit: N }");
        assertFails(Kind.REFUSED, () -> workshop.open("map", map)).contains("Force.Min", "lowest");
    }

    @Test
    void aBrokenMapIsToldByLineAndColumn() throws IOException {
        String map = sensor("  Force.Actual: { type: Double, unit: stone }");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.open("map", map))
                .withMessageContaining(map + ":6:39: \"unit\" \"stone\" is not known");
    }
}
