package cellwright.palmsens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LagTest {
    private static final long BEGAN = 1_700_000_000_000_000_000L;

    private final Lag lag = new Lag(BEGAN);

    private double late(double told, double now) {
        return lag.seconds(told, BEGAN + Math.round(now * 1e9));
    }

    @Test
    void aSteadyDelayIsNoLag() {
        for (int i = 0; i < 100; i++) {
            assertThat(late(0.1 * i, 0.3 + 0.1 * i)).isLessThan(1e-3);
        }
    }

    @Test
    void aQueueThatGrowsIsALagThatGrows() {
        for (int i = 0; i < 100; i++) {
            assertThat(late(0.1 * i, 0.45 * i)).isCloseTo(0.35 * i, within(0.02));
        }
    }

    @Test
    void clocksThatDriftApartAreNoLag() {
        for (int hour = 0; hour < 2000; hour++) {
            assertThat(late(3600.0 * hour, 3600.0 * hour * (1 + 1e-4))).isLessThan(1);
        }
    }

    @Test
    void aClockThatIsToldInWholeSecondsIsNoLag() {
        late(200_000, 200_000.0);
        assertThat(late(200_001, 200_001.9)).isZero();
    }
}
