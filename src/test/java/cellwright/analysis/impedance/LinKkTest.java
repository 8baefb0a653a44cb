package cellwright.analysis.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published procedure, number by number against other programs. */
class LinKkTest {
    @Test
    void muIsOneLessTheShareOfTheNegative() {
        assertThat(LinKk.mu(1, 2, 3, -3, -2, -1)).isEqualTo(0);
        assertThat(LinKk.mu(-1, 2, 4, -3, 4, -1)).isEqualTo(0.5);
        assertThat(LinKk.mu(0, 0)).isEqualTo(1);
        assertThat(LinKk.mu(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void theReferenceOfTheAuthorsIsMet() {
        LinKkFit fit = LinKk.search(Fixtures.zplot("Circuit3_EIS_1.z"), 0.69, 50, LinKk.Part.REAL, false);
        assertThat(fit.timeConstants()).isEqualTo(10);
        assertThat(fit.mu()).isCloseTo(0.6843821117885378, within(1e-11));
        assertThat(fit.model(0).real()).isCloseTo(1504.77272562, within(1e-7));
    }

    @Test
    void anAddedCapacitanceLeavesTheRealPartAlone() {
        LinKkFit fit = LinKk.search(Fixtures.zplot("Circuit3_EIS_1.z"), 0.69, 50, LinKk.Part.REAL, true);
        assertThat(fit.timeConstants()).isEqualTo(10);
        assertThat(fit.mu()).isCloseTo(0.6843821117885381, within(1e-11));
        assertThat(fit.perFarad()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Circuit1_EIS_1, REAL, 0.85", "Circuit1_EIS_1, REAL, 0.69", "Circuit1_EIS_1, COMPLEX, 0.85",
        "Circuit1_EIS_1, COMPLEX, 0.69", "Circuit2_EIS_1, REAL, 0.85", "Circuit2_EIS_1, REAL, 0.69",
        "Circuit2_EIS_1, COMPLEX, 0.85", "Circuit2_EIS_1, COMPLEX, 0.69", "Circuit3_EIS_1, REAL, 0.85",
        "Circuit3_EIS_1, REAL, 0.69", "Circuit3_EIS_1, COMPLEX, 0.85", "Circuit3_EIS_1, COMPLEX, 0.69"
    })
    void filesOfCircuitsComeOutAsElsewhere(String name, LinKk.Part part, double threshold) {
        JsonNode runs = Fixtures.expected().path("impedance.py_linKK(peer_run)");
        JsonNode run = runs.path("%s %s c=%s".formatted(name, part.name().toLowerCase(Locale.ROOT), threshold));
        agrees(LinKk.search(Fixtures.zplot(name + ".z"), threshold, 50, part, false), run, 1e-9);
    }

    @Test
    void theSpectrumOfACellComesOutAsElsewhere() {
        JsonNode runs = Fixtures.expected().path("impedance.py_linKK(peer_run)");
        Impedances all = Fixtures.exampleData();
        Impedances low = all.capacitive().between(0, 999.99);
        Map<String, LinKkFit> fits = Map.of(
                "exampleData f<1000 Im<0 complex add_cap c=.5",
                LinKk.search(low, 0.5, 100, LinKk.Part.COMPLEX, true),
                "exampleData f<1000 Im<0 real c=.85",
                LinKk.search(low, 0.85, 50, LinKk.Part.REAL, false),
                "exampleData all complex add_cap c=.85",
                LinKk.search(all, 0.85, 50, LinKk.Part.COMPLEX, true));
        // the other program solves the normal equations, which costs it half of its digits at M = 26
        fits.forEach((name, fit) -> agrees(fit, runs.path(name), 1e-5));
    }

    private static void agrees(LinKkFit fit, JsonNode run, double relative) {
        assertThat(run.isObject()).isTrue();
        assertThat(fit.timeConstants()).isEqualTo(run.path("M").asInt());
        close(fit.mu(), run.path("mu").asDouble(), relative);
        close(fit.largestReal(), run.path("max_abs_res_real").asDouble(), relative);
        close(fit.largestImaginary(), run.path("max_abs_res_imag").asDouble(), relative);
        close(fit.rms(), run.path("rms_res").asDouble(), relative);
        close(fit.chiSquared(), run.path("chi2").asDouble(), relative);
    }

    private static void close(double value, double wanted, double relative) {
        assertThat(value).isCloseTo(wanted, within(relative * Math.abs(wanted)));
    }

    @ParameterizedTest
    @CsvSource({"REAL", "IMAGINARY", "COMPLEX"})
    void aSumOfItsOwnTimeConstantsIsFoundExactly(LinKk.Part part) {
        Impedances data = MadeUpSpectra.sweep(1e4, 1, 10, 0, w -> new Phasor(10, 1e-5 * w)
                .plus(new Phasor(1, w / (2 * Math.PI)).inverse().times(5)));
        LinKkFit fit = LinKk.fit(data, 5, part, false);
        assertThat(fit.rms()).isLessThan(1e-10);
        assertThat(fit.seriesOhm()).isCloseTo(10, within(1e-8));
        assertThat(fit.henry()).isCloseTo(1e-5, within(1e-12));
        assertThat(fit.resistancesOhm()[4]).isCloseTo(5, within(1e-8));
    }

    @Test
    void moreConstantsThanPointsIsStillAnAnswer() {
        Impedances data = MadeUpSpectra.sweep(1e3, 1, 3, 0.001, w -> MadeUpSpectra.constantPhase(w, 1e-3, 0.8));
        assertThat(LinKk.fit(data, 40, LinKk.Part.REAL, true).largestReal()).isLessThan(1e-6);
    }

    @Test
    void nonsenseIsRefused() {
        Impedances data = MadeUpSpectra.sweep(1e3, 1, 3, 0, w -> new Phasor(1, -1 / w));
        assertThatThrownBy(() -> LinKk.fit(data, 0, LinKk.Part.REAL, true)).hasMessageContaining("time constants");
        assertThatThrownBy(() -> LinKk.search(data, 2, 5, LinKk.Part.REAL, true))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> LinKk.fit(data.between(999, 1001), 3, LinKk.Part.REAL, true))
                .hasMessageContaining("single frequency");
    }
}
