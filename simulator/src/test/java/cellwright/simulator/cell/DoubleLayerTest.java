package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.impedance.Complex;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Double layers in time are those of the impedance: at rest, while a current flows, and while a held cell drifts. */
class DoubleLayerTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double FASTEST_HERTZ = 2e5;

    private static CathodeMaterial material(String name) {
        return CathodeLibrary.named(name).orElseThrow();
    }

    /** The difference is within a share of what lies behind the ohmic resistance, hence of the whole all the more. */
    private static void same(Complex actual, Complex wanted, double ohmic, double share) {
        assertThat(actual.minus(wanted).magnitude())
                .as("%s instead of %s", actual, wanted)
                .isLessThan(share * wanted.plus(-ohmic).magnitude());
    }

    @ParameterizedTest
    @CsvSource({
        "NCM85, 1, 0.5, 4",
        "NCM85, 1, 0.985, 4",
        "NCM85, 1, 0.07, 8",
        "NCM85, 4, 0.6, 4",
        "NCM622, 1, 0.3, 4",
        "LCO, 1, 0.7, 4",
        "LCO, 4, 0.97, 4",
        "LNMO, 1, 0.7, 4",
        "LNMO, 1, 0.07, 4",
    })
    void aSmallSineSeesTheImpedanceFromTenMillihertzToAKilohertz(String cathode, int depth, double x, int periods) {
        for (double hertz : new double[] {1e-2, 0.1, 1, 10, 100, 1000}) {
            Complex wanted =
                    Cells.layered(material(cathode), depth, x).impedance().atHertz(hertz);
            double ohmic = Cells.layered(material(cathode), depth, x)
                    .impedance()
                    .atHertz(FASTEST_HERTZ)
                    .real();
            SineInTime sine = new SineInTime(() -> Cells.layered(material(cathode), depth, x), 0, hertz, periods);
            same(sine.overCurrent(0, 2e-4 / wanted.magnitude()), wanted, ohmic, 5e-3);
        }
    }

    /** What the prototype of the model reached at low frequencies. */
    @ParameterizedTest
    @CsvSource({
        "NCM622, 1, 1e-3, 1.4e-3",
        "NCM622, 1, 1e-2, 8e-4",
        "LCO, 8, 1e-3, 1.6e-3",
        "LCO, 8, 1e-2, 2.5e-3",
    })
    void atLowFrequenciesTheyAgreeBetter(String cathode, int depth, double hertz, double share) {
        Supplier<ParticleCell> half = () -> Cells.layered(material(cathode), depth, 0.5);
        Complex wanted = half.get().impedance().atHertz(hertz);
        same(new SineInTime(half, 0, hertz, 4).overCurrent(0, 2e-6), wanted, 0, share);
    }

    @Test
    void withoutThemTheStepsSeeTheResistancesAlone() {
        CellDesign design = Cells.design(CathodeLibrary.NCM85, Ageing.NONE);
        Supplier<ParticleCell> bare =
                () -> new ParticleCell(design, 1, 0.5, new Standing(298.15, 250e6), 2e-4, Layers.LEFT_OUT, 0);
        Complex seen = new SineInTime(bare, 0, 1000, 4).overCurrent(0, 1e-5);
        assertThat(seen.minus(bare.get().impedance().atHertz(1000)).magnitude()).isGreaterThan(10);
    }

    /** A cell on its way from 60 s of charging at 3C, in steps a rig would make. */
    private static ParticleCell charged(CellDesign design, int depth) {
        ParticleCell cell = Cells.layered(design, depth, 0.4);
        Walk walk = new Walk(cell);
        walk.drive(new Drive.Amps(2.6e-3));
        walk.until(new Drive.Amps(2.6e-3), 60);
        return cell;
    }

    private static void goOn(ParticleCell cell, Drive drive, long fromNanos, long toNanos) {
        long step = (toNanos - fromNanos) / 200;
        for (int i = 0; i < 200; i++) {
            SineInTime.step(cell, drive, fromNanos + i * step, step);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 1", "1, 30", "1, 1000", "4, 0.3", "4, 100"})
    void alsoWhileACurrentFlows(int depth, double hertz) {
        CellDesign design = Cells.design(CathodeLibrary.NCM85, CathodeLibrary.NCM85.ageing());
        SineInTime sine = new SineInTime(() -> charged(design, depth), 60 * SECOND, hertz, 4);
        ParticleCell undisturbed = charged(design, depth);
        goOn(undisturbed, new Drive.Amps(2.6e-3), 60 * SECOND, sine.middleNanos());
        double ohmic = undisturbed.impedance().atHertz(FASTEST_HERTZ).real();
        same(sine.overCurrent(2.6e-3, 2e-5), undisturbed.impedance().atHertz(hertz), ohmic, 5e-3);
    }

    /** The potential is held, the current falls by itself: the impedance belongs to the state in the middle of the period. */
    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 1", "1, 30", "1, 1000", "4, 0.3", "4, 100"})
    void alsoWhileAHeldCellDrifts(int depth, double hertz) {
        CellDesign design = Cells.design(CathodeLibrary.NCM85, CathodeLibrary.NCM85.ageing());
        double volts = charged(design, depth).volts();
        Drive hold = new Drive.Volts(volts, 0.1);
        Supplier<ParticleCell> held = () -> {
            ParticleCell cell = charged(design, depth);
            goOn(cell, hold, 60 * SECOND, 65 * SECOND);
            return cell;
        };
        SineInTime sine = new SineInTime(held, 65 * SECOND, hertz, 4);
        ParticleCell undisturbed = held.get();
        double before = undisturbed.amps();
        goOn(undisturbed, hold, 65 * SECOND, sine.middleNanos());
        assertThat(undisturbed.amps()).isBetween(2e-3, before);
        double ohmic = undisturbed.impedance().atHertz(FASTEST_HERTZ).real();
        Complex rested = Cells.layered(design, depth, undisturbed.surfaceStoichiometry())
                .impedance()
                .atHertz(hertz);
        Complex wanted = undisturbed.impedance().atHertz(hertz);
        assertThat(wanted.minus(rested).magnitude()).as("the current matters").isGreaterThan(0.1);
        same(sine.overVoltage(volts, 1e-3), wanted, ohmic, 5e-3);
    }

    /** At once the ohmic drop, the rest when the interfaces have filled: a second later nobody sees what was between. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void aCurrentStepIsFeltLittleByLittle(int depth) {
        CellDesign design = Cells.design(CathodeLibrary.NCM85, Ageing.NONE);
        ParticleCell cell = Cells.layered(design, depth, 0.5);
        ParticleCell bare = new ParticleCell(design, depth, 0.5, new Standing(298.15, 250e6), 2e-4, Layers.LEFT_OUT, 0);
        double open = cell.volts();
        Drive drive = new Drive.Amps(2e-3);
        double ohmic = cell.impedance().atHertz(FASTEST_HERTZ).real();
        Walk walk = new Walk(cell);
        walk.drive(drive);
        assertThat((cell.volts() - open) / 2e-3).isBetween(0.9 * ohmic, ohmic);
        walk.until(drive, 1e-4);
        assertThat((cell.volts() - open) / 2e-3).isBetween(1.05 * ohmic, 1.6 * ohmic);
        walk.until(drive, 1e-3);
        assertThat((cell.volts() - open) / 2e-3).isGreaterThan(1.25 * ohmic);
        Walk steady = new Walk(bare);
        steady.drive(drive);
        steady.until(drive, 1);
        walk.until(drive, 1);
        assertThat(cell.volts()).isCloseTo(bare.volts(), within(2e-4));
        walk.drive(Drive.OPEN);
        steady.drive(Drive.OPEN);
        assertThat(cell.volts()).isGreaterThan(bare.volts() + 0.02);
        walk.until(Drive.OPEN, 100);
        steady.until(Drive.OPEN, 100);
        assertThat(cell.volts()).isCloseTo(bare.volts(), within(2e-5));
    }

    /** Losing contact takes the charge along and leaves the voltage: no bump. */
    @Test
    void pressureChangesTheirSizeAndNotTheVoltage() {
        CellDesign design = Cells.design(CathodeLibrary.NCM85, Ageing.NONE);
        Surroundings released = new Surroundings() {
            @Override
            public double kelvins(long atNanos) {
                return 298.15;
            }

            @Override
            public double pascals(long atNanos, double swellingMetres) {
                return atNanos < SECOND ? 250e6 : 25e6;
            }
        };
        ParticleCell cell = new ParticleCell(design, 1, 0.5, released, 2e-4, Layers.STEPPED, 0);
        double before = cell.volts();
        Complex pressed = cell.impedance().atHertz(1000);
        Walk walk = new Walk(cell);
        walk.until(Drive.OPEN, 10);
        assertThat(cell.volts()).isCloseTo(before, within(1e-12));
        assertThat(cell.impedance().atHertz(1000).minus(pressed).magnitude()).isGreaterThan(1);
    }
}
