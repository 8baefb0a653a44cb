package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.instrument.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(doubles = {3.1, 3.2, 3.35, 3.5, 3.6, 3.678})
    void aVoltageIsMetLessThanAMicrovoltOnTheFarSide(double level) throws Exception {
        bench.drive(bench.amps(1));
        double risen = bench.until(Signal.VOLTAGE, level, true).value(Signal.VOLTAGE);
        assertThat(risen).isBetween(level, level + 1e-6);
        bench.until(Signal.VOLTAGE, 3.7, true);
        bench.drive(-bench.amps(1));
        bench.until(Signal.VOLTAGE, level - 0.3, false);
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isBetween(level - 0.3 - 1e-6, level - 0.3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2e-4", "3e-3"})
    void alsoIfStepsAreCoarse(String tolerance) throws Exception {
        double close = 1e-6;
        Bench coarse = new Bench("tolerance", tolerance);
        for (int i = 0; i < 10; i++) {
            coarse.drive(coarse.amps(3));
            double high = coarse.until(Signal.VOLTAGE, Bench.HIGH, true).value(Signal.VOLTAGE);
            coarse.drive(-coarse.amps(3));
            double low = coarse.until(Signal.VOLTAGE, Bench.LOW, false).value(Signal.VOLTAGE);
            assertThat(high).isBetween(Bench.HIGH, Bench.HIGH + close);
            assertThat(low).isBetween(Bench.LOW - close, Bench.LOW);
        }
    }

    @Test
    void aJumpOverALevelIsSeenWithinATenthOfAMillisecond() throws Exception {
        bench.rig.watch(List.of(new Watch.Above(Signal.VOLTAGE, 2.9, false)));
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isLessThan(2.9);
        bench.drive(5e-3);
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isGreaterThan(2.9);
        assertThat(bench.step(Bench.HOUR).atNanos()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aWatchFulfilledWhenSetWaitsUntilItWasNot() throws Exception {
        bench.drive(bench.amps(1));
        bench.until(Signal.VOLTAGE, 3.3, true);
        bench.rig.watch(List.of(new Watch.Above(Signal.VOLTAGE, 3.2, false)));
        long before = bench.steps();
        bench.rest(Bench.HOUR / 10);
        assertThat(bench.steps() - before).isLessThan(40);
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isGreaterThan(3.3);

        bench.drive(-bench.amps(1));
        bench.rest(Bench.HOUR / 5);
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isLessThan(3.2);
        bench.drive(bench.amps(0.2));
        Reading reading = bench.rig.read();
        while (reading.value(Signal.VOLTAGE) < 3.2) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isBetween(3.2, 3.2 + 1e-6);
    }

    @Test
    void chargeIsMetToTheNanosecond() throws Exception {
        bench.drive(1e-3);
        bench.rest(17 * Bench.SECOND);
        bench.rig.watch(List.of(new Watch.ChargePassed(0.36)));
        Reading reading = bench.step(Bench.HOUR);
        while (reading.value(Signal.CHARGE) < 0.017 + 0.36) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.atNanos()).isBetween(377 * Bench.SECOND, 377 * Bench.SECOND + 400);
    }

    @Test
    void energyIsMet() throws Exception {
        bench.drive(1e-3);
        double joules = 0;
        bench.rig.watch(List.of(new Watch.EnergyPassed(1)));
        double before = bench.rig.read().value(Signal.VOLTAGE);
        while (joules < 1) {
            Reading reading = bench.step(Bench.HOUR);
            double volts = reading.value(Signal.VOLTAGE);
            joules += 1e-3 * (before + volts) / 2 * (reading.atNanos() - reading.sinceNanos()) * 1e-9;
            before = volts;
        }
        assertThat(joules).isCloseTo(1, within(1e-8));
    }

    @Test
    void changesAreMetToATenthOfTheStep() throws Exception {
        bench.drive(bench.amps(0.5));
        bench.rest(Bench.SECOND);
        double last = bench.rig.read().value(Signal.VOLTAGE);
        bench.rig.watch(List.of(new Watch.Change(Signal.VOLTAGE, last, 2e-3)));
        int met = 0;
        for (int i = 0; i < 500; i++) {
            double volts = bench.step(Bench.HOUR).value(Signal.VOLTAGE);
            assertThat(Math.abs(volts - last)).isLessThan(2.2e-3);
            if (Math.abs(volts - last) >= 2e-3) {
                last = volts;
                bench.rig.watch(List.of(new Watch.Change(Signal.VOLTAGE, last, 2e-3)));
                met++;
            }
        }
        assertThat(met).isGreaterThan(50);
    }

    @Test
    void theFirstOfSeveralIsMet() throws Exception {
        bench.drive(1e-3);
        bench.rest(60 * Bench.SECOND);
        double volts = bench.rig.read().value(Signal.VOLTAGE);
        bench.rig.watch(List.of(
                new Watch.ChargePassed(1),
                new Watch.Above(Signal.VOLTAGE, volts + 2e-3, false),
                new Watch.Above(Signal.VOLTAGE, volts + 1e-3, false),
                new Watch.Change(Signal.CHARGE, 0, 0.9)));
        Reading reading = bench.step(Bench.HOUR);
        while (reading.value(Signal.VOLTAGE) < volts + 1e-3) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isBetween(volts + 1e-3, volts + 1e-3 + 1e-6);
    }

    @Test
    void aNoisyReadingLiesOnTheFarSideToo() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            Bench noisy = new Bench("noise_volts_rms", "15e-6", "seed", Integer.toString(seed));
            noisy.drive(noisy.amps(3));
            noisy.rig.watch(List.of(new Watch.Above(Signal.VOLTAGE, 3.4, false)));
            Reading reading = noisy.step(Bench.HOUR);
            while (reading.value(Signal.VOLTAGE) < 3.4) {
                reading = noisy.step(Bench.HOUR);
            }
            assertThat(reading.value(Signal.VOLTAGE)).isBetween(3.4, 3.4 + 200e-6);
        }
    }

    @Test
    void aFallingCurrentEndsAHold() throws Exception {
        bench.rig.watch(List.of(new Watch.Below(Signal.CURRENT, 1e-4, true)));
        bench.rig.apply(new Control.Voltage(Bench.HIGH, bench.amps(1)), Bench.WIDE);
        Reading reading = bench.step(Bench.HOUR);
        while (reading.value(Signal.CURRENT) > 1e-4) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.value(Signal.CURRENT)).isBetween(1e-4 * (1 - 1e-6), 1e-4);
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(Bench.HIGH);
    }

    @Test
    void pressureAndTemperatureAreMetOnTheirWay() throws Exception {
        bench.rig.setpoint(Signal.PRESSURE, 100e6, Ramp.FASTEST);
        Reading pressed = bench.until(Signal.PRESSURE, 105e6, false);
        assertThat(pressed.atNanos() * 1e-9).isCloseTo(5 * Math.log(30), within(1e-3));
        bench.rig.setpoint(Signal.TEMPERATURE, 323.15, Ramp.FASTEST);
        long began = bench.rig.nowNanos();
        Reading warm = bench.until(Signal.TEMPERATURE, 322.95, true);
        assertThat(warm.value(Signal.TEMPERATURE)).isBetween(322.95, 322.9504);
        assertThat(warm.atNanos() - began).isLessThan(3 * Bench.HOUR);
    }

    @Test
    void nonsenseIsRefused() {
        Signal force = new Signal("torque", Unit.NEWTON);
        assertThatThrownBy(() -> bench.rig.watch(List.of(new Watch.Above(force, 1, false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.rig.watch(List.of(new Watch.Change(Signal.VOLTAGE, 3, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.rig.watch(List.of(new Watch.ChargePassed(-1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.rig.watch(List.of(new Watch.Below(Signal.VOLTAGE, Double.NaN, false))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
