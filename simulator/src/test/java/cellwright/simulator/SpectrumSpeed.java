package cellwright.simulator;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.lang.management.ManagementFactory;

/** Measures how long an impedance spectrum takes; run by hand: {@code java ... cellwright.simulator.SpectrumSpeed}. */
@TouchesTheRealWorld
final class SpectrumSpeed {
    private static final int SPECTRA = 1000;
    private static final Sweep SWEEP = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e6, 0.1, 10, false);

    private SpectrumSpeed() {}

    /** Prints five rounds for each cell, the first with a cold compiler. */
    public static void main(String[] arguments) throws InstrumentException {
        measure("particle", new Bench("start_stoichiometry", "0.5").rig);
        measure("particle, ageing", new Bench("start_stoichiometry", "0.5", "ageing", "on").rig);
        measure("ten particles", new Bench("start_stoichiometry", "0.5", "nx", "10").rig);
        measure("blocking", Bench.electrolyte("blocking"));
        measure("lithium", Bench.electrolyte("lithium"));
    }

    /** Processor time of this thread, so that other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(String cell, VirtualRig rig) throws InstrumentException {
        for (int round = 0; round < 5; round++) {
            long before = cpuNanos();
            double sum = 0;
            for (int i = 0; i < SPECTRA; i++) {
                Spectrum spectrum = rig.measure(SWEEP, point -> true);
                sum += spectrum.points().getLast().real();
            }
            double micros = (cpuNanos() - before) * 1e-3 / SPECTRA;
            System.out.printf(
                    "%s: %.1f us of processor time per spectrum of 71 points, check %.3f%n", cell, micros, sum);
        }
    }
}
