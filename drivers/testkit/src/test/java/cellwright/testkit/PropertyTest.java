package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults are planted; the runner must find them and show them small. */
final class PropertyTest {
    private record Cell(String name, double volts, List<Integer> cycles) {}

    private static final Gen<Cell> CELLS = Texts.ascii(12)
            .with(Numbers.doubles(-5, 5), List::of)
            .flatMap(parts -> Numbers.ints(0, 1000)
                    .list(0, 30)
                    .map(cycles -> new Cell((String) parts.get(0), (Double) parts.get(1), cycles)));

    @Test
    void holdingClaimPasses() {
        assertThatCode(() -> Property.forAll(Numbers.ints(1, 6))
                        .check(500, eyes -> assertThat(eyes).isBetween(1, 6)))
                .doesNotThrowAnyException();
    }

    @Test
    void integerShrinksToTheFirstThatFails() {
        assertThat(failureOf(Numbers.ints(-10_000, 10_000), value -> value < 137))
                .contains("smallest failing case: 137\n")
                .contains("seed 5 ")
                .contains("-Dcellwright.seed=5");
    }

    @Test
    void negativeIntegerShrinksTowardsZero() {
        assertThat(failureOf(Numbers.longs(Long.MIN_VALUE, Long.MAX_VALUE), value -> value > -1000))
                .contains("smallest failing case: -1000L\n");
    }

    @Test
    void doubleShrinksToAWholeNumberWhereOneFails() {
        assertThat(failureOf(Numbers.doubles(-100, 100), value -> value < 17))
                .contains("smallest failing case: 17.0\n");
    }

    @Test
    void listShrinksToTheTwoElementsThatMatter() {
        Gen<List<Integer>> lists = Numbers.ints(0, 100).list(0, 40);
        assertThat(failureOf(lists, list -> list.stream().filter(n -> n > 9).count() < 2))
                .contains("smallest failing case: [10, 10]\n");
    }

    @Test
    void stringShrinksToItsPlainestForm() {
        assertThat(failureOf(Texts.nasty(30), text -> !text.contains("\n")))
                .contains("smallest failing case: \"\n\"\n");
        assertThat(failureOf(Texts.ascii(30), text -> text.length() < 3)).contains("smallest failing case: \"aaa\"\n");
    }

    @Test
    void recordShrinksInEveryPart() {
        assertThat(failureOf(CELLS, cell -> cell.volts() < 2 || cell.cycles().size() < 2))
                .contains("smallest failing case: Cell[name=, volts=2.0, cycles=[0, 0]]");
    }

    @Test
    void filteredValuesStayFilteredWhileShrinking() {
        Gen<Integer> odd = Numbers.ints(0, 10_000).where(value -> value % 2 == 1);
        assertThat(failureOf(odd, value -> value < 100)).contains("smallest failing case: 101\n");
    }

    @Test
    void theFaultItselfIsTheCause() {
        var fault = new IllegalStateException("planted");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.forAll(Gen.always(1)).check(3, value -> {
                    throw fault;
                }))
                .withMessageContaining("planted")
                .withCause(fault);
    }

    @Test
    void sameSeedGivesTheSameCases() {
        assertThat(cases(7)).isEqualTo(cases(7)).hasSizeGreaterThanOrEqualTo(50).isNotEqualTo(cases(8));
    }

    private static List<Cell> cases(long seed) {
        List<Cell> seen = new ArrayList<>();
        Property.forAll(CELLS).seeded(seed).check(50, seen::add);
        return seen;
    }

    private interface Predicate<T> {
        boolean holds(T value);
    }

    private static <T> String failureOf(Gen<T> gen, Predicate<T> claim) {
        try {
            Property.forAll(gen).seeded(5).check(2000, value -> assertThat(claim.holds(value))
                    .isTrue());
        } catch (AssertionError failure) {
            return String.valueOf(failure.getMessage());
        }
        throw new AssertionError("the planted fault was not found");
    }
}
