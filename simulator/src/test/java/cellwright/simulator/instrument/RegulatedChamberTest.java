package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegulatedChamberTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double TWO_A_MINUTE = 2.0 / 60;
    private static final double FASTEST = Double.POSITIVE_INFINITY;

    private static Chamber chamber(double ripple, double offset) {
        var traits = new RegulatedChamber.Traits(TWO_A_MINUTE, 0.3, ripple);
        return new RegulatedChamber(traits, offset, new Dice(1), 298.15, 0);
    }

    private static double[] over(Chamber chamber, long fromSeconds, long toSeconds) {
        return LongStream.range(fromSeconds, toSeconds)
                .mapToDouble(second -> chamber.kelvins(second * SECOND))
                .toArray();
    }

    private static double most(double[] values) {
        return LongStream.range(0, values.length)
                .mapToDouble(i -> values[(int) i])
                .max()
                .orElseThrow();
    }

    private static double least(double[] values) {
        return LongStream.range(0, values.length)
                .mapToDouble(i -> values[(int) i])
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 25, 60})
    void theFastestRampShootsOverByWhatIsSpecified(double higher) {
        Chamber sent = chamber(0, 0).sentTo(298.15 + higher, FASTEST, 0);
        double[] kelvins = over(sent, 0, 3600);
        assertThat(most(kelvins)).isCloseTo(298.15 + higher + 0.3, within(2e-3));
        assertThat(kelvins[3599]).isCloseTo(298.15 + higher, within(1e-6));
        double[] down = over(chamber(0, 0).sentTo(298.15 - higher, FASTEST, 0), 0, 3600);
        assertThat(least(down)).isCloseTo(298.15 - higher - 0.3, within(2e-3));
    }

    @Test
    void itNeverMovesMuchFasterThanItsRamp() {
        Property.forAll(Numbers.longs(0, 1800)).check(200, second -> {
            Chamber sent = chamber(0, 0).sentTo(338.15, FASTEST, 100 * SECOND);
            double step = sent.kelvins((second + 1) * SECOND) - sent.kelvins(second * SECOND);
            assertThat(step).isBetween(-0.2 * TWO_A_MINUTE, 1.2 * TWO_A_MINUTE);
        });
    }

    @Test
    void aSlowerRampShootsOverLess() {
        Chamber sent = chamber(0, 0).sentTo(308.15, TWO_A_MINUTE / 10, 0);
        assertThat(most(over(sent, 0, 7200))).isCloseTo(308.15 + 0.03, within(2e-3));
    }

    @Test
    void itSwingsByItsRippleForEver() {
        double[] kelvins = over(chamber(0.1, 0), 0, 86_400);
        assertThat(most(kelvins)).isCloseTo(298.15 + 0.1, within(1e-4));
        assertThat(least(kelvins)).isCloseTo(298.15 - 0.1, within(1e-4));
    }

    @Test
    void theSensorsOffsetIsInTheAir() {
        assertThat(chamber(0, 0.07).kelvins(SECOND)).isCloseTo(298.08, within(1e-9));
        Chamber sent = chamber(0, 0.07).sentTo(323.15, FASTEST, 0);
        assertThat(sent.kelvins(7200 * SECOND)).isCloseTo(323.08, within(1e-9));
    }

    /** Sent elsewhere at any moment, it goes on from the temperature and the rate it has. */
    @Test
    void itTurnsWithoutAJumpAnywhere() {
        Property.forAll(Numbers.longs(0, 3000)).check(300, second -> {
            Chamber first = chamber(0.1, 0.05).sentTo(318.15, FASTEST, 10 * SECOND);
            long turn = (10 + second) * SECOND;
            Chamber second2 = first.sentTo(290.15, FASTEST, turn);
            assertThat(second2.kelvins(turn)).isCloseTo(first.kelvins(turn), within(1e-9));
            double rateBefore = (first.kelvins(turn) - first.kelvins(turn - SECOND / 100)) * 100;
            double rateAfter = (second2.kelvins(turn + SECOND / 100) - second2.kelvins(turn)) * 100;
            assertThat(rateAfter).isCloseTo(rateBefore, within(2e-4));
            assertThat(second2.kelvins(turn + 7200 * SECOND)).isBetween(290.15 - 0.1501, 290.15 + 0.0501);
        });
    }

    /** Sent again to where it is going, nothing changes. */
    @Test
    void sendingItThereAgainChangesNothing() {
        Property.forAll(Numbers.longs(0, 3000)).check(100, RegulatedChamberTest::assertNothingChanges);
    }

    @Test
    void norDoesItAtTheVeryEndOfTheRamp() {
        assertNothingChanges(600);
    }

    private static void assertNothingChanges(long second) {
        Chamber once = chamber(0.1, 0).sentTo(318.15, FASTEST, 0);
        Chamber twice = once.sentTo(318.15, FASTEST, second * SECOND);
        for (long later = second; later < second + 2000; later += 100) {
            assertThat(twice.kelvins(later * SECOND)).isCloseTo(once.kelvins(later * SECOND), within(1e-6));
        }
    }

    @Test
    void onlyWhileItMovesDoesItWantToBeLookedAtOften() {
        Chamber chamber = chamber(0.1, 0);
        assertThat(chamber.patienceNanos(0)).isEqualTo(Long.MAX_VALUE);
        Chamber sent = chamber.sentTo(308.15, FASTEST, 0);
        assertThat(sent.patienceNanos(0)).isBetween(SECOND, 10 * SECOND);
        assertThat(sent.patienceNanos(330 * SECOND)).isBetween(SECOND, 10 * SECOND);
        assertThat(sent.patienceNanos(3600 * SECOND)).isEqualTo(Long.MAX_VALUE);
    }
}
