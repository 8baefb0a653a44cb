package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Signal;
import cellwright.testkit.LineFault;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cables, adapters and lines do (catalogue S1 to S7): the cell comes to rest, and no channel is told what is another's. */
class WireFaultsTest {
    private static final Duration LOST = Duration.ofSeconds(1);

    private final Laboratory lab = new Laboratory(2, Patience.USUAL);

    private WiredCell cell(int channel) {
        return lab.cells.get(channel);
    }

    private long now() {
        return lab.lanes.clock().nanos();
    }

    @Test
    void anUnpluggedCableIsNoticedAtTheNextLookAndTheOtherChannelGoesOn() {
        lab.charge(0);
        lab.charge(1);
        long pulled = now();
        lab.unplug(0);
        lab.runUntil(LOST, () -> lab.phase(0) == Phase.STOPPING);
        assertThat(now() - pulled).isLessThanOrEqualTo(2 * Laboratory.PERIOD);
        lab.run(Duration.ofSeconds(5));
        assertThat(lab.alarms(Effect.Urgency.CRITICAL)).anyMatch(alarm -> alarm.contains("OFF UNVERIFIED"));
        assertThat(lab.phase(1)).isEqualTo(Phase.RUNNING);
        assertThat(lab.world.health().instruments().get(1).figures().missedTicks())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 20})
    void aCableThatComesOutInTheMidstOfAnAnswerIsALossToo(int bytes) {
        lab.charge(0);
        lab.line(0).answers(new LineFault.Cut(bytes));
        lab.runUntil(LOST, () -> lab.phase(0) == Phase.STOPPING);
        assertThat(lab.events(0, Event.Measured.class))
                .allSatisfy(event ->
                        assertThat(event.reading().value(Signal.VOLTAGE)).isBetween(2.9, 4.1));
    }

    @Test
    void theFirstThingAnInstrumentHearsWhenItIsBackIsOffAndTheRunWaitsForAPerson() {
        lab.charge(0);
        lab.unplug(0);
        lab.run(Duration.ofSeconds(20));
        assertThat(cell(0).amps()).as("nobody could tell it").isEqualTo(0.5);
        int told = cell(0).told.size();
        lab.plug(0, cell(0));
        lab.runUntil(Duration.ofMillis(1500), () -> lab.phase(0) == Phase.HELD);
        assertThat(cell(0).told.subList(told, cell(0).told.size())).isNotEmpty().containsOnly("off");
        assertThat(cell(0).amps()).isZero();
        assertThat(lab.heldFor(0)).contains("pstat-0");
        lab.ask(0, Event.Request.RESUME);
        lab.runUntil(Duration.ofSeconds(2), () -> cell(0).amps() > 0);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void anIdleInstrumentIsLookedForLessAndLessOften() {
        lab.run(Duration.ofSeconds(2));
        lab.unplug(0);
        lab.run(Duration.ofMinutes(5));
        assertThat(lab.world.health().instruments().getFirst().ready()).isFalse();
        assertThat(lab.world.health().instruments().getFirst().figures().failures())
                .as("1 + 2 + 4 + 8 + 16 s and then each 30 s")
                .isBetween(13L, 16L);
        lab.plug(0, cell(0));
        lab.run(Duration.ofSeconds(31));
        assertThat(lab.world.health().instruments().getFirst().ready()).isTrue();
        assertThat(lab.alarms(Effect.Urgency.REMARK))
                .as("told at the loss, and when its kind changed")
                .hasSize(2);
    }

    @Test
    void twoSwappedAdaptersAreFoundOutBeforeAnythingIsToldToThem() {
        lab.charge(0);
        lab.charge(1);
        lab.unplug(0);
        lab.unplug(1);
        lab.run(Duration.ofMillis(500));
        int toldZero = cell(0).told.size();
        int toldOne = cell(1).told.size();
        lab.plug(0, cell(1));
        lab.plug(1, cell(0));
        lab.run(Duration.ofMinutes(1));
        assertThat(cell(0).told).hasSize(toldZero);
        assertThat(cell(1).told).hasSize(toldOne);
        assertThat(lab.phase(0)).isEqualTo(Phase.STOPPING);
        assertThat(lab.phase(1)).isEqualTo(Phase.STOPPING);
        assertThat(lab.alarms(Effect.Urgency.WARNING)).anyMatch(alarm -> alarm.contains("cables or adapters swapped"));
        lab.plug(0, cell(0));
        lab.plug(1, cell(1));
        lab.runUntil(Duration.ofSeconds(2), () -> lab.phase(0) == Phase.HELD && lab.phase(1) == Phase.HELD);
    }

    @Test
    void anInstrumentWithAnotherSerialNumberThanConfiguredIsNotTaken() {
        HandLanes lanes = lab.lanes;
        var stranger = List.of(Laboratory.wired("p", "port-0", java.util.Optional.of("SN-9")));
        var channels = List.of(new ChannelOrder("A", "p", List.of(), java.util.Optional.empty()));
        RealWorld world = new RealWorld(lanes, stranger, channels, Patience.USUAL);
        world.poll(now() + 10_000_000_000L);
        assertThat(world.traits(0)).isEmpty();
        assertThat(world.health().instruments().getFirst().lastFailure())
                .contains("has serial number SN-0")
                .contains("configured is SN-9");
        assertThat(cell(0).told).isEmpty();
    }

    @Test
    void aSingleSpoiledAnswerIsAskedForAgainAndNobodyIsBothered() {
        lab.charge(0);
        List<LineFault> faults = List.of(
                new LineFault.Drop(),
                new LineFault.Corrupt(4, 0x10),
                new LineFault.Garbage("\r\n\u0011\u0013garbage\n"),
                new LineFault.Duplicate(),
                new LineFault.Split(7, Duration.ofMillis(20)),
                new LineFault.Merge(),
                new LineFault.Delay(Duration.ofMillis(250)));
        for (LineFault fault : faults) {
            lab.line(0).answers(fault);
            lab.run(Duration.ofSeconds(1));
            assertThat(lab.phase(0)).as("%s", fault).isEqualTo(Phase.RUNNING);
        }
        assertThat(lab.events(0, Event.Measured.class))
                .allSatisfy(event ->
                        assertThat(event.reading().value(Signal.VOLTAGE)).isBetween(2.9, 4.1));
        LinkFigures figures = lab.world.health().instruments().getFirst().figures();
        assertThat(figures.repeats()).isEqualTo(4);
        assertThat(figures.failures()).isZero();
        assertThat(figures.troubleShare()).isBetween(0.01, 0.1);
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNeverTaken() {
        lab.charge(0);
        cell(0).faults.add(WiredCell.Fault.OUT_OF_STEP);
        int readings = lab.events(0, Event.Measured.class).size();
        lab.runUntil(Duration.ofSeconds(2), () -> lab.phase(0) != Phase.RUNNING);
        assertThat(lab.events(0, Event.Measured.class)).hasSizeLessThanOrEqualTo(readings + 1);
    }

    @Test
    void aNoisyLineGivesNoWrongValueAndNoFalseStop() {
        lab.charge(0);
        lab.line(0).noise(11, 0.002, 0.002);
        lab.run(Duration.ofMinutes(1));
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
        assertThat(lab.events(0, Event.Measured.class)).hasSizeGreaterThan(400).allSatisfy(event -> assertThat(
                        event.reading().value(Signal.VOLTAGE))
                .isBetween(2.9, 4.1));
        assertThat(lab.world.health().instruments().getFirst().figures().troubleShare())
                .isGreaterThan(0.01);
    }

    @Test
    void whateverTheNoiseTheCellEndsAtRestOrIsSeenToRun() {
        Property.forAll(Numbers.ints(1, 100_000)).checkWhole(15, seed -> {
            Laboratory noisy = new Laboratory(1, Patience.USUAL);
            noisy.charge(0);
            noisy.line(0).noise(seed, 0.02, 0.02);
            noisy.run(Duration.ofSeconds(20));
            boolean stopped = noisy.phase(0) != Phase.RUNNING;
            noisy.line(0).noise(seed, 0, 0);
            noisy.run(Duration.ofSeconds(5));
            assertThat(noisy.cells.getFirst().amps() == 0).isEqualTo(stopped);
            assertThat(noisy.events(0, Event.Measured.class))
                    .allSatisfy(event ->
                            assertThat(event.reading().value(Signal.VOLTAGE)).isBetween(2.9, 4.1));
        });
    }

    @Test
    void aMuteInstrumentIsGivenUpAfterASecondNotAfterItsOwnPatience() {
        lab.charge(0);
        long since = now();
        cell(0).faults.add(WiredCell.Fault.MUTE);
        lab.runUntil(Duration.ofSeconds(2), () -> lab.phase(0) == Phase.STOPPING);
        assertThat(Duration.ofNanos(now() - since)).isBetween(LOST, LOST.plusMillis(500));
    }

    @Test
    void aSlowDripDoesNotStretchTheDeadline() {
        lab.charge(0);
        lab.line(0).shaped(Duration.ofSeconds(1));
        long since = now();
        lab.runUntil(Duration.ofMinutes(2), () -> lab.phase(0) == Phase.STOPPING);
        assertThat(Duration.ofNanos(now() - since)).isLessThan(LOST.plusMillis(500));
    }

    @Test
    void aSlowLineIsNoFault() {
        lab.charge(0);
        lab.line(0).shaped(Duration.ofNanos(1_041_667));
        lab.run(Duration.ofSeconds(10));
        assertThat(lab.phase(0)).as("9600 baud").isEqualTo(Phase.RUNNING);
        assertThat(lab.world.health().instruments().getFirst().figures().failures())
                .isZero();
    }
}
