package cellwright.world;

import static cellwright.world.ScriptedRig.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Event.Request;
import cellwright.engine.SamplingPlan;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Signal;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How spectra are measured in virtual time: a reading after each point, at last the answer, then one more reading. */
final class VirtualSpectraTest {
    private static final long NEVER = Long.MAX_VALUE;

    private final ScriptedRig rig = new ScriptedRig();
    private final VirtualWorld world = new VirtualWorld(List.of(Rig.of(rig)));

    /** Takes as many seconds as it has points. */
    private static Effect.Measure points(int points) {
        return new Effect.Measure(4, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e3, 1, points, false));
    }

    private List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(world.take().orElseThrow().event());
        }
        return events;
    }

    /** The readings that come while so many points are measured. */
    private List<Event> readings(int count) {
        List<Event> readings = events(count);
        assertThat(readings).allMatch(Event.Measured.class::isInstance);
        return readings;
    }

    private static List<String> kinds(List<Event> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static int size(Event event) {
        return event instanceof Event.SpectrumTaken taken
                ? taken.spectrum().points().size()
                : -1;
    }

    @Test
    void theCellIsSeenAfterEachPointThenTheAnswerComesThenAReading() {
        world.perform(0, points(30));
        assertThat(world.nowNanos(0)).as("ordered, not yet done").isZero();
        assertThat(readings(29).stream().map(event -> event.atNanos() / SECOND))
                .containsExactlyElementsOf(LongStream.range(1, 30).boxed().toList());
        List<Event> events = events(2);
        assertThat(kinds(events)).containsExactly("SpectrumTaken", "Measured");
        assertThat(events).allMatch(event -> event.atNanos() == 30 * SECOND);
        assertThat(((Event.SpectrumTaken) events.getFirst()).order()).isEqualTo(4);
        assertThat(size(events.getFirst())).isEqualTo(30);
        assertThat(world.take()).isEmpty();
    }

    @Test
    void whatIsWatchedForIsSeenWhereItHappensAndThePointGoesOn() {
        var watch = new Watch.Above(Signal.VOLTAGE, 3.6, false);
        world.perform(0, new Effect.Apply(3, new Control.Current(0.25), new Guard(-10, 10, 1, NEVER)));
        world.perform(0, new Effect.Sample(new SamplingPlan(List.of(watch), 0, 0, NEVER, NEVER)));
        world.perform(0, points(4));
        List<Event> events = events(7);
        assertThat(kinds(events.subList(2, 7)))
                .containsExactly("Measured", "Measured", "Measured", "Measured", "SpectrumTaken");
        assertThat(events.subList(2, 6).stream().map(event -> event.atNanos() / 1e9))
                .containsExactly(1.0, 2.0, 2.4, 3.0);
        assertThat(size(events.get(6))).isEqualTo(4);
    }

    @Test
    void whatWasAnsweredBeforeComesBefore() {
        world.perform(0, new Effect.Disconnect(3));
        world.perform(0, points(5));
        List<Event> events = events(2);
        assertThat(kinds(events)).containsExactly("Acknowledged", "Measured");
        assertThat(events.stream().map(Event::atNanos)).containsExactly(0L, 0L);
        assertThat(readings(4).getFirst().atNanos()).isEqualTo(SECOND);
    }

    @Test
    void aMeasurementThatIsMadeSafeDuringItsFirstPointComesToNothing() {
        world.perform(0, points(30));
        world.perform(0, new Effect.MakeSafe());
        assertThat(kinds(events(2))).containsExactly("Safe", "Measured");
        assertThat(world.take()).isEmpty();
        assertThat(rig.told).containsExactly("measure 1000.0", "make safe");
    }

    @Test
    void aRequestMeanwhileComesAtItsTimeAndToBeMadeSafeEndsTheMeasurementAtOnce() {
        world.schedule(0, new Event.Asked(7 * SECOND + 1, Request.HOLD, "me"));
        world.perform(0, points(30));
        readings(8);
        assertThat(kinds(events(1))).containsExactly("Asked");
        world.perform(0, new Effect.MakeSafe());
        List<Event> events = events(3);
        assertThat(kinds(events)).containsExactly("Safe", "SpectrumTaken", "Measured");
        assertThat(events).allMatch(event -> event.atNanos() == 7 * SECOND + 1);
        assertThat(size(events.get(1))).isEqualTo(7);
        assertThat(world.take()).isEmpty();
    }

    @Test
    void aRequestThatIsDueAlreadyComesFirst() {
        world.schedule(0, new Event.Asked(0, Request.HOLD, "me"));
        world.perform(0, points(30));
        assertThat(kinds(events(1))).containsExactly("Asked");
        assertThat(world.nowNanos(0)).isZero();
    }

    @Test
    void whatDoesNotEndItDisturbsNothing() {
        world.schedule(0, new Event.Asked(7 * SECOND + 1, Request.RESUME, "me"));
        world.perform(0, points(30));
        List<Event> events = events(32 + 1);
        assertThat(kinds(events).stream().filter("Asked"::equals)).hasSize(1);
        assertThat(size(events.get(31))).isEqualTo(30);
        assertThat(events.get(31).atNanos()).isEqualTo(30 * SECOND);
    }

    @Test
    void theAlarmClockRingsMeanwhileAndAnAnswerAtTheSameTimeComesBefore() {
        world.perform(0, points(30));
        world.perform(0, new Effect.WakeAt(10 * SECOND + 1));
        readings(11);
        assertThat(events(1)).containsExactly(new Event.Due(10 * SECOND + 1));
        readings(19);
        events(2);
        world.perform(0, points(5));
        world.perform(0, new Effect.WakeAt(35 * SECOND));
        readings(4);
        assertThat(kinds(events(3))).as("just in time").containsExactly("SpectrumTaken", "Measured", "Due");
    }

    @Test
    void theCellIsDrivenOnMeanwhile() {
        world.perform(0, new Effect.Apply(3, new Control.Current(0.25), new Guard(-10, 10, 1, NEVER)));
        world.perform(0, points(4));
        List<Event> events = events(7);
        assertThat(((Event.Measured) events.getLast()).reading().value(Signal.CHARGE))
                .isEqualTo(1);
    }

    @Test
    void aFailureIsAnEvent() {
        rig.failing.add("measure");
        world.perform(0, points(4));
        assertThat(events(1)).containsExactly(new Event.Failed(0, "scripted: measure fails"));
    }

    @Test
    void moreThanTheJournalCanKeepIsAFailure() {
        world.perform(0, points(Event.SpectrumTaken.POINTS_MAX + 1));
        readings(Event.SpectrumTaken.POINTS_MAX);
        List<Event> events = events(2);
        assertThat(kinds(events)).containsExactly("Failed", "Measured");
        assertThat(((Event.Failed) events.getFirst()).message()).contains("returned 2501 points");
    }

    @Test
    void aRigWithoutAnAnalyserSaysSo() {
        var bare = new VirtualWorld(List.of(new Rig(rig, rig, rig, Optional.empty())));
        bare.perform(0, points(4));
        assertThat(bare.take().orElseThrow().event())
                .isEqualTo(new Event.Failed(0, "no impedance analyser belongs to this rig"));
        assertThat(Rig.of(rig).analyser()).contains(rig);
    }

    @Test
    void theNeighbourGoesOnMeanwhile() {
        var neighbours = new VirtualWorld(List.of(Rig.of(rig), Rig.of(new ScriptedRig())));
        neighbours.perform(0, points(10));
        neighbours.perform(1, new Effect.Sample(new SamplingPlan(List.of(), 4 * SECOND, 0, NEVER, NEVER)));
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            var next = neighbours.take().orElseThrow();
            seen.add(next.channel() + "@" + next.event().atNanos() / SECOND);
        }
        assertThat(seen.subList(2, 6)).containsExactly("0@3", "1@4", "0@4", "0@5");
        assertThat(seen.subList(9, 14)).containsExactly("0@8", "0@9", "0@10", "0@10", "1@12");
    }
}
