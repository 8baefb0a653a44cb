package cellwright.world;

import static cellwright.world.ScriptedRig.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.engine.World.Occurrence;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VirtualWorldTest {
    private static final long NEVER = Long.MAX_VALUE;
    private static final Guard GUARD = new Guard(-10, 10, 1, NEVER);

    private final ScriptedRig first = new ScriptedRig();
    private final ScriptedRig second = new ScriptedRig();
    private final VirtualWorld world = new VirtualWorld(List.of(Rig.of(first), Rig.of(second)));

    @Test
    void aRigMustBeAllThree() {
        assertThatThrownBy(() -> Rig.of("a broom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("drives, regulates and can jump");
    }

    @Test
    void nothingHappensOnDormantChannels() {
        assertThat(world.take()).isEmpty();
        world.perform(1, new Effect.Sample(plan(0, NEVER)));
        assertThat(world.take()).isEmpty();
        assertThat(world.nowNanos(0)).isZero();
    }

    @Test
    void aCommandIsAcknowledgedAndThenTheCellIsLookedAt() {
        world.perform(0, new Effect.Apply(7, new Control.Current(0.5), GUARD));
        assertThat(events(2))
                .satisfiesExactly(event -> assertThat(event).isEqualTo(new Event.Acknowledged(0, 7)), event -> {
                    assertThat(amps(event)).isEqualTo(0.5);
                    assertThat(event.atNanos()).isZero();
                });
        assertThat(world.take()).isEmpty();
    }

    @Test
    void everyKindOfCommandReachesTheRig() {
        world.perform(0, new Effect.Apply(1, new Control.Current(0.5), GUARD));
        world.perform(0, new Effect.Disconnect(2));
        world.perform(0, new Effect.Setpoint(3, Signal.PRESSURE, 5e6, Ramp.FASTEST));
        world.perform(0, new Effect.MakeSafe());
        assertThat(first.told)
                .containsExactly("apply Current[amps=0.5]", "apply Open[]", "setpoint pressure 5000000.0", "make safe");
        assertThat(events(7).stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "Acknowledged", "Measured", "Acknowledged", "Measured", "Acknowledged", "Safe", "Measured");
    }

    @Test
    void dueComesExactlyAtTheWakeTimeAndAfterTheReading() {
        world.perform(0, new Effect.WakeAt(5 * SECOND));
        List<Event> events = events(2);
        assertThat(events.get(0)).isInstanceOf(Event.Measured.class);
        assertThat(events.get(0).atNanos()).isEqualTo(5 * SECOND);
        assertThat(events.get(1)).isEqualTo(new Event.Due(5 * SECOND));
        assertThat(world.take()).isEmpty();
    }

    @Test
    void aWakeTimeInThePastIsDueAtOnceAndNeverTwice() {
        world.perform(0, new Effect.WakeAt(SECOND));
        events(2);
        world.perform(0, new Effect.WakeAt(SECOND / 2));
        assertThat(events(1)).containsExactly(new Event.Due(SECOND));
        assertThat(world.take()).isEmpty();
    }

    @Test
    void aLaterWishReplacesTheEarlierOne() {
        world.perform(0, new Effect.WakeAt(5 * SECOND));
        world.perform(0, new Effect.WakeAt(3 * SECOND));
        assertThat(events(2).get(1)).isEqualTo(new Event.Due(3 * SECOND));
        assertThat(world.take()).isEmpty();
    }

    @Test
    void readingsComeAtTheInstantsOfTheGrid() {
        world.perform(0, new Effect.Sample(new SamplingPlan(List.of(), 10 * SECOND, -3 * SECOND, NEVER, NEVER)));
        assertThat(times(3)).containsExactly(7 * SECOND, 17 * SECOND, 27 * SECOND);
    }

    @Test
    void readingsAreNeverFurtherApartThanTheGap() {
        world.perform(0, new Effect.Sample(plan(0, 4 * SECOND)));
        assertThat(times(3)).containsExactly(4 * SECOND, 8 * SECOND, 12 * SECOND);
    }

    @Test
    void aGridAndAGapHoldTogether() {
        world.perform(0, new Effect.Sample(plan(10 * SECOND, 4 * SECOND)));
        assertThat(times(4)).containsExactly(4 * SECOND, 8 * SECOND, 10 * SECOND, 14 * SECOND);
    }

    @Test
    void aCrossingComesBeforeTheGrid() {
        world.perform(0, new Effect.Apply(1, new Control.Current(0.5), GUARD));
        events(2);
        world.perform(
                0,
                new Effect.Sample(new SamplingPlan(
                        List.of(new Watch.Above(Signal.VOLTAGE, 4, false)), 10 * SECOND, 0, NEVER, NEVER)));
        assertThat(times(2)).containsExactly(2 * SECOND, 10 * SECOND);
    }

    @Test
    void channelsAreMergedByTime() {
        world.perform(0, new Effect.Sample(plan(3 * SECOND, NEVER)));
        world.perform(1, new Effect.Sample(plan(2 * SECOND, NEVER)));
        assertThat(occurrences(5)).containsExactly("1@2", "0@3", "1@4", "0@6", "1@6");
    }

    @Test
    void equalTimesComeInTheOrderTheyAreFound() {
        world.perform(0, new Effect.Sample(plan(SECOND, NEVER)));
        world.perform(1, new Effect.Sample(plan(SECOND, NEVER)));
        assertThat(occurrences(6)).containsExactly("0@1", "1@1", "0@2", "1@2", "0@3", "1@3");
    }

    @Test
    void aRequestComesAtItsTimeAndTheRigIsThere() {
        world.perform(0, new Effect.Sample(plan(10 * SECOND, NEVER)));
        world.schedule(0, new Event.Asked(15 * SECOND, Event.Request.HOLD, "me"));
        List<Event> events = events(4);
        assertThat(events.stream().map(Event::atNanos))
                .containsExactly(10 * SECOND, 15 * SECOND, 15 * SECOND, 20 * SECOND);
        assertThat(events.get(2)).isInstanceOf(Event.Asked.class);
    }

    @Test
    void requestsOfTheSameTimeComeInTheOrderTheyWereMade() {
        for (int i = 0; i < 20; i++) {
            world.schedule(0, new Event.Failed(SECOND, "number " + i));
        }
        List<Event> events = events(21);
        for (int i = 0; i < 20; i++) {
            assertThat(events.get(i + 1)).isEqualTo(new Event.Failed(SECOND, "number " + i));
        }
    }

    @Test
    void aRequestForThePastIsRefused() {
        world.perform(0, new Effect.WakeAt(5 * SECOND));
        events(2);
        assertThatThrownBy(() -> world.schedule(0, new Event.Due(SECOND))).hasMessageContaining("past");
    }

    @Test
    void aFailedCommandIsAnEventAndNotAnException() {
        first.failing.add("apply");
        world.perform(0, new Effect.Apply(1, new Control.Current(0.5), GUARD));
        assertThat(events(1)).containsExactly(new Event.Failed(0, "scripted: apply fails"));
    }

    @Test
    void aLookThatFailsAfterACommandIsAnEvent() {
        first.failing.add("read");
        world.perform(0, new Effect.MakeSafe());
        assertThat(events(2)).containsExactly(new Event.Safe(0), new Event.Failed(0, "scripted: read fails"));
    }

    @Test
    void aRigThatAlwaysFailsComesToAStandstill() {
        first.failing.add("advance");
        world.perform(0, new Effect.Sample(plan(SECOND, NEVER)));
        int failures = 0;
        for (Optional<Occurrence> next = world.take(); next.isPresent(); next = world.take()) {
            assertThat(next.get().event()).isInstanceOf(Event.Failed.class);
            assertThat(++failures).isLessThan(1000);
        }
        assertThat(failures).isPositive();
    }

    @Test
    void aFailingRigDoesNotHoldUpItsNeighbour() {
        first.failing.add("advance");
        world.perform(0, new Effect.Sample(plan(SECOND, NEVER)));
        world.perform(1, new Effect.Sample(plan(SECOND, NEVER)));
        List<String> seen = occurrences(300);
        assertThat(seen.stream().filter(occurrence -> occurrence.startsWith("1@")))
                .hasSizeGreaterThan(150);
    }

    @Test
    void theSameRigsGiveTheSameEvents() {
        assertThat(story()).isEqualTo(story()).hasSize(60);
    }

    private static List<String> story() {
        VirtualWorld world = new VirtualWorld(List.of(Rig.of(new ScriptedRig()), Rig.of(new ScriptedRig())));
        world.perform(1, new Effect.Apply(1, new Control.Current(0.25), GUARD));
        world.perform(0, new Effect.Sample(plan(SECOND, NEVER)));
        world.perform(1, new Effect.Sample(plan(SECOND / 3, SECOND / 4)));
        world.schedule(0, new Event.Asked(7 * SECOND, Event.Request.STOP, "me"));
        List<String> story = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            story.add(world.take().orElseThrow().toString());
        }
        return story;
    }

    private static SamplingPlan plan(long gridNanos, long maxGapNanos) {
        return new SamplingPlan(List.of(), gridNanos, 0, maxGapNanos, NEVER);
    }

    private static double amps(Event event) {
        return event instanceof Event.Measured measured ? measured.reading().value(Signal.CURRENT) : Double.NaN;
    }

    private List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(world.take().orElseThrow().event());
        }
        return events;
    }

    private List<Long> times(int count) {
        return events(count).stream().map(Event::atNanos).toList();
    }

    private List<String> occurrences(int count) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Occurrence next = world.take().orElseThrow();
            seen.add(next.channel() + "@" + next.event().atNanos() / SECOND);
        }
        return seen;
    }
}
