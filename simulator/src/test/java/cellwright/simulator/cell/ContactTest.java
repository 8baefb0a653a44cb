package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {
    @ParameterizedTest
    @CsvSource({"250, 1", "100, 0.90", "50, 0.77", "25, 0.61", "10, 0.42", "5, 0.30", "2, 0.18"})
    void loading(double megapascals, double expected) {
        assertThat(Contact.of(megapascals * 1e6, megapascals * 1e6)).isCloseTo(expected, within(0.01));
    }

    @Test
    void unloadingKeepsMoreContactThanLoadingGave() {
        assertThat(Contact.of(2e6, 250e6)).isCloseTo(Math.pow(2 / 250.0, 0.28), within(1e-12));
        for (double pascals = 1e5; pascals <= 250e6; pascals *= 1.1) {
            assertThat(Contact.of(pascals, 250e6)).isGreaterThanOrEqualTo(Contact.of(pascals, pascals));
        }
    }

    @Test
    void noPressureLeavesTheFloor() {
        assertThat(Contact.of(0, 0)).isEqualTo(Contact.FLOOR);
        assertThat(Contact.of(0, 250e6)).isEqualTo(Contact.FLOOR);
    }

    @Test
    void separatorAndAnodeOfTheStandardCell() {
        assertThat(Separator.Pellets.ZHOU_2022.ohms(0.7854e-4, 298.15)).isCloseTo(20.0, within(0.1));
        assertThat(Anode.IndiumLithium.ZHOU_2022.ohms(0.7854e-4, 298.15, 250e6, 250e6))
                .isCloseTo(6.37, within(0.01));
    }

    @Test
    void aCurveGoesThroughItsPointsWithoutOvershoot() {
        Pchip curve = CathodeLibrary.NCM85.openCircuit();
        assertThat(curve.value(0.5)).isEqualTo(3.955);
        double before = curve.value(curve.low());
        for (double x = curve.low(); x <= curve.high(); x += 1e-4) {
            assertThat(curve.value(x)).isLessThanOrEqualTo(before);
            before = curve.value(x);
        }
    }
}
