package cellwright.engine;

import static cellwright.engine.Programs.choose;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.elapsed;
import static cellwright.engine.Programs.note;
import static cellwright.engine.Programs.repeat;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.shorts.ShortAlarm;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Runs that wait for a soft short. */
class ShortRunsTest {
    private static final Condition SHORT = new Condition.Shorted();
    private static final double AMPS = 0.01;
    private static final double OHM = 80;
    private static final long HOUR = 3600;

    private final List<Effect.Report> reports = new ArrayList<>();

    private static Op.Drive half(double amps) {
        return current(amps, new Condition.AnyOf(List.of(SHORT, elapsed(HOUR))), HOUR);
    }

    private static Op[] halves(int count) {
        Op[] halves = new Op[count];
        for (int i = 0; i < count; i++) {
            halves[i] = half(i % 2 == 0 ? AMPS : -AMPS);
        }
        return halves;
    }

    private ResistiveWorld run(Program program, DoubleUnaryOperator ohm, DoubleUnaryOperator noise) {
        reports.clear();
        var world = new ResistiveWorld(ohm, noise);
        var conductor = new Conductor(world, new QuietLog(), (channel, report) -> reports.add(report), 1);
        conductor.handle(0, new Event.Started(0, "run", program, 0));
        while (!(conductor.state(0) instanceof ChannelState.Ended)) {
            assertThat(conductor.step()).isTrue();
        }
        return world;
    }

    private <T extends Effect.Report> List<T> all(Class<T> kind) {
        return reports.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Cause end() {
        return all(Effect.RunEnded.class).getFirst().cause();
    }

    /** A resistance that flickers with a correlation time of a minute and a deviation of 0.6, as a sum of cosines. */
    private static DoubleUnaryOperator shorted(double atSeconds, long seed) {
        var dice = new SplittableRandom(seed);
        double[] frequency = dice.doubles(48).map(u -> Math.tan(1.52 * u) / 60).toArray();
        double[] phase = dice.doubles(48, 0, 2 * Math.PI).toArray();
        return t -> {
            if (t < atSeconds) {
                return OHM;
            }
            double sum = 0;
            for (int i = 0; i < frequency.length; i++) {
                sum += Math.cos(frequency[i] * t + phase[i]);
            }
            return 1 / (1 / OHM + 1 / (0.15 * OHM * Math.exp(0.6 * Math.sqrt(2.0 / 48) * sum)));
        };
    }

    @Test
    void aShortIsFlaggedWithinTwoMinutesAndEndsTheLadderAsAWhole() {
        Program program = Programs.of(whole(1, SHORT, halves(8)), rest(1)).make();
        for (long seed = 0; seed < 100; seed++) {
            double at = 20 + new SplittableRandom(seed).nextDouble() * (8 * HOUR - 200);
            double leftOfHalf = HOUR - (at % HOUR);
            run(program, shorted(at, seed), t -> 0);
            assertThat(all(Effect.ShortSeen.class)).as("seed %d", seed).hasSize(1);
            Effect.ShortSeen seen = all(Effect.ShortSeen.class).getFirst();
            if (leftOfHalf > 15) {
                assertThat(seen.atNanos() * 1e-9 - at).as("seed %d", seed).isBetween(0.0, 120.0);
            }
            assertThat(seen.atNanos() * 1e-9).isCloseTo(seen.alarm().atSeconds(), within());
            List<Effect.StepEnded> ends = all(Effect.StepEnded.class);
            Effect.StepEnded last = ends.get(ends.size() - 2);
            assertThat(last.why()).startsWith("a short: |V|/|I| fell from");
            assertThat(last.stepCount()).isEqualTo(seen.stepCount());
            assertThat(ends.getFirst().why()).isEqualTo(ends.size() > 2 ? "time is over" : last.why());
            assertThat(end().kind()).isEqualTo(Cause.Kind.COMPLETE);
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-6);
    }

    @Test
    void aThousandQuietHoursRaiseNoAlarmAndCostFewReadings() {
        Program program = Programs.of(whole(500, SHORT, halves(2))).make();
        var dice = new SplittableRandom(1);
        ResistiveWorld world = run(
                program, t -> OHM * (1 + 0.05 * Math.sin(t / 40_000)), t -> 15e-6 * AMPS / 1e-4 * dice.nextGaussian());
        assertThat(all(Effect.ShortSeen.class)).isEmpty();
        assertThat(all(Effect.StepEnded.class)).hasSize(1000);
        assertThat(world.readings).isBetween(100_000L, 150_000L);
    }

    @Test
    void anErraticVoltageIsFlaggedThoughItNeverFalls() {
        Program program = Programs.of(whole(1, SHORT, halves(4))).make();
        var dice = new SplittableRandom(3);
        run(program, t -> OHM, t -> OHM * AMPS * (t < 5000 ? 0.001 : 0.03) * dice.nextGaussian());
        Effect.ShortSeen seen = all(Effect.ShortSeen.class).getFirst();
        assertThat(seen.alarm().rule()).isEqualTo(ShortAlarm.Rule.VOLTAGE_ERRATIC);
        assertThat(seen.atNanos() * 1e-9).isBetween(5000.0, 5120.0);
    }

    @Test
    void aShortStaysForTheWholeRunAndIsAskedForAnywhere() {
        Program program = Programs.of(
                        cycles(3, current(AMPS, HOUR), current(-AMPS, HOUR)),
                        choose(SHORT, List.of(note("shorted")), List.of(note("sound"))),
                        whole(1, SHORT, halves(2)),
                        repeat(2, half(AMPS)))
                .make();
        run(program, shorted(4000, 7), t -> 0);
        assertThat(all(Effect.Noted.class)).extracting(Effect.Noted::text).containsExactly("shorted");
        assertThat(all(Effect.CycleEnded.class))
                .as("judged where it is asked for")
                .hasSize(3);
        assertThat(all(Effect.StepBegan.class)).as("the ladder is not begun").hasSize(6 + 2);
        assertThat(all(Effect.Alarm.class)).singleElement().satisfies(alarm -> assertThat(alarm.message())
                .contains("a soft short was detected, |V|/|I| fell"));
        run(program, t -> OHM, t -> 0);
        assertThat(all(Effect.Noted.class)).extracting(Effect.Noted::text).containsExactly("sound");
        assertThat(all(Effect.StepBegan.class)).hasSize(6 + 2 + 2);
    }

    @Test
    void aProgramThatDoesNotAskIsNotLookedAtMoreOften() {
        ResistiveWorld world = run(Programs.of(cycles(1, current(AMPS, HOUR))).make(), shorted(1000, 1), t -> 0);
        assertThat(all(Effect.ShortSeen.class)).isEmpty();
        assertThat(world.readings).isLessThan(10);
    }

    @Test
    void aCollapseBetweenSpectraIsAShortToo() {
        var scenario = Scenario.begun(Programs.of(half(AMPS)).make()).read(0.1, OHM * AMPS, AMPS);
        var turn = new Turn(scenario.running(), scenario.now);
        ShortLookout.see(turn, spectrum(100, Quality.GOOD, 100));
        ShortLookout.see(turn, spectrum(100, Quality.OVERLOAD, 10));
        ShortLookout.see(turn, spectrum(100, Quality.GOOD, 100));
        assertThat(turn.ledger.lookout().flatMap(ShortLookout::alarm)).isEmpty();
        ShortLookout.see(turn, spectrum(90, Quality.GOOD, 60));
        assertThat(turn.ledger.lookout().flatMap(ShortLookout::alarm))
                .hasValueSatisfying(
                        alarm -> assertThat(alarm.words()).isEqualTo("Z' at low frequency fell from 100 to 60.0 ohm"));
        assertThat(turn.effects).hasSize(2);
        assertThat(turn.replan).isTrue();
    }

    @Test
    void spectraAloneFindAShortWhileTheRunGoesOn() {
        Program program = Programs.of(
                        whole(5, SHORT, rest(100), Programs.spectrum()),
                        choose(SHORT, List.of(note("shorted")), List.of(note("sound"))))
                .make();
        run(program, t -> t < 250 ? OHM : OHM / 3, t -> 0);
        assertThat(all(Effect.SpectrumRecorded.class)).as("the loop ends").hasSize(3);
        assertThat(all(Effect.ShortSeen.class)).singleElement().satisfies(seen -> {
            assertThat(seen.alarm().rule()).isEqualTo(ShortAlarm.Rule.IMPEDANCE_COLLAPSED);
            assertThat(seen.path()).isEqualTo("steps/eis");
        });
        assertThat(all(Effect.Noted.class)).extracting(Effect.Noted::text).containsExactly("shorted");
        run(program, t -> OHM, t -> 0);
        assertThat(all(Effect.SpectrumRecorded.class)).hasSize(5);
        assertThat(all(Effect.Noted.class)).extracting(Effect.Noted::text).containsExactly("sound");
    }

    private static Spectrum spectrum(double ohm, Quality quality, double lastOhm) {
        return new Spectrum(
                0,
                1,
                List.of(
                        new Spectrum.Point(1e5, 30, -1, Quality.GOOD),
                        new Spectrum.Point(1, ohm, -1, Quality.GOOD),
                        new Spectrum.Point(0.1, lastOhm, -1, quality)));
    }

    private static final class QuietLog implements EventLog {
        @Override
        public void append(int channel, Event event) {
            // nothing is kept
        }

        @Override
        public void commit() {
            // nothing is kept
        }
    }
}
