package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Impedance;
import cellwright.simulator.impedance.KramersKronig;
import cellwright.simulator.impedance.KramersKronig.Misfit;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spectra of the cell and the relations of Kramers and Kronig: 81 points from 1 MHz to 10 mHz. */
class ConsistencyTest {
    private static final int POINTS = 81;
    private static final double[] W = IntStream.range(0, POINTS)
            .mapToDouble(i -> 2 * Math.PI * Math.pow(10, 6 - 0.1 * i))
            .toArray();

    private static Impedance cell(double x) {
        return Cells.layered(CathodeLibrary.NCM85, 1, x).impedance();
    }

    private static Misfit misfit(int elements, IntFunction<Complex> point) {
        return KramersKronig.misfit(
                W, IntStream.range(0, POINTS).mapToObj(point).toArray(Complex[]::new), elements);
    }

    /** One part in a thousand of |Z| in each part. */
    private static Complex noisy(Complex z, SplittableRandom random) {
        double size = 1e-3 * z.magnitude();
        return z.plus(new Complex(size * random.nextGaussian(), size * random.nextGaussian()));
    }

    @ParameterizedTest
    @CsvSource({"0.98, 4e-4, 2e-3", "0.5, 4e-5, 2e-4", "0.3, 1e-4, 5e-4", "0.15, 4e-4, 2e-3"})
    void theSpectrumObeys(double x, double rms, double most) {
        Impedance impedance = cell(x);
        Misfit misfit = misfit(50, i -> impedance.at(W[i]));
        assertThat(misfit.rms()).isLessThan(rms);
        assertThat(misfit.most()).isLessThan(most);
    }

    @Test
    void noiseIsWhatRemains() {
        Impedance impedance = cell(0.5);
        SplittableRandom random = new SplittableRandom(1);
        Misfit misfit = misfit(30, i -> noisy(impedance.at(W[i]), random));
        assertThat(misfit.rms()).isBetween(1e-3, 1.4e-3);
    }

    /** Five percent over the sweep: three times the noise and no more, so a repeated spectrum tells more. */
    @Test
    void aSlowDriftShowsLittle() {
        Impedance impedance = cell(0.5);
        SplittableRandom random = new SplittableRandom(2);
        Misfit misfit = misfit(30, i -> noisy(impedance.at(W[i]).times(1 + 0.05 * i / (POINTS - 1.0)), random));
        assertThat(misfit.rms()).isBetween(2e-3, 5e-3);
    }

    @Test
    void aJumpByThreeOhmsShowsClearly() {
        Impedance impedance = cell(0.5);
        SplittableRandom random = new SplittableRandom(3);
        Misfit misfit = misfit(30, i -> noisy(impedance.at(W[i]).plus(i < POINTS / 2 ? 0 : 3), random));
        assertThat(misfit.rms()).isBetween(6e-3, 1e-2);
        assertThat(misfit.most()).isGreaterThan(2e-2);
    }
}
