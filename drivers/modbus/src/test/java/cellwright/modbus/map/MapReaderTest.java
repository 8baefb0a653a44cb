package cellwright.modbus.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.Signal;
import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Table;
import cellwright.testkit.Gen;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Register maps: those shipped, and what is wrong with others, said at its place. */
final class MapReaderTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir", "")).resolve("src/main/resources/cellwright/modbus/maps");

    private static final String GOOD = """
            device: test chamber
            maker: Nobody
            model: X
            identity: { name: type, at: 900, type: uint16, registers: input, is: 7 }
            fields:
              - { name: status, at: 0, type: uint16 }
              - name: air
                at: 1
                type: int16
                scale: 0.1
                unit: °C
                signal: temperature
                quality: { field: status, bits: 0x0001, means: bad }
              - { name: load, at: 3, type: int32, words: low first, unit: kN, signal: force }
            setpoints:
              - signal: temperature
                at: 10
                type: int16
                scale: 0.1
                unit: °C
                range: [-40, 180]
                ramp: { at: 11, type: uint16, scale: 0.1, unit: K/min, range: [0.1, 10], off: { at: 11, value: 0 } }
            """;

    private static RegisterMap read(String text) throws UnreadableMap {
        return MapReader.read("x.yaml", text, Optional.empty());
    }

    private static String faults(String text) {
        return String.valueOf(assertThatExceptionOfType(UnreadableMap.class)
                .isThrownBy(() -> read(text))
                .actual()
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"laumas-tlb", "eurotherm-3200", "watlow-f4t"})
    void shippedMapsAreFreeOfFaults(String name) throws IOException, UnreadableMap {
        String text = Files.readString(SHIPPED.resolve(name + ".yaml"));
        RegisterMap map = MapReader.read(name, text, Optional.of(BigDecimal.ONE));
        assertThat(map.reads()).isNotEmpty();
        assertThat(map.identityReads()).isNotEmpty();
    }

    @Test
    void registersThatFollowEachOtherAreReadTogether() throws UnreadableMap {
        assertThat(read(GOOD).reads())
                .containsExactly(new Call.Read(Table.HOLDING, 0, 2), new Call.Read(Table.HOLDING, 3, 2));
        assertThat(read("bridge: 1\n" + GOOD).reads()).containsExactly(new Call.Read(Table.HOLDING, 0, 5));
        assertThat(read("bridge: 1\nmost: 4\n" + GOOD).reads()).hasSize(2);
    }

    @Test
    void numbersComeOutInSi() throws UnreadableMap {
        RegisterMap map = read(GOOD);
        var registers = new Registers();
        registers.put(new Call.Read(Table.HOLDING, 0, 5), List.of(0, 281, 0, 0xFFFE, 0xFFFF));
        assertThat(map.fields().get(1).sample(Signal.TEMPERATURE, registers).value())
                .isEqualTo(301.25);
        assertThat(map.fields().get(2).sample(Signal.FORCE, registers).value()).isEqualTo(-2000);
    }

    /** A line of the good map, what to put there instead, the fault and its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            maker: Nobody               |                               | 1:1: a register map needs "maker"
            maker: Nobody               | makers: Nobody                | 2:1: "makers" is not a key of a register map
            at: 1                       | at: 0                         | 8:9: register 0 belongs to two fields; the other one begins at 0
            at: 3                       | at: 0                         | 14:23: register 0 belongs to two fields
            type: int16                 | type: int24                   | "type" cannot be "int24"; known are float32, int16, int32, uint16, uint32
            signal: force               | signal: temperature           | two fields with the signal "temperature"
            signal: force               | signal: Force!                | 14:75: a signal's name is lower-case words
            unit: kN                    | unit: stone                   | "unit" cannot be "stone"; known are
            unit: kN                    | unit: °C                      | force is told in N; the unit of this field leads to K
            name: load                  | name: air                     | there are two fields "air"
            field: status               | field: state                  | 13:23: there is no field "state"
            bits: 0x0001                | bits: 0x10000                 | 13:37: "bits" must be a whole number from 1 to 65535
            means: bad                  | means: poor                   | "means" cannot be "poor"; known are bad, missing, overload
            scale: 0.1                  | scale: 0                      | 10:12: "scale" must not be 0
            scale: 0.1                  | scale: division               | 10:12: this device shows counts; say with the setting "division"
            scale: 0.1                  | scale: tenth                  | 10:12: "scale" must be a number, got tenth
            range: [-40, 180]           | range: [180, -40]             | 21:12: a set-point needs "range" with two numbers, the smaller first
            is: 7                       | tells: serial                 | 4:11: a register map needs "identity" with at least one register
            at: 900                     | at: 70000                     | 4:29: "at" must be a whole number from 0 to 65535, got 70000
            registers: input            | registers: coils              | "registers" cannot be "coils"; known are holding, input
            registers: input, is: 7     | is: 7                         | 4:11: the identity from register 900 is as long as what is read from register 10
            unit: K/min                 | unit: K                       | "unit" of a rate must be a unit per s, min or h
            range: [0.1, 10]            | range: [0, 10]                | the smallest rate must be above 0
            off: { at: 11, value: 0 }   | on: { at: 11, value: 0 }      | a ramp needs "off"
            value: 0 }                  | value: 70000 }                | 70000 does not fit into the type of this register
            at: 11, type: uint16        | at: 9, type: uint32           | 16:5: registers from 10 and from 9 overlap and are not the same number
            - signal: temperature       | - signal: voltage             | there is no field with the signal "voltage"
            """)
    void whatIsWrongIsToldWhereItStands(String good, String bad, String fault) {
        String text = GOOD.replaceFirst(Pattern.quote(good), bad == null ? "" : bad);
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(faults(text)).contains("x.yaml:", fault);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(GOOD.replace("type: int16", "type: int24").replace("unit: kN", "unit: stone")))
                .hasLineCount(4);
    }

    @Test
    void inputRegistersCannotBeWritten() {
        assertThat(faults(GOOD.replace("at: 10\n", "at: 10\n    registers: input\n")))
                .contains("input registers cannot be written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|1:1: the file is empty",
                "'a: ['|this is not YAML",
                "'a: 1\na: 2'|\"a\" stands here a second time",
                "'a: &b 1\nc: *b'|anchors (&) and aliases (*) are not used here",
                "'a: !!int 1'|tags such as",
                "'a: 1\n---\nb: 2'|a second document",
                "'[1, 2]'|1:1: a register map must be a mapping",
                "'[[[[[[[[[[[[1]]]]]]]]]]]]'|nested more than 10 deep",
                "'? [a]\n: 1'|a key must be a text"
            })
    void otherTextsAreNamed(String text, String fault) {
        assertThat(faults(text)).contains(fault);
    }

    @Test
    void aMillionBracketsCostNothing() {
        assertThat(faults("[".repeat(1_000_000))).contains("more than 100000 characters");
        assertThat(faults("[".repeat(90_000))).contains("nested more than 10 deep");
    }

    @Test
    void anythingAtAllIsReadOrRefusedByName() {
        Property.forAll(Gen.oneOf(Texts.ascii(200), Texts.nasty(100))).check(500, text -> {
            try {
                assertThat(read(text)).isNotNull();
            } catch (UnreadableMap refused) {
                assertThat(refused).hasMessageStartingWith("x.yaml:");
            }
        });
    }
}
