package cellwright.simulator.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransmissionLineTest {
    private static final double SIEMENS = 1e-3;

    private static Complex line(int slices, double ionic, double electronic, double w) {
        Impedance slice = new Element.Capacitor(SIEMENS / slices);
        return new TransmissionLine(Collections.nCopies(slices, slice), ionic, electronic).at(w);
    }

    /** Many slices on one rail are {@code R/(s tanh s)}, {@code s^2 = jw R C}: 45 degrees, then a capacitor. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 100, 1000})
    void manySlicesAreALayer(double w) {
        Complex wanted = new Element.ClosedLayer(50, 50 * SIEMENS).at(w);
        assertThat(line(400, 50, 0, w).minus(wanted).magnitude()).isLessThan(2e-3 * wanted.magnitude());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 10, 1000})
    void theRailsChangePlaces(double w) {
        Complex forwards = line(8, 50, 3, w);
        assertThat(line(8, 3, 50, w).minus(forwards).magnitude()).isLessThan(1e-9 * forwards.magnitude());
    }

    @Test
    void slowlyAThirdOfBothRailsIsSeen() {
        assertThat(line(400, 50, 3, 1e-4).real()).isCloseTo(53 / 3.0, within(0.01));
    }

    @Test
    void quicklyTheRailsAreBesideEachOther() {
        assertThat(line(400, 50, 3, 1e12).magnitude()).isCloseTo(50 * 3 / 53.0, within(0.1));
    }

    @Test
    void oneSliceHasHalfOfBothRails() {
        assertThat(new TransmissionLine(List.of(new Element.Resistor(7)), 50, 3).at(1))
                .isEqualTo(new Complex(33.5, 0));
    }

    @Test
    void noSliceIsRefused() {
        List<Impedance> none = List.of();
        assertThatThrownBy(() -> new TransmissionLine(none, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
