package cellwright.simulator;

import cellwright.instrument.InstrumentException;

/** Measures how long 3000 cycles at 3C take; run by hand: {@code java ... cellwright.simulator.StepSpeed}. */
@TouchesTheRealWorld
final class StepSpeed {
    private static final int CYCLES = 3000;

    private StepSpeed() {}

    /** Prints three rounds, the first with a cold compiler. */
    public static void main(String[] arguments) throws InstrumentException {
        for (int round = 0; round < 3; round++) {
            Bench bench = new Bench();
            long before = System.nanoTime();
            double capacity = 0;
            for (int i = 0; i < CYCLES; i++) {
                capacity = bench.cycle(3);
            }
            double seconds = (System.nanoTime() - before) * 1e-9;
            System.out.printf(
                    "%d cycles in %.2f s: %.2f us per reading, %d readings per cycle, %.1f h simulated, %.2f mAh/g%n",
                    CYCLES,
                    seconds,
                    seconds / bench.steps() * 1e6,
                    bench.steps() / CYCLES,
                    bench.rig.nowNanos() / 3.6e12,
                    capacity);
        }
    }
}
