package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a planned fault does to a cell and to what is read of it, one hour after the rig was opened. */
class FaultsTest {
    private static final long BEFORE = Bench.HOUR - Bench.SECOND;

    /** A cell charged at 1C until a second before things go wrong. */
    private static Bench charging(String kind, String fault) throws InstrumentException {
        Bench bench = new Bench("instrument", kind, "faults", fault, "start_stoichiometry", "0.7");
        bench.rest(BEFORE - 60 * Bench.SECOND);
        bench.drive(bench.amps(1));
        bench.rest(60 * Bench.SECOND);
        return bench;
    }

    private static Sample sample(Reading reading, Signal signal) {
        return reading.samples().stream()
                .filter(each -> each.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    private static void lost(Bench bench, long untilNanos) {
        assertThatThrownBy(() -> bench.rig.advance(untilNanos))
                .isInstanceOfSatisfying(InstrumentException.class, lost -> assertThat(lost.kind())
                        .isEqualTo(Kind.LOST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void noCurrentFlowsWithALeadOff(String kind) throws Exception {
        Bench bench = charging(kind, "open_lead at 1 h for 10 s");
        Reading before = bench.rig.read();
        bench.rest(2 * Bench.SECOND);
        Reading off = bench.rest(7 * Bench.SECOND);
        assertThat(off.value(Signal.CURRENT)).isCloseTo(0, within(1e-6));
        assertThat(off.value(Signal.VOLTAGE)).isLessThan(before.value(Signal.VOLTAGE) - 0.02);
        assertThat(off.value(Signal.CHARGE) - before.value(Signal.CHARGE)).isCloseTo(bench.amps(1), within(1e-5));
        Reading after = bench.rest(3 * Bench.SECOND);
        assertThat(after.value(Signal.CURRENT)).isCloseTo(bench.amps(1), within(1e-6));
        assertThat(after.value(Signal.VOLTAGE)).isCloseTo(before.value(Signal.VOLTAGE), within(10e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void swappedLeadsTripTheGuard(String kind) throws Exception {
        Bench bench = charging(kind, "swapped_sense at 1 h for 10 s");
        double volts = bench.rig.read().value(Signal.VOLTAGE);
        while (bench.rig.nowNanos() < Bench.HOUR) {
            bench.step(Bench.HOUR);
        }
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isCloseTo(-volts, within(2e-3));
        Reading open = bench.rest(Bench.SECOND);
        assertThat(open.value(Signal.CURRENT)).isCloseTo(0, within(1e-9));
        assertThat(open.value(Signal.VOLTAGE)).isBetween(-volts, -2.0);
        assertThat(bench.rest(10 * Bench.SECOND).value(Signal.VOLTAGE)).isBetween(2.0, volts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void aRangeThatSticksClipsTheCurrentAndSaysSo(String kind) throws Exception {
        Bench bench = charging(kind, "range_saturation at 1 h for 10 s");
        if (kind.equals("ideal")) {
            assertThat(bench.rest(5 * Bench.SECOND).value(Signal.CURRENT))
                    .as("one range of 100 mA clips nothing at 10 mA")
                    .isCloseTo(bench.amps(1), within(1e-12));
            return;
        }
        double counted = bench.rig.read().value(Signal.CHARGE);
        Sample clipped = sample(bench.rest(5 * Bench.SECOND), Signal.CURRENT);
        assertThat(clipped.value()).as("full scale and 2 %").isCloseTo(1.02e-4, within(1e-8));
        assertThat(clipped.quality()).isEqualTo(Quality.OVERLOAD);
        Reading after = bench.rest(7 * Bench.SECOND);
        assertThat(after.value(Signal.CURRENT)).isCloseTo(bench.amps(1), within(1e-6));
        assertThat(after.value(Signal.CHARGE) - counted).isCloseTo(12 * bench.amps(1), within(1e-5));
    }

    @Test
    void aLooseContactLetsSomeOfTheCurrentThrough() throws Exception {
        Bench bench = charging("real", "contact_loss at 1 h for 20 s");
        double counted = bench.rest(Bench.SECOND).value(Signal.CHARGE);
        int none = 0;
        for (int i = 0; i < 200; i++) {
            double amps = bench.rest(Bench.SECOND / 10).value(Signal.CURRENT);
            assertThat(Math.min(Math.abs(amps), Math.abs(amps - bench.amps(1)))).isLessThan(1e-5);
            none += amps < 1e-5 ? 1 : 0;
        }
        assertThat(none).isBetween(60, 140);
        double passed = (bench.rest(Bench.SECOND).value(Signal.CHARGE) - counted) / bench.amps(1);
        assertThat(passed).isCloseTo(21 - 0.1 * none, within(0.02));
    }

    @Test
    void aLooseContactRattlesTheSameWhateverStepsAreMade() throws Exception {
        Bench fine = charging("real", "contact_loss at 1 h for 20 s");
        Bench coarse = charging("real", "contact_loss at 1 h for 20 s");
        for (int i = 0; i < 750; i++) {
            fine.rest(Bench.SECOND / 30);
        }
        coarse.rest(750 * (Bench.SECOND / 30));
        assertThat(fine.rig.nowNanos()).isEqualTo(coarse.rig.nowNanos());
        assertThat(fine.rig.read().value(Signal.CHARGE))
                .isCloseTo(coarse.rig.read().value(Signal.CHARGE), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void withoutPowerNothingAnswersAndTheRelayHasDropped(String kind) throws Exception {
        Bench bench = charging(kind, "power_fail at 1 h for 10 s");
        while (bench.rig.nowNanos() < Bench.HOUR) {
            bench.step(Bench.HOUR);
        }
        double counted = bench.amps(1) * 60;
        lost(bench, 2 * Bench.HOUR);
        assertThat(bench.rig.nowNanos()).isEqualTo(Bench.HOUR + Bench.SECOND);
        assertThatThrownBy(bench.rig::read).isInstanceOf(InstrumentException.class);
        assertThatThrownBy(bench.rig::makeSafe).hasMessageContaining("no answer");
        assertThatThrownBy(() -> bench.rig.apply(new Control.Current(1e-4), Bench.WIDE))
                .isInstanceOf(InstrumentException.class);
        for (int i = 1; i < 9; i++) {
            lost(bench, 2 * Bench.HOUR);
        }
        Reading back = bench.rig.advance(2 * Bench.HOUR);
        assertThat(back.atNanos()).isEqualTo(Bench.HOUR + 10 * Bench.SECOND);
        assertThat(back.sinceNanos()).as("vouches for its instant alone").isEqualTo(back.atNanos());
        assertThat(back.value(Signal.CURRENT)).isCloseTo(0, within(1e-9));
        assertThat(back.value(Signal.CHARGE)).isCloseTo(counted + bench.amps(1), within(1e-3 * counted));
        bench.drive(bench.amps(1));
        assertThat(bench.rest(Bench.SECOND).value(Signal.CURRENT)).isCloseTo(bench.amps(1), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void aStuckReadingHidesWhatTheGuardStillSees(String kind) throws Exception {
        Bench bench = charging(kind, "stuck_reading at 1 h");
        while (bench.rig.nowNanos() < Bench.HOUR) {
            bench.step(Bench.HOUR);
        }
        double stuck = bench.rig.read().value(Signal.VOLTAGE);
        bench.rig.apply(new Control.Current(bench.amps(1)), new Guard(2, stuck + 0.1, 0.01, Long.MAX_VALUE));
        for (int i = 0; i < 200; i++) {
            assertThat(bench.rest(10 * Bench.SECOND).value(Signal.VOLTAGE)).isEqualTo(stuck);
        }
        assertThat(bench.rig.read().value(Signal.CURRENT))
                .as("the guard has opened the circuit")
                .isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void aVoltageCanBeNoNumberAndBeCalledGood(String kind) throws Exception {
        Bench bench = charging(kind, "nan at 1 h for 5 s");
        Sample none = sample(bench.rest(3 * Bench.SECOND), Signal.VOLTAGE);
        assertThat(none.value()).isNaN();
        assertThat(none.quality()).isEqualTo(Quality.GOOD);
        assertThat(bench.rest(5 * Bench.SECOND).value(Signal.VOLTAGE)).isBetween(3.0, 3.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void aSenseLeadThatIsOffShowsAPartAndHum(String kind) throws Exception {
        Bench bench = charging(kind, "sense_off at 1 h for 10 s");
        double before = bench.rig.read().value(Signal.VOLTAGE);
        double sum = 0;
        double squares = 0;
        bench.rest(Bench.SECOND);
        for (int i = 0; i < 100; i++) {
            double volts = bench.rest(Bench.SECOND / 20).value(Signal.VOLTAGE);
            sum += volts / 100;
            squares += volts * volts / 100;
        }
        assertThat(sum).isCloseTo(0.6 * before, within(0.03));
        assertThat(Math.sqrt(squares - sum * sum)).isBetween(0.03, 0.07);
        assertThat(bench.rest(10 * Bench.SECOND).value(Signal.VOLTAGE)).isCloseTo(before, within(10e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "real"})
    void aWorseContactIsMoreResistanceUnderACurrent(String kind) throws Exception {
        Bench bench = new Bench(
                "instrument",
                kind,
                "faults",
                "contact_rise at 1 h",
                "contact_rise_ohm",
                "200",
                "start_stoichiometry",
                "0.7");
        bench.rest(BEFORE - 60 * Bench.SECOND);
        bench.drive(bench.amps(1));
        bench.rest(60 * Bench.SECOND);
        double before = bench.rig.read().value(Signal.VOLTAGE);
        double after = bench.rest(2 * Bench.SECOND).value(Signal.VOLTAGE);
        assertThat(after - before).isCloseTo(200 * bench.amps(1), within(10e-3));
        assertThat(bench.rig.read().value(Signal.CURRENT)).isCloseTo(bench.amps(1), within(1e-6));
    }

    @Test
    void aWorseContactChangesNothingAtOpenCircuit() throws Exception {
        Bench bench = new Bench("faults", "contact_rise at 10 s", "start_stoichiometry", "0.7");
        double before = bench.rest(9 * Bench.SECOND).value(Signal.VOLTAGE);
        assertThat(bench.rest(9 * Bench.SECOND).value(Signal.VOLTAGE)).isCloseTo(before, within(1e-6));
    }

    @Test
    void aBrokenThermocoupleShowsTheEndOfItsScaleAndASwappedOneAnotherPlace() throws Exception {
        Bench bench = new Bench("faults", "thermocouple_open at 10 s for 5 s; thermocouple_swapped at 20 s");
        assertThat(bench.rest(9 * Bench.SECOND).value(Signal.TEMPERATURE)).isCloseTo(298.15, within(1e-6));
        assertThat(bench.rest(2 * Bench.SECOND).value(Signal.TEMPERATURE)).isEqualTo(1645.15);
        assertThat(bench.rest(5 * Bench.SECOND).value(Signal.TEMPERATURE)).isCloseTo(298.15, within(1e-6));
        assertThat(bench.rest(5 * Bench.SECOND).value(Signal.TEMPERATURE)).isEqualTo(296.15);
    }
}
