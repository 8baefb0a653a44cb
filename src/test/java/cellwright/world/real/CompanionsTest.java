package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Press, chamber and sensors beside the potentiostat (catalogue S15, D9): their values join its readings, with their quality. */
class CompanionsTest {
    private final Press press = new Press();
    private final Laboratory lab = new Laboratory(1, Patience.USUAL, List.of(press.order("press-1")), Optional.empty());

    private Sample pressure() {
        Reading reading = lab.events(0, Event.Measured.class).getLast().reading();
        return reading.samples().stream()
                .filter(sample -> sample.signal().equals(Signal.PRESSURE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePressJoinsEveryReading() {
        lab.charge(0);
        press.pascals = 250e6;
        lab.run(Duration.ofMillis(300));
        assertThat(pressure()).isEqualTo(Sample.good(Signal.PRESSURE, 250e6));
        assertThat(lab.world.traits(0).orElseThrow().companions())
                .singleElement()
                .extracting(Traits::signals)
                .isEqualTo(List.of(Signal.PRESSURE));
    }

    @Test
    void aSetpointGoesToWhoRegulatesTheSignalAndIsAcknowledged() {
        lab.charge(0);
        lab.world.perform(0, new Effect.Setpoint(9, Signal.PRESSURE, 200e6, Ramp.FASTEST));
        lab.run(Duration.ofMillis(300));
        assertThat(press.targets).containsExactly(200e6);
        assertThat(lab.events(0, Event.Acknowledged.class))
                .extracting(Event.Acknowledged::order)
                .contains(9L);
    }

    @Test
    void aSetpointNobodyCanKeepIsAFailure() {
        lab.charge(0);
        lab.world.perform(0, new Effect.Setpoint(9, Signal.TEMPERATURE, 300, Ramp.FASTEST));
        lab.run(Duration.ofMillis(300));
        assertThat(lab.events(0, Event.Failed.class))
                .anyMatch(event -> event.message().contains("regulates temperature"));
    }

    @Test
    void aLostPressPutsTheCellToRestAndItsValueIsMissing() {
        lab.charge(0);
        press.failing = Optional.of(Kind.LOST);
        lab.runUntil(Duration.ofMillis(500), () -> lab.phase(0) == Phase.HELD);
        lab.run(Duration.ofSeconds(2));
        assertThat(pressure().quality()).isEqualTo(Quality.MISSING);
        assertThat(pressure().usable()).isFalse();
        assertThat(lab.heldFor(0)).contains("press-1");
        press.failing = Optional.empty();
        lab.run(Duration.ofSeconds(5));
        assertThat(pressure().usable()).isTrue();
    }

    @Test
    void aSetpointThatIsAnotherOnceThePressIsBackIsToldOnceAndNotSentAgain() {
        lab.charge(0);
        lab.world.perform(0, new Effect.Setpoint(9, Signal.PRESSURE, 200e6, Ramp.FASTEST));
        lab.run(Duration.ofMillis(300));
        press.failing = Optional.of(Kind.LOST);
        lab.run(Duration.ofSeconds(2));
        press.pascals = 150e6;
        press.failing = Optional.empty();
        lab.run(Duration.ofSeconds(5));
        assertThat(told("is not sent again"))
                .singleElement()
                .asString()
                .contains("is 1.50000e+08 Pa", "given 2.00000e+08 Pa", "press-1");
        assertThat(press.targets).containsExactly(200e6);
        press.failing = Optional.of(Kind.LOST);
        lab.run(Duration.ofSeconds(2));
        press.failing = Optional.empty();
        lab.run(Duration.ofSeconds(5));
        assertThat(told("is not sent again")).hasSize(1);
    }

    @Test
    void aSetpointThatIsStillTheSameIsNothingToTell() {
        lab.charge(0);
        lab.world.perform(0, new Effect.Setpoint(9, Signal.PRESSURE, 200e6, Ramp.FASTEST));
        lab.run(Duration.ofMillis(300));
        press.failing = Optional.of(Kind.LOST);
        lab.run(Duration.ofSeconds(2));
        press.failing = Optional.empty();
        lab.run(Duration.ofSeconds(5));
        assertThat(pressure().usable()).isTrue();
        assertThat(told("is not sent again")).isEmpty();
    }

    /** A driver notices by itself, say, that a set-point is another than it gave, and says so once in place of a reading. */
    @Test
    void aRefusalToBeReadIsToldToTheRunOnceUntilItIsReadAgain() {
        lab.charge(0);
        press.failing = Optional.of(Kind.REFUSED);
        lab.runUntil(Duration.ofMillis(500), () -> lab.phase(0) != Phase.RUNNING);
        lab.run(Duration.ofMillis(300));
        assertThat(lab.heldFor(0)).contains("press-1", "failed as told");
        assertThat(told("failed as told")).hasSize(1);
        press.failing = Optional.empty();
        lab.run(Duration.ofSeconds(5));
        press.failing = Optional.of(Kind.REFUSED);
        lab.runUntil(Duration.ofSeconds(5), () -> told("failed as told").size() == 2);
    }

    private List<String> told(String words) {
        return lab.events(0, Event.Failed.class).stream()
                .map(Event.Failed::message)
                .filter(message -> message.contains(words))
                .toList();
    }

    @Test
    void aPressThatAnswersNoMoreIsStaleThenLost() {
        Patience calm = new Patience(10_000_000_000L, 500_000_000L, Long.MAX_VALUE, 1_000_000_000L);
        Press slow = new Press();
        Laboratory other = new Laboratory(1, calm, List.of(slow.order("press-1")), Optional.empty());
        other.charge(0);
        slow.failing = Optional.of(Kind.TIMEOUT);
        other.run(Duration.ofSeconds(1));
        Sample sample = other.events(0, Event.Measured.class)
                .getLast()
                .reading()
                .samples()
                .getLast();
        assertThat(sample.quality()).isEqualTo(Quality.STALE);
        assertThat(other.phase(0)).isEqualTo(Phase.RUNNING);
        other.run(Duration.ofSeconds(10));
        assertThat(other.phase(0)).isEqualTo(Phase.HELD);
    }

    @Test
    void aDriverThatThrowsHarmsNobodyElse() {
        Press bad = new Press();
        Laboratory two = new Laboratory(1, Patience.USUAL, List.of(bad.order("press-1")), Optional.empty());
        two.charge(0);
        bad.buggy = true;
        two.runUntil(Duration.ofSeconds(3), () -> two.phase(0) == Phase.HELD);
        assertThat(two.heldFor(0)).contains("its driver failed").contains("index 7");
        two.run(Duration.ofSeconds(10));
        assertThat(two.events(0, Event.Measured.class).getLast().reading().has(Signal.VOLTAGE))
                .isTrue();
    }

    @Test
    void aPotentiostatsSignalCountsBeforeACompanions() {
        Reading main = Reading.at(5, Sample.good(Signal.PRESSURE, 1));
        var order = press.order("press-2");
        var berth = new Berth(order, Patience.USUAL, lab.lanes.lane("press-2"), new Occupancy(), remark -> {});
        assertThat(Joining.join(main, 5, List.of(berth), 10).samples()).isEqualTo(main.samples());
    }
}
