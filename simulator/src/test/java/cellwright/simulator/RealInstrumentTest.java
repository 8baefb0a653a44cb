package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What real instruments make of a cell: held is what is measured, and what is measured is a little wrong. */
class RealInstrumentTest {
    private static final double C5 = 0.2;

    private static Mounted real(long seed, String... more) {
        List<String> settings = new ArrayList<>(List.of("instrument", "real", "seed", Long.toString(seed)));
        settings.addAll(List.of(more));
        return Mounted.with(settings.toArray(String[]::new));
    }

    private static double value(Bench bench, Signal signal) throws InstrumentException {
        return bench.rig.read().value(signal);
    }

    private static Sample sample(Bench bench, Signal signal) throws InstrumentException {
        return bench.rig.read().samples().stream()
                .filter(each -> each.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGalvanostatHoldsWhatItMeasures() throws Exception {
        double worst = 0;
        for (long seed = 0; seed < 40; seed++) {
            Mounted mounted = real(seed, "chamber_ripple_k", "0");
            double amps = mounted.bench.amps(C5);
            double lithium = mounted.cell.meanStoichiometry();
            mounted.bench.drive(amps);
            mounted.bench.rest(Bench.HOUR);
            double counted = value(mounted.bench, Signal.CHARGE);
            double truth = (lithium - mounted.cell.meanStoichiometry()) * mounted.cell.cathodeCoulombs();
            assertThat(value(mounted.bench, Signal.CURRENT)).isCloseTo(amps, within(6 * 25e-6 * 1e-3));
            assertThat(counted / (amps * 3600)).isCloseTo(1, within(3e-4));
            double error = truth / (amps * 3600) - 1;
            assertThat(Math.abs(error)).isLessThan(1e-3 + 2e-4 * 1e-3 / amps + 1e-6);
            worst = Math.max(worst, Math.abs(error));
        }
        assertThat(worst).isGreaterThan(1e-3);
    }

    @Test
    void aPotentiostatHoldsWhatItMeasures() throws Exception {
        double worst = 0;
        for (long seed = 0; seed < 20; seed++) {
            Mounted mounted = real(seed);
            mounted.bench.rig.apply(new Control.Voltage(3.4, 1e-2), Bench.WIDE);
            mounted.bench.rest(Bench.HOUR);
            assertThat(value(mounted.bench, Signal.VOLTAGE)).isCloseTo(3.4, within(6 * 15e-6 + 20e-6));
            double error = mounted.cell.volts() - 3.4;
            assertThat(Math.abs(error)).isLessThan(2e-4 * 3.4 + 100e-6);
            worst = Math.max(worst, Math.abs(error));
        }
        assertThat(worst).isGreaterThan(4e-4);
    }

    @Test
    void aPowerIsTheMeasuredOne() throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            Bench bench = real(seed).bench;
            bench.rig.apply(new Control.Power(5e-4), Bench.WIDE);
            bench.rest(60 * Bench.SECOND);
            double before = value(bench, Signal.CHARGE);
            double volts = value(bench, Signal.VOLTAGE);
            bench.rest(10 * Bench.SECOND);
            double joules = (value(bench, Signal.CHARGE) - before) * (volts + value(bench, Signal.VOLTAGE)) / 2;
            assertThat(joules).isCloseTo(5e-3, within(2e-6));
        }
    }

    /** Through current, hold, changes of range and rest, the counter counts what the ammeter shows. */
    @Test
    void theCounterIsTheIntegralOfTheMeasuredCurrent() throws Exception {
        for (long seed = 0; seed < 3; seed++) {
            Bench bench = real(seed).bench;
            bench.drive(bench.amps(1));
            double missed = missed(bench, 1800);
            bench.rig.apply(new Control.Voltage(3.45, bench.amps(1)), Bench.WIDE);
            missed += missed(bench, 3600);
            bench.drive(-bench.amps(1));
            missed += missed(bench, 600);
            assertThat(missed / value(bench, Signal.CHARGE)).isCloseTo(0, within(2e-5));
        }
    }

    /** What a sum over samples of 20 ms has more than the counter; between samples the current is a line. */
    private static double missed(Bench bench, int seconds) throws InstrumentException {
        Reading before = bench.rest(20_000_000);
        double sum = 0;
        double counted = before.value(Signal.CHARGE);
        for (int i = 0; i < 2 * seconds; i++) {
            Reading now = bench.rest(Bench.SECOND / 2);
            sum += 0.25 * (before.value(Signal.CURRENT) + now.value(Signal.CURRENT));
            before = now;
        }
        return sum - (before.value(Signal.CHARGE) - counted);
    }

    @Test
    void atOpenCircuitTheCounterStandsStillAndNextToNothingIsMeasured() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Mounted mounted = real(seed);
            mounted.bench.drive(1e-3);
            mounted.bench.rest(60 * Bench.SECOND);
            mounted.bench.rig.makeSafe();
            double counted = value(mounted.bench, Signal.CHARGE);
            mounted.bench.rest(10 * Bench.HOUR);
            assertThat(value(mounted.bench, Signal.CHARGE)).isEqualTo(counted);
            assertThat(value(mounted.bench, Signal.CURRENT)).isCloseTo(0, within(4e-12));
            assertThat(Math.abs(mounted.cell.amps())).isBetween(1e-16, 1e-12);
        }
    }

    @Test
    void whatIsReadDependsOnSeedAndTimeAlone() throws Exception {
        Bench fine = real(3).bench;
        Bench coarse = real(3).bench;
        Bench other = real(4).bench;
        int same = 0;
        for (Bench bench : List.of(fine, coarse, other)) {
            bench.drive(bench.amps(C5));
        }
        for (int i = 0; i < 300; i++) {
            for (int part = 0; part < 20; part++) {
                fine.rest(Bench.SECOND / 2);
            }
            coarse.rest(10 * Bench.SECOND);
            other.rest(10 * Bench.SECOND);
            for (Signal signal : List.of(Signal.CURRENT, Signal.PRESSURE)) {
                assertThat(value(fine, signal)).isEqualTo(value(coarse, signal));
            }
            assertThat(value(fine, Signal.CHARGE)).isCloseTo(value(coarse, Signal.CHARGE), within(1e-12));
            assertThat(value(fine, Signal.TEMPERATURE)).isEqualTo(value(coarse, Signal.TEMPERATURE));
            assertThat(value(fine, Signal.VOLTAGE)).isCloseTo(value(coarse, Signal.VOLTAGE), within(200e-6));
            same += value(fine, Signal.CURRENT) == value(other, Signal.CURRENT) ? 1 : 0;
        }
        assertThat(same).isLessThan(30);
    }

    @Test
    void aReadingThatMeetsAWatchLiesBehindItWhateverNoiseAndSteps() throws Exception {
        Property.forAll(Numbers.longs(0, 1_000_000)).check(60, seed -> {
            Bench bench = real(seed, "converter_bits", seed % 2 == 0 ? "16" : "18").bench;
            bench.drive(bench.amps(seed % 3 == 0 ? 3 : C5));
            Reading met = bench.until(Signal.VOLTAGE, 3.2 + seed % 7 * 0.01, true);
            assertThat(met.value(Signal.VOLTAGE)).isBetween(3.2 + seed % 7 * 0.01, 3.2 + seed % 7 * 0.01 + 1.5e-3);
            bench.drive(-bench.amps(C5));
            assertThat(bench.until(Signal.VOLTAGE, 2.9, false).value(Signal.VOLTAGE))
                    .isBetween(2.9 - 1e-3, 2.9);
        });
    }

    /** The watch is met on the way, not at whatever reading comes next. */
    @Test
    void aWatchIsMetWithinSecondsOfItsCrossing() throws Exception {
        for (long seed = 0; seed < 30; seed++) {
            Bench bench = real(seed, "converter_bits", "16").bench;
            bench.drive(bench.amps(C5));
            bench.rig.watch(List.of(new Watch.Above(Signal.VOLTAGE, 3.2, false)));
            Reading reading = bench.rig.read();
            long crossed = 0;
            for (int i = 0; reading.value(Signal.VOLTAGE) < 3.2; i++) {
                reading = bench.rig.advance(reading.atNanos() + Bench.HOUR);
                crossed = crossed == 0 && reading.value(Signal.VOLTAGE) > 3.2 - 3e-4 ? reading.atNanos() : crossed;
                assertThat(i).isLessThan(2000);
            }
            assertThat(reading.atNanos() - crossed).isLessThan(30 * Bench.SECOND);
        }
    }

    @Test
    void aFallingCurrentIsMetThroughTheRanges() throws Exception {
        for (long seed = 0; seed < 8; seed++) {
            Bench bench = real(seed).bench;
            bench.rig.apply(new Control.Voltage(3.4, bench.amps(1)), Bench.WIDE);
            bench.rig.watch(List.of(new Watch.Below(Signal.CURRENT, 2e-6, true)));
            Reading reading = bench.rig.read();
            int changes = 0;
            while (reading.value(Signal.CURRENT) > 2e-6) {
                reading = bench.rig.advance(bench.rig.nowNanos() + Bench.HOUR);
                changes += sample(bench, Signal.CURRENT).quality() == Quality.UNCERTAIN ? 1 : 0;
                assertThat(bench.rig.nowNanos()).isLessThan(1000 * Bench.HOUR);
            }
            assertThat(reading.value(Signal.CURRENT)).isBetween(1.9e-6, 2e-6);
            assertThat(changes).as("samples right after a change of range").isBetween(2, 40);
        }
    }

    @Test
    void aWatchOfAConstantNoisyValueIsMetSoon() throws Exception {
        Bench bench = real(1).bench;
        bench.rest(Bench.SECOND);
        double level = value(bench, Signal.PRESSURE) + 0.2e6;
        bench.rig.watch(List.of(new Watch.Change(Signal.PRESSURE, level, 1e3)));
        Reading reading = bench.rig.read();
        for (int i = 0; i < 30 && Math.abs(reading.value(Signal.PRESSURE) - level) < 1e3; i++) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(Math.abs(reading.value(Signal.PRESSURE) - level)).isGreaterThan(1e3);
    }

    @Test
    void theGuardTripsWhereTheMeasuredVoltageIsBeyondIt() throws Exception {
        double spread = 0;
        for (long seed = 0; seed < 40; seed++) {
            Mounted mounted = real(seed);
            Bench bench = mounted.bench;
            Guard guard = new Guard(2, 3.5, 0.01, Long.MAX_VALUE);
            bench.rig.apply(new Control.Current(bench.amps(1)), guard);
            Reading last = bench.rig.read();
            double truth = 0;
            while (value(bench, Signal.CURRENT) > 1e-6) {
                truth = mounted.cell.volts();
                last = bench.step(Bench.HOUR);
            }
            assertThat(last.value(Signal.VOLTAGE)).isBetween(3.5, 3.5 + 300e-6);
            assertThat(last.value(Signal.CURRENT)).isCloseTo(bench.amps(1), within(1e-6));
            spread = Math.max(spread, Math.abs(truth - 3.5));
        }
        assertThat(spread).isLessThan(0.05);
    }

    @Test
    void holdingAtTheGuardsLimitDoesNotTripIt() throws Exception {
        for (long seed = 0; seed < 8; seed++) {
            Bench bench = real(seed).bench;
            double amps = bench.amps(1);
            bench.rig.apply(new Control.Voltage(Bench.HIGH, amps), new Guard(2, Bench.HIGH, amps, Long.MAX_VALUE));
            bench.rest(3 * Bench.HOUR);
            assertThat(value(bench, Signal.CURRENT)).isBetween(1e-9, amps / 20);
        }
    }

    /** Charge (I - o), discharge (I + o): the efficiency is wrong by 2 o / I, and no more. */
    @Test
    void theEfficiencyIsWrongByTwiceTheOffset() throws Exception {
        List<Double> errors = new ArrayList<>();
        double truth = efficiency(Mounted.with());
        for (int seed = 0; seed < 30; seed++) {
            errors.add(Math.abs(efficiency(real(seed, "chamber_ripple_k", "0")) - truth));
        }
        double bound = 2 * 2e-4 * 1e-3 / Mounted.with().bench.amps(C5);
        assertThat(errors).allMatch(error -> error < bound + 1e-4);
        assertThat(errors).anyMatch(error -> error > 0.7 * bound);
    }

    private static double efficiency(Mounted mounted) throws InstrumentException {
        Bench bench = mounted.bench;
        bench.cycle(C5);
        double before = value(bench, Signal.CHARGE);
        bench.drive(bench.amps(C5));
        double full = bench.until(Signal.VOLTAGE, Bench.HIGH, true).value(Signal.CHARGE);
        bench.drive(-bench.amps(C5));
        double empty = bench.until(Signal.VOLTAGE, Bench.LOW, false).value(Signal.CHARGE);
        return (full - empty) / (full - before);
    }

    @Test
    void aFixedRangeIsAllThereIs() throws Exception {
        Bench bench = real(1, "current_range_a", "1e-3").bench;
        assertThat(bench.rig.envelope().ampsMax()).isEqualTo(1e-3);
        Guard guard = new Guard(-1, 4.9, 1e-3, Long.MAX_VALUE);
        assertThatThrownBy(() -> bench.rig.apply(new Control.Current(1.1e-3), guard))
                .isInstanceOf(InstrumentException.class);
        bench.rig.apply(new Control.Current(1e-6), guard);
        bench.rest(Bench.SECOND);
        assertThat(value(bench, Signal.CURRENT)).isCloseTo(1e-6, within(0.2e-6));
        assertThat(value(bench, Signal.CURRENT) % (2e-3 / (1 << 18))).isCloseTo(0, within(1e-15));
    }

    @Test
    void aCurrentIsPushedNoFurtherThanTheOutputCan() throws Exception {
        Mounted mounted = real(1, "lead_ohm", "1e6");
        mounted.bench.drive(1e-3);
        assertThat(mounted.cell.volts()).isEqualTo(12);
        assertThat(mounted.cell.amps()).isBetween(8e-6, 10e-6);
        assertThat(sample(mounted.bench, Signal.VOLTAGE).quality()).isEqualTo(Quality.OVERLOAD);
        mounted.bench.rest(Bench.SECOND);
        assertThat(value(mounted.bench, Signal.CURRENT))
                .as("the guard has opened the circuit")
                .isLessThan(1e-9);
    }

    @Test
    void temperatureIsRegulatedByASensorThatIsWrong() throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            Mounted mounted = real(seed, "chamber_ripple_k", "0");
            mounted.bench.rig.setpoint(Signal.TEMPERATURE, 323.15, Ramp.FASTEST);
            mounted.bench.rest(2 * Bench.HOUR);
            assertThat(value(mounted.bench, Signal.TEMPERATURE)).isCloseTo(323.15, within(1e-9));
            assertThat(Math.abs(mounted.cell.kelvins() - 323.15)).isBetween(1e-4, 0.1);
        }
    }

    /** The cell follows the chamber closely enough to be hotter than it should be for a while. */
    @Test
    void theChambersOvershootIsSeen() throws Exception {
        Bench bench = real(2).bench;
        bench.rig.setpoint(Signal.TEMPERATURE, 308.15, Ramp.FASTEST);
        double most = 0;
        while (bench.rig.nowNanos() < Bench.HOUR) {
            most = Math.max(most, bench.step(Bench.HOUR).value(Signal.TEMPERATURE));
        }
        assertThat(most).isBetween(308.15 + 0.15, 308.15 + 0.45);
    }
}
