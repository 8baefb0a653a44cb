package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualRigTest {
    private final Bench bench = new Bench();

    private Reading current(double amps, Guard guard) throws InstrumentException {
        bench.rig.apply(new Control.Current(amps), guard);
        return bench.rig.read();
    }

    private double now(Signal signal) throws InstrumentException {
        return bench.rig.read().value(signal);
    }

    @Test
    void itRestsAtOpenCircuitInLongSteps() throws Exception {
        double volts = now(Signal.VOLTAGE);
        bench.rest(1000 * Bench.HOUR);
        assertThat(bench.steps()).isLessThan(80);
        assertThat(now(Signal.VOLTAGE)).isCloseTo(volts, within(1e-9));
        assertThat(now(Signal.CURRENT)).isZero();
        assertThat(now(Signal.CHARGE)).isZero();
        assertThat(bench.rig.nowNanos()).isEqualTo(1000 * Bench.HOUR);
    }

    @Test
    void positiveCurrentCharges() throws Exception {
        bench.drive(1e-3);
        bench.rest(Bench.HOUR / 2);
        assertThat(now(Signal.CHARGE)).isCloseTo(1.8, within(1e-12));
        double loaded = now(Signal.VOLTAGE);
        bench.rig.makeSafe();
        assertThat(now(Signal.CURRENT)).isZero();
        assertThat(now(Signal.VOLTAGE)).isBetween(2.9, loaded);
        assertThat(now(Signal.PRESSURE)).isEqualTo(250e6);
    }

    @Test
    void advancingNeedsTimeAheadAndStandsStillWithoutAny() throws Exception {
        assertThat(bench.rig.advance(0).atNanos()).isZero();
        bench.rest(Bench.SECOND);
        assertThatThrownBy(() -> bench.rig.advance(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.rig.advance(Long.MAX_VALUE).atNanos()).isGreaterThan(Bench.SECOND);
    }

    @Test
    void aStepCutShortDoesNotSlowTheNextOnes() throws Exception {
        bench.drive(bench.amps(0.5));
        bench.rest(Bench.HOUR / 10);
        bench.step(1);
        long before = bench.rig.nowNanos();
        bench.step(Bench.HOUR);
        assertThat(bench.rig.nowNanos() - before).isGreaterThan(Bench.SECOND);
    }

    @Test
    void theGuardOpensTheCircuitAtTheCrossing() throws Exception {
        current(bench.amps(1), new Guard(Bench.LOW, Bench.HIGH, 0.01, Long.MAX_VALUE));
        Reading reading = bench.step(Bench.HOUR);
        while (reading.value(Signal.VOLTAGE) < Bench.HIGH) {
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isBetween(Bench.HIGH, Bench.HIGH + 2e-6);
        assertThat(reading.value(Signal.CURRENT)).isEqualTo(bench.amps(1));
        assertThat(now(Signal.CURRENT)).isZero();
        assertThat(now(Signal.VOLTAGE)).isLessThan(Bench.HIGH);
        assertThat(bench.rest(Bench.HOUR).value(Signal.CURRENT)).isZero();
    }

    @Test
    void theGuardKeepsCurrentAndTime() throws Exception {
        current(2e-3, new Guard(-1, 4.9, 1e-3, Long.MAX_VALUE));
        assertThat(bench.step(Bench.HOUR).atNanos()).isLessThanOrEqualTo(100_000);
        assertThat(now(Signal.CURRENT)).isZero();

        current(1e-3, new Guard(-1, 4.9, 1e-3, Bench.SECOND));
        bench.rest(Bench.SECOND / 2);
        current(1e-3, new Guard(-1, 4.9, 1e-3, Bench.SECOND));
        long renewed = bench.rig.nowNanos();
        while (now(Signal.CURRENT) != 0) {
            bench.step(Bench.HOUR);
        }
        assertThat(bench.rig.nowNanos() - renewed).isEqualTo(Bench.SECOND);
    }

    @Test
    void holdingAtTheGuardsLimitDoesNotTripIt() throws Exception {
        double amps = bench.amps(1);
        bench.rig.apply(new Control.Voltage(Bench.HIGH, amps), new Guard(2, Bench.HIGH, amps, Long.MAX_VALUE));
        bench.rest(3 * Bench.HOUR);
        assertThat(now(Signal.VOLTAGE)).isEqualTo(Bench.HIGH);
        assertThat(now(Signal.CURRENT)).isBetween(1e-9, amps / 20);
    }

    @Test
    void aVoltageIsApproachedAtTheCurrentLimitAndThenHeldWithoutABump() throws Exception {
        double most = bench.amps(1);
        bench.rig.apply(new Control.Voltage(Bench.HIGH, most), Bench.WIDE);
        Reading reading = bench.step(Bench.HOUR);
        while (reading.value(Signal.VOLTAGE) < Bench.HIGH) {
            assertThat(reading.value(Signal.CURRENT)).isEqualTo(most);
            reading = bench.step(Bench.HOUR);
        }
        assertThat(reading.value(Signal.VOLTAGE)).isBetween(Bench.HIGH, Bench.HIGH + 1e-6);
        assertThat(now(Signal.CURRENT)).isCloseTo(most, within(1e-4 * most));
        assertThat(now(Signal.VOLTAGE)).isEqualTo(Bench.HIGH);
        double before = now(Signal.CURRENT);
        for (int i = 0; i < 50; i++) {
            double after = bench.step(Bench.HOUR).value(Signal.CURRENT);
            assertThat(after).isLessThanOrEqualTo(before);
            before = after;
        }
    }

    @Test
    void aHoldGoesBackToTheCurrentLimitWhenTheCellGetsBetter() throws Exception {
        bench.rig.setpoint(Signal.TEMPERATURE, 263.15, Ramp.FASTEST);
        bench.rest(6 * Bench.HOUR);
        bench.rig.apply(new Control.Voltage(3.4, 2e-4), Bench.WIDE);
        while (now(Signal.CURRENT) > 1.9e-4) {
            bench.step(Bench.HOUR);
        }
        assertThat(now(Signal.VOLTAGE)).isEqualTo(3.4);
        bench.rig.setpoint(Signal.TEMPERATURE, 333.15, Ramp.FASTEST);
        long end = bench.rig.nowNanos() + Bench.HOUR;
        double most = 0;
        double least = 3.4;
        while (bench.rig.nowNanos() < end) {
            Reading reading = bench.rig.advance(end);
            most = Math.max(most, reading.value(Signal.CURRENT));
            least = Math.min(least, reading.value(Signal.VOLTAGE));
        }
        assertThat(most).isBetween(2e-4, 2e-4 * (1 + 3e-6));
        assertThat(least).isLessThan(3.39);
    }

    @Test
    void powerIsHeld() throws Exception {
        bench.drive(1e-3);
        bench.rest(Bench.HOUR);
        for (double watts : new double[] {2e-3, -2e-3}) {
            bench.rig.apply(new Control.Power(watts), Bench.WIDE);
            for (int i = 0; i < 30; i++) {
                Reading reading = bench.step(60 * Bench.SECOND);
                assertThat(reading.value(Signal.VOLTAGE) * reading.value(Signal.CURRENT))
                        .isCloseTo(watts, within(1e-12));
            }
        }
    }

    @Test
    void whatLiesOutsideTheEnvelopeIsRefusedAndChangesNothing() throws Exception {
        bench.drive(1e-3);
        bench.rest(Bench.SECOND);
        Reading before = bench.rig.read();
        List<Control> refused = List.of(
                new Control.Current(0.2),
                new Control.Current(Double.NaN),
                new Control.Voltage(6, 1e-3),
                new Control.Voltage(3, 0),
                new Control.Voltage(3, Double.POSITIVE_INFINITY),
                new Control.Power(1));
        for (Control control : refused) {
            outOfEnvelope(() -> bench.rig.apply(control, Bench.WIDE));
        }
        outOfEnvelope(() -> bench.rig.apply(new Control.Current(0), new Guard(-6, 4, 0.1, 1)));
        outOfEnvelope(() -> bench.rig.setpoint(Signal.PRESSURE, 600e6, Ramp.FASTEST));
        outOfEnvelope(() -> bench.rig.setpoint(Signal.TEMPERATURE, Double.NaN, Ramp.FASTEST));
        assertThat(bench.rig.read()).isEqualTo(before);
        assertThatThrownBy(() -> bench.rig.span(Signal.FORCE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void outOfEnvelope(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InstrumentException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.OUT_OF_ENVELOPE));
    }

    /** What is full takes no more lithium: the voltage falls through 0 V, and the guard opens the circuit. */
    @Test
    void anOverDischargedCellMeetsItsGuard() throws Exception {
        bench.drive(-1e-3);
        assertThat(bench.until(Signal.VOLTAGE, -1, false).value(Signal.CURRENT)).isEqualTo(-1e-3);
        assertThat(now(Signal.CURRENT)).isZero();
        assertThat(bench.rest(Bench.HOUR).value(Signal.VOLTAGE)).isGreaterThan(1);
    }

    @Test
    void aCellThatLeavesItsModelSaysSoAndCanStillBeMadeSafe() throws Exception {
        bench.rig.apply(new Control.Current(-1e-3), new Guard(-4.9, 4.9, 0.1, Long.MAX_VALUE));
        modelLeft("cell A7", "surface stoichiometry");
        double volts = now(Signal.VOLTAGE);
        assertThat(volts).isFinite();
        bench.rig.makeSafe();
        bench.rest(Bench.HOUR);
        assertThat(now(Signal.VOLTAGE)).isGreaterThan(volts);
    }

    @Test
    void anExhaustedAnodeSaysSo() throws Exception {
        Bench small = new Bench("anode_lithium_mol", "0.4e-5", "anode_indium_mol", "1e-5");
        small.drive(1e-3);
        assertThatThrownBy(() -> small.rest(10 * Bench.HOUR))
                .isInstanceOf(InstrumentException.class)
                .hasMessageContaining("Li/In ratio");
        assertThat(small.rig.read().value(Signal.CHARGE)).isCloseTo(0.55e-5 * 96485, within(1e-5));
        small.rig.makeSafe();
        small.rest(Bench.HOUR);
    }

    @Test
    void morePowerThanTheCellHasSaysSo() throws Exception {
        bench.rig.apply(new Control.Power(-0.4), Bench.WIDE);
        modelLeft("voltage or power");
    }

    private void modelLeft(String... words) {
        assertThatThrownBy(() -> bench.rest(100 * Bench.HOUR))
                .isInstanceOfSatisfying(
                        InstrumentException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MODEL_LEFT))
                .hasMessageContainingAll(words);
    }

    @Test
    void noiseDependsOnSeedAndTimeAlone() throws Exception {
        List<Double> fine = noisy("7", 10);
        assertThat(noisy("7", 1)).containsExactlyElementsOf(fine);
        assertThat(noisy("8", 1)).doesNotContainAnyElementsOf(fine);
        double square = fine.stream().mapToDouble(v -> v * v).average().orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(1e-4, within(1e-5));
    }

    private static List<Double> noisy(String seed, int stops) throws InstrumentException {
        Bench quiet = new Bench();
        Bench loud = new Bench("seed", seed, "noise_volts_rms", "1e-4");
        List<Double> noise = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            for (int stop = 0; stop < stops; stop++) {
                loud.rest(Bench.SECOND / stops);
                quiet.rest(Bench.SECOND / stops);
            }
            double deviation =
                    loud.rig.read().value(Signal.VOLTAGE) - quiet.rig.read().value(Signal.VOLTAGE);
            noise.add(Math.rint(deviation * 1e12));
        }
        return noise.stream().map(v -> v * 1e-12).toList();
    }

    @Test
    void theApproachDoesNotDependOnTheSteps() throws Exception {
        Bench coarse = new Bench();
        for (Bench each : List.of(bench, coarse)) {
            each.rig.setpoint(Signal.TEMPERATURE, 320, new Ramp(0.01));
            each.rig.setpoint(Signal.PRESSURE, 20e6, new Ramp(1e6));
        }
        for (int i = 0; i < 3600; i++) {
            bench.rest(Bench.SECOND);
        }
        coarse.rest(Bench.HOUR);
        for (Signal signal : List.of(Signal.TEMPERATURE, Signal.PRESSURE)) {
            assertThat(now(signal)).isEqualTo(coarse.rig.read().value(signal));
        }
        assertThat(now(Signal.PRESSURE)).isEqualTo(20e6);
    }

    @Test
    void aLooseCellIsFiniteAndComesAliveUnderPressure() throws Exception {
        Bench loose = new Bench("start_pressure_pa", "0");
        loose.drive(1e-5);
        assertThat(loose.rest(Bench.SECOND).value(Signal.VOLTAGE)).isFinite();
        double before = loose.rig.read().value(Signal.VOLTAGE);
        loose.rig.setpoint(Signal.PRESSURE, 250e6, Ramp.FASTEST);
        assertThat(loose.rest(30 * Bench.SECOND).value(Signal.VOLTAGE)).isLessThan(before);
        assertThat(loose.rig.read().value(Signal.PRESSURE)).isBetween(245e6, 250e6);
    }

    /** Whatever is asked of it, the rig answers in numbers or with a named failure, and in bounded work. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anythingGoes(long seed) throws Exception {
        anythingGoes(bench, seed);
    }

    /** The same for the other kinds of cell. */
    @ParameterizedTest
    @CsvSource({
        "1, nx=4",
        "2, nx=10 cathode=LCO tortuosity2=39.2",
        "3, cathode=NCM622 nx=2",
        "4, cathode=LNMO anode=Li",
        "5, cathode=LCO contact_share=0.01 nx=16",
        "6, anode=Li nx=3 start_stoichiometry=0.04",
        "7, ageing=on",
        "8, ageing=on nx=5 cathode=NCM622",
        "9, ageing=on cathode=LNMO anode=Li volts_range=10",
        "10, ageing=on nx=16 cathode=LCO contact_share=0.1",
        "11, heat_capacity_j_per_k=0.1 heat_loss_w_per_k=1e-3 entropy_v_per_k=1e-3 ageing=on",
        "12, fixture=gap creep_m_per_pa=1e-13 stack_expansion_m_per_k=1e-6 heat_capacity_j_per_k=245 nx=2",
        "13, fixture=springs anode=Li ageing=on",
    })
    void anythingGoesWith(long seed, String settings) throws Exception {
        anythingGoes(new Bench(settings.split("[ =]")), seed);
    }

    private static void anythingGoes(Bench bench, long seed) throws InstrumentException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            try {
                anything(bench, random);
                long end = bench.rig.nowNanos() + (long) Math.pow(10, random.nextDouble(3, 13.5));
                for (int steps = 0; bench.rig.nowNanos() < end; steps++) {
                    Reading reading = bench.rig.advance(end);
                    assertThat(reading.samples()).allMatch(Sample::usable);
                    assertThat(steps).isLessThan(5000);
                }
            } catch (InstrumentException expected) {
                assertThat(expected.kind()).isIn(Kind.MODEL_LEFT, Kind.OUT_OF_ENVELOPE);
                assertThat(bench.rig.read().samples()).allMatch(Sample::usable);
            }
        }
    }

    private static void anything(Bench bench, SplittableRandom random) throws InstrumentException {
        double amps = Math.pow(10, random.nextDouble(-7, -1.5)) * (random.nextBoolean() ? 1 : -1);
        switch (random.nextInt(7)) {
            case 0 -> bench.drive(amps);
            case 1 -> bench.rig.apply(new Control.Voltage(random.nextDouble(1.5, 4.4), Math.abs(amps)), Bench.WIDE);
            case 2 -> bench.rig.apply(new Control.Power(4 * amps), Bench.WIDE);
            case 3 -> bench.rig.setpoint(Signal.PRESSURE, random.nextDouble(0, 500e6), Ramp.FASTEST);
            case 4 -> bench.rig.setpoint(Signal.TEMPERATURE, random.nextDouble(240, 400), Ramp.FASTEST);
            case 5 -> bench.rig.apply(new Control.Current(amps), new Guard(2, 3.8, 0.05, Bench.HOUR));
            default -> bench.rig.makeSafe();
        }
    }
}
