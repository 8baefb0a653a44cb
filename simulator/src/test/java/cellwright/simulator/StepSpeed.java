package cellwright.simulator;

import cellwright.instrument.InstrumentException;
import java.lang.management.ManagementFactory;

/** Measures how long cycles at 3C take; run by hand: {@code java ... cellwright.simulator.StepSpeed}. */
@TouchesTheRealWorld
final class StepSpeed {
    private StepSpeed() {}

    /** Prints three rounds for each kind of cell, the first with a cold compiler. */
    public static void main(String[] arguments) throws InstrumentException {
        measure(3000, "plain");
        measure(3000, "real instruments", "instrument", "real");
        measure(3000, "real instruments, no ripple", "instrument", "real", "chamber_ripple_k", "0");
        measure(3000, "ageing", "ageing", "on");
        measure(3000, "ageing, real instruments", "ageing", "on", "instrument", "real");
        measure(1000, "double layers", "double_layer", "on");
        measure(300, "ladder of 10", "nx", "10");
        measure(100, "ladder of 10, double layers", "nx", "10", "double_layer", "on");
        measure(300, "ladder of 10, ageing", "nx", "10", "ageing", "on");
    }

    /** Processor time of this thread, so that other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(int cycles, String name, String... settings) throws InstrumentException {
        for (int round = 0; round < 3; round++) {
            Bench bench = new Bench(settings);
            long before = cpuNanos();
            double capacity = 0;
            for (int i = 0; i < cycles; i++) {
                capacity = bench.cycle(3);
            }
            double seconds = (cpuNanos() - before) * 1e-9;
            System.out.printf(
                    "%s: %d cycles in %.2f s of processor time: %.2f us per reading, %d readings per cycle, %.1f h simulated, %.2f mAh/g%n",
                    name,
                    cycles,
                    seconds,
                    seconds / bench.steps() * 1e6,
                    bench.steps() / cycles,
                    bench.rig.nowNanos() / 3.6e12,
                    capacity);
        }
    }
}
