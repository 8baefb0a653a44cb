package cellwright.opcua.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoleMapReaderTest {
    private static final String HEAD = "map: m\nkind: sensor\nnamespace: urn:x\nroles:\n";
    private static final String GOOD = HEAD + "  Force.Actual: { type: Double, unit: N }\n";

    private static String shipped() throws IOException {
        try (InputStream in = RoleMapReaderTest.class.getResourceAsStream("/cellwright/opcua/stackpress-1.yaml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theShippedMapIsRead() throws IOException {
        RoleMap map = RoleMapReader.read("stackpress-1.yaml", shipped());
        assertThat(map.kind()).isEqualTo(Kind.PRESS);
        assertThat(map.regulated()).contains("Force");
        Role force = map.role("Force.Actual").orElseThrow();
        assertThat(force.place().words()).isEqualTo("/Objects/StackPress/Force.Actual");
        assertThat(force.beat()).contains(Duration.ofSeconds(2));
        assertThat(map.role("State").orElseThrow().refuse()).containsEntry("7", "it is operated by hand");
        assertThat(map.role("Mode").orElseThrow().write()).contains("2");
        assertThat(map.role("Mode").orElseThrow().isWritten()).isTrue();
        assertThat(map.role("State").orElseThrow().isWritten()).isFalse();
    }

    /** Cutting the shipped map anywhere gives a smaller map or a refusal with a place, and nothing else. */
    @Test
    void everyBeginningOfTheShippedMapIsReadOrRefusedWithAPlace() throws IOException {
        String whole = shipped();
        for (int length = 0; length < whole.length(); length++) {
            try {
                RoleMapReader.read("f.yaml", whole.substring(0, length));
            } catch (RoleMapException refused) {
                assertThat(refused).as("at %d", length).hasMessageStartingWith("f.yaml:");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: sensor                | kind: sensr            | f:2:7: \"kind\" must be press",
                "kind: sensor                | kind: press            | f:5:3: a press needs a role Force.Setpoint",
                "map: m                      | mop: m                 | f:1:1: \"map\" is missing",
                "map: m                      | map: [m]               | f:1:6: \"map\" must be a single value",
                "namespace: urn:x            | namespaces: {}         | f:1:1: \"namespace\" is missing",
                "Force.Actual                | Force.Actaul           | f:5:3: there is no role \"Force.Actaul\"",
                "Force.Actual                | Force.Setpoint         | f:5:3: there is no role \"Force.Setpoint\" for a sensor",
                "type: Double                | type: Duble            | f:5:25: \"type\" must be one of Boolean",
                "type: Double                | type: String           | f:5:25: \"type\" of this role must be a type of numbers",
                "type: Double,               | ''                     | f:5:17: \"type\" is missing",
                "unit: N                     | unit: kg               | f:5:39: \"unit\" \"kg\" is not known; known are 1, %",
                "unit: N                     | unit: mm               | f:5:39: \"unit\" must be one that is converted to N",
                "unit: N                     | unit: N, unit: N       | f:5:42: \"unit\" stands here twice",
                "unit: N                     | unit: N, scale: 0      | f:5:49: \"scale\" must be a number other than 0",
                "unit: N                     | unit: N, scale: x      | f:5:49: \"scale\" must be a number",
                "unit: N                     | unit: N, fresh: soon   | f:5:49: \"fresh\" must be a time such as",
                "unit: N                     | unit: N, fresh: 0 s    | f:5:49: \"fresh\" must be a time such as",
                "unit: N                     | unit: N, optional: yes | f:5:52: \"optional\" must be true or false",
                "unit: N                     | unit: N, write: 1      | f:5:42: \"write\" is not known here",
                "unit: N                     | unit: N, path: a//b    | f:5:48: \"path\" has an empty name",
                "unit: N                     | unit: N, path: 'q:b'   | f:5:48: \"path\" uses the prefix \"q\"",
                "unit: N                     | unit: N, id: seven     | f:5:46: \"id\" must be s=NAME",
                "unit: N                     | unit: N, id: i=7, path: b | f:5:46: \"id\" and \"path\" are two ways",
                "{ type: Double, unit: N }   | 7                      | f:5:17: \"Force.Actual\" must be a mapping",
                "{ type: Double, unit: N }   | { type: Double         | f:6:1: this is no YAML"
            })
    void aFaultIsToldByItsPlace(String text, String instead, String told) {
        String broken = GOOD.replace(text.strip(), instead.strip());
        assertThat(broken).isNotEqualTo(GOOD);
        assertThatExceptionOfType(RoleMapException.class)
                .isThrownBy(() -> RoleMapReader.read("f", broken))
                .withMessageContaining(told.strip());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatExceptionOfType(RoleMapException.class)
                .isThrownBy(() -> RoleMapReader.read("f", HEAD + "  A.Actual: {}\n  B.Actual: { type: Double }\n"))
                .withMessageContaining("f:5:13: \"type\" is missing")
                .withMessageContaining("f:6:13: \"unit\" is missing");
    }

    @Test
    void aPotentiostatNeedsTheNumbersOfItsModes() {
        String map = HEAD.replace("sensor", "potentiostat") + """
                  Voltage.Actual: { type: Double, unit: V }
                  Current.Actual: { type: Double, unit: A }
                  Voltage.Setpoint: { type: Double, unit: V }
                  Current.Setpoint: { type: Double, unit: A }
                  Mode: { type: Byte, modes: { open: 0, current: one } }
                """.indent(0).replace("                  ", "  ");
        assertThatExceptionOfType(RoleMapException.class)
                .isThrownBy(() -> RoleMapReader.read("f", map))
                .withMessageContaining("\"current\" must be a whole number, got \"one\"")
                .withMessageContaining("\"voltage\" is missing");
    }

    @Test
    void aValueToWriteMustFitItsType() {
        String map = HEAD.replace("sensor", "press")
                + "  Force.Actual: { type: Double, unit: N }\n  Force.Setpoint: { type: Double, unit: N }\n"
                + "  Mode: { type: Byte, write: 300 }\n";
        assertThatExceptionOfType(RoleMapException.class)
                .isThrownBy(() -> RoleMapReader.read("f", map))
                .withMessageContaining("f:7:30: \"write\" \"300\" is no value of the type Byte");
    }

    @ParameterizedTest
    @CsvSource({
        "kN, 2.5, N, 2500",
        "degC, 25, K, 298.15",
        "bar, 3, Pa, 300000",
        "mm, 4, m, 0.004",
        "mm2, 78.54, m2, 78.54e-6",
        "K/min, 6, K/s, 0.1",
        "N/s, 2, N/s, 2",
        "mAh, 1, C, 3.6"
    })
    void unitsBecomeSiAndBack(String unit, double number, String dimension, double si) {
        Measure measure = Measure.of(unit).orElseThrow();
        assertThat(measure.dimension()).isEqualTo(dimension);
        assertThat(measure.si(number)).isCloseTo(si, within(1e-9 * Math.abs(si)));
        assertThat(measure.number(si)).isCloseTo(number, within(1e-9 * Math.abs(number)));
    }

    @Test
    void aRateOfSomethingElseThanTimeIsNoUnit() {
        assertThat(Measure.of("N/mm")).isEqualTo(Optional.empty());
        assertThat(Measure.of("")).isEqualTo(Optional.empty());
    }

    @Test
    void aFlagMayRefuse() {
        RoleMap map = RoleMapReader.read(
                "f", GOOD + "  Interlock.Door: { type: Boolean, invert: true, refuse: { true: open } }\n");
        Role door = map.role("Interlock.Door").orElseThrow();
        assertThat(door.inverted()).isTrue();
        assertThat(door.refuse()).isEqualTo(Map.of("true", "open"));
    }
}
