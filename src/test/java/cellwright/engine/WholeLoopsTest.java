package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.below;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.elapsed;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.note;
import static cellwright.engine.Programs.repeat;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops that end as a whole: what is left of their body is not done. */
class WholeLoopsTest {
    private static final Condition FULL = above(4.2);

    private static Op.Drive pulse() {
        return current(0.01, new Condition.AnyOf(List.of(FULL, elapsed(4))), 4);
    }

    private static List<String> notes(Scenario scenario) {
        return scenario.all(Effect.Noted.class).stream().map(Effect.Noted::text).toList();
    }

    @Test
    void theRestOfTheBodyIsNotDone() {
        Scenario scenario = Scenario.begun(
                        Programs.of(whole(9, FULL, pulse(), rest(5), note("relaxed")), note("over"), rest(3))
                                .make())
                .read(0.1, 3.8, 0.01)
                .read(4, 3.9, 0.01)
                .at("0/1")
                .read(0.1, 3.7, 0)
                .read(5, 3.7, 0)
                .at("0/0#2")
                .read(0.1, 4.1, 0.01)
                .read(1, 4.2, 0.01)
                .at("2");
        assertThat(notes(scenario)).containsExactly("relaxed", "over");
        assertThat(scenario.all(Effect.StepEnded.class))
                .extracting(Effect.StepEnded::why)
                .containsExactly("time is over", "time is over", "end condition met at 4.20000 V, 0.0100000 A");
    }

    @Test
    void aLoopWhoseConditionHoldsIsNotBegun() {
        Scenario scenario =
                Scenario.begun(Programs.of(whole(9, below(4), pulse()), rest(3)).make());
        scenario.at("1");
        assertThat(scenario.all(Effect.Apply.class)).isEmpty();
    }

    @Test
    void itEndsFromDeepWithin() {
        Op.Drive interrupted = every(pulse(), 2, repeat(5, rest(1)), note("never"));
        Scenario scenario = Scenario.begun(
                        Programs.of(cycles(1, whole(1, below(3), interrupted, note("nor this"))), rest(3))
                                .make())
                .read(0.1, 3.8, 0.01)
                .read(2, 3.8, 0.01)
                .at("0/0/0/0/0")
                .read(0.1, 2.9, 0)
                .read(1, 2.9, 0)
                .at("1");
        assertThat(notes(scenario)).isEmpty();
        assertThat(scenario.cycles()).as("the cycle around it is complete").hasSize(1);
        assertThat(scenario.running().leaf().op()).isEqualTo(rest(3));
    }

    @Test
    void withoutTheConditionItGoesOnToItsLastPass() {
        Scenario scenario = Scenario.begun(
                Programs.of(whole(2, FULL, rest(1), note("pass")), rest(3)).make());
        scenario.read(0.1, 3.7, 0)
                .read(1, 3.7, 0)
                .read(0.1, 3.7, 0)
                .read(1, 3.7, 0)
                .at("1");
        assertThat(notes(scenario)).containsExactly("pass", "pass");
    }

    @Test
    void aSkippedStepIsFollowedByTheNextOfTheBody() {
        Scenario scenario = Scenario.begun(
                        Programs.of(whole(1, FULL, pulse(), rest(5)), rest(3)).make())
                .read(0.1, 3.8, 0.01)
                .ask(Request.SKIP)
                .at("0/1")
                .held()
                .ask(Request.RESUME)
                .at("0/1");
        assertThat(scenario.running().leaf().op()).isEqualTo(rest(5));
    }
}
