package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.DiffusionResponse;
import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The particle's matrices in frequency against closed forms, in units of R^2/D. */
class DiffusionResponseTest {
    private static double worst(ParticleMesh.Shape shape, int nodes, double ratio, Impedance closed, double below) {
        double[] profile = new double[nodes];
        Arrays.fill(profile, 0.5);
        DiffusionResponse response = new ParticleMesh(shape, nodes, ratio).response(profile, x -> 1);
        double most = 0;
        for (double w = 1e-4; w < below; w *= 1.1) {
            Complex wanted = closed.at(w);
            most = Math.max(most, response.at(w).minus(wanted).magnitude() / wanted.magnitude());
        }
        return most;
    }

    @ParameterizedTest
    @CsvSource({"1e2, 0.0016", "1e3, 0.00205", "1e4, 0.003", "1e5, 0.0084"})
    void sphere(double below, double share) {
        assertThat(worst(ParticleMesh.Shape.SPHERE, 20, 1.35, new Element.Sphere(1.0 / 3, 1), below))
                .isLessThan(share);
    }

    /** Half of a film's volume lies in the coarse inner elements of a sphere's mesh: it wants a gentler one. */
    @ParameterizedTest
    @CsvSource({"1e4, 0.0017", "1e5, 0.0055"})
    void film(double below, double share) {
        assertThat(worst(ParticleMesh.Shape.FILM, 30, 1.2, new Element.ClosedLayer(1, 1), below))
                .isLessThan(share);
    }

    @ParameterizedTest
    @CsvSource({"1e4, 0.0045", "1e5, 0.0085"})
    void filmOnTheMeshOfASphere(double below, double share) {
        assertThat(worst(ParticleMesh.Shape.FILM, 20, 1.35, new Element.ClosedLayer(1, 1), below))
                .isLessThan(share);
    }

    /** Slowly, deviations spread until D times the deviation is the same everywhere, and lithium is conserved. */
    @Test
    void whereDiffusionIsQuickLittleGathers() {
        ParticleMesh mesh = new ParticleMesh(ParticleMesh.Shape.SPHERE, 60, 1.05);
        double[] profile = new double[60];
        Arrays.setAll(profile, i -> 0.3 + 0.005 * i);
        double[] gathered = Arrays.stream(profile).map(x -> 1 / (1 + x * x)).toArray();
        Complex slow = mesh.response(profile, x -> 1 + x * x).at(1e-7);
        assertThat(slow.imaginary() * 1e-7).isCloseTo(-gathered[59] / mesh.mean(gathered), within(1e-4));
    }

    @Test
    void theSlopeOfACurveIsItsDerivative() {
        Pchip curve = CathodeLibrary.NCM85.openCircuit();
        double h = 1e-6;
        for (double x = curve.low() - 0.01; x < curve.high() + 0.01; x += 1.03e-3) {
            double chord = (curve.value(x + h) - curve.value(x - h)) / (2 * h);
            assertThat(curve.slope(x)).isCloseTo(chord, within(1e-3 * Math.abs(chord) + 1e-4));
        }
    }
}
