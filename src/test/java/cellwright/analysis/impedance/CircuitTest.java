package cellwright.analysis.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas against tables of another program and against their own differences; the language of circuits. */
class CircuitTest {
    @ParameterizedTest
    @EnumSource(ElementKind.class)
    void elementsHaveTheValuesOfAnotherProgram(ElementKind kind) {
        JsonNode table = Fixtures.expected()
                .path("asserted_by_impedance.py_tests")
                .path("element values p=[0.1,0.2,0.3,0.4], f=[0.001,1,1000]")
                .path(kind.letters());
        double[] hertz = {0.001, 1, 1000};
        double[] values = {0.1, 0.2};
        Circuit circuit = Circuit.parse(kind.letters() + "0");
        for (int i = 0; i < hertz.length; i++) {
            Phasor ohm = circuit.ohm(
                    hertz[i], Arrays.copyOf(values, kind.quantities().size()));
            double modulus = Math.hypot(
                    table.get(i).get(0).asDouble(), table.get(i).get(1).asDouble());
            // the tables are rounded to six digits or eight decimals
            assertThat(ohm.real()).isCloseTo(table.get(i).get(0).asDouble(), within(2e-6 * modulus + 1e-8));
            assertThat(ohm.imaginary()).isCloseTo(table.get(i).get(1).asDouble(), within(2e-6 * modulus + 1e-8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R0-p(R1,CPE1)-Wo1 | 1 2 0.01 0.8 3 0.5",
                "L0-p(R1-Ws1,C1) | 1e-4 2 1 0.3 0.02",
                "p(p(R1,C1)-R2-W1,CPE2,L3) | 2 0.1 3 1 0.05 0.7 20",
                "p(R0,C1) | 1 1"
            })
    void slopesAreThoseOfTheImpedance(String text, String numbers) {
        Circuit circuit = Circuit.parse(text);
        double[] values = Stream.of(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (double omega : new double[] {0.01, 1, 300}) {
            Phasor[] slopes = new Phasor[values.length];
            Phasor ohm = circuit.root().slopes(omega, values, slopes);
            assertThat(ohm.minus(circuit.root().ohm(omega, values)).modulus()).isLessThan(1e-12 * ohm.modulus());
            for (int p = 0; p < values.length; p++) {
                Phasor difference = difference(circuit, omega, values, p);
                assertThat(slopes[p].minus(difference).modulus())
                        .isLessThan(1e-6 * difference.modulus() + 1e-8 * ohm.modulus() / values[p]);
            }
        }
    }

    private static Phasor difference(Circuit circuit, double omega, double[] values, int p) {
        double step = 1e-5 * values[p];
        double[] more = values.clone();
        double[] less = values.clone();
        more[p] += step;
        less[p] -= step;
        return circuit.root()
                .ohm(omega, more)
                .minus(circuit.root().ohm(omega, less))
                .times(0.5 / step);
    }

    @Test
    void parametersAreNamedAsElsewhere() {
        Circuit circuit = Circuit.parse("R_0 - p(R1, CPE1) - Wo1");
        assertThat(circuit.parameters())
                .extracting(Circuit.Parameter::name)
                .containsExactly("R_0", "R1", "CPE1_0", "CPE1_1", "Wo1_0", "Wo1_1");
        assertThat(circuit.parameters().get(3).quantity()).isEqualTo(Quantity.EXPONENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "R0-", "-R0", "p(R0)", "p(R0,C1", "R0)C1", "X1", "R0-R0", "p(,R1)", "r0", "R0 C1", "R0--C1"})
    void whatIsNoCircuitIsRefusedWithItsColumn(String text) {
        assertThatThrownBy(() -> Circuit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("column ");
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        Circuit circuit = Circuit.parse("R0-CPE1");
        assertThatThrownBy(() -> circuit.ohm(1, 1, 1)).hasMessageContaining("3 parameters");
        assertThatThrownBy(() -> circuit.ohm(1, 1, 1, 1.1)).hasMessageContaining("CPE1_1 cannot be 1.1");
        assertThatThrownBy(() -> circuit.ohm(1, Double.NaN, 1, 1)).hasMessageContaining("R0 cannot be NaN");
        assertThatThrownBy(() -> circuit.ohm(0, 1, 1, 1)).hasMessageContaining("frequency");
        assertThatThrownBy(() -> circuit.index("R9")).hasMessageContaining("[R0, CPE1_0, CPE1_1]");
    }

    @Test
    void diffusionIsRightAtBothEnds() {
        Circuit open = Circuit.parse("Wo1");
        Phasor slow = open.ohm(1e-9, 3, 1);
        assertThat(slow.real()).isCloseTo(1, within(1e-6));
        assertThat(slow.imaginary()).isCloseTo(-3 / (2 * Math.PI * 1e-9), within(1.0));
        Phasor fast = Circuit.parse("Ws1").ohm(1e9, 3, 1);
        assertThat(fast.real()).isCloseTo(-fast.imaginary(), within(1e-12));
        assertThat(Circuit.parse("Ws1").ohm(1e-9, 3, 1).real()).isCloseTo(3, within(1e-9));
    }
}
