package cellwright.simulator.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantPhaseChainTest {
    private static final double SLOWEST = 1e-3;
    private static final double FASTEST = 1e6;

    private static ConstantPhaseChain chain(double exponent) {
        return new ConstantPhaseChain(
                new Element.ConstantPhase(1e-5, exponent),
                SLOWEST,
                FASTEST,
                ConstantPhaseChain.USUAL_BRANCHES_PER_DECADE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95})
    void nineDecadesOfFrequency(double exponent) {
        ConstantPhaseChain chain = chain(exponent);
        Impedance element = new Element.ConstantPhase(1e-5, exponent);
        double most = 0;
        for (double w = SLOWEST; w <= FASTEST * 1.0001; w *= Math.pow(10, 0.02)) {
            Complex wanted = element.at(w);
            most = Math.max(most, chain.at(w).minus(wanted).magnitude() / wanted.magnitude());
        }
        assertThat(most).isLessThan(6e-3);
        assertThat(chain.branches()).isLessThanOrEqualTo(20);
    }

    /** What cells take for their double layers: it is the ends of the band that are inaccurate. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.85})
    void closerBranchesAreBetterADecadeInside(double exponent) {
        Impedance element = new Element.ConstantPhase(1, exponent);
        ConstantPhaseChain chain =
                new ConstantPhaseChain(new Element.ConstantPhase(1, exponent), SLOWEST, FASTEST, 2.5);
        for (double w = 10 * SLOWEST; w <= FASTEST / 10; w *= 1.1) {
            Complex wanted = element.at(w);
            assertThat(chain.at(w).minus(wanted).magnitude()).isLessThan(1e-3 * wanted.magnitude());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-7, 1e-3, 1, 1e4})
    void aStrideIsTheSameStepPrepared(double seconds) {
        ConstantPhaseChain chain = chain(0.85);
        double[] state = chain.relaxed();
        chain.hold(state, state, 1e-6, 0.02);
        ConstantPhaseStride half = new ConstantPhaseStride(chain);
        ConstantPhaseStride whole = new ConstantPhaseStride(chain);
        half.last(seconds / 2);
        whole.lastTwice(half);
        double[] wanted = chain.relaxed();
        chain.hold(state, wanted, 3e-6, seconds);
        double[] next = chain.relaxed();
        whole.hold(state, next, 3e-6);
        assertThat(next).containsExactly(wanted, within(1e-12));
        assertThat(whole.ohms()).isCloseTo(chain.ohms(seconds), within(1e-12 * chain.ohms(seconds)));
        assertThat(whole.decayed(state)).isCloseTo(chain.decayed(state, seconds), within(1e-15));
    }

    /** A held current: V = I t^a / (Q Gamma(1 + a)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.9})
    void aCurrentStepRaisesTheVoltageByAPower(double exponent) {
        ConstantPhaseChain chain = chain(exponent);
        double[] state = chain.relaxed();
        double before = 0;
        for (double t = 1e-4; t < 300; t *= 1.3) {
            chain.hold(state, state, 1e-6, t - before);
            before = t;
            double wanted = 1e-6 * Math.pow(t, exponent) / (1e-5 * gamma(1 + exponent));
            assertThat(chain.volts(state, 1e-6) / wanted).isCloseTo(1, within(6e-3));
        }
    }

    /** A growing current, I = b t: V = b t^(1 + a) / (Q Gamma(2 + a)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.9})
    void aCurrentRampRaisesItByTheNextPower(double exponent) {
        ConstantPhaseChain chain = chain(exponent);
        double[] state = chain.relaxed();
        double before = 0;
        for (double t = 1e-3; t < 300; t *= 1.3) {
            chain.ramp(state, state, before, t, t - before);
            before = t;
            double wanted = Math.pow(t, 1 + exponent) / (1e-5 * gamma(2 + exponent));
            assertThat(chain.volts(state, t) / wanted).isCloseTo(1, within(6e-3));
        }
    }

    @Test
    void howLongTheStepsAreChangesNothing() {
        ConstantPhaseChain chain = chain(0.9);
        double[] once = chain.relaxed();
        double[] often = chain.relaxed();
        chain.ramp(once, once, 1e-6, 4e-6, 30);
        for (int i = 0; i < 30_000; i++) {
            chain.ramp(often, often, 1e-6 + 1e-10 * i, 1e-6 + 1e-10 * (i + 1), 1e-3);
        }
        assertThat(chain.volts(often, 4e-6) / chain.volts(once, 4e-6)).isCloseTo(1, within(1e-9));
    }

    @Test
    void aStepIsWhatWasLeftPlusWhatTheCurrentAdds() {
        ConstantPhaseChain chain = chain(0.8);
        double[] state = chain.relaxed();
        chain.hold(state, state, 1e-6, 2);
        double expected = chain.decayed(state, 0.3) + 5e-6 * chain.ohms(0.3);
        double[] next = chain.relaxed();
        chain.hold(state, next, 5e-6, 0.3);
        assertThat(chain.volts(next, 5e-6)).isCloseTo(expected, within(1e-14));
        chain.ramp(state, next, 5e-6, 5e-6, 0.3);
        assertThat(chain.volts(next, 5e-6)).isCloseTo(expected, within(1e-14));
    }

    /** A slow sine through the chain, sampled where it is held, against the chain's own impedance. */
    @Test
    void timeAndFrequencyAgree() {
        ConstantPhaseChain chain = chain(0.85);
        double w = 2 * Math.PI * 0.1;
        int perPeriod = 400;
        double step = 2 * Math.PI / w / perPeriod;
        double[] state = chain.relaxed();
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < 12 * perPeriod; i++) {
            chain.ramp(state, state, Math.sin(w * i * step), Math.sin(w * (i + 1) * step), step);
            if (i >= 11 * perPeriod) {
                double volts = chain.volts(state, Math.sin(w * (i + 1) * step));
                real += volts * Math.sin(w * (i + 1) * step) * 2 / perPeriod;
                imaginary += volts * Math.cos(w * (i + 1) * step) * 2 / perPeriod;
            }
        }
        Complex wanted = chain.at(w);
        assertThat(new Complex(real, imaginary).minus(wanted).magnitude()).isLessThan(5e-3 * wanted.magnitude());
    }

    /** Gamma function by Lanczos' formula (g = 7, 9 terms), for arguments above 1/2. */
    private static double gamma(double z) {
        double[] terms = {
            0.9999999999998099,
            676.5203681218851,
            -1259.1392167224028,
            771.3234287776531,
            -176.6150291621406,
            12.507343278686905,
            -0.13857109526572012,
            9.984369578019572e-6,
            1.5056327351493116e-7
        };
        double x = z - 1;
        double sum = terms[0];
        for (int i = 1; i < terms.length; i++) {
            sum += terms[i] / (x + i);
        }
        double t = x + 7.5;
        return Math.sqrt(2 * Math.PI) * Math.pow(t, x + 0.5) * Math.exp(-t) * sum;
    }
}
