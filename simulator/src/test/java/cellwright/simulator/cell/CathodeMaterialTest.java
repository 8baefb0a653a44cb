package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.cell.CathodeMaterial.Diffusion;
import cellwright.simulator.cell.CathodeMaterial.Exchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Materials that are none are refused with the field's name; and what a full oxide does. */
class CathodeMaterialTest {
    private static void refused(String field, ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-15, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void aDiffusionCoefficientMustBeAboveZero(double m2PerS) {
        refused("m2PerS", () -> Diffusion.constant(m2PerS, 0.3));
        refused("m2PerS", () -> CathodeLibrary.NCM85.diffusion().withM2PerS(m2PerS));
    }

    @Test
    void everyFieldIsCheckedByName() {
        refused("width", () -> new Diffusion(1e-15, 0.5, 0, 0, 0.3));
        refused("floorM2PerS", () -> new Diffusion(1e-15, 0.5, 0.3, -1e-18, 0.3));
        refused("ampsPerKg", () -> new Exchange(-1, 0.5, 0, 1));
        refused("cutoffWidth", () -> new Exchange(1, 0.5, 0, 0));
        refused("openCircuit", () -> CathodeLibrary.LCO.with(Pchip.of("1:2 0.5:3 0.4:2.9 0:4")));
        refused("coulombsPerKg", () -> of(-1, 4000));
        refused("kgPerM3", () -> of(1e6, Double.NaN));
    }

    private static CathodeMaterial of(double coulombsPerKg, double kgPerM3) {
        CathodeMaterial lco = CathodeLibrary.LCO;
        return new CathodeMaterial(
                "made up",
                coulombsPerKg,
                kgPerM3,
                lco.grain(),
                lco.diffusion(),
                lco.exchange(),
                lco.usual(),
                lco.ageing(),
                lco.openCircuit());
    }

    /** One function with a continuous slope, falling all the way, to below that of lithium where it is full. */
    @ParameterizedTest
    @ValueSource(strings = {"NCM85", "NCM622", "LCO", "LNMO"})
    void thePotentialOfWhatIsFullFallsToThatOfLithium(String name) {
        CathodeMaterial material = CathodeLibrary.named(name).orElseThrow();
        double before = material.volts(0.999);
        double h = 1e-9;
        for (double x = 0.999 + 1e-6; x < 1 - ParticleCell.EDGE; x += 1e-6) {
            assertThat(material.volts(x)).isLessThan(before);
            before = material.volts(x);
            double chord = (material.volts(x + h) - material.volts(x - h)) / (2 * h);
            assertThat(material.slope(x)).isCloseTo(chord, within(1e-4 * Math.abs(chord) + 0.02));
        }
        assertThat(before).isBetween(-0.5, 0.0);
        assertThat(material.volts(0.9995)).isEqualTo(material.openCircuit().value(0.9995));
    }
}
