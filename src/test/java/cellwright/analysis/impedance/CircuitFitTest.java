package cellwright.analysis.impedance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.Estimate;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits: the best known place on real data, made-up circuits found again, and what cannot be determined said. */
class CircuitFitTest {
    @ParameterizedTest
    @ValueSource(strings = {"R0-p(R1,CPE1)-p(R2,CPE2)-Wo1", "R0-p(R1,C1)-p(R2-Wo1,C2)"})
    void theBestKnownPlaceIsReachedFromEverySeed(String text) {
        JsonNode best = Fixtures.expected().path("best_known").path("exampleData/" + text);
        double[] values = Fixtures.numbers(best.path("parameters"));
        double[] errors = Fixtures.numbers(best.path("stderr_scaled_by_red_chi2"));
        Impedances data = Fixtures.exampleData().capacitive();
        for (long seed = 1; seed <= 3; seed++) {
            FittedCircuit fit = new CircuitFit(Weighting.MODULUS, 20, seed).fit(Circuit.parse(text), data);
            double wanted = best.path("chi2_modulus").asDouble();
            assertThat(fit.chiSquared()).isCloseTo(wanted, within(1e-10 * wanted));
            assertThat(fit.degreesOfFreedom()).isEqualTo(best.path("dof").asInt());
            for (int i = 0; i < values.length; i++) {
                String name = fit.circuit().parameters().get(i).name();
                assertThat(fit.values()[i]).isCloseTo(values[i], within(1e-3 * errors[i]));
                assertThat(fit.estimate(name).standardUncertainty()).isCloseTo(errors[i], within(1e-4 * errors[i]));
                for (int j = 0; j < values.length; j++) {
                    double correlation = best.path("corr").get(i).get(j).asDouble();
                    assertThat(fit.correlation(i, j)).isCloseTo(correlation, within(2e-4));
                }
            }
        }
    }

    @Test
    void unitWeightsAgreeWithAnotherProgram() {
        Circuit circuit = Circuit.parse("R0-p(R1,C1)-p(R2-Wo1,C2)");
        double[] guess = {0.01, 0.01, 100, 0.01, 0.05, 100, 1};
        FittedCircuit fit = new CircuitFit(Weighting.UNIT, 20, 1)
                .fit(circuit, Fixtures.exampleData().capacitive(), guess);
        double other = Fixtures.expected()
                .path("impedance.py_fits(peer_run)")
                .path("exampleData/R0-p(R1,C1)-p(R2-Wo1,C2)/unit")
                .path("ssr_ohm2")
                .asDouble();
        assertThat(fit.chiSquared()).isLessThan(other * (1 + 1e-6));
        assertThat(fit.has(FitDoubt.Kind.NOT_IMPROVED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R0-CPE1 | 82.7 1.6e-6 0.9",
                "L0-R0-p(R1,CPE1)-CPE2 | 2e-6 20 300 1e-7 0.92 1e-4 0.85",
                "R0-p(R1,CPE1)-p(R2,CPE2)-Wo1 | 10 40 1e-6 0.9 90 1e-4 0.8 30 20",
                "R0-p(R1,C1)-p(R2-Ws1,C2) | 5 20 1e-6 50 40 2 2e-4",
                "R0-p(R1-W1,C1) | 5 20 7 1e-5"
            })
    void madeUpCircuitsAreFoundAgain(String text, String numbers) {
        Circuit circuit = Circuit.parse(text);
        double[] truth = Stream.of(numbers.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Impedances clean = MadeUpSpectra.sweep(1e6, 0.01, 8, 0, w -> circuit.ohm(w / (2 * Math.PI), truth));
        FittedCircuit exact = CircuitFit.USUAL.fit(circuit, clean);
        for (int i = 0; i < truth.length; i++) {
            assertThat(exact.values()[i]).isCloseTo(truth[i], within(1e-5 * truth[i]));
        }
        Impedances noisy = MadeUpSpectra.sweep(1e6, 0.01, 8, 0.003, w -> circuit.ohm(w / (2 * Math.PI), truth));
        FittedCircuit fit = CircuitFit.USUAL.fit(circuit, noisy);
        assertThat(Math.sqrt(fit.reducedChiSquared())).isCloseTo(0.003, within(0.0005));
        for (int i = 0; i < truth.length; i++) {
            double uncertainty =
                    fit.estimate(circuit.parameters().get(i).name()).standardUncertainty();
            assertThat(fit.values()[i]).isCloseTo(truth[i], within(4 * uncertainty));
        }
    }

    @Test
    void theSumOfArcsThatCannotBeToldApartIsKnown() {
        Circuit circuit = Circuit.parse("R0-p(R1,CPE1)-p(R2,CPE2)");
        double[] truth = {5, 50, 1e-5, 0.9, 60, 3e-5, 0.88};
        Impedances data = MadeUpSpectra.sweep(1e5, 0.1, 8, 0.003, w -> circuit.ohm(w / (2 * Math.PI), truth));
        FittedCircuit fit = CircuitFit.USUAL.fit(circuit, data);
        Estimate sum = fit.sum("R1", "R2");
        assertThat(sum.value()).isCloseTo(110, within(4 * sum.standardUncertainty()));
        assertThat(sum.relativeUncertainty()).isLessThan(0.01);
        assertThat(fit.estimate("R1").relativeUncertainty()).isGreaterThan(0.05);
        assertThat(fit.correlation("R1", "R2")).isLessThan(-0.98);
        assertThat(fit.has(FitDoubt.Kind.CORRELATED)).isTrue();
    }

    @Test
    void aRedundantResistanceIsHeldAndItsSumStays() {
        Circuit circuit = Circuit.parse("R0-p(R1,C1)");
        Impedances data = MadeUpSpectra.sweep(1e5, 1, 8, 0.002, w -> circuit.ohm(w / (2 * Math.PI), 5, 50, 1e-5));
        FittedCircuit fit = CircuitFit.USUAL.fit(Circuit.parse("R0-R2-p(R1,C1)"), data);
        assertThat(fit.has(FitDoubt.Kind.AT_LIMIT)).isTrue();
        assertThat(fit.sum("R0", "R2").value()).isCloseTo(5, within(0.05));
        assertThat(fit.sum("R0", "R2").standardUncertainty()).isBetween(1e-4, 0.05);
        assertThat(fit.degreesOfFreedom()).isEqualTo(2 * data.size() - 3);
    }

    @Test
    void anElementThatIsNotThereRunsAwayAndIsNamed() {
        Impedances data = MadeUpSpectra.sweep(
                1e5, 1, 8, 0.002, w -> MadeUpSpectra.beside(new Phasor(50, 0), new Phasor(0, -1e5 / w)));
        FittedCircuit fit = CircuitFit.USUAL.fit(Circuit.parse("L0-p(R1,CPE1)"), data);
        assertThat(fit.doubts())
                .anyMatch(doubt -> doubt.kind() == FitDoubt.Kind.AT_LIMIT
                        || (doubt.kind() == FitDoubt.Kind.UNCERTAIN
                                && doubt.text().contains("L0")));
        assertThat(fit.estimate("R1").value()).isCloseTo(50, within(0.2));
        assertThat(fit.estimate("CPE1_1").value()).isCloseTo(1, within(0.005));
    }

    @Test
    void arcsStandInTheOrderOfTheirTimeConstants() {
        Circuit circuit = Circuit.parse("R0-p(R1,C1)-p(R2,C2)-p(R3,C3)");
        Impedances data = MadeUpSpectra.sweep(
                1e5, 0.01, 8, 0.001, w -> circuit.ohm(w / (2 * Math.PI), 1, 30, 1e-2, 20, 1e-6, 10, 1e-4));
        FittedCircuit fit = CircuitFit.USUAL.fit(circuit, data);
        assertThat(fit.values()).satisfies(values -> {
            assertThat(values[1]).isCloseTo(20, within(0.2));
            assertThat(values[3]).isCloseTo(10, within(0.2));
            assertThat(values[5]).isCloseTo(30, within(0.2));
        });
        assertThat(fit.arcs()).extracting(Arc::resistance).containsExactly("R1", "R2", "R3");
        assertThat(fit.arcs().get(0).farads()).isCloseTo(1e-6, within(1e-8));
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        Circuit circuit = Circuit.parse("R0-p(R1,CPE1)");
        Impedances data = MadeUpSpectra.sweep(1e5, 1, 5, 0.01, w -> circuit.ohm(w / (2 * Math.PI), 5, 50, 1e-5, 0.8));
        assertThat(CircuitFit.USUAL.fit(circuit, data).values())
                .isEqualTo(CircuitFit.USUAL.fit(circuit, data).values());
    }

    @Test
    void aCircuitThatCannotDescribeTheDataIsWorse() {
        Circuit circuit = Circuit.parse("R0-p(R1,C1)");
        Impedances data = MadeUpSpectra.sweep(1e5, 1, 8, 0.002, w -> circuit.ohm(w / (2 * Math.PI), 5, 50, 1e-5));
        double right = CircuitFit.USUAL.fit(circuit, data).akaike();
        assertThat(right)
                .isLessThan(
                        CircuitFit.USUAL.fit(Circuit.parse("R0-R1-C1"), data).akaike());
    }

    @Test
    void residualsAreRelative() {
        Impedances data = MadeUpSpectra.sweep(1e3, 1, 5, 0, w -> new Phasor(10, -1 / w));
        FittedCircuit fit = CircuitFit.USUAL.fit(Circuit.parse("R0-C1"), data);
        assertThat(IntStream.range(0, data.size())
                        .mapToDouble(i -> fit.residual(i).modulus())
                        .max()
                        .orElseThrow())
                .isLessThan(1e-7);
    }

    @Test
    void nonsenseIsRefused() {
        Impedances data = MadeUpSpectra.sweep(1e3, 500, 3, 0, w -> new Phasor(10, -1 / w));
        Circuit circuit = Circuit.parse("R0-C1");
        assertThatThrownBy(() -> CircuitFit.USUAL.fit(Circuit.parse("R0-p(R1,CPE1)"), data))
                .hasMessageContaining("parts of impedances");
        assertThatThrownBy(() -> CircuitFit.USUAL.fit(circuit, data, 1, -1)).hasMessageContaining("C1 cannot be");
        assertThatThrownBy(() -> new CircuitFit(Weighting.UNIT, 0, 1)).hasMessageContaining("starts");
        FittedCircuit fit = CircuitFit.USUAL.fit(circuit, data);
        assertThatThrownBy(() -> fit.sum("R0", "C1")).hasMessageContaining("different quantities");
        assertThatThrownBy(() -> fit.sum("R0", "R0")).hasMessageContaining("each once");
    }
}
