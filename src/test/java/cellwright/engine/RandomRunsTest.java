package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.below;
import static cellwright.engine.Programs.choose;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.currentBelow;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.debounced;
import static cellwright.engine.Programs.elapsed;
import static cellwright.engine.Programs.envelope;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.hold;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.note;
import static cellwright.engine.Programs.recorded;
import static cellwright.engine.Programs.repeat;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static cellwright.engine.Programs.spectrum;
import static cellwright.engine.Programs.spectrumAt;
import static cellwright.engine.Programs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random programs under random events and faults: the invariants hold after each event, every transition is declared,
 * and folding the same events again gives the same states and reports at every prefix.
 */
class RandomRunsTest {
    private static final int SEEDS = Integer.getInteger("cellwright.seeds", 3000);
    private static final int EVENTS = 80;

    @Test
    void invariantsHoldAndReplayIsTheSame() {
        Set<TransitionTable.Row> taken = new LinkedHashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                taken.addAll(runAndReplay(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        List<TransitionTable.Row> possible = TransitionTable.rows().stream()
                .filter(row -> row.from() != TransitionTable.Phase.IDLE)
                .toList();
        assertThat(taken).as("chance goes nearly everywhere").hasSizeGreaterThan(possible.size() - 10);
    }

    private static Set<TransitionTable.Row> runAndReplay(int seed) {
        var random = new SplittableRandom(seed);
        var scenario = new Scenario();
        scenario.answers = random.nextInt(4) > 0;
        scenario.start(program(random));
        for (int i = 0; i < EVENTS; i++) {
            happen(scenario, random);
        }
        replay(scenario);
        return scenario.taken;
    }

    private static void replay(Scenario recorded) {
        ChannelState state = new ChannelState.Idle();
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < recorded.events.size(); i++) {
            Transition transition = Channel.on(state, recorded.events.get(i));
            state = transition.state();
            effects.addAll(transition.effects());
            if (!state.equals(recorded.states.get(i))) {
                assertThat(state).as("after event %d", i).isEqualTo(recorded.states.get(i));
            }
        }
        assertThat(effects).isEqualTo(recorded.effects);
    }

    private static void happen(Scenario scenario, SplittableRandom random) {
        long at = scenario.now + (random.nextInt(5) == 0 ? 0 : random.nextLong(3 * Nanos.PER_SECOND));
        if (scenario.state instanceof ChannelState.Running running
                && running.leaf().measuring()) {
            measure(scenario, at, running.leaf().awaited(), random);
            return;
        }
        anything(scenario, at, random);
    }

    /** Mostly an answer, in time or not, sometimes none at all, a skip, or anything. */
    private static void measure(Scenario scenario, long at, long order, SplittableRandom random) {
        switch (random.nextInt(6)) {
            case 3 -> scenario.on(new Event.Asked(at, Request.SKIP, "anna"));
            case 0, 1 -> answer(scenario, at + random.nextLong(70 * Nanos.PER_SECOND), order, random);
            case 2 -> scenario.on(new Event.Due(at + random.nextLong(70 * Nanos.PER_SECOND)));
            default -> anything(scenario, at, random);
        }
    }

    private static void anything(Scenario scenario, long at, SplittableRandom random) {
        switch (random.nextInt(60)) {
            case 0 -> scenario.on(new Event.Silent(at, scenario.now));
            case 1 -> scenario.on(new Event.Failed(at, "cable"));
            case 2 -> scenario.on(new Event.Recovered(at, scenario.now));
            case 3, 4 -> scenario.on(new Event.Asked(at, Request.HOLD, "anna"));
            case 5, 6, 7, 8 -> scenario.on(new Event.Asked(at, Request.RESUME, "anna"));
            case 9, 10, 11 -> scenario.on(new Event.Asked(at, Request.SKIP, "anna"));
            case 12 -> scenario.on(new Event.Asked(at, Request.STOP, "anna"));
            case 13, 14, 15 -> scenario.on(new Event.Safe(at));
            case 16, 17, 18 -> scenario.on(new Event.Acknowledged(at, 1 + random.nextInt(20)));
            case 19, 20, 21, 22, 23, 24, 25 -> scenario.on(new Event.Due(at));
            case 26 -> scenario.on(new Event.Started(at, "again", program(random), 0));
            case 27 -> answer(scenario, at, 1 + random.nextInt(20), random);
            default -> scenario.on(new Event.Measured(reading(scenario, at + 1, random)));
        }
    }

    private static void answer(Scenario scenario, long at, long order, SplittableRandom random) {
        int points = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4);
        scenario.on(new Event.SpectrumTaken(at, order, new Spectrum(scenario.now, at, Scenario.points(points))));
    }

    /** Mostly what was ordered, sometimes anything. */
    private static Reading reading(Scenario scenario, long at, SplittableRandom random) {
        double amps = random.nextInt(8) == 0 ? random.nextDouble(-0.2, 0.2) : ordered(scenario.state);
        double volts = random.nextInt(30) == 0 ? random.nextDouble(2, 5) : random.nextDouble(2.9, 4.3);
        List<Sample> samples = new ArrayList<>();
        if (scenario.state instanceof ChannelState.Running running
                && running.leaf().measuring()
                && random.nextBoolean()) {
            return Reading.at(at, Sample.good(Signal.PRESSURE, random.nextInt(20) == 0 ? 1e5 : 5e6));
        }
        Quality quality = random.nextInt(30) == 0 ? Quality.OVERLOAD : Quality.GOOD;
        samples.add(new Sample(Signal.VOLTAGE, volts, quality));
        samples.add(Sample.good(Signal.CURRENT, random.nextInt(60) == 0 ? Double.NaN : amps));
        if (random.nextInt(40) > 0) {
            samples.add(Sample.good(Signal.PRESSURE, random.nextInt(20) == 0 ? 1e5 : 5e6));
        }
        long since = random.nextBoolean() ? at : scenario.now;
        return new Reading(since, at, samples);
    }

    private static double ordered(ChannelState state) {
        return state instanceof ChannelState.Running running
                        && running.leaf().op() instanceof Op.Drive drive
                        && drive.target() instanceof Target.Amps current
                ? current.amps()
                : 0;
    }

    private static Program program(SplittableRandom random) {
        Programs programs = Programs.of(ops(random, 3)).reference(1).basis(random.nextInt(2));
        if (random.nextBoolean()) {
            programs.bound(debounced(limit(Subject.VOLTAGE, 2.5, 4.5), 1 + random.nextInt(3), 3));
        }
        if (random.nextInt(3) == 0) {
            programs.bound(envelope(Subject.VOLTAGE, 2.2, 4.7));
        }
        if (random.nextInt(3) == 0) {
            programs.bound(debounced(limit(Subject.PRESSURE, 4e6, 6e6), 2, 3));
        }
        return programs.make();
    }

    private static List<Op> ops(SplittableRandom random, int depth) {
        List<Op> ops = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            ops.add(op(random, depth));
        }
        ops.add(rest(1 + random.nextInt(5)));
        return ops;
    }

    private static Op op(SplittableRandom random, int depth) {
        int kind = random.nextInt(depth > 0 ? 13 : 8);
        return switch (kind) {
            case 0 -> rest(1 + random.nextInt(10));
            case 1 -> note("note");
            case 2 -> random.nextBoolean() ? spectrum() : spectrumAt(3.8, limit(Subject.PRESSURE, 3e6, 7e6));
            case 3 -> settle(Subject.PRESSURE, 5e6, 1e5, random.nextInt(5), 20, WhenLate.NEXT);
            case 4 -> hold(3.8, currentBelow(0.01), 1 + random.nextInt(20));
            case 5, 6, 7 -> driven(random);
            case 8 -> repeat(1 + random.nextInt(3), ops(random, depth - 1).toArray(Op[]::new));
            case 9 -> depth == 3 ? cycles(1 + random.nextInt(4), ops(random, 1).toArray(Op[]::new)) : rest(1);
            case 11 ->
                whole(
                        1 + random.nextInt(2),
                        condition(random, 1),
                        ops(random, depth - 1).toArray(Op[]::new));
            case 10 -> every(driven(random), 2, ops(random, depth - 1).toArray(Op[]::new));
            default -> choose(condition(random, 1), ops(random, depth - 1), ops(random, depth - 1));
        };
    }

    private static Op.Drive driven(SplittableRandom random) {
        Op.Drive drive = current(random.nextBoolean() ? 0.1 : -0.1, condition(random, 2), 1 + random.nextInt(30));
        Op.Drive kept = recorded(
                drive,
                new Recording(random.nextInt(2) * Nanos.PER_SECOND, random.nextBoolean() ? 0.1 : Programs.NO, 1, 1));
        return random.nextInt(3) == 0 ? Programs.orStop(kept) : kept;
    }

    private static Condition condition(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> above(4.1);
            case 1 -> below(3.1);
            case 2 -> elapsed(1 + random.nextInt(10));
            case 3 -> new Condition.ChargePassed(0.5);
            case 4 -> new Condition.EnergyPassed(2);
            case 5 -> new Condition.Slower(Subject.VOLTAGE, 0.1, 2 * Nanos.PER_SECOND);
            case 6 -> new Condition.CycleIn(List.of(1, 3));
            case 7 -> new Condition.Shorted();
            case 8 -> new Condition.AllOf(List.of(condition(random, depth - 1), condition(random, depth - 1)));
            default -> new Condition.AnyOf(List.of(condition(random, depth - 1), condition(random, depth - 1)));
        };
    }
}
