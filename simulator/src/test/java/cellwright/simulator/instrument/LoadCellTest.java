package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadCellTest {
    private static final double SPAN = 50e3 / 0.7854e-4;
    private static final double WARM = 298.15;
    private static final LoadCell.Traits TRAITS = new LoadCell.Traits(new Converter(24, SPAN), 5e-4, 2e-4, 3e-4, 600);

    private static LoadCell cell(long seed) {
        return new LoadCell(TRAITS, new Dice(seed), 250e6);
    }

    @Test
    void samplesScatterByATwentiethOfAPercentOfTheSpan() {
        LoadCell cell = cell(1);
        double square = LongStream.range(0, 20_000)
                .mapToDouble(sample -> cell.sample(250e6, sample) - 250e6)
                .map(p -> p * p)
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(5e-4 * SPAN, within(1e-5 * SPAN));
    }

    @Test
    void itShowsNoTension() {
        LoadCell cell = cell(1);
        assertThat(LongStream.range(0, 1000).mapToDouble(sample -> cell.sample(0, sample)))
                .allMatch(pressure -> pressure >= 0)
                .anyMatch(pressure -> pressure == 0)
                .anyMatch(pressure -> pressure > 0);
    }

    @Test
    void itsZeroDriftsWithinTheSpecification() {
        List<Double> drifts = IntStream.range(0, 500)
                .mapToDouble(seed ->
                        (cell(seed).shown(250e6, WARM + 10, 0) - cell(seed).shown(250e6, WARM, 0)) / 10)
                .boxed()
                .toList();
        assertThat(drifts)
                .allMatch(drift -> Math.abs(drift) <= 2e-4 * SPAN * (1 + 1e-6))
                .anyMatch(drift -> drift > 1.9e-4 * SPAN);
    }

    @Test
    void afterALoadingItCreepsByLessThanSpecified() {
        Property.forAll(Numbers.longs(0, 1000)).check(50, seed -> {
            LoadCell cell = cell(seed);
            cell.shown(100e6, WARM, 0);
            cell.accept();
            double atOnce = cell.shown(100e6, WARM, 1e-3);
            double later = cell.shown(100e6, WARM, 1e5);
            assertThat(later).isCloseTo(100e6, within(1.0));
            assertThat(Math.abs(later - atOnce)).isLessThanOrEqualTo(3e-4 * 150e6);
        });
        assertThat(IntStream.range(0, 100).mapToDouble(seed -> {
                    LoadCell cell = cell(seed);
                    cell.shown(100e6, WARM, 0);
                    cell.accept();
                    return Math.abs(cell.shown(100e6, WARM, 1e-3) - 100e6);
                }))
                .anyMatch(creep -> creep > 2.5e-4 * 150e6);
    }

    @Test
    void creepDoesNotDependOnTheStepsItIsLookedAtIn() {
        LoadCell coarse = cell(3);
        LoadCell fine = cell(3);
        double shown = 0;
        for (int i = 1; i <= 1000; i++) {
            shown = fine.shown(250e6 - 1e5 * i, WARM, 3);
            fine.accept();
        }
        assertThat(shown).isCloseTo(coarse.shown(150e6, WARM, 3000), within(0.01));
    }

    @Test
    void tooMuchIsAnOverload() {
        assertThat(cell(1).overloaded(1.03 * SPAN)).isTrue();
        assertThat(cell(1).overloaded(0.9 * SPAN)).isFalse();
    }
}
