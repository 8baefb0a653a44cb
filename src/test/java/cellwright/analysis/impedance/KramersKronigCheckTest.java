package cellwright.analysis.impedance;

import static cellwright.analysis.impedance.KramersKronigVerdict.Outcome.CONSISTENT;
import static cellwright.analysis.impedance.KramersKronigVerdict.Outcome.DOUBTFUL;
import static cellwright.analysis.impedance.KramersKronigVerdict.Outcome.INCONSISTENT;
import static cellwright.analysis.impedance.KramersKronigVerdict.Outcome.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on spectra that are known to be good or bad. */
class KramersKronigCheckTest {
    private static Phasor cell(double omega) {
        return MadeUpSpectra.beside(new Phasor(100, 0), MadeUpSpectra.constantPhase(omega, 1e-4, 0.8))
                .plus(MadeUpSpectra.constantPhase(omega, 0.14, 0.5))
                .plus(new Phasor(20, 1e-6 * omega));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Circuit1_EIS_1.z", "Circuit2_EIS_1.z", "Circuit3_EIS_1.z"})
    void goodFilesPassWhereMuAloneWouldStopAtTensOfPercent(String name) {
        Impedances data = Fixtures.zplot(name);
        LinKkFit byMuAlone = LinKk.search(data, LinKk.USUAL_MU, 50, LinKk.Part.REAL, false);
        KramersKronigVerdict verdict = KramersKronigCheck.USUAL.judge(data);
        assertThat(byMuAlone.timeConstants()).isEqualTo(3);
        assertThat(byMuAlone.largestReal()).isGreaterThan(0.1);
        assertThat(verdict.outcome()).isEqualTo(CONSISTENT);
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.timeConstants()).isGreaterThanOrEqualTo(5);
        assertThat(verdict.largest()).isLessThan(0.005);
    }

    @Test
    void theEstimateOfTheNoiseAgreesWithThatOfAnotherProgram() {
        var peer = Fixtures.expected().path("pyimpspec(peer_run)");
        double circuit = peer.path("Circuit3_EIS_1.z")
                .path("kk")
                .path("estimated_noise_pct")
                .asDouble();
        double cell = peer.path("exampleData.csv")
                .path("kk")
                .path("estimated_noise_pct")
                .asDouble();
        assertThat(100
                        * KramersKronigCheck.USUAL
                                .judge(Fixtures.zplot("Circuit3_EIS_1.z"))
                                .noise())
                .isCloseTo(circuit, within(0.05 * circuit));
        assertThat(100 * KramersKronigCheck.USUAL.judge(Fixtures.exampleData()).noise())
                .isCloseTo(cell, within(0.05 * cell));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.001, 0.002})
    void noiseWithinTheLimitPassesAndIsMeasured(double noise) {
        KramersKronigVerdict verdict =
                KramersKronigCheck.USUAL.judge(MadeUpSpectra.sweep(1e5, 0.1, 10, noise, KramersKronigCheckTest::cell));
        assertThat(verdict.outcome()).isEqualTo(CONSISTENT);
        assertThat(verdict.noise()).isCloseTo(noise, within(0.25 * noise));
    }

    @Test
    void aBlockingCellPasses() {
        KramersKronigVerdict verdict = KramersKronigCheck.USUAL.judge(
                MadeUpSpectra.sweep(1e6, 0.1, 10, 0.002, w -> MadeUpSpectra.constantPhase(w, 1.6e-6, 0.9)
                        .plus(new Phasor(82.7, 0))));
        assertThat(verdict.outcome()).isEqualTo(CONSISTENT);
    }

    @Test
    void aSpectrumThatIsNoiseFails() {
        KramersKronigVerdict verdict =
                KramersKronigCheck.USUAL.judge(MadeUpSpectra.sweep(1e5, 0.1, 10, 0.03, KramersKronigCheckTest::cell));
        assertThat(verdict.outcome()).isEqualTo(INCONSISTENT);
        assertThat(verdict.reasons().get(0)).contains("as a whole");
    }

    @Test
    void aCellThatDriftsWhileItIsMeasuredDoesNotPass() {
        KramersKronigVerdict verdict = KramersKronigCheck.USUAL.judge(
                MadeUpSpectra.sweep(1e5, 0.1, 10, 0.0005, w -> cell(w).times(1 + 0.05 * Math.log10(6.3e5 / w))));
        assertThat(verdict.outcome()).isNotEqualTo(CONSISTENT);
    }

    @Test
    void oneBadPointIsNamed() {
        double bad = 2 * Math.PI * 100;
        KramersKronigVerdict verdict = KramersKronigCheck.USUAL.judge(
                MadeUpSpectra.sweep(1e5, 0.1, 10, 0, w -> cell(w).times(Math.abs(w / bad - 1) < 1e-6 ? 1.04 : 1)));
        assertThat(verdict.outcome()).isEqualTo(DOUBTFUL);
        assertThat(verdict.worstHertz()).isCloseTo(100, within(1e-6));
    }

    @Test
    void tooLittleIsNoVerdict() {
        Impedances data = MadeUpSpectra.sweep(1e3, 300, 20, 0, KramersKronigCheckTest::cell);
        assertThat(KramersKronigCheck.USUAL.judge(data).outcome()).isEqualTo(UNDECIDED);
    }

    @Test
    void unusablePointsAreLeftOutAndAnEmptySpectrumIsRefused() {
        Spectrum.Point bad = new Spectrum.Point(1, 1, -1, Quality.OVERLOAD);
        Spectrum.Point good = new Spectrum.Point(10, 1, -1, Quality.GOOD);
        assertThat(Impedances.of(new Spectrum(0, 1, List.of(bad, good))).size()).isEqualTo(1);
        assertThatThrownBy(() -> Impedances.of(new Spectrum(0, 1, List.of(bad))))
                .hasMessageContaining("impedance points");
        assertThatThrownBy(() -> Impedances.of(new double[] {0, -1}, new double[] {1, 1}, new double[] {1, 1}))
                .hasMessageContaining("impedance points");
    }

    @Test
    void limitsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new KramersKronigCheck(0, 1, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KramersKronigCheck(0.01, 8, 7)).hasMessageContaining("below the fewest");
    }
}
