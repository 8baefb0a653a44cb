package cellwright.simulator.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The particle against closed solutions, in units of R^2/D, with a constant diffusion coefficient. */
class DiffusionTest {
    private static final double START = 0.5;

    private static Particle particle(ParticleMesh.Shape shape, int nodes, double ratio) {
        return new Particle(new ParticleMesh(shape, nodes, ratio), x -> 1, START);
    }

    /** One step at a flux given as the rise of the mean per unit time; returns the error. */
    private static double flux(Particle particle, double perTime, double time) {
        double base = particle.beginFull(1, time);
        particle.endFull(base + particle.fullSlope() * perTime * time);
        base = particle.beginHalf();
        particle.endHalf(base + particle.halfSlope() * perTime * time / 2);
        base = particle.beginTwice(1, time / 2);
        particle.endTwice(base + particle.halfSlope() * perTime * time / 2);
        double error = particle.extrapolate();
        particle.accept();
        return error;
    }

    /** One step at a fixed surface; returns the uptake of the mean. */
    private static double hold(Particle particle, double surface, double time) {
        double before = particle.mean();
        particle.beginFull(1, time);
        particle.endFull(surface);
        particle.beginHalf();
        particle.endHalf(surface);
        particle.beginTwice(1, time / 2);
        particle.endTwice(surface);
        particle.extrapolate();
        particle.accept();
        return particle.mean() - before;
    }

    /** At a flux that fills a fifth of the particle in a time of R^2/D; the error goes with the flux. */
    @Test
    void aConstantFluxIntoASphereFollowsTheSeries() {
        Particle particle = particle(ParticleMesh.Shape.SPHERE, 20, 1.35);
        double perTime = 0.2;
        double time = 0;
        double most = 0;
        for (double step = 1e-8; time < 0.5; step = Math.min(step * 1.02, 1e-3)) {
            flux(particle, perTime, step);
            time += step;
            if (time > 1e-4 && time < 0.4) {
                most = Math.max(most, Math.abs(particle.surface() - START - perTime / 3 * sphere(time)));
            }
        }
        assertThat(most).isLessThan(1.7e-5);
        assertThat(particle.mean()).isCloseTo(START + perTime * time, within(1e-12));
    }

    /** Surface response of a sphere to unit flux (Crank, The Mathematics of Diffusion, eq. 6.45). */
    private static double sphere(double time) {
        double sum = 3 * time + 0.2;
        for (int n = 1; n <= 400; n++) {
            double root = root(n);
            sum -= 2 * Math.exp(-root * root * time) / (root * root);
        }
        return sum;
    }

    /** The n-th positive root of tan(a) = a. */
    private static double root(int n) {
        double a = (n + 0.5) * Math.PI - 1 / ((n + 0.5) * Math.PI);
        for (int i = 0; i < 20; i++) {
            a = n * Math.PI + Math.atan(a);
        }
        return a;
    }

    @Test
    void aFixedSurfaceFollowsCottrell() {
        Particle particle = particle(ParticleMesh.Shape.FILM, 24, 1.35);
        double jump = 0.1;
        double time = 0;
        double most = 0;
        for (double step = 1e-9; time < 0.05; step = Math.min(step * 1.05, 2e-5)) {
            double current = hold(particle, START + jump, step) / step;
            double middle = time + step / 2;
            time += step;
            if (middle > 1e-3) {
                most = Math.max(most, Math.abs(current * Math.sqrt(Math.PI * middle) / jump - 1));
            }
        }
        assertThat(most).isLessThan(2e-3);
    }

    @ParameterizedTest
    @CsvSource({"3, 24, 1.35, 4.7e-3", "6, 24, 1.35, 4.7e-3", "12, 24, 1.35, 4.7e-3", "6, 30, 1.2, 2.2e-3"})
    void aConstantFluxDrainsTheSurfaceAtSandsTime(double perTime, int nodes, double ratio, double error) {
        Particle particle = particle(ParticleMesh.Shape.FILM, nodes, ratio);
        double expected = Math.PI / 4 * START * START / (perTime * perTime);
        double step = expected * 1e-7;
        double time = 0;
        double before = particle.surface();
        while (particle.surface() > 0) {
            before = particle.surface();
            flux(particle, -perTime, step);
            time += step;
            step = Math.min(step * 1.02, expected * 1e-3);
        }
        double share = particle.surface() / (particle.surface() - before);
        assertThat((time - share * step) / expected).isCloseTo(1, within(error));
    }

    @Test
    void lumpedMassConservesAndStaysMonotone() {
        Particle particle = particle(ParticleMesh.Shape.SPHERE, 20, 1.35);
        particle.lump(true);
        flux(particle, 1, 1e-6);
        assertThat(particle.mean()).isCloseTo(START + 1e-6, within(1e-15));
        assertThat(particle.surface()).isGreaterThan(START);
    }
}
