package cellwright.analysis.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.solid.CriticalCurrent.HalfCycle;
import cellwright.analysis.solid.CriticalCurrent.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ladders of current density, on 1 cm². */
class CriticalCurrentTest {
    private static final double AREA = 1e-4;

    /** An hour each way from 0.05 mA/cm² in steps of 0.05, up to a number of steps. */
    private static List<HalfCycle> ladder(int steps) {
        List<HalfCycle> ladder = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            double amps = 0.05e-3 * i;
            ladder.add(new HalfCycle(amps, 3600 * amps, Outcome.COMPLETED));
            ladder.add(new HalfCycle(-amps, 3600 * amps, Outcome.COMPLETED));
        }
        return ladder;
    }

    @Test
    void theLastDensitySurvivedBothWaysIsTheCriticalOne() {
        List<HalfCycle> run = ladder(6);
        run.add(new HalfCycle(0.35e-3, 3600 * 0.35e-3, Outcome.COMPLETED));
        run.add(new HalfCycle(-0.35e-3, 100 * 0.35e-3, Outcome.SHORTED));
        CriticalCurrent found = CriticalCurrent.of(run, AREA);
        assertThat(found.milliampsPerSquareCm()).isCloseTo(0.30, within(1e-12));
        assertThat(found.failedAtAmpsPerSquareMetre()).hasValueCloseTo(3.5, within(1e-9));
        assertThat(found.isLowerBound()).isFalse();
        assertThat(found.halfCycles()).isEqualTo(13);
        assertThat(found.cumulativeMahPerSquareCm()).isCloseTo(2 * 0.05 * 21 + 0.35 + 0.35 * 100 / 3600, within(1e-9));
    }

    @Test
    void aRunWithoutShortIsALowerBound() {
        CriticalCurrent found = CriticalCurrent.of(ladder(4), AREA);
        assertThat(found.milliampsPerSquareCm()).isCloseTo(0.20, within(1e-12));
        assertThat(found.isLowerBound()).isTrue();
    }

    @Test
    void whatComesAfterAShortProvesNothing() {
        List<HalfCycle> run = new ArrayList<>(List.of(new HalfCycle(0.05e-3, 0.1, Outcome.SHORTED)));
        run.addAll(ladder(10));
        CriticalCurrent found = CriticalCurrent.of(run, AREA);
        assertThat(found.ampsPerSquareMetre()).isEmpty();
        assertThat(found.milliampsPerSquareCm()).isNaN();
    }

    @Test
    void aHalfCycleThatWasBrokenOffDoesNotCount() {
        List<HalfCycle> run = ladder(2);
        run.add(new HalfCycle(0.15e-3, 0.2, Outcome.COMPLETED));
        run.add(new HalfCycle(-0.15e-3, 0.1, Outcome.BROKEN_OFF));
        assertThat(CriticalCurrent.of(run, AREA).milliampsPerSquareCm()).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> CriticalCurrent.of(List.of(), AREA)).hasMessageContaining("half-cycles");
        assertThatThrownBy(() -> CriticalCurrent.of(ladder(1), 0)).hasMessageContaining("area");
        assertThatThrownBy(() -> new HalfCycle(0, 1, Outcome.COMPLETED)).hasMessageContaining("current");
        assertThatThrownBy(() -> new HalfCycle(1, Double.NaN, Outcome.COMPLETED))
                .hasMessageContaining("charge");
    }
}
