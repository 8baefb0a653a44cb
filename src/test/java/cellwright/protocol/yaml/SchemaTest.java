package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Result;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors use agree with the readers on what is shipped and on common mistakes. */
class SchemaTest {
    private static final Schema PROTOCOL = schema("protocols/protocol.schema.json");
    private static final Schema CELL = schema("config/cells/cell.schema.json");

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(LibraryTest.HOUSE.resolve(file)));
        } catch (IOException missing) {
            throw new IllegalStateException("the schema " + file + " cannot be read", missing);
        }
    }

    static Stream<Path> protocols() throws IOException {
        return LibraryTest.protocols();
    }

    static Stream<Path> cells() throws IOException {
        return LibraryTest.cells();
    }

    private static List<Error> errors(Schema schema, String text) {
        return schema.validate(json(made(TreeReader.read("t", text))), InputFormat.JSON);
    }

    /** The JSON an editor would see: plain texts typed as YAML's core schema does. */
    private static String json(Node node) {
        return switch (node) {
            case Node.Sequence sequence ->
                sequence.items().stream().map(SchemaTest::json).collect(Collectors.joining(",", "[", "]"));
            case Node.Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Node.Scalar scalar -> scalar(scalar);
        };
    }

    private static String scalar(Node.Scalar scalar) {
        boolean bare = scalar.text().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false");
        if (scalar.absent()) {
            return "null";
        }
        return bare && !scalar.quoted() ? scalar.text() : quoted(scalar.text());
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(point -> point < 0x20 || point == '"' || point == '\\'
                        ? "\\u%04x".formatted(point)
                        : Character.toString(point))
                .collect(Collectors.joining("", "\"", "\""));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void shippedProtocolsAreValid(Path file) throws IOException {
        assertThat(errors(PROTOCOL, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void shippedCellsAreValid(Path file) throws IOException {
        assertThat(errors(CELL, Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest: 1 h",
                "rest:",
                "current: -1 mA",
                "hold: 4.3 V\n    max current: C/2",
                "power: 5 mW",
                "force: 19.6 kN\n    ramp: 1 N/s\n    stable: { within: 5 N, for: 1 min }\n    at most: 1 h",
                "wait for: voltage\n    stable: { within: 1 mV, for: 1 h }\n    at most: 9 h",
                "cycles: forever\n    until: [ after 3 h, { all: [ retention < 80 % ] } ]\n    steps: [ note: a ]",
                "if: cycle in [1]\n    then: []",
                "use: x.yaml\n    with: { a: 1 }",
                "ramp: { from: 0.05 mA/cm2, to: $top, step: 50 µA/cm2 }\n    each: 1 h\n    both ways: true\n    until: short",
                "ramp: { from: -C/10, to: -1C, step: C/10 }\n    each: 0.25 mAh/cm2\n    then: [ note: a ]",
                "pulse: { charge: C/10, for: 10 min, rest: 1 h }\n    repeat: 40\n    until: voltage >= 4.3 V",
                "pulse: { current: -1C, for: 10 s }\n    repeat: forever\n    until: short",
                "polarise: [0.25 V, 0.5 V vs cell]\n    each: 2 h\n    max current: 1 mA",
                "Charge at C/5 for 10 hours or until 4.3 V",
                "\"Rest until > 3 V for 1 h (5 s period)\"",
                "Hold at $volts until C/50 for 2 hours",
                "charge: 1 mA\n    record: ends only\n    limits: { voltage: { low: 3 V, trips: 2 of 3 } }"
            })
    void stepsThatTheReaderTakes(String step) {
        assertThat(errors(PROTOCOL, "protocol: x\nsteps:\n  - " + step + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest: 30",
                "charge: 5",
                "charge: C/5\n    untill: after 3 h",
                "charge: C/5\n    rest: 3 h",
                "until: after 3 h",
                "hold: 4.3",
                "temperature: 25 °C",
                "temperature: 25 °C\n    stable: { within: 1 K }\n    at most: 1 h",
                "cycles: 0\n    steps: [ note: a ]",
                "cycles: 3\n    steps: []",
                "wait for: volts\n    stable: { within: 1 mV, for: 1 h }\n    at most: 9 h",
                "charge: C/5\n    when late: go",
                "charge: C/5\n    limits: { volts: 3..4 V }",
                "charge: C/5\n    record: {}",
                "ramp: { from: 1 mA, to: 2 mA, step: 1 mA }",
                "ramp: { from: 1 mA, to: 2 mA }\n    each: 1 h",
                "ramp: { from: 1 mA, to: 2 mA, step: 1 mA }\n    each: 5 V",
                "ramp: { from: 1 mA, to: 2 mA, step: 1 mA }\n    each: 1 h\n    both ways: maybe",
                "pulse: { for: 10 s }",
                "pulse: { charge: 1 mA, discharge: 1 mA, for: 10 s }",
                "pulse: { charge: 1 mA, for: 10 s }\n    each: 1 h",
                "polarise: 0.5 V\n    each: 1 h",
                "polarise: []\n    each: 1 h",
                "Charge at C/5 until 4.3 V",
                "Chrage at C/5 for 1 h",
                "Rest",
                "eis: { mode: both, amplitude: 1 mV, from: 1 Hz, to: 2 Hz, per decade: 1 }"
            })
    void stepsThatAreRefusedByBoth(String step) {
        String text = "protocol: x\nsteps:\n  - " + step + "\n";
        assertThat(errors(PROTOCOL, text)).isNotEmpty();
        assertThat(Texts.result(text)).isInstanceOf(Result.Refused.class);
    }

    @Test
    void badHeadingsAndCellsAreRefused() {
        assertThat(errors(PROTOCOL, "protocol: x\n")).isNotEmpty();
        assertThat(errors(PROTOCOL, "steps: [ note: a ]\n")).isNotEmpty();
        assertThat(errors(PROTOCOL, "protocol: x\nreference: Na\nsteps: [ note: a ]\n"))
                .isNotEmpty();
        assertThat(errors(PROTOCOL, "protocol: x\nstep: 1\nsteps: [ note: a ]\n"))
                .isNotEmpty();
        assertThat(errors(CELL, "cell: a\nactive mass: 3\n")).isNotEmpty();
        assertThat(errors(CELL, "cell: a\ncounter electrode: Na\n")).isNotEmpty();
        assertThat(errors(CELL, "chemistry: a\n")).isNotEmpty();
        assertThat(errors(CELL, "cell: a\nenvelope: { volts: 3..4 V }\n")).isNotEmpty();
    }

    @Test
    void madeUpProtocolsAreValid() {
        for (long seed = 0; seed < 30; seed++) {
            String text = ProtocolWriter.write(new MadeUp(seed).protocol());
            assertThat(errors(PROTOCOL, text)).as(text).isEmpty();
        }
    }
}
