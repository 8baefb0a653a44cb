package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.EmulatedCell.Impedance;
import cellwright.simulator.emulator.palmsens.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Impedance spectra of a circuit whose impedance is known. */
final class SpectrumTest {
    private static final Sweep PEIS = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 0.1, 5, false);
    private static final Sweep GEIS = new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-4, 1e5, 0.1, 5, false);

    private static void assertIsTheCells(Rig rig, Spectrum spectrum) {
        assertThat(spectrum.points()).hasSize(31).allSatisfy(point -> {
            Impedance truth = rig.cell.impedance(point.hertz());
            assertThat(point.real()).isCloseTo(truth.real(), within(1e-4));
            assertThat(point.imaginary()).isCloseTo(truth.imaginary(), within(1e-4));
            assertThat(point.quality()).isEqualTo(Quality.GOOD);
        });
        assertThat(spectrum.points().getFirst().hertz()).isEqualTo(1e5);
        assertThat(spectrum.points().getLast().hertz()).isCloseTo(0.1, within(1e-7));
        assertThat(spectrum.endNanos() - spectrum.startNanos()).isGreaterThan(30_000_000_000L);
    }

    @Test
    void potentiostaticAtOpenCircuit() throws InstrumentException {
        Rig rig = Rig.of();
        List<Spectrum.Point> told = new ArrayList<>();
        Spectrum spectrum = rig.emstat.measure(PEIS, told::add);
        assertIsTheCells(rig, spectrum);
        assertThat(told).isEqualTo(spectrum.points());
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
        assertThat(rig.cell.openVolts()).isCloseTo(3.6, within(1e-6));
    }

    @Test
    void amplitudeIsToldAsItsEffectiveValue() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.measure(PEIS, point -> true);
        assertThat(rig.host.sent())
                .anySatisfy(sent -> assertThat(sent).contains("meas_loop_eis f x y 7071068n 100k 100m 31i set\n"));
    }

    @Test
    void galvanostaticAtOpenCircuit() throws InstrumentException {
        Rig rig = Rig.of();
        assertIsTheCells(rig, rig.emstat.measure(GEIS, point -> true));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    @Test
    void atAHoldTheHoldIsTakenUpAgain() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Voltage(3.603, 2e-3), GUARD);
        rig.readFor(Duration.ofSeconds(3));
        Sweep atHold = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 0.1, 5, true);
        assertIsTheCells(rig, rig.emstat.measure(atHold, point -> true));
        assertThat(rig.volts()).isEqualTo(3.603, within(1e-6));
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.wait(Duration.ofHours(1));
        assertThat(rig.instrument.cellOn()).as("the guard's time goes on").isFalse();
    }

    @Test
    void whatIsWantedNoLongerIsBrokenOff() throws InstrumentException {
        Rig rig = Rig.of();
        Spectrum spectrum = rig.emstat.measure(PEIS, point -> point.hertz() > 1000);
        assertThat(spectrum.points()).hasSize(11);
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.instrument.busy()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    @Test
    void signOfTheImaginaryPartCanBeTurned() throws InstrumentException {
        Rig rig = Rig.of("capacitive", "positive");
        double told =
                rig.emstat.measure(PEIS, point -> false).points().getFirst().imaginary();
        assertThat(told).isPositive();
    }

    @Test
    void overloadedPointsAreMarked() throws InstrumentException {
        Rig rig = Rig.of();
        rig.instrument.mischief().overload(true);
        assertThat(rig.emstat.measure(PEIS, point -> true).points())
                .extracting(Spectrum.Point::quality)
                .containsOnly(Quality.OVERLOAD);
    }

    /** S16. */
    @Test
    void brokenSpectrumLeavesTheCellOff() throws InstrumentException {
        Rig rig = Rig.of();
        List<Spectrum.Point> told = new ArrayList<>();
        assertFails(
                        Kind.REFUSED,
                        () -> rig.emstat.measure(PEIS, point -> {
                            told.add(point);
                            if (told.size() == 5) {
                                rig.instrument.mischief().fail(0x0080);
                            }
                            return true;
                        }))
                .contains("0080", "counter electrode oscillates");
        assertThat(told).hasSize(5);
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    /** S16. */
    @Test
    void silenceInASpectrumEndsAndIsMadeSafe() throws InstrumentException {
        Rig rig = Rig.of();
        assertFails(
                        Kind.TIMEOUT,
                        () -> rig.emstat.measure(PEIS, point -> {
                            rig.instrument.mischief().silence(point.hertz() < 10);
                            return true;
                        }))
                .contains("the point at 3.98");
        rig.instrument.mischief().silence(false);
        rig.emstat.makeSafe();
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    @Test
    void whatCannotBeMeasuredIsRefusedUnsent() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        int sent = rig.host.sent().size();
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.emstat.measure(PEIS, point -> true))
                .contains("a current is driven");
        Rig rest = Rig.of();
        for (Sweep sweep : List.of(
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 2, 1e5, 1, 5, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, Double.NaN, 1e5, 1, 5, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, 1, 5, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 0, 5, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 1, 0, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 1, Integer.MAX_VALUE, false),
                new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e5, 1, 5, true),
                new Sweep(Sweep.Mode.GALVANOSTATIC, 0.2, 1e5, 1, 5, false),
                new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-3, 1e5, 1, 5, true))) {
            assertFails(Kind.OUT_OF_ENVELOPE, () -> rest.emstat.measure(sweep, point -> true));
        }
        assertThat(rig.host.sent()).hasSize(sent);
        Rig pico = Rig.of(Profile.EMSTAT_PICO, CircuitCell.pellet(1.5));
        assertFails(Kind.OUT_OF_ENVELOPE, () -> pico.emstat.measure(GEIS, point -> true))
                .contains("galvanostatic");
        assertThat(pico.emstat.measure(PEIS, point -> false).points()).hasSize(1);
    }
}
