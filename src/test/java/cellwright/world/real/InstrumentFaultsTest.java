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
import org.junit.jupiter.params.provider.EnumSource;

/** What instruments do (catalogue S8 to S12): the cell comes to rest, or people are told that it does not. */
class InstrumentFaultsTest {
    private final Laboratory lab = new Laboratory(1, Patience.USUAL);

    private WiredCell cell() {
        return lab.cells.getFirst();
    }

    @Test
    void anInstrumentThatSwitchedItselfOffIsNotTakenForARunningOne() {
        lab.charge(0);
        cell().force(0);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.heldFor(0)).contains("not what was ordered");
    }

    @Test
    void anOutputThatIsOnWhereItShouldBeOffIsSwitchedOff() {
        lab.charge(0);
        lab.ask(0, Event.Request.HOLD);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        cell().force(0.3);
        lab.runUntil(Duration.ofSeconds(2), () -> cell().amps() == 0);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.alarms(Effect.Urgency.CRITICAL)).anyMatch(alarm -> alarm.contains("a current flows"));
    }

    @Test
    void aRelayThatSticksIsToldWithinTwoSecondsAndOpenedByTheInterlock() {
        WiredCell relay = new WiredCell("RELAY", lab.lanes.lane("relay").host().clock(), 0);
        Laboratory guarded = new Laboratory(
                1, Patience.USUAL, List.of(), Optional.of(Laboratory.wired("relay-1", "relay", Optional.empty())));
        guarded.plug("relay", relay);
        guarded.charge(0);
        int told = relay.told.size();
        guarded.cells.getFirst().faults.add(WiredCell.Fault.STUCK_ON);
        guarded.ask(0, Event.Request.HOLD);
        guarded.run(Duration.ofSeconds(2));
        assertThat(guarded.phase(0)).isEqualTo(Phase.STOPPING);
        assertThat(guarded.alarms(Effect.Urgency.CRITICAL)).anyMatch(alarm -> alarm.contains("OFF UNVERIFIED"));
        assertThat(relay.told.subList(told, relay.told.size())).containsExactly("off");
        assertThat(guarded.alarms(Effect.Urgency.WARNING)).anyMatch(alarm -> alarm.contains("opened by relay-1"));
        guarded.cells.getFirst().force(0);
        guarded.runUntil(Duration.ofSeconds(1), () -> guarded.phase(0) == Phase.HELD);
    }

    @Test
    void aVoltageThatStopsMovingUnderASetCurrentIsNotBelievedForLong() {
        cell().noiseVolts = 20e-6;
        lab.charge(0);
        cell().faults.add(WiredCell.Fault.FROZEN_VOLTS);
        lab.run(Duration.ofSeconds(15));
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
        lab.runUntil(Duration.ofSeconds(15), () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.heldFor(0)).contains("voltage has no usable value");
        assertThat(cell().amps()).isZero();
    }

    @Test
    void aVoltageThatDoesNotMoveAtRestIsBelieved() {
        lab.charge(0);
        lab.ask(0, Event.Request.HOLD);
        lab.run(Duration.ofMinutes(10));
        assertThat(lab.phase(0)).isEqualTo(Phase.HELD);
        assertThat(lab.events(0, Event.Measured.class).getLast().reading().has(Signal.VOLTAGE))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = WiredCell.Fault.class,
            names = {"NOT_A_NUMBER", "OVERLOAD"})
    void whatIsNoNumberIsNoValueAndStopsTheRun(WiredCell.Fault fault) {
        lab.charge(0);
        cell().faults.add(fault);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) != Phase.RUNNING);
        List<Sample> samples =
                lab.events(0, Event.Measured.class).getLast().reading().samples();
        assertThat(samples).anyMatch(sample -> !sample.usable());
        lab.run(Duration.ofSeconds(1));
        assertThat(cell().amps()).isZero();
    }

    @Test
    void scpisOverloadIsKnownByItsSize() {
        lab.charge(0);
        cell().faults.add(WiredCell.Fault.OVERLOAD);
        lab.run(Duration.ofSeconds(1));
        assertThat(lab.events(0, Event.Measured.class).getLast().reading().samples())
                .anyMatch(sample -> sample.quality() == Quality.OVERLOAD);
    }

    @Test
    void reversedSenseLeadsViolateTheVoltageLimitAtOnce() {
        Laboratory reversed = new Laboratory(1, Patience.USUAL);
        reversed.plug(
                0, new WiredCell("SN-0", reversed.lanes.lane("port-0").host().clock(), -3.0));
        reversed.start(0, Laboratory.charging());
        reversed.run(Duration.ofSeconds(2));
        assertThat(reversed.phase(0)).isEqualTo(Phase.HELD);
        assertThat(reversed.heldFor(0)).contains("voltage is -3");
        assertThat(reversed.events(0, Event.Acknowledged.class)).isEmpty();
    }
}
