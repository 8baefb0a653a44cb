package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Readings that cannot be true (catalogue S12, S13), in a laboratory by the clock: the cell is switched off within two periods
 * and the time it takes to tell it, and people read what was seen and what to look at.
 */
class PlausibilityTest {
    private static final Duration TWO_PERIODS = Duration.ofNanos(2 * Laboratory.PERIOD);
    private static final Duration TOLD = Duration.ofMillis(50);

    private final Probe probe = new Probe();
    private final Laboratory lab = new Laboratory(1, Patience.USUAL, List.of(probe.order("probe-1")), Optional.empty());

    private WiredCell cell() {
        return lab.cells.getFirst();
    }

    private void charging() {
        lab.charge(0);
        lab.run(Duration.ofSeconds(2));
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    private void switchedOffInTime(WiredCell cell) {
        lab.run(TWO_PERIODS.plus(TOLD));
        assertThat(cell.amps()).as(lab.heldFor(0)).isZero();
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
    }

    private List<String> told() {
        return lab.alarms(Effect.Urgency.WARNING);
    }

    /** What lies outside of the limits as well is told twice. */
    @ParameterizedTest
    @CsvSource({"SENSE_OFF, a sense lead is off", "SENSE_SWAPPED, the sense leads are swapped"})
    void aSenseFaultIsTheEndOfTheCurrent(WiredCell.Fault fault, String advice) {
        charging();
        cell().faults.add(fault);
        switchedOffInTime(cell());
        assertThat(told())
                .anySatisfy(alarm -> assertThat(alarm).contains("the voltage went from 3.5", "at 0.5000 A", advice));
    }

    /** The limits of the run are 2.5 V to 4.2 V. */
    @Test
    void aContactThatGetsWorseWithinTheLimitsIsTheCauseByName() {
        WiredCell low = new WiredCell("SN-0", lab.lanes.lane("port-0").host().clock(), 2.6);
        lab.plug(0, low);
        lab.start(0, Laboratory.charging());
        lab.run(Duration.ofSeconds(3));
        assertThat(low.amps()).isEqualTo(0.5);
        low.faults.add(WiredCell.Fault.WORSE_CONTACT);
        switchedOffInTime(low);
        assertThat(lab.heldFor(0))
                .contains("the voltage went from 3.11", "to 3.7", "at 0.5000 A", "the contacts of the cell");
    }

    @Test
    void aSecondVoltageThatSaysOtherwiseIsTheEndOfTheCurrent() {
        probe.sample = Sample.good(Signal.VOLTAGE, 3.5);
        charging();
        probe.sample = Sample.good(Signal.VOLTAGE, 3.9);
        lab.run(Duration.ofMillis(100));
        switchedOffInTime(cell());
        assertThat(lab.heldFor(0)).contains("by the channel's own leads and 3.9000 V by probe-1");
    }

    @Test
    void theSecondVoltageIsNotTheOneThatCounts() {
        probe.sample = Sample.good(Signal.VOLTAGE, 3.55);
        charging();
        assertThat(lab.events(0, Event.Measured.class).getLast().reading().value(Signal.VOLTAGE))
                .isBetween(3.5, 3.52);
    }

    @ParameterizedTest
    @CsvSource({"1645.15, GOOD, 1372.0 °C", "NaN, BAD, no value any more", "310, GOOD, quicker than any mass"})
    void aBrokenThermocoupleIsTheEndOfTheCurrent(double kelvins, Quality quality, String said) {
        probe.sample = Sample.good(Signal.TEMPERATURE, 298.15);
        charging();
        probe.sample = new Sample(Signal.TEMPERATURE, kelvins, quality);
        lab.run(Duration.ofMillis(100));
        switchedOffInTime(cell());
        assertThat(lab.heldFor(0)).contains(said, "check the thermocouple");
    }

    @Test
    void aRunThatIsResumedWithTheFaultStillThereIsHeldAgain() {
        probe.sample = Sample.good(Signal.TEMPERATURE, 298.15);
        charging();
        probe.sample = Sample.good(Signal.TEMPERATURE, 1645.15);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        lab.run(Duration.ofSeconds(10));
        int before = told().size();
        lab.ask(0, Event.Request.RESUME);
        lab.run(Duration.ofSeconds(2));
        assertThat(lab.phase(0)).isEqualTo(Phase.HELD);
        assertThat(told()).hasSize(before + 1);
        probe.sample = Sample.good(Signal.TEMPERATURE, 298.15);
        lab.run(Duration.ofSeconds(2));
        lab.ask(0, Event.Request.RESUME);
        lab.run(Duration.ofSeconds(5));
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aSensorThatIsGoneIsToldAsGone() {
        probe.sample = Sample.good(Signal.TEMPERATURE, 298.15);
        charging();
        probe.gone = true;
        lab.run(Duration.ofSeconds(5));
        assertThat(lab.phase(0)).isEqualTo(Phase.HELD);
        assertThat(told()).noneMatch(alarm -> alarm.contains("thermocouple"));
    }

    @Test
    void aWholeChargeIsPlausible() {
        probe.sample = Sample.good(Signal.TEMPERATURE, 298.15);
        lab.start(0, Laboratory.charging());
        lab.runUntil(Duration.ofMinutes(5), () -> lab.phase(0) == Phase.ENDED);
        assertThat(lab.events(0, Event.Failed.class)).isEmpty();
    }
}
