package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoRangeTest {
    private static final long SAMPLE = 20_000_000;
    private static final long HOLD_OFF = 3 * SAMPLE;
    private static final int MILLIAMPERE = 5;

    private final AutoRange range = new AutoRange(true, 0, SAMPLE);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-12, 0",
        "9.4e-9, 0",
        "9.6e-9, 1",
        "9.5e-6, 3",
        "9.555e-6, 4",
        "-1.76e-4, 5",
        "2.64e-3, 6",
        "0.095, 7",
        "0.1, 7"
    })
    void theFinestRangeThatLeavesRoomIsTaken(double amps, int expected) {
        range.select(amps);
        assertThat(range.range()).isEqualTo(expected);
    }

    @Test
    void everyFullScaleIsADecade() {
        for (int i = 0; i < Ranges.COUNT; i++) {
            assertThat(Ranges.of(Math.pow(10, i - 8))).hasValue(i);
        }
        assertThat(Ranges.of(2e-3)).isEmpty();
        assertThat(Ranges.of(1)).isEmpty();
    }

    @Test
    void itGoesUpAt95AndDownAt8PercentAndNotInBetween() {
        range.select(5e-4);
        assertThat(range.excess(0.949e-3)).isNegative();
        assertThat(range.excess(0.951e-3)).isPositive();
        assertThat(range.excess(-0.951e-3)).isPositive();
        assertThat(range.excess(0.081e-3)).isNegative();
        assertThat(range.excess(0.079e-3)).isPositive();
        assertThat(range.excess(0)).isPositive();
    }

    @Test
    void threeSamplesInARowAreNeeded() {
        range.select(5e-4);
        assertThat(range.pass(0.079e-3, 1000)).isFalse();
        assertThat(range.dueNanos()).isEqualTo(1000 + HOLD_OFF);
        assertThat(range.excess(0.079e-3)).isNegative();
        assertThat(range.pass(0.078e-3, 1000 + HOLD_OFF - 1)).isFalse();
        assertThat(range.range()).isEqualTo(MILLIAMPERE);
        assertThat(range.pass(0.078e-3, 1000 + HOLD_OFF)).isTrue();
        assertThat(range.range()).isEqualTo(MILLIAMPERE - 1);
        assertThat(range.changedNanos()).isEqualTo(1000 + HOLD_OFF);
    }

    @Test
    void aCurrentThatComesBackStartsTheCountAnew() {
        range.select(5e-4);
        range.pass(0.079e-3, 0);
        assertThat(range.pass(0.081e-3, SAMPLE)).isFalse();
        assertThat(range.dueNanos()).isEqualTo(Long.MAX_VALUE);
        range.pass(0.079e-3, 2 * SAMPLE);
        assertThat(range.dueNanos()).isEqualTo(2 * SAMPLE + HOLD_OFF);
    }

    @Test
    void aCurrentThatHoversAtAThresholdChangesTheRangeOnce() {
        Property.forAll(Numbers.doubles(-5e-6, 5e-6)).check(50, wobble -> {
            AutoRange hovering = new AutoRange(true, 0, SAMPLE);
            hovering.select(5e-4);
            int changes = 0;
            for (long sample = 0; sample < 1000; sample++) {
                double amps = 0.08e-3 + (sample % 2 == 0 ? wobble : -0.2 * Math.abs(wobble)) - 1e-9;
                changes += hovering.pass(amps, sample * SAMPLE) ? 1 : 0;
            }
            assertThat(changes).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void thereIsNothingBeyondTheFirstAndTheLast() {
        range.select(0);
        assertThat(range.excess(0)).isNegative();
        range.select(0.1);
        assertThat(range.excess(0.12)).isNegative();
    }

    @Test
    void aFixedRangeStays() {
        AutoRange fixed = new AutoRange(false, MILLIAMPERE, SAMPLE);
        fixed.select(1e-9);
        assertThat(fixed.range()).isEqualTo(MILLIAMPERE);
        assertThat(fixed.excess(1e-9)).isNegative();
        assertThat(fixed.pass(1e-9, 0)).isFalse();
        assertThat(fixed.pass(1e-9, HOLD_OFF)).isFalse();
    }
}
