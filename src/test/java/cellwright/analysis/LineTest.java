package cellwright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Straight lines: normal equations, known uncertainties, refusals. */
class LineTest {
    /** Some pairs of the Norris data of the NIST Statistical Reference Datasets. */
    private static final double[] X = {0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0};

    private static final double[] Y = {0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9};

    @Test
    void theResidualsAreOrthogonalAndTheVarianceIsTheirs() {
        Line line = Line.through(X, Y);
        double sum = 0;
        double moment = 0;
        double square = 0;
        double mean = 0;
        double spread = 0;
        for (int i = 0; i < X.length; i++) {
            double rest = Y[i] - line.intercept() - line.slope() * X[i];
            sum += rest;
            moment += rest * X[i];
            square += rest * rest;
            mean += X[i] / X.length;
        }
        for (double x : X) {
            spread += (x - mean) * (x - mean);
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(moment).isCloseTo(0, within(1e-6));
        assertThat(line.chiSquared()).isCloseTo(square, within(1e-9));
        assertThat(line.varianceSlope()).isCloseTo(square / 8 / spread, within(1e-15));
        assertThat(line.rSquared()).isGreaterThan(0.9999);
    }

    @Test
    void knownUncertaintiesAreKeptUnlessThePointsScatterMore() {
        double[] x = {-1, 0, 1};
        double[] u = {0.1, 0.1, 0.1};
        Line calm = Line.weighted(x, new double[] {-2, 0, 2}, u);
        assertThat(calm.slopeEstimate().standardUncertainty()).isCloseTo(0.1 / Math.sqrt(2), within(1e-12));
        assertThat(calm.at(1).standardUncertainty()).isCloseTo(0.1 * Math.sqrt(1 / 3.0 + 0.5), within(1e-12));
        Line wild = Line.weighted(x, new double[] {-2, 3, 2}, u);
        assertThat(wild.slopeEstimate().standardUncertainty()).isGreaterThan(1);
    }

    @Test
    void pairsThatAreNotNumbersAreLeftOut() {
        Line line = Line.through(new double[] {0, 1, Double.NaN, 2}, new double[] {1, 3, 9, 5});
        assertThat(line.points()).isEqualTo(3);
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.intercept()).isEqualTo(1);
    }

    @Test
    void twoPointsGiveALineAndNoUncertainty() {
        Line line = Line.through(new double[] {0, 1}, new double[] {1, 3});
        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.slopeEstimate().halfWidth95()).isNaN();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Line.through(new double[] {1}, new double[] {1}))
                .hasMessageContaining("at least 2");
        assertThatThrownBy(() -> Line.through(new double[] {1, 1}, new double[] {1, 2}))
                .hasMessageContaining("same x");
        assertThatThrownBy(() -> Line.through(new double[] {1, 2}, new double[] {1}))
                .hasMessageContaining("differ in length");
    }

    @Test
    void confidenceIntervalsFollowStudent() {
        assertThat(new Estimate(10, 1, 4).halfWidth95()).isCloseTo(2.7764, within(1e-4));
        assertThat(new Estimate(10, 1, Double.POSITIVE_INFINITY).high95()).isCloseTo(11.96, within(1e-4));
        assertThat(new Estimate(-10, 1, 4).times(-2)).isEqualTo(new Estimate(20, 2, 4));
        assertThat(new Estimate(-10, 1, 4).relativeUncertainty()).isEqualTo(0.1);
        assertThat(Estimate.unqualified(3).low95()).isNaN();
    }
}
