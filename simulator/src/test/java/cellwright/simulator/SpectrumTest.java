package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Spectra as the rig measures them, between whatever else is done to the cell. */
class SpectrumTest {
    private static final Sweep OPEN = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e6, 0.1, 10, false);
    private static final Sweep HELD = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e6, 0.1, 10, true);
    private static final Sweep AMPS = new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-7, 1e6, 0.1, 10, false);

    private static VirtualRig rig(Kind kind) {
        return kind == Kind.PARTICLE ? new Bench().rig : Bench.electrolyte(kind.word);
    }

    private static VirtualRig half() {
        return new Bench("start_stoichiometry", "0.5").rig;
    }

    private static Reading pass(VirtualRig rig, long nanos) throws InstrumentException {
        long end = rig.nowNanos() + nanos;
        Reading reading = rig.read();
        while (rig.nowNanos() < end) {
            reading = rig.advance(end);
        }
        return reading;
    }

    @ParameterizedTest
    @EnumSource
    void anyKindOfCellAtOpenCircuit(Kind kind) throws Exception {
        VirtualRig rig = rig(kind);
        rig.advance(Bench.SECOND);
        Reading before = pass(rig, Bench.SECOND);
        for (Sweep sweep : List.of(OPEN, AMPS)) {
            Spectrum spectrum = rig.measure(sweep, point -> true);
            assertThat(spectrum.points())
                    .hasSize(71)
                    .allMatch(point -> point.quality() != Quality.OVERLOAD && point.real() > 0);
            assertThat(spectrum.endNanos()).isEqualTo(rig.nowNanos());
        }
        Reading after = rig.read();
        assertThat(after.sinceNanos()).isEqualTo(before.atNanos());
        assertThat(after.value(Signal.CURRENT)).isZero();
        assertThat(after.value(Signal.CHARGE)).isEqualTo(before.value(Signal.CHARGE));
        assertThat(rig.advance(rig.nowNanos() + 1).sinceNanos()).isEqualTo(before.atNanos());
        long now = rig.nowNanos();
        assertThat(rig.advance(now + 1).sinceNanos()).isEqualTo(now);
    }

    /** 250 mg of chloride: 82.7 ohm. A micrometre of LiPON: 680 ohm. Half a millimetre between lithium: 83 ohm. */
    @ParameterizedTest
    @CsvSource({
        "blocking, electrolyte, chloride, 1e6, 82.7",
        "blocking, electrolyte_m, 2e-3, 1e6, 127.3",
        "blocking, ionic_s_per_m, 0.4, 1e6, 41.4",
        "lithium, interface_ohm_m2, 20e-4, 0.1, 82.8",
        "lithium, interface_ohm_m2, 40e-4, 0.1, 133.7",
    })
    void settingsShowInTheSpectrum(String model, String key, String value, double hertz, double ohms) throws Exception {
        VirtualRig rig = Bench.electrolyte(model, key, value, "spectrum_noise", "0");
        Sweep sweep = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, hertz, hertz, 1, false);
        assertThat(rig.measure(sweep, point -> true).points())
                .singleElement()
                .satisfies(point -> assertThat(point.real()).isCloseTo(ohms, within(0.01 * ohms)));
    }

    /** Two arcs in a pressed pellet, one in a glass. */
    @ParameterizedTest
    @CsvSource({"chloride, 3e-3, 0.15", "LiPON, 1e-6, 0"})
    void grainBoundariesRelaxAlone(String electrolyte, String metres, double share) throws Exception {
        String[] settings = {"electrolyte", electrolyte, "electrolyte_m", metres, "spectrum_noise", "0"};
        String[] none = {
            "electrolyte", electrolyte, "electrolyte_m", metres, "spectrum_noise", "0", "boundary_share", "0"
        };
        double hertz = 3e6;
        Sweep sweep = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, hertz, hertz, 1, false);
        double usual = Bench.electrolyte("blocking", settings)
                .measure(sweep, point -> true)
                .points()
                .getFirst()
                .imaginary();
        double without = Bench.electrolyte("blocking", none)
                .measure(sweep, point -> true)
                .points()
                .getFirst()
                .imaginary();
        assertThat(usual == without).isEqualTo(share == 0);
    }

    @Test
    void atAHoldTheChargeGoesOnAsWithoutASpectrum() throws Exception {
        VirtualRig rig = half();
        VirtualRig twin = half();
        for (VirtualRig each : List.of(rig, twin)) {
            each.apply(new Control.Voltage(3.4, 0.05), Bench.WIDE);
            pass(each, 10 * Bench.SECOND);
        }
        Spectrum spectrum = rig.measure(HELD, point -> true);
        assertThat(spectrum.points()).hasSize(71);
        Reading after = rig.read();
        assertThat(after.value(Signal.VOLTAGE)).isEqualTo(3.4);
        assertThat(after.sinceNanos()).isEqualTo(10 * Bench.SECOND);
        double passed = pass(twin, spectrum.endNanos() - spectrum.startNanos()).value(Signal.CHARGE);
        assertThat(after.value(Signal.CHARGE)).isCloseTo(passed, within(2e-3 * passed));
        assertThat(pass(rig, Bench.HOUR).value(Signal.CURRENT)).isPositive().isLessThan(after.value(Signal.CURRENT));
    }

    @Test
    void aGuardThatTripsEndsItAndIsNotPassedOver() throws Exception {
        VirtualRig rig = half();
        rig.apply(new Control.Voltage(3.4, 0.05), new Guard(-1, 4.9, 0.1, 5 * Bench.SECOND));
        Spectrum spectrum = rig.measure(HELD, point -> true);
        assertThat(spectrum.points()).hasSizeBetween(30, 70);
        assertThat(rig.nowNanos()).isEqualTo(5 * Bench.SECOND);
        Reading after = rig.read();
        assertThat(after.value(Signal.CURRENT)).isZero();
        assertThat(after.sinceNanos()).isEqualTo(5 * Bench.SECOND);
    }

    @Test
    void whatAWatchSawIsNotVouchedFor() throws Exception {
        VirtualRig rig = half();
        rig.apply(new Control.Voltage(3.4, 0.05), Bench.WIDE);
        rig.watch(List.of(new Watch.ChargePassed(2e-3)));
        Spectrum spectrum = rig.measure(HELD, point -> true);
        assertThat(spectrum.points()).hasSize(71);
        assertThat(rig.read().sinceNanos()).isGreaterThan(0).isLessThan(spectrum.endNanos());
    }

    @Test
    void whatIsRefusedChangesNothing() throws Exception {
        VirtualRig rig = new Bench("volts_range", "3", "start_stoichiometry", "0.97").rig;
        Sweep strong = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.2, 1e6, 0.1, 10, false);
        assertThatThrownBy(() -> rig.measure(strong, point -> true))
                .isInstanceOfSatisfying(InstrumentException.class, fault -> assertThat(fault.kind())
                        .isEqualTo(InstrumentException.Kind.OUT_OF_ENVELOPE))
                .hasMessageContaining("0.2 V");
        assertThatThrownBy(() -> rig.measure(HELD, point -> true))
                .isInstanceOfSatisfying(InstrumentException.class, fault -> assertThat(fault.kind())
                        .isEqualTo(InstrumentException.Kind.REFUSED))
                .hasMessageContaining("hold");
        assertThat(rig.nowNanos()).isZero();
        assertThat(rig.advance(1).sinceNanos()).isZero();
    }

    /** The same seed sees the same spectrum however the rig got there. */
    @Test
    void noiseBelongsToTheTime() throws Exception {
        VirtualRig rig = half();
        VirtualRig twin = half();
        pass(rig, Bench.SECOND);
        pass(twin, Bench.SECOND / 3);
        pass(twin, Bench.SECOND - Bench.SECOND / 3);
        Spectrum spectrum = rig.measure(OPEN, point -> true);
        Spectrum same = twin.measure(OPEN, point -> true);
        for (int i = 0; i < 71; i++) {
            Spectrum.Point point = spectrum.points().get(i);
            assertThat(same.points().get(i).real()).isCloseTo(point.real(), within(1e-9 * point.real()));
            assertThat(same.points().get(i).imaginary()).isCloseTo(point.imaginary(), within(1e-9 * point.real()));
        }
    }
}
