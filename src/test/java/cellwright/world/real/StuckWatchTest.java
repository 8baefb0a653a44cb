package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A converter that has stopped (catalogue S10): noticed within 30 s, and never where there is none. Noise and steps are those
 * of the simulator's {@code instrument=real}: 18 bits over 10 V and over twice a current range, 15 µV and 20 ppm of noise.
 */
class StuckWatchTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long THOUSAND_HOURS = 3_600_000 * SECOND;
    private static final double VOLTS_NOISE = 15e-6;
    private static final double AMPS_NOISE = 20e-6;
    private static final Control CHARGE = new Control.Current(1e-4);
    private static final Control HOLD = new Control.Voltage(3.678, 1e-3);

    private final StuckWatch watch = new StuckWatch(20 * SECOND);
    private final SplittableRandom chance = new SplittableRandom(7);

    private static double coded(double value, double span, int bits) {
        double step = 2 * span / (1L << bits);
        return Math.rint(value / step) * step;
    }

    private static Reading reading(long at, double volts, double amps) {
        return Reading.at(at, Sample.good(Signal.VOLTAGE, volts), Sample.good(Signal.CURRENT, amps));
    }

    private double volts(double truth, int bits) {
        return coded(truth + VOLTS_NOISE * chance.nextGaussian(), 5, bits);
    }

    private double amps(double truth, double range, int bits) {
        return coded(truth + AMPS_NOISE * range * chance.nextGaussian(), range, bits);
    }

    /** The first instant at which the watch thinks the converter stuck, or -1. */
    private long stuckAt(Control control, long period, long until, DoubleUnaryOperator trueVolts, int bits) {
        for (long at = 0; at < until; at += period) {
            if (watch.isStuck(control, reading(at, volts(trueVolts.applyAsDouble(at * 1e-9), bits), 1e-4))) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void noFalseAlarmInAThousandHoursOfHolding() {
        for (long at = 0; at < THOUSAND_HOURS; at += SECOND / 5) {
            double amps = 5e-9 + 1e-4 * Math.exp(-at * 1e-9 / 3600);
            double range = amps > 1e-5 ? 1e-4 : amps > 1e-6 ? 1e-5 : amps > 1e-7 ? 1e-6 : 1e-7;
            Reading reading = reading(at, 3.678, amps(amps, range, 18));
            assertThat(watch.isStuck(HOLD, reading)).isFalse();
        }
    }

    @Test
    void noFalseAlarmInAThousandHoursOfRestWhereTheConverterShowsTheSameValueForDays() {
        for (long at = 0; at < THOUSAND_HOURS; at += SECOND) {
            assertThat(watch.isStuck(new Control.Open(), reading(at, 3.5009765625, 1e-12 * chance.nextGaussian())))
                    .isFalse();
        }
    }

    /** A plateau that rises by 10 mV in a thousand hours, read as seldom as the watch still judges within 20 s. */
    @Test
    void noFalseAlarmInAThousandHoursOfAPlateauUnderCurrent() {
        assertThat(stuckAt(CHARGE, SECOND / 5, THOUSAND_HOURS, seconds -> 1.55 + seconds * 2.8e-9, 18))
                .isEqualTo(-1);
    }

    /** Noise is far below the step; the voltage first rises steeply, and then by 1.8 mV an hour. */
    @ParameterizedTest
    @ValueSource(ints = {12, 14, 16})
    void aCoarseConverterMayShowOneValueForLong(int bits) {
        DoubleUnaryOperator knee = seconds -> 3.6 - 0.4 * Math.exp(-seconds / 30) + seconds * 5e-7;
        assertThat(stuckAt(CHARGE, SECOND, 200 * 3600 * SECOND, knee, bits)).isEqualTo(-1);
    }

    @Test
    void theSameValueTwiceIsNothing() {
        double[] shown = {3.5, 3.5, 3.50004, 3.50004, 3.50004, 3.50008};
        for (int i = 0; i < 6000; i++) {
            assertThat(watch.isStuck(CHARGE, reading(i * SECOND / 10, shown[i % shown.length], 1e-4)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,18", "2,18", "1,24"})
    void aStoppedVoltageIsNoticedWithinThirtySeconds(int tenths, int bits) {
        long period = tenths * SECOND / 10;
        long stop = 600 * SECOND;
        assertThat(stuckAt(CHARGE, period, stop, seconds -> 3.5 + seconds * 2e-5, bits))
                .isEqualTo(-1);
        double frozen = volts(3.512, bits);
        long at = stop;
        while (!watch.isStuck(CHARGE, reading(at, frozen, 1e-4))) {
            at += period;
        }
        assertThat(at - stop).isBetween(19 * SECOND, 30 * SECOND);
    }

    @Test
    void aStoppedVoltageIsNoticedAfterACurrentThatFollowedRest() {
        for (int i = 0; i < 100; i++) {
            watch.isStuck(CHARGE, reading(i * SECOND / 10, volts(3.5, 18), 1e-4));
        }
        watch.restart();
        long at = 20 * SECOND;
        while (!watch.isStuck(CHARGE, reading(at, 3.6, 1e-4))) {
            at += SECOND / 10;
        }
        assertThat(at).isBetween(39 * SECOND, 50 * SECOND);
    }

    @Test
    void aStoppedCurrentIsNoticedUnderAHold() {
        for (int i = 0; i < 600; i++) {
            assertThat(watch.isStuck(HOLD, reading(i * SECOND / 10, 3.678, amps(4e-5, 1e-4, 18))))
                    .isFalse();
        }
        long at = 60 * SECOND;
        while (!watch.isStuck(HOLD, reading(at, 3.678, 4.001e-5))) {
            at += SECOND / 10;
        }
        assertThat(at).isBetween(79 * SECOND, 90 * SECOND);
    }

    @Test
    void aCoarseVoltageThatStoppedIsNoticedToo() {
        assertThat(stuckAt(CHARGE, SECOND, 3600 * SECOND, seconds -> 3.5 + seconds * 2e-5, 16))
                .isEqualTo(-1);
        long at = 3600 * SECOND;
        while (!watch.isStuck(CHARGE, reading(at, 3.7, 1e-4))) {
            at += SECOND;
        }
        assertThat(at - 3600 * SECOND).as("a step of 153 µV at 0.25 µV/s").isBetween(600 * SECOND, 620 * SECOND);
    }

    @Test
    void nothingIsStuckWhereThatIsSwitchedOff() {
        StuckWatch off = new StuckWatch(Long.MAX_VALUE);
        for (int i = 0; i < 10_000; i++) {
            assertThat(off.isStuck(CHARGE, reading(i * SECOND, 3.5, 1e-4))).isFalse();
        }
    }
}
