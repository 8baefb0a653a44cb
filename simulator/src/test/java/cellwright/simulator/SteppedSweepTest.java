package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sweep that goes on while the rig's time is moved. */
class SteppedSweepTest {
    private static final Sweep OPEN = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e6, 0.1, 10, false);
    private static final Sweep HELD = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e6, 0.1, 10, true);

    private final VirtualRig rig = half();

    private static VirtualRig half() {
        return new Bench("start_stoichiometry", "0.5", "start_pressure_pa", "250e6").rig;
    }

    /** Readings until the sweep is over; at most so many. */
    private List<Reading> follow(int most) throws InstrumentException {
        List<Reading> readings = new ArrayList<>();
        Optional<Spectrum> spectrum = rig.finished();
        while (spectrum.isEmpty() && readings.size() < most) {
            readings.add(rig.advance(Long.MAX_VALUE));
            spectrum = rig.finished();
        }
        over = spectrum;
        return readings;
    }

    private Optional<Spectrum> over = Optional.empty();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itComesToTheSameAsInOneGo(boolean hold) throws Exception {
        VirtualRig twin = half();
        for (VirtualRig each : List.of(rig, twin)) {
            if (hold) {
                each.apply(new Control.Voltage(3.4, 0.05), Bench.WIDE);
            }
        }
        Spectrum whole = twin.measure(hold ? HELD : OPEN, point -> true);
        rig.begin(hold ? HELD : OPEN);
        assertThat(rig.nowNanos()).isZero();
        List<Reading> readings = follow(1000);
        assertThat(over).contains(whole);
        assertThat(readings).hasSizeBetween(71, 300);
        assertThat(rig.finished()).as("told once").isEmpty();
        assertThat(rig.read().value(Signal.CHARGE)).isEqualTo(twin.read().value(Signal.CHARGE));
    }

    @Test
    void theCallersStopsChangeLittle() throws Exception {
        Spectrum whole = half().measure(OPEN, point -> true);
        rig.begin(OPEN);
        Optional<Spectrum> spectrum = Optional.empty();
        while (spectrum.isEmpty()) {
            Reading reading = rig.advance(rig.nowNanos() + 77_000_000);
            assertThat(reading.atNanos() - reading.sinceNanos()).isLessThanOrEqualTo(77_000_000);
            spectrum = rig.finished();
        }
        assertThat(spectrum.get().endNanos()).isEqualTo(whole.endNanos());
        for (int i = 0; i < 71; i++) {
            double wanted = whole.points().get(i).real();
            assertThat(spectrum.get().points().get(i).real()).isCloseTo(wanted, within(1e-6 * wanted));
        }
    }

    @Test
    void aWatchIsSeenInTheMiddleOfAPointAndThePointGoesOn() throws Exception {
        rig.watch(List.of(
                new Watch.Above(Signal.PRESSURE, 300e6, false), new Watch.Below(Signal.PRESSURE, 300e6, false)));
        rig.begin(OPEN);
        Reading before = rig.advance(Long.MAX_VALUE);
        while (before.atNanos() < 60 * Bench.SECOND) {
            before = rig.advance(60 * Bench.SECOND);
        }
        rig.setpoint(Signal.PRESSURE, 310e6, new Ramp(60e6));
        Reading out = first(true);
        assertThat(out.value(Signal.PRESSURE)).isCloseTo(300e6, within(2e3));
        rig.setpoint(Signal.PRESSURE, 250e6, new Ramp(60e6));
        Reading back = first(false);
        assertThat(back.value(Signal.PRESSURE)).isCloseTo(300e6, within(2e3));
        assertThat(back.sinceNanos()).isLessThan(back.atNanos());
        follow(1000);
        assertThat(over.orElseThrow().points()).hasSize(71);
    }

    private Reading first(boolean above) throws InstrumentException {
        Reading reading = rig.advance(Long.MAX_VALUE);
        while (reading.value(Signal.PRESSURE) >= 300e6 != above) {
            assertThat(rig.nowNanos()).isLessThan(120 * Bench.SECOND);
            reading = rig.advance(Long.MAX_VALUE);
        }
        return reading;
    }

    @Test
    void toBeMadeSafeOrDrivenEndsIt() throws Exception {
        rig.begin(OPEN);
        follow(40);
        assertThat(over).isEmpty();
        rig.makeSafe();
        Spectrum short40 = rig.finished().orElseThrow();
        assertThat(short40.points()).hasSizeBetween(30, 40);
        assertThat(short40.endNanos()).isEqualTo(rig.nowNanos());
        rig.begin(OPEN);
        rig.apply(new Control.Current(1e-4), Bench.WIDE);
        assertThat(rig.finished().orElseThrow().points()).isEmpty();
        rig.makeSafe();
        assertThat(rig.finished()).isEmpty();
    }

    @Test
    void theGuardEndsItAndTheReadingShowsWhatItSaw() throws Exception {
        rig.apply(new Control.Voltage(3.4, 0.05), new Guard(-1, 4.9, 0.1, 5 * Bench.SECOND));
        rig.begin(HELD);
        List<Reading> readings = follow(1000);
        assertThat(over.orElseThrow().points()).hasSizeBetween(30, 70);
        assertThat(readings.getLast().atNanos()).isEqualTo(5 * Bench.SECOND);
        assertThat(rig.read().value(Signal.CURRENT)).isZero();
    }

    @Test
    void aSweepThatCannotBeMadeIsRefusedAndTheOneUnderWayGoesOn() throws Exception {
        rig.begin(OPEN);
        Sweep fast = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e9, 0.1, 10, false);
        assertThatThrownBy(() -> rig.begin(fast)).hasMessageContaining("1.0E9");
        follow(1000);
        assertThat(over.orElseThrow().points()).hasSize(71);
    }
}
