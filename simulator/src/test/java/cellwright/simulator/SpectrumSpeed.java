package cellwright.simulator;

import cellwright.instrument.Settings;
import cellwright.simulator.cell.ParticleCell;
import cellwright.simulator.impedance.Impedance;
import java.util.Map;

/** Measures how long an impedance spectrum takes; run by hand: {@code java ... cellwright.simulator.SpectrumSpeed}. */
@TouchesTheRealWorld
final class SpectrumSpeed {
    private static final int SPECTRA = 2000;
    private static final int POINTS = 71;

    private SpectrumSpeed() {}

    /** Prints five rounds, the first with a cold compiler. */
    public static void main(String[] arguments) {
        RigSettings settings =
                new RigSettings(new Settings(Map.of("cell", "A7", "active_mass_kg", "4.885e-6", "area_m2", "0.7854e-4"))
                        .withDefaults(RigSettings.DECLARED));
        ParticleCell cell = new ParticleCell(settings.design(), 1, 0.5, settings.fixture(0), 2e-4, 0);
        double sum = 0;
        for (int round = 0; round < 5; round++) {
            long before = System.nanoTime();
            for (int i = 0; i < SPECTRA; i++) {
                Impedance impedance = cell.impedance();
                for (int k = 0; k < POINTS; k++) {
                    sum += impedance.atHertz(Math.pow(10, 6 - 0.1 * k)).real();
                }
            }
            double micros = (System.nanoTime() - before) * 1e-3 / SPECTRA;
            System.out.printf("%.1f us per spectrum of %d points, check %.3f%n", micros, POINTS, sum);
        }
    }
}
