package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.cycles;
import static cellwright.protocol.compile.Given.discharge;
import static cellwright.protocol.compile.Given.elapsed;
import static cellwright.protocol.compile.Given.loop;
import static cellwright.protocol.compile.Given.repeat;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.si;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Step;
import cellwright.protocol.Until;
import cellwright.protocol.program.Op;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final Step REST = rest(Duration.ofMinutes(1));
    private static final Step NOTE = new Step.Note("hello");
    private static final Until WORN = new Until.CycleBelow(CycleMeasure.RETENTION, si(0.8));

    @Test
    void timesAndUntil() {
        var both = new Step.Repeat(
                Optional.of(1000),
                Optional.of(WORN),
                true,
                List.of(charge(C_5, above(4.3)), discharge(C_5, below(2.8))));
        var given = Given.steps(both);
        var op = (Op.Repeat) given.program().ops().getFirst();
        assertThat(op.times()).isEqualTo(1000);
        assertThat(op.until()).isPresent();
        assertThat(op.countsCycles()).isTrue();
        assertThat(op.body()).extracting(Op::path).containsExactly("steps/0/steps/0", "steps/0/steps/1");
        assertThat(given.warnings()).isEmpty();
    }

    @Test
    void cyclesWithinCyclesAreRefused() {
        assertThat(Given.steps(cycles(3, cycles(2, REST))).errors())
                .singleElement()
                .asString()
                .contains("cycles within cycles");
        assertThat(Given.steps(cycles(3, repeat(2, REST))).errors()).isEmpty();
    }

    @Test
    void loopWithoutAnEnd() {
        assertThat(Given.steps(new Step.Repeat(Optional.empty(), Optional.empty(), false, List.of(REST)))
                        .errors())
                .singleElement()
                .asString()
                .contains("a loop without an end");
    }

    @Test
    void untilAloneNeedsTimeOnEveryPath() {
        var branch = new Step.Choose(above(4), List.of(REST), List.of());
        var both = new Step.Choose(above(4), List.of(REST), List.of(REST));
        assertThat(Given.steps(loop(above(4), REST)).errors()).isEmpty();
        assertThat(((Op.Repeat) Given.steps(loop(above(4), REST))
                                .program()
                                .ops()
                                .getFirst())
                        .times())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(Given.steps(loop(above(4), repeat(2, both))).errors()).isEmpty();
        assertThat(Given.steps(loop(above(4), NOTE)).errors())
                .singleElement()
                .asString()
                .contains("may take no time");
        assertThat(Given.steps(loop(above(4), branch)).errors()).hasSize(1);
        assertThat(Given.steps(loop(above(4), new Step.Measure(Given.SWEEP))).errors())
                .as("a spectrum takes time")
                .isEmpty();
    }

    @Test
    void manyInstantsAtOnce() {
        assertThat(Given.steps(repeat(1000, repeat(1000, NOTE))).errors()).isEmpty();
        assertThat(Given.steps(repeat(1000, repeat(1001, NOTE))).errors())
                .singleElement()
                .asString()
                .contains("more than 1000000 things");
    }

    @Test
    void numbersOfPasses() {
        assertThat(Given.steps(repeat(0, REST)).errors())
                .singleElement()
                .asString()
                .contains("repeats 1 to 1000000 times, got 0");
        assertThat(Given.steps(repeat(1_000_001, REST)).errors()).hasSize(1);
        assertThat(Given.steps(repeat(1_000_000, REST)).errors()).isEmpty();
    }

    @Test
    void emptyBodies() {
        assertThat(Given.steps(repeat(2)).errors()).singleElement().asString().contains("a loop without steps");
        assertThat(Given.steps().errors()).singleElement().asString().contains("no steps");
        assertThat(Given.steps(new Step.Choose(above(4), List.of(), List.of())).errors())
                .singleElement()
                .asString()
                .contains("an \"if\" without steps");
    }

    @Test
    void depthAndSize() {
        assertThat(Given.steps(nested(16)).errors()).isEmpty();
        assertThat(Given.steps(nested(17)).errors()).singleElement().asString().contains("nested more than 16 deep");
        assertThat(Given.steps(nested(100_000)).errors()).hasSize(1);
        assertThat(Given.steps(repeat(2, Collections.nCopies(10_000, REST).toArray(Step[]::new)))
                        .errors())
                .singleElement()
                .asString()
                .contains("more than 10000 operations");
        Step wide = REST;
        for (int i = 0; i < 14; i++) {
            wide = repeat(2, Collections.nCopies(20, wide).toArray(Step[]::new));
        }
        assertThat(Given.steps(wide).errors()).hasSize(1);
    }

    @Test
    void deepConditions() {
        Until until = above(4);
        for (int i = 0; i < 100_000; i++) {
            until = new Until.AnyOf(List.of(until));
        }
        assertThat(Given.steps(charge(C_5, until)).errors())
                .singleElement()
                .asString()
                .contains("16 deep");
        assertThat(Given.steps(charge(C_5, new Until.AllOf(List.of()))).errors())
                .singleElement()
                .asString()
                .contains("an empty list of conditions");
    }

    @Test
    void whatOnlyAStepKnows() {
        assertThat(Given.steps(loop(elapsed(Duration.ofHours(1)), REST)).errors())
                .singleElement()
                .asString()
                .contains("judged between steps");
    }

    @Test
    void cyclesThatAreNeverCounted() {
        var in = new Step.Choose(new Until.CycleIn(List.of(1, 5)), List.of(REST), List.of());
        assertThat(Given.steps(repeat(10, in)).warnings())
                .singleElement()
                .asString()
                .contains("no cycle is running");
        assertThat(Given.steps(cycles(10, in)).warnings()).isEmpty();
        var worn = new Step.Choose(WORN, List.of(REST), List.of());
        assertThat(Given.steps(worn, cycles(1, REST)).warnings())
                .singleElement()
                .asString()
                .contains("no cycle can have been completed");
        assertThat(Given.steps(cycles(1, REST), worn).warnings()).isEmpty();
        assertThat(Given.steps(repeat(2, worn, cycles(1, REST))).warnings()).isEmpty();
        assertThat(Given.steps(cycles(3, REST, worn)).referenceCycle(4).warnings())
                .singleElement()
                .asString()
                .contains("relative to cycle 4, which is never reached: at most 3 are counted");
    }

    @Test
    void cycleFigures() {
        var none = new Step.Choose(new Until.CycleIn(List.of()), List.of(REST), List.of());
        assertThat(Given.steps(cycles(2, none)).errors())
                .singleElement()
                .asString()
                .contains("numbered from 1");
        var percent = new Step.Choose(new Until.CycleBelow(CycleMeasure.RETENTION, si(80)), List.of(REST), List.of());
        assertThat(Given.steps(cycles(2, percent)).warnings())
                .singleElement()
                .asString()
                .contains("was the percent sign forgotten");
        assertThat(Given.steps(REST).referenceCycle(0).errors())
                .singleElement()
                .asString()
                .contains("reference cycle must be 1 or more");
    }

    private static Step nested(int depth) {
        Step step = REST;
        for (int i = 0; i < depth; i++) {
            step = repeat(2, step);
        }
        return step;
    }
}
