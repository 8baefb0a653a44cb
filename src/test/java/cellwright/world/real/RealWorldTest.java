package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.testkit.LineFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real world by hand: ticks, commands, waking, silence. */
class RealWorldTest {
    private final Laboratory lab = new Laboratory(1, Patience.USUAL);

    private long now() {
        return lab.lanes.clock().nanos();
    }

    @Test
    void aRunGoesFromItsStartToItsEndByTheClock() {
        long start = now();
        lab.start(0, Laboratory.charging());
        lab.runUntil(Duration.ofMinutes(5), () -> lab.phase(0) == Phase.ENDED);
        assertThat(((ChannelState.Ended) lab.conductor.state(0)).cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(lab.cells.getFirst().amps()).isZero();
        assertThat(lab.cells.getFirst().highestVolts).isCloseTo(4.0, within(0.001));
        // 0.5 V at 0.5 A into 100 F take 100 s, the rest 10 s
        assertThat(Duration.ofNanos(now() - start)).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(112));
        assertThat(lab.cells.getFirst().told)
                .startsWith("off")
                .contains("amps 0.5")
                .endsWith("off");
    }

    @Test
    void readingsComeAtInstantsFixedBeforehandAndVouchForThatInstantAlone() {
        lab.charge(0);
        lab.line(0).answers(new LineFault.Delay(Duration.ofMillis(30)));
        lab.run(Duration.ofSeconds(3));
        List<Reading> readings = lab.events(0, Event.Measured.class).stream()
                .map(Event.Measured::reading)
                .toList();
        long origin = readings.getLast().atNanos();
        assertThat(readings.subList(readings.size() - 25, readings.size()))
                .allSatisfy(reading -> assertThat((origin - reading.atNanos()) % Laboratory.PERIOD)
                        .isZero())
                .allSatisfy(reading -> assertThat(reading.sinceNanos()).isEqualTo(reading.atNanos()));
        assertThat(missed()).isZero();
    }

    private long missed() {
        return lab.world.health().instruments().getFirst().figures().missedTicks();
    }

    @Test
    void aTickThatFindsTheLastReadingUnderWayIsMissedAndCounted() {
        lab.charge(0);
        int before = lab.events(0, Event.Measured.class).size();
        lab.line(0).answers(new LineFault.Delay(Duration.ofMillis(150)));
        lab.run(Duration.ofSeconds(1));
        assertThat(missed()).isEqualTo(1);
        assertThat(lab.events(0, Event.Measured.class)).hasSize(before + 9);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aLoopThatStoodStillGoesOnWithTheNextTickAndCountsTheMissedOnes() {
        lab.charge(0);
        lab.run(Duration.ofMillis(50));
        lab.lanes.clock().advance(Duration.ofMillis(1450));
        int before = lab.events(0, Event.Measured.class).size();
        lab.run(Duration.ofMillis(10));
        assertThat(lab.events(0, Event.Measured.class)).hasSize(before + 1);
        assertThat(missed()).isBetween(13L, 14L);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aLoopThatStoodStillForLongerThanTheSilenceTimePutsTheCellToRest() {
        lab.charge(0);
        lab.lanes.clock().advance(Duration.ofSeconds(10));
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        assertThat(lab.heldFor(0)).contains("nothing was heard of the cell");
        assertThat(lab.cells.getFirst().amps()).isZero();
    }

    @Test
    void theAlarmClockRingsWithoutAReading() {
        lab.start(0, Laboratory.charging());
        lab.run(Duration.ofSeconds(1));
        long at = now() + 12_345_678;
        lab.world.perform(0, new Effect.WakeAt(at));
        lab.run(Duration.ofMillis(50));
        assertThat(lab.events(0, Event.Due.class)).extracting(Event::atNanos).contains(at);
    }

    @Test
    void anIdleChannelIsLookedAtNowAndThenAndNothingOfItIsJournaled() {
        lab.run(Duration.ofSeconds(10));
        assertThat(lab.journal.getFirst()).isEmpty();
        assertThat(lab.world.health().channels().getFirst().latest())
                .hasValueSatisfying(
                        reading -> assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(3.0));
        assertThat(lab.line(0).messages())
                .as("who, read, off, and a look a second")
                .isBetween(11L, 14L);
        assertThat(lab.cells.getFirst().told).containsExactly("off");
    }

    @Test
    void aHeldChannelIsLookedAtLessOftenThanItsSilenceTime() {
        lab.charge(0);
        lab.ask(0, Event.Request.HOLD);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        long before = lab.line(0).messages();
        lab.run(Duration.ofMinutes(1));
        assertThat(lab.line(0).messages() - before).isBetween(55L, 65L);
        assertThat(lab.events(0, Event.Silent.class)).isEmpty();
        lab.ask(0, Event.Request.RESUME);
        lab.runUntil(Duration.ofSeconds(2), () -> lab.cells.getFirst().amps() > 0);
        assertThat(lab.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void makingSafeOvertakesWhatWaitsAndStrikesCommandsOut() {
        lab.charge(0);
        lab.ask(0, Event.Request.HOLD);
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) == Phase.HELD);
        lab.line(0).answers(new LineFault.Delay(Duration.ofMillis(150)));
        lab.run(Duration.ofSeconds(1));
        int told = lab.cells.getFirst().told.size();
        lab.world.perform(0, new Effect.Apply(77, new Control.Current(0.5), Laboratory.guard()));
        lab.world.perform(0, new Effect.MakeSafe());
        lab.run(Duration.ofSeconds(1));
        assertThat(lab.cells
                        .getFirst()
                        .told
                        .subList(told, lab.cells.getFirst().told.size()))
                .containsExactly("off");
        assertThat(lab.events(0, Event.Acknowledged.class)).noneMatch(event -> event.order() == 77);
    }

    @Test
    void aReadingIsJudgedBeforeAnotherIsAskedForSoThatMakingSafeFindsTheLaneFree() {
        lab.charge(0);
        lab.run(Duration.ofMillis(50));
        lab.lanes.atOnce = true;
        // Each answer comes at the very tick at which the next reading is due.
        var late = new LineFault.Delay(Duration.ofNanos(Laboratory.PERIOD));
        lab.line(0).answers(late, late, late, late);
        lab.cells.getFirst().faults.add(WiredCell.Fault.SENSE_OFF);
        int before = lab.events(0, Event.Measured.class).size();
        int safe = lab.events(0, Event.Safe.class).size();
        lab.runUntil(Duration.ofSeconds(1), () -> lab.phase(0) != Phase.RUNNING);
        long judged = now();
        assertThat(lab.events(0, Event.Measured.class)).as("the second of two").hasSize(before + 2);
        assertThat(lab.cells.getFirst().amps()).as("told at once").isZero();
        lab.runUntil(
                Duration.ofSeconds(1), () -> lab.events(0, Event.Safe.class).size() > safe);
        assertThat(now() - judged).as("one exchange, and no read before it").isEqualTo(Laboratory.PERIOD);
    }
}
