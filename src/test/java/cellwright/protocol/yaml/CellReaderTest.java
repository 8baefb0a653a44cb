package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.Debounce;
import cellwright.protocol.Electrode;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CellReaderTest {
    @Test
    void everyKey() {
        Cell cell = made(CellReader.read("c.yaml", """
                cell: A7
                chemistry: NCM85 | In/InLi
                owner: lab
                active mass: 4.885 mg
                area: 0.7854 cm2
                one C: 180 mA/g
                counter electrode: { name: In/InLi, vs Li+/Li: 0.62 V }
                envelope:
                  voltage: 1.9..4.0 V vs cell
                  current: -20..20 mA
                  silence: 10 s
                simulation: { cathode: NCM85, start_pressure_pa: 0, note: $5 }
                """));
        var voltage = new Limits.Bound(
                Subject.VOLTAGE,
                Optional.of(new Amount.Volts(1.9, Optional.of("cell"))),
                Optional.of(new Amount.Volts(4.0, Optional.of("cell"))),
                Debounce.USUAL);
        var current = new Limits.Bound(
                Subject.CURRENT, Optional.of(new Amount.Si(-0.02)), Optional.of(new Amount.Si(0.02)), Debounce.USUAL);
        assertThat(cell)
                .isEqualTo(new Cell(
                        "A7",
                        "NCM85 | In/InLi",
                        "lab",
                        OptionalDouble.of(4.885e-6),
                        OptionalDouble.of(7.854e-5),
                        Optional.of(new Amount.PerMass(180)),
                        Optional.of(new Electrode("In/InLi", 0.62)),
                        new Limits(List.of(voltage, current), Optional.of(Duration.ofSeconds(10))),
                        Map.of("cathode", "NCM85", "start_pressure_pa", "0", "note", "$5")));
    }

    @Test
    void aKnownElectrodeNeedsItsNameOnly() {
        assertThat(made(CellReader.read("c", "cell: a\ncounter electrode: In/InLi\n"))
                        .counterElectrode())
                .contains(Electrode.INDIUM_LITHIUM);
    }

    @Test
    void faults() {
        assertThat(problems(CellReader.read("c", """
                chemistry: x
                activ mass: 3 mg
                area: 3 cm
                one C: C/5
                counter electrode: Na
                envelope: { voltage: 2..3 V }
                simulation: x
                """)))
                .containsExactly(
                        "c:1:1: error: \"cell:\" is missing in a cell; expected the cell's name",
                        "c:2:1: error: unknown key \"activ mass\" in a cell; did you mean \"active mass\"?",
                        "c:3:7: error: unknown unit \"cm\" in \"3 cm\"; expected an area in m2, cm2, mm2",
                        "c:4:8: error: \"C/5\" does not start with a number; "
                                + "expected a current such as 1.2 mA, 0.5 mA/cm2, 36 mA/g",
                        "c:5:20: error: unknown electrode \"Na\"; known are Li+/Li, In/InLi; "
                                + "any other is written as { name: ..., vs Li+/Li: ... V }",
                        "c:6:22: error: a cell's voltages state their reference: vs cell or vs Li+/Li",
                        "c:7:13: error: expected a mapping such as { cathode: NCM85 }, found a text");
        assertThat(problems(CellReader.read("c", "5\n")))
                .singleElement()
                .asString()
                .startsWith("c:1:1: error: expected a cell with cell, chemistry");
    }
}
