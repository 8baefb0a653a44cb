package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Impedance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The impedance of the NCM85 cell that imitates Zhou et al. 2022, and that it is the impedance of the stepped model. */
class CellImpedanceTest {
    private static final double AREA = 0.7854e-4;
    private static final long SECOND = 1_000_000_000L;
    private static final int PER_PERIOD = 400;

    private static final Ageing QUICK =
            new Ageing(0.1, 0.5, 0, 0.2, 0.1, 2.5e-6, new Ageing.Side(20, 4.0, 10, 0, 0.05));

    private static ParticleCell cell(double x, double megapascals) {
        return cell(1, Ageing.NONE, x, megapascals);
    }

    private static ParticleCell cell(int depth, Ageing ageing, double x, double megapascals) {
        CathodeMaterial ncm85 = CathodeLibrary.NCM85;
        CathodeMaterial.Usual usual = ncm85.usual();
        CellDesign design = new CellDesign(
                "A7",
                ncm85,
                6.22e-2 * AREA,
                AREA,
                1,
                new Composite(0.8, 0.1, usual.tortuosity2(), usual.compositeElectronvolts()),
                Separator.Pellets.ZHOU_2022,
                Anode.IndiumLithium.ZHOU_2022,
                usual.leadOhms(),
                ageing,
                Warmth.OF_THE_CHAMBER,
                Stack.RIGID);
        return new ParticleCell(design, depth, x, new Standing(298.15, megapascals * 1e6), 2e-4, Layers.LEFT_OUT, 0);
    }

    /** One step at a constant current; returns the voltage at its end. */
    private static double step(ParticleCell cell, double amps, long fromNanos, long nanos) {
        cell.propose(new Drive.Amps(amps), fromNanos, nanos);
        cell.accept();
        return cell.volts();
    }

    /**
     * A sine as a held current, each value that of the middle of its interval, and the voltage in the middle: so neither
     * lags behind the other.
     */
    private static Complex byTime(ParticleCell cell, double hertz, double meanAmps, double amplitude) {
        return byTime(cell, 0, hertz, meanAmps, amplitude);
    }

    private static Complex byTime(ParticleCell cell, long fromNanos, double hertz, double meanAmps, double amplitude) {
        long half = Math.round(SECOND / hertz / PER_PERIOD / 2);
        double real = 0;
        double imaginary = 0;
        double drift = 0;
        double first = 0;
        int periods = 4;
        for (int i = 0; i < periods * PER_PERIOD; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / PER_PERIOD;
            double amps = meanAmps + amplitude * Math.sin(angle);
            double volts = step(cell, amps, fromNanos + 2L * i * half, half);
            step(cell, amps, fromNanos + (2L * i + 1) * half, half);
            if (i == (periods - 1) * PER_PERIOD) {
                first = volts;
            }
            if (i >= (periods - 1) * PER_PERIOD) {
                real += volts * Math.sin(angle) * 2 / PER_PERIOD;
                imaginary += volts * Math.cos(angle) * 2 / PER_PERIOD;
                drift = volts - first;
            }
        }
        // a straight drift by d over a period has a sine part of -d/pi
        return new Complex(real + (meanAmps == 0 ? 0 : drift / Math.PI), imaginary).times(1 / amplitude);
    }

    private static void same(Complex actual, Complex wanted, double share) {
        assertThat(actual.minus(wanted).magnitude())
                .as("%s instead of %s", actual, wanted)
                .isLessThan(share * wanted.magnitude());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1e-3", "0.5, 1e-2", "0.8, 1e-3", "0.8, 1e-2", "0.25, 1e-3", "0.25, 1e-2"})
    void aSmallSineInTimeSeesTheSameImpedance(double x, double hertz) {
        Complex wanted = cell(x, 250).impedance().atHertz(hertz);
        same(byTime(cell(x, 250), hertz, 0, 20e-6), wanted, 5e-3);
    }

    /** At 3C: little of a period's charge moves the state, and what flows makes the transfer easier. */
    @Test
    void alsoWhileACurrentFlows() {
        ParticleCell cell = cell(0.6, 250);
        for (int i = 0; i < 200; i++) {
            step(cell, 2.6e-3, i * SECOND, SECOND);
        }
        double rested =
                cell(cell.surfaceStoichiometry(), 250).impedance().atHertz(0.5).real();
        Complex before = cell.impedance().atHertz(0.5);
        assertThat(before.real()).isLessThan(0.95 * rested);
        Complex seen = byTime(cell, 0.5, 2.6e-3, 20e-6);
        Complex after = cell.impedance().atHertz(0.5);
        same(seen, before.plus(after).times(0.5), 1e-2);
    }

    /** Published nowhere: what contact under pressure makes of the cell at 50 % state of charge. */
    @ParameterizedTest
    @CsvSource({"250, 66", "100, 68", "50, 72", "25, 78", "10, 91", "5, 107", "2, 142"})
    void lessPressureMoreImpedance(double megapascals, double ohms) {
        double magnitude = cell(0.5, megapascals).impedance().atHertz(0.1).magnitude();
        assertThat(magnitude).isCloseTo(ohms, within(0.03 * ohms));
    }

    @Test
    void itStaysWhatItWasWhenTheCellMovesOn() {
        ParticleCell cell = cell(0.5, 250);
        Impedance impedance = cell.impedance();
        Complex before = impedance.atHertz(1e-3);
        step(cell, 1e-3, 0, 100 * SECOND);
        assertThat(impedance.atHertz(1e-3)).isEqualTo(before);
        assertThat(cell.impedance().atHertz(1e-3)).isNotEqualTo(before);
    }

    /** The nearly empty oxide shuts its kinetics off: tens of kiloohms. */
    @Test
    void anEmptyOxideIsBlocked() {
        double atTenMillihertz = cell(0.07, 250).impedance().atHertz(1e-2).magnitude();
        assertThat(atTenMillihertz).isBetween(15e3, 60e3);
    }

    /** What a ladder adds at low frequencies is the electrons' share of the composite. */
    @ParameterizedTest
    @CsvSource({"1e-3", "1e-2", "0.1"})
    void aLadderAgreesWithASingleNodeWhereTheCurrentIsEven(double hertz) {
        Complex single = cell(0.5, 250).impedance().atHertz(hertz);
        same(cell(8, Ageing.NONE, 0.5, 250).impedance().atHertz(hertz), single, 0.04);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1e-3", "0.8, 1e-2"})
    void aSmallSineInTimeSeesTheSameImpedanceOfALadder(double x, double hertz) {
        Complex wanted = cell(8, Ageing.NONE, x, 250).impedance().atHertz(hertz);
        same(byTime(cell(8, Ageing.NONE, x, 250), hertz, 0, 20e-6), wanted, 5e-3);
    }

    /** Film, lost contact and material, a reaction that goes with the voltage and a share that is lost on the way in. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void alsoOfAnAgedCellWhileItCharges(int depth) {
        ParticleCell cell = cell(depth, QUICK, 0.5, 250);
        for (int i = 0; i < 1500; i++) {
            step(cell, i < 300 ? -2.6e-3 : 1e-3, i * SECOND, SECOND);
            assertThat(cell.left()).isEmpty();
        }
        assertThat(cell.condition().filmOhms()).isBetween(15.0, 25.0);
        assertThat(cell.condition().contactLost()).isBetween(0.05, 0.3);
        assertThat(cell.condition().activeLost()).isBetween(0.1, 0.5);
        double fresh = cell(depth, Ageing.NONE, cell.surfaceStoichiometry(), 250)
                .impedance()
                .atHertz(0.5)
                .real();
        Complex before = cell.impedance().atHertz(0.5);
        assertThat(before.real()).isGreaterThan(1.05 * fresh);
        Complex seen = byTime(cell, 1500 * SECOND, 0.5, 1e-3, 20e-6);
        Complex after = cell.impedance().atHertz(0.5);
        same(seen, before.plus(after).times(0.5), 1e-2);
    }

    /** The film of 1 µm of LiPON and 650 nm of oxide is an arc, and a line at low frequencies. */
    @Test
    void aThinFilmCell() {
        Separator lipon = Separator.Lipon.MICROMETRE;
        double area = 0.049e-4;
        double ohms = lipon.ohms(area, 298.15);
        assertThat(lipon.impedance(area, 298.15).atHertz(1).real()).isCloseTo(ohms, within(1e-3 * ohms));
        assertThat(lipon.impedance(area, 298.15).atHertz(1e7).magnitude()).isLessThan(0.2 * ohms);
        CathodeMaterial lnmo = CathodeLibrary.LNMO;
        CellDesign design = new CellDesign(
                "film",
                lnmo,
                0.013e-6,
                area,
                1,
                new Composite(0.8, 0.1, 1, 0.3),
                lipon,
                new Anode.LithiumMetal(0, 0),
                0,
                Ageing.NONE,
                Warmth.OF_THE_CHAMBER,
                Stack.RIGID);
        Complex z = new ParticleCell(design, 8, 0.5, new Standing(298.15, 0), 2e-4, Layers.LEFT_OUT, 0)
                .impedance()
                .atHertz(100);
        assertThat(z.real()).isGreaterThan(ohms);
    }
}
