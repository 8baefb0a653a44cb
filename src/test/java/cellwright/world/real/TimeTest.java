package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.HandClock;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The laboratory's clock and its ticks (catalogue TM1, TM3, TM5). */
class TimeTest {
    private static final long NOV = 1_795_000_000_000_000_000L;

    @Test
    void theClockBeginsAtTheWallClockAndGoesOnByTheMonotonicOneAlone() {
        HandClock ticks = new HandClock(77);
        LabClock clock = new LabClock(ticks, NOV, Long.MIN_VALUE);
        assertThat(clock.nanos()).isEqualTo(NOV);
        ticks.advance(Duration.ofHours(3));
        assertThat(clock.nanos()).isEqualTo(NOV + Duration.ofHours(3).toNanos());
        assertThat(clock.wallClockWasBehind(NOV)).isFalse();
    }

    @Test
    void theClockNeverGoesBehindWhatIsJournaled() {
        LabClock clock = new LabClock(new HandClock(5), 0, NOV);
        assertThat(clock.nanos()).as("a dead battery: 1970").isEqualTo(NOV + 1);
        assertThat(clock.wallClockWasBehind(0)).isTrue();
    }

    @Test
    void theMachinesTicksMayOverflow() {
        long[] now = {Long.MAX_VALUE - 10};
        LabClock clock = new LabClock(() -> now[0], NOV, 0);
        now[0] += 30;
        assertThat(clock.nanos()).isEqualTo(NOV + 30);
    }

    @Test
    void latenessNeverAddsUp() {
        Property.forAll(Numbers.ints(0, 99).list(1, 200)).check(200, delays -> {
            Ticks ticks = new Ticks(100, 1000);
            long now = 1000;
            long passed = 0;
            for (int delay : delays) {
                now = ticks.nextNanos() + delay;
                passed += ticks.pass(now, true) ? 1 : 0;
                assertThat(ticks.nextNanos() % 100).isZero();
                assertThat(ticks.nextNanos()).isGreaterThan(now);
            }
            assertThat(passed).isEqualTo(delays.size());
            assertThat(ticks.missed()).isZero();
            assertThat(ticks.nextNanos()).isEqualTo(1000 + 100L * delays.size());
        });
    }

    @Test
    void whatWasMissedIsCountedAndNotMadeUpFor() {
        Ticks ticks = new Ticks(100, 1000);
        assertThat(ticks.pass(999, true)).isFalse();
        assertThat(ticks.pass(1450, true)).isTrue();
        assertThat(ticks.nextNanos()).isEqualTo(1500);
        assertThat(ticks.missed()).isEqualTo(4);
        assertThat(ticks.dueNanos()).isEqualTo(1000);
        assertThat(ticks.pass(1500, false))
                .as("the last reading is still under way")
                .isFalse();
        assertThat(ticks.missed()).isEqualTo(5);
    }

    @Test
    void latenessIsToldToWithinNinePercent() {
        Lateness none = new Lateness();
        assertThat(none.quantileNanos(0.99)).isZero();
        Property.forAll(Numbers.ints(2_000, 2_000_000_000).list(1, 300)).check(200, all -> {
            Lateness lateness = new Lateness();
            all.forEach(lateness::add);
            long exact = all.stream()
                    .sorted()
                    .skip((long) Math.ceil(0.99 * all.size()) - 1)
                    .findFirst()
                    .orElseThrow();
            assertThat(lateness.quantileNanos(0.99)).isBetween(exact - 1, Math.round(exact * 1.0906));
            assertThat(lateness.worstNanos())
                    .isEqualTo(all.stream().max(Integer::compare).orElseThrow().longValue());
        });
    }

    @Test
    void aShorterPeriodHoldsAtOnceAndALongerOneAfterTheNextTick() {
        Ticks ticks = new Ticks(1000, 5000);
        ticks.pace(100, 4000);
        assertThat(ticks.nextNanos()).isEqualTo(4100);
        ticks.pace(1000, 4050);
        assertThat(ticks.nextNanos()).isEqualTo(4100);
        ticks.pass(4100, true);
        assertThat(ticks.nextNanos()).isEqualTo(5100);
    }
}
