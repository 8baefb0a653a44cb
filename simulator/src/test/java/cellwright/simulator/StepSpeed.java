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
        if (arguments.length > 0) measure(300, "ladder of 10", "nx", "10");
        if (arguments.length > 0) measure(300, "ladder of 10, ageing", "nx", "10", "ageing", "on");
    }

    /** Processor time of this thread, ns: what else the machine does matters less. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(int cycles, String name, String... settings) throws InstrumentException {
        for (int round = 0; round < 3; round++) {
            Bench bench = new Bench(settings);
            long before = processor();
            double capacity = 0;
            for (int i = 0; i < cycles; i++) {
                capacity = bench.cycle(3);
            }
            double seconds = (processor() - before) * 1e-9;
            System.out.printf(
                    "%s: %d cycles in %.2f s: %.2f us per reading, %d readings per cycle, %.1f h simulated, %.2f mAh/g%n",
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
