package cellwright.simulator.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    private static void same(Complex actual, Complex expected, double share) {
        assertThat(actual.minus(expected).magnitude()).isLessThan(share * expected.magnitude());
    }

    @Test
    void aResistorBesideACapacitorDrawsASemicircle() {
        Impedance arc = new Element.Resistor(50).beside(new Element.Capacitor(1e-6));
        Complex top = arc.at(1 / (50 * 1e-6));
        assertThat(top.real()).isCloseTo(25, within(1e-12));
        assertThat(top.imaginary()).isCloseTo(-25, within(1e-12));
    }

    @Test
    void elementsOneAfterTheOtherAdd() {
        Impedance row = new Element.Resistor(3).then(new Element.Inductor(2e-7), new Element.Capacitor(1e-3));
        same(row.at(100), new Complex(3, 2e-5 - 10), 1e-15);
        assertThat(row.atHertz(100 / (2 * Math.PI)).imaginary()).isCloseTo(2e-5 - 10, within(1e-12));
    }

    @Test
    void nothingBesideNothingIsNothing() {
        Impedance wire = new Element.Resistor(0);
        assertThat(wire.beside(wire).at(1)).isEqualTo(Complex.ZERO);
    }

    @Test
    void aConstantPhaseElementLiesBetweenResistorAndCapacitor() {
        same(new Element.ConstantPhase(1e-6, 1).at(7), new Element.Capacitor(1e-6).at(7), 1e-14);
        same(new Element.ConstantPhase(0.02, 0).at(7), new Complex(50, 0), 1e-14);
        same(new Element.ConstantPhase(0.5, 0.5).at(7), new Element.Warburg(2).at(7), 1e-14);
        assertThat(new Element.ConstantPhase(1e-6, 0.9).at(7).angle()).isCloseTo(-0.45 * Math.PI, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e9, 1e12})
    void everyDiffusionIsEndlessAtHighFrequency(double radPerSecond) {
        Complex endless = new Element.Warburg(1).at(radPerSecond);
        double share = 3 / Math.sqrt(radPerSecond);
        same(new Element.HeldLayer(1, 1).at(radPerSecond), endless, share);
        same(new Element.ClosedLayer(1, 1).at(radPerSecond), endless, share);
        same(new Element.Sphere(1, 1).at(radPerSecond), endless, share);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-6, 1e-4})
    void atLowFrequencyALayerResistsOrFillsUp(double radPerSecond) {
        same(new Element.HeldLayer(5, 1).at(radPerSecond), new Complex(5, 0), radPerSecond);
        same(new Element.ClosedLayer(5, 1).at(radPerSecond), new Complex(5.0 / 3, -5 / radPerSecond), radPerSecond);
        same(new Element.Sphere(5, 1).at(radPerSecond), new Complex(1, -15 / radPerSecond), radPerSecond);
    }

    @Test
    void theSphereHasNoSeamWhereItsSeriesTakesOver() {
        double seam = 0.05 * 0.05;
        Impedance sphere = new Element.Sphere(1, 1);
        same(sphere.at(seam * (1 - 1e-9)), sphere.at(seam * (1 + 1e-9)), 1e-7);
    }
}
