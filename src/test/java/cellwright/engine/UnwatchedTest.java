package cellwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;

/** What can be said of the charge that passed while nobody watched. */
class UnwatchedTest {
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final double REST = 1e-6;

    private static Reading at(long nanos, double amps, double charge) {
        return Reading.at(nanos, Sample.good(Signal.CURRENT, amps), Sample.good(Signal.CHARGE, charge));
    }

    private static double between(double ampsBefore, double chargeBefore, double ampsNow, double chargeNow) {
        return Unwatched.coulombs(at(0, ampsBefore, chargeBefore), at(TEN_SECONDS, ampsNow, chargeNow), REST);
    }

    @Test
    void aCounterThatWentOnIsBelieved() {
        assertThat(between(0.5, 100, 0.5, 105)).isEqualTo(5);
        assertThat(between(0.5, 100, 0, 103)).as("switched off meanwhile").isEqualTo(3);
        assertThat(between(0, 100, -0.5, 98)).as("switched on meanwhile").isEqualTo(-2);
        assertThat(between(0, 100, 0, 100)).isZero();
    }

    @Test
    void aCounterThatBeganAnewIsNot() {
        assertThat(between(0.5, 100, 0, 0)).as("against the current").isZero();
        assertThat(between(-0.5, 100, 0, 0))
                .as("more than the current could move")
                .isZero();
        assertThat(between(0, 100, 0, 0)).as("at rest nothing moves").isZero();
        assertThat(between(0.5, 100, 0.5, 0))
                .as("the current that was there all the time")
                .isCloseTo(5, within(1e-9));
    }

    @Test
    void withoutACounterASteadyCurrentIsTakenToHaveFlowed() {
        assertThat(between(0.5, Double.NaN, 0.5, Double.NaN)).isCloseTo(5, within(1e-9));
        assertThat(between(-0.5, Double.NaN, -0.49, 0)).isCloseTo(-4.95, within(1e-9));
        assertThat(between(0.5, Double.NaN, 0, Double.NaN))
                .as("nobody knows when it ended")
                .isZero();
        assertThat(between(0.5, Double.NaN, -0.5, Double.NaN)).isZero();
        assertThat(between(Double.NaN, Double.NaN, 0.5, Double.NaN)).isZero();
        assertThat(between(1e-9, Double.NaN, 1e-9, Double.NaN)).as("rest").isZero();
    }
}
