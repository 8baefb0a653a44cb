package cellwright.analysis.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.Estimate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Currents that settle, currents that do not, and what a pellet conducts by electrons. */
class HoldTest {
    private static final double HOUR = 3600;
    private static final Hold HALF_HOUR = Hold.window(HOUR / 2, 1e-9);

    private static double[] seconds(double duration, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(i -> duration * i / count)
                .toArray();
    }

    private static double[] amps(double[] seconds, double noise, DoubleUnaryOperator law) {
        SplittableRandom dice = new SplittableRandom(11);
        return IntStream.range(0, seconds.length)
                .mapToDouble(i -> law.applyAsDouble(seconds[i]) + noise * dice.nextGaussian())
                .toArray();
    }

    private static HoldCurrent judge(double hours, double noise, DoubleUnaryOperator law) {
        double[] seconds = seconds(hours * HOUR, 1000);
        return HALF_HOUR.judge(seconds, amps(seconds, noise, law));
    }

    @Test
    void anExponentialDecayIsFoundAndHasConverged() {
        HoldCurrent hold = judge(30, 5e-9, t -> 0.85e-6 + 20e-6 * Math.exp(-t / (3 * HOUR)));
        assertThat(hold.law()).isEqualTo(HoldCurrent.Law.EXPONENTIAL);
        assertThat(hold.finalAmps().value())
                .isCloseTo(0.85e-6, within(4 * hold.finalAmps().standardUncertainty()));
        assertThat(hold.finalAmps().standardUncertainty()).isLessThan(2e-9);
        assertThat(hold.timeConstantSeconds()).isCloseTo(3 * HOUR, within(0.02 * 3 * HOUR));
        assertThat(hold.converged()).isTrue();
        assertThat(hold.leakageOhm(4.178)).isCloseTo(4.178 / 0.85e-6, within(3e4));
        assertThat(hold.coulombs()).isCloseTo(0.85e-6 * 30 * HOUR + 20e-6 * 3 * HOUR, within(0.005));
    }

    @Test
    void aDiffusiveDecayIsFound() {
        HoldCurrent hold = judge(30, 2e-9, t -> 0.5e-6 + 100e-6 / Math.sqrt(t));
        assertThat(hold.law()).isEqualTo(HoldCurrent.Law.DIFFUSIVE);
        assertThat(hold.finalAmps().value())
                .isCloseTo(0.5e-6, within(4 * hold.finalAmps().standardUncertainty()));
        assertThat(hold.akaikeDiffusive()).isLessThan(hold.akaikeExponential());
        assertThat(hold.timeConstantSeconds()).isNaN();
    }

    @Test
    void aHoldThatStillFallsHasNotConverged() {
        HoldCurrent hold = judge(2, 1e-9, t -> 1e-6 + 20e-6 * Math.exp(-t / (2 * HOUR)));
        assertThat(hold.converged()).isFalse();
        assertThat(hold.reasons().get(0)).contains("still changes");
    }

    @Test
    void aCurrentWithinTheOffsetIsNoLeakage() {
        HoldCurrent hold = judge(30, 1e-10, t -> 0.3e-9 + 1e-6 * Math.exp(-t / HOUR));
        assertThat(hold.reasons()).anyMatch(reason -> reason.contains("offset"));
    }

    @Test
    void readingsThatAreNotNumbersAreLeftOutAndNonsenseIsRefused() {
        double[] seconds = seconds(10 * HOUR, 100);
        double[] amps = amps(seconds, 0, t -> 1e-6);
        amps[50] = Double.NaN;
        assertThat(HALF_HOUR.judge(seconds, amps).tailAmps().value()).isCloseTo(1e-6, within(1e-12));
        assertThatThrownBy(() -> HALF_HOUR.judge(seconds(600, 100), amps)).hasMessageContaining("not longer");
        assertThatThrownBy(() -> HALF_HOUR.judge(new double[] {1, 2, 2}, new double[] {1, 1, 1}))
                .hasMessageContaining("does not rise");
        assertThatThrownBy(() -> HALF_HOUR.judge(seconds(10 * HOUR, 10), amps(seconds(1, 10), 0, t -> 1)))
                .hasMessageContaining("last window");
        assertThatThrownBy(() -> Hold.window(0, 0)).hasMessageContaining("window");
    }

    /** Charging of the electrodes as t^-0.9 over 4.7e-10 S/cm, two hours each. */
    private static ElectronicConductivity.Potential potential(double volts, double offset) {
        double[] seconds = seconds(2 * HOUR, 720);
        double[] amps = amps(seconds, 2e-12, t -> volts * (2.84e-9 + 2.84e-9 * 3.7 * Math.pow(t / 10, -0.9)) + offset);
        return new ElectronicConductivity.Potential(volts, seconds, amps);
    }

    private static final Pellet PELLET = new Pellet(1.299e-3, 0, 7.854e-5, 0);

    @Test
    void electronsAreCountedBySeveralPotentialsWhateverTheOffset() {
        ElectronicConductivity found = ElectronicConductivity.of(
                List.of(potential(0.25, 1e-10), potential(0.5, 1e-10), potential(0.75, 1e-10), potential(1, 1e-10)),
                PELLET,
                Hold.window(600, 1e-11));
        assertThat(found.siemensPerMetre().value()).isCloseTo(4.7e-8, within(0.03 * 4.7e-8));
        assertThat(found.offsetAmps()).isCloseTo(1e-10, within(5e-12));
        assertThat(found.steady()).isTrue();
        assertThat(found.doubts()).isEmpty();
        assertThat(1 - found.transferenceNumber(new Estimate(0.2, 0.002, 50)).value())
                .isBetween(2e-7, 2.5e-7);
    }

    @Test
    void aSinglePotentialIsSaidToHoldTheOffset() {
        ElectronicConductivity found =
                ElectronicConductivity.of(List.of(potential(1, 0)), PELLET, Hold.window(600, 1e-11));
        assertThat(found.siemensPerMetre().value()).isCloseTo(4.7e-8, within(0.03 * 4.7e-8));
        assertThat(found.doubts()).anyMatch(doubt -> doubt.contains("offset"));
    }

    @Test
    void aCurrentThatHasNotSettledIsSaid() {
        double[] seconds = seconds(300, 300);
        double[] amps = amps(seconds, 0, t -> 2.84e-9 + 1e-8 * Math.pow(t / 10, -0.9));
        ElectronicConductivity found = ElectronicConductivity.of(
                List.of(
                        new ElectronicConductivity.Potential(1, seconds, amps),
                        new ElectronicConductivity.Potential(0.5, seconds, amps)),
                PELLET,
                Hold.window(100, 1e-12));
        assertThat(found.steady()).isFalse();
        assertThat(found.doubts()).anyMatch(doubt -> doubt.contains("not steady at 1"));
        assertThatThrownBy(() -> ElectronicConductivity.of(List.of(), PELLET, HALF_HOUR))
                .hasMessageContaining("potentials");
        assertThatThrownBy(() -> ElectronicConductivity.of(
                        List.of(new ElectronicConductivity.Potential(0, seconds, amps)), PELLET, Hold.window(100, 0)))
                .hasMessageContaining("0 V");
    }
}
