package cellwright.world;

import static cellwright.world.ScriptedRig.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Event.Request;
import cellwright.engine.SamplingPlan;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How spectra are measured in virtual time: time moves, then the answer, then a reading. */
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

    private static List<String> kinds(List<Event> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private static int size(Event event) {
        return event instanceof Event.SpectrumTaken taken
                ? taken.spectrum().points().size()
                : -1;
    }

    @Test
    void timeMovesThenTheAnswerComesThenAReading() {
        world.perform(0, points(30));
        assertThat(world.nowNanos(0)).as("ordered, not yet done").isZero();
        List<Event> events = events(2);
        assertThat(kinds(events)).containsExactly("SpectrumTaken", "Measured");
        assertThat(events).allMatch(event -> event.atNanos() == 30 * SECOND);
        assertThat(((Event.SpectrumTaken) events.getFirst()).order()).isEqualTo(4);
        assertThat(size(events.getFirst())).isEqualTo(30);
        assertThat(world.take()).isEmpty();
    }

    @Test
    void whatWasAnsweredBeforeComesBefore() {
        world.perform(0, new Effect.Disconnect(3));
        world.perform(0, points(5));
        List<Event> events = events(4);
        assertThat(kinds(events)).containsExactly("Acknowledged", "Measured", "SpectrumTaken", "Measured");
        assertThat(events.stream().map(Event::atNanos)).containsExactly(0L, 0L, 5 * SECOND, 5 * SECOND);
    }

    @Test
    void aMeasurementThatIsMadeSafeBeforeItBeganIsNotMade() {
        world.perform(0, points(30));
        world.perform(0, new Effect.MakeSafe());
        assertThat(kinds(events(2))).containsExactly("Safe", "Measured");
        assertThat(world.take()).isEmpty();
        assertThat(rig.told).containsExactly("make safe");
    }

    @Test
    void aRequestMeanwhileComesAtItsTimeAndEndsTheMeasurementAtThePointUnderWay() {
        world.schedule(0, new Event.Asked(7 * SECOND + 1, Request.HOLD, "me"));
        world.perform(0, points(30));
        List<Event> events = events(3);
        assertThat(kinds(events)).containsExactly("Asked", "SpectrumTaken", "Measured");
        assertThat(events.stream().map(Event::atNanos)).containsExactly(7 * SECOND + 1, 8 * SECOND, 8 * SECOND);
        assertThat(size(events.get(1))).isEqualTo(8);
    }

    @Test
    void aRequestThatIsDueAlreadyComesFirst() {
        world.schedule(0, new Event.Asked(0, Request.HOLD, "me"));
        world.perform(0, points(30));
        assertThat(kinds(events(1))).containsExactly("Asked");
        assertThat(rig.told).isEmpty();
    }

    @Test
    void toBeAskedToGoOnDisturbsNothing() {
        world.schedule(0, new Event.Asked(7 * SECOND, Request.RESUME, "me"));
        world.perform(0, points(30));
        List<Event> events = events(3);
        assertThat(kinds(events)).containsExactly("Asked", "SpectrumTaken", "Measured");
        assertThat(size(events.get(1))).isEqualTo(30);
    }

    @Test
    void theAlarmClockEndsAMeasurementThatTakesTooLong() {
        world.perform(0, points(30));
        world.perform(0, new Effect.WakeAt(10 * SECOND));
        List<Event> events = events(3);
        assertThat(kinds(events)).containsExactly("Due", "SpectrumTaken", "Measured");
        assertThat(size(events.get(1))).isEqualTo(11);
        world.perform(0, points(5));
        world.perform(0, new Effect.WakeAt(16 * SECOND));
        assertThat(kinds(events(3))).as("just in time").containsExactly("SpectrumTaken", "Measured", "Due");
    }

    @Test
    void theCellIsDrivenOnMeanwhile() {
        world.perform(0, new Effect.Apply(3, new Control.Current(0.25), new Guard(-10, 10, 1, NEVER)));
        world.perform(0, points(4));
        List<Event> events = events(4);
        var charge = cellwright.instrument.Signal.CHARGE;
        assertThat(((Event.Measured) events.getLast()).reading().value(charge)).isEqualTo(1);
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
        for (int i = 0; i < 5; i++) {
            var next = neighbours.take().orElseThrow();
            seen.add(next.channel() + "@" + next.event().atNanos() / SECOND);
        }
        assertThat(seen).containsExactly("1@4", "1@8", "0@10", "0@10", "1@12");
    }
}
