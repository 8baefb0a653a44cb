package cellwright.engine.shorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shorts are seen within two minutes, and nothing else is. */
class ShortWatchTest {
    private static final double AMPS = 0.3e-3 * 0.785;
    private static final double OHM = 65 / 0.785;

    private static ShortWatch run(ShortWatch from, double begin, double end, double step, Law law) {
        ShortWatch watch = from;
        for (double t = begin; t < end; t += step) {
            watch = watch.read(t, law.ohm(t) * AMPS, AMPS);
        }
        return watch;
    }

    private interface Law {
        double ohm(double seconds);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 20})
    void aFallOfTheResistanceIsSeenAtAnyRateOfReadings(double step) {
        ShortWatch watch = run(ShortDetector.USUAL.begin(), 0, 1200, step, t -> t < 1000 ? OHM : 0.5 * OHM);
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> {
            assertThat(alarm.rule()).isEqualTo(ShortAlarm.Rule.RESISTANCE_FELL);
            assertThat(alarm.atSeconds()).isBetween(1000.0, 1000 + 2 * step);
            assertThat(alarm.observed()).isCloseTo(0.5 * OHM, within(1e-9 * OHM));
            assertThat(alarm.reference()).isCloseTo(OHM, within(1e-9 * OHM));
        });
    }

    @Test
    void aSoftShortIsSeenWithinTwoMinutes() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            ShortWatch watch = ShortDetector.USUAL.begin();
            double walk = 0;
            for (int t = 0; t < 1120; t++) {
                walk += -walk / 60 + 0.6 * Math.sqrt(2.0 / 60) * dice.nextGaussian();
                double branch = 0.15 * OHM * Math.exp(walk);
                double ohm = t < 1000 ? OHM : 1 / (1 / OHM + 1 / branch);
                watch = watch.read(t, ohm * AMPS + 20e-6 * dice.nextGaussian(), AMPS);
            }
            assertThat(watch.alarm())
                    .hasValueSatisfying(alarm -> assertThat(alarm.atSeconds()).isBetween(1000.0, 1120.0));
        }
    }

    @Test
    void anErraticVoltageIsSeen() {
        SplittableRandom dice = new SplittableRandom(3);
        ShortWatch watch = run(
                ShortDetector.USUAL.begin(),
                0,
                600,
                1,
                t -> OHM * (1 + (t < 400 ? 0.002 : 0.05) * dice.nextGaussian()));
        assertThat(watch.alarm()).hasValueSatisfying(alarm -> {
            assertThat(alarm.rule()).isEqualTo(ShortAlarm.Rule.VOLTAGE_ERRATIC);
            assertThat(alarm.atSeconds()).isBetween(400.0, 460.0);
        });
        assertThat(watch.baselineNoise()).isCloseTo(0.002, within(0.0005));
    }

    @Test
    void aSlowFallIsNoShort() {
        ShortWatch watch = run(ShortDetector.USUAL.begin(), 0, 20_000, 1, t -> OHM * Math.exp(-t / 5000));
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void aThousandQuietHoursRaiseNoAlarm() {
        SplittableRandom dice = new SplittableRandom(5);
        ShortWatch watch = ShortDetector.USUAL.begin();
        for (int i = 0; i < 360_000; i++) {
            double t = 10.0 * i;
            double sign = i / 360 % 2 == 0 ? 1 : -1;
            double ripple = 1 + 0.005 * Math.sin(t / 300);
            watch = watch.read(t, sign * (OHM * ripple * AMPS / 3) + 10e-6 * dice.nextGaussian(), sign * AMPS / 3);
        }
        assertThat(watch.alarm()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 10})
    void oneOutlierOfEitherSideIsNoShort(double step) {
        ShortWatch watch =
                run(ShortDetector.USUAL.begin(), 0, 300, step, t -> t == 100 ? 0.1 * OHM : t == 200 ? 10 * OHM : OHM);
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void aChangeOfTheCurrentBeginsAnew() {
        ShortWatch watch = ShortDetector.USUAL.begin();
        for (int t = 0; t < 100; t++) {
            watch = watch.read(t, AMPS * OHM, AMPS);
        }
        for (int t = 100; t < 300; t++) {
            watch = watch.read(t, -2 * AMPS * 0.5 * OHM, -2 * AMPS);
        }
        for (int t = 300; t < 400; t++) {
            watch = watch.read(t, 0.001, 0);
        }
        assertThat(watch.alarm()).isEmpty();
    }

    @Test
    void anImpedanceThatCollapsesBetweenSpectraIsSeen() {
        ShortWatch watch = ShortDetector.USUAL
                .begin()
                .spectrum(0, 0.1, 80)
                .spectrum(3600, 0.1, 70)
                .spectrum(7200, 0.1, Double.NaN);
        assertThat(watch.alarm()).isEmpty();
        assertThat(watch.spectrum(9000, 0.1, 48).alarm())
                .hasValue(new ShortAlarm(ShortAlarm.Rule.IMPEDANCE_COLLAPSED, 9000, 48, 70));
        assertThat(watch.spectrum(9000, 10, 48).alarm())
                .as("a higher frequency sees less")
                .isEmpty();
    }

    @Test
    void readingsThatAreNotNumbersOrComeTwiceAreIgnoredAndAnAlarmStays() {
        ShortWatch watch = run(ShortDetector.USUAL.begin(), 0, 100, 1, t -> OHM);
        assertThat(watch.read(101, Double.NaN, AMPS)).isSameAs(watch);
        assertThat(watch.read(50, 0, AMPS)).isSameAs(watch);
        ShortWatch alarmed = run(watch, 100, 110, 1, t -> 0.1 * OHM);
        assertThat(run(alarmed, 110, 400, 1, t -> OHM).alarm()).isEqualTo(alarmed.alarm());
    }

    @Test
    void aSmallerCurrentHasABaselineOfItsOwn() {
        SplittableRandom dice = new SplittableRandom(9);
        ShortWatch watch = ShortDetector.USUAL.begin();
        for (int t = 0; t < 1200; t++) {
            double amps = t < 600 ? AMPS : AMPS / 50;
            watch = watch.read(t, amps * OHM + 1e-3 * AMPS * OHM * dice.nextGaussian(), amps);
        }
        assertThat(watch.alarm()).as("the same microvolts are more of less").isEmpty();
        assertThat(watch.baselineNoise()).isBetween(0.03, 0.07);
    }

    @Test
    void anInterruptionBeginsAnewAtTheSameCurrent() {
        ShortWatch watch = run(ShortDetector.USUAL.begin(), 0, 100, 1, t -> OHM);
        assertThat(run(watch, 100, 200, 1, t -> 0.5 * OHM).alarm()).isPresent();
        assertThat(run(watch.anew(), 100, 200, 1, t -> 0.5 * OHM).alarm()).isEmpty();
        assertThat(watch.anew().anew()).isEqualTo(watch.anew());
    }

    @Test
    void equalReadingsMakeEqualStates() {
        ShortWatch one = run(ShortDetector.USUAL.begin(), 0, 100, 1, t -> OHM);
        ShortWatch other = run(ShortDetector.USUAL.begin(), 0, 100, 1, t -> OHM);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(run(one, 100, 101, 1, t -> OHM)).isNotEqualTo(other);
        assertThat(one.read(101, AMPS * OHM * 1.01, AMPS)).isNotEqualTo(one.read(101, AMPS * OHM, AMPS));
    }

    @Test
    void settingsThatMakeNoRuleAreRefused() {
        assertThatThrownBy(() -> new ShortDetector(0, 0.3, 5, 1e-3, 0.7, 0.01, 5, 1e-9))
                .hasMessageContaining("window");
        assertThatThrownBy(() -> new ShortDetector(60, 1, 5, 1e-3, 0.7, 0.01, 5, 1e-9))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new ShortDetector(60, 0.3, 1, 1e-3, 0.7, 0.01, 5, 1e-9))
                .hasMessageContaining("factor");
    }
}
