package cellwright.analysis.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.Estimate;
import cellwright.analysis.impedance.Impedances;
import cellwright.analysis.impedance.Phasor;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pellets of known conductivity between blocking electrodes. */
class BlockingConductivityTest {
    /** A pellet of 250 mg and 2.00 mS/cm: 1.299 mm thick, 10 mm across, 82.7 ohm. */
    private static final Pellet PELLET = Pellet.disc(0.010, 0.00002, 1.299e-3, 1e-5);

    private static final double OHM = 1.299e-3 / (0.2 * PELLET.areaM2());

    static Impedances sweep(
            double highHertz, double lowHertz, double noise, long seed, DoubleFunction<Phasor> formula) {
        SplittableRandom dice = new SplittableRandom(seed);
        int count = (int) Math.round(Math.log10(highHertz / lowHertz) * 10) + 1;
        double[] hertz = new double[count];
        double[] real = new double[count];
        double[] imaginary = new double[count];
        for (int i = 0; i < count; i++) {
            hertz[i] = highHertz * Math.pow(10, -i / 10.0);
            Phasor ohm = formula.apply(2 * Math.PI * hertz[i]);
            real[i] = ohm.real() + noise * ohm.modulus() * dice.nextGaussian();
            imaginary[i] = ohm.imaginary() + noise * ohm.modulus() * dice.nextGaussian();
        }
        return Impedances.of(hertz, real, imaginary);
    }

    static Phasor electrodes(double omega) {
        double modulus = 1 / (7.85e-7 * Math.pow(omega, 0.9));
        return new Phasor(modulus * Math.cos(0.45 * Math.PI), -modulus * Math.sin(0.45 * Math.PI));
    }

    private static Phasor beside(double ohm, double farads, double omega) {
        return new Phasor(1 / ohm, omega * farads).inverse();
    }

    /** Bulk and a grain boundary of 15 %, as published pellets have them. */
    private static Phasor pellet(double omega) {
        return beside(0.85 * OHM, 5e-12, omega)
                .plus(beside(0.15 * OHM, 1e-9, omega))
                .plus(electrodes(omega));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theConductivityOfAPelletIsFoundWithinOnePercent(long seed) {
        BlockingConductivity found =
                BlockingConductivity.of(sweep(1e6, 0.1, 0.005, seed, BlockingConductivityTest::pellet), PELLET);
        assertThat(found.siemensPerMetre().value()).isCloseTo(0.2, within(0.002));
        assertThat(found.ohm().value()).isCloseTo(OHM, within(4 * found.ohm().standardUncertainty()));
        assertThat(found.ohm().relativeUncertainty()).isBetween(1e-4, 0.01);
        assertThat(found.plateauOhm()).isCloseTo(OHM, within(0.05 * OHM));
    }

    @Test
    void theTotalResistanceIsFoundWhereTheGrainBoundariesShow() {
        BlockingConductivity found =
                BlockingConductivity.of(sweep(35e6, 0.1, 0.003, 7, BlockingConductivityTest::pellet), PELLET);
        assertThat(found.ohm().value()).isCloseTo(OHM, within(0.01 * OHM));
        assertThat(found.fit().circuit().text()).contains("p(");
    }

    @Test
    void leadsDoNotMakeAResistance() {
        BlockingConductivity found = BlockingConductivity.of(
                sweep(1e6, 0.1, 0.003, 3, w -> new Phasor(10, 2e-6 * w).plus(electrodes(w))), PELLET);
        assertThat(found.ohm().value()).isCloseTo(10, within(0.1));
        assertThat(found.fit().circuit().text()).startsWith("L0");
    }

    @Test
    void aFilmWhoseArcIsSeenIsFound() {
        Pellet film = new Pellet(1e-6, 0, 4.9e-6, 0);
        double ohm = 1e-6 / (3e-4 * 4.9e-6);
        BlockingConductivity found = BlockingConductivity.of(
                sweep(1e6, 1, 0.003, 5, w -> beside(ohm, 7e-10, w).plus(electrodes(w))), film);
        assertThat(found.siemensPerMetre().value()).isCloseTo(3e-4, within(6e-6));
    }

    /** Contacts of 2 µS s^0.9/cm2 store only twenty-five times as much as the film between them. */
    @Test
    void aFilmBetweenSmallContactsIsFound() {
        Pellet film = new Pellet(1e-6, 0, 4.9e-6, 0);
        double ohm = 1e-6 / (3e-4 * 4.9e-6);
        BlockingConductivity found = BlockingConductivity.of(
                sweep(1e6, 1, 0.001, 5, w -> beside(ohm, 4.6e-10, w)
                        .plus(electrodes(w).times(7.85e-7 / 4.9e-8))),
                film);
        assertThat(found.siemensPerMetre().value()).isCloseTo(3e-4, within(6e-6));
        assertThat(Math.sqrt(found.fit().reducedChiSquared())).isCloseTo(0.001, within(0.0002));
    }

    /** 0.2 µH in the leads and 20 pF beside it all, to 35 MHz: nothing of it belongs to the pellet. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCapacityOfTheLeadsIsNotThePellets(long seed) {
        BlockingConductivity found = BlockingConductivity.of(
                sweep(35e6, 0.1, 0.001, seed, w -> new Phasor(0, 0.2e-6 * w)
                        .plus(beside(0.25 * OHM, 5e-12, w))
                        .plus(beside(0.05 * OHM, 5e-10, w))
                        .plus(electrodes(w))
                        .inverse()
                        .plus(new Phasor(0, 20e-12 * w))
                        .inverse()),
                PELLET);
        assertThat(found.ohm().value()).isCloseTo(0.3 * OHM, within(0.002 * 0.3 * OHM));
        assertThat(found.fit().circuit().text()).startsWith("p(C0,");
    }

    @Test
    void geometryAddsToTheUncertaintyOfTheFit() {
        Estimate sigma = PELLET.conductivity(new Estimate(100, 1, 50));
        double geometry = Math.hypot(1e-5 / 1.299e-3, 2 * 0.00002 / 0.010);
        assertThat(PELLET.geometryUncertainty()).isCloseTo(geometry, within(1e-12));
        assertThat(sigma.relativeUncertainty()).isCloseTo(Math.hypot(0.01, geometry), within(1e-12));
        assertThat(PELLET.arealResistance(new Estimate(100, 0, 50)).value())
                .isCloseTo(100 * PELLET.areaM2(), within(1e-12));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> BlockingConductivity.of(sweep(1e6, 0.1, 0, 1, w -> beside(100, 1e-6, w)), PELLET))
                .hasMessageContaining("do not block");
        assertThatThrownBy(() ->
                        BlockingConductivity.of(sweep(1e2, 50, 0, 1, BlockingConductivityTest::electrodes), PELLET))
                .hasMessageContaining("usable points");
        assertThatThrownBy(() -> new Pellet(0, 0, 1e-4, 0)).hasMessageContaining("thickness");
        assertThatThrownBy(() -> Pellet.disc(Double.NaN, 0, 1e-3, 0)).hasMessageContaining("diameter");
        assertThatThrownBy(() -> PELLET.conductivity(new Estimate(-1, 0, 1))).hasMessageContaining("resistance");
    }
}
