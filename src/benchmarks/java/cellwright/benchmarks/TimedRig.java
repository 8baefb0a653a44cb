package cellwright.benchmarks;

import cellwright.instrument.Foresight;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.world.Rig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Passes everything on to a simulated rig, and adds up how long its jumps take, by the clock and on the processor, which
 * is less where other work had the core meanwhile. One thread.
 */
@TouchesTheRealWorld
final class TimedRig implements Foresight {
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int LOOKS = 20_000;
    private static final int ROUNDS = 50;

    private final Foresight foresight;
    private long calls;
    private long nanos;
    private long processorNanos;

    TimedRig(Foresight foresight) {
        this.foresight = foresight;
    }

    /** The rig with this between it and the world. */
    Rig in(Rig rig) {
        return new Rig(this, rig.potentiostat(), rig.regulator(), rig.analyser());
    }

    /** How many jumps there were. */
    long calls() {
        return calls;
    }

    /** Seconds spent in jumps, without what measuring them cost. */
    double seconds(Clocks clocks) {
        return nanos * 1e-9 - calls * clocks.look();
    }

    /** Seconds the processor worked on jumps, without what measuring them cost. */
    double processorSeconds(Clocks clocks) {
        return processorNanos * 1e-9 - calls * (clocks.processorLook() + 2 * clocks.look());
    }

    /** Seconds that measuring cost. */
    double costSeconds(Clocks clocks) {
        return 2 * calls * (clocks.processorLook() + clocks.look());
    }

    /**
     * What a look at each clock costs, seconds; between two looks lies the cost of one.
     *
     * @param look at the clock
     * @param processorLook at the time of this thread on the processor
     */
    @TouchesTheRealWorld
    record Clocks(double look, double processorLook) {
        /** As measured now, the least of many rounds. */
        static Clocks measured() {
            return new Clocks(least(System::nanoTime), least(PROCESSOR::getCurrentThreadCpuTime));
        }

        private static double least(LongSupplier clock) {
            Rounds looks = new Rounds();
            for (int round = 0; round < ROUNDS; round++) {
                long before = System.nanoTime();
                long last = 0;
                for (int i = 0; i < LOOKS; i++) {
                    last = Math.max(last, clock.getAsLong());
                }
                looks.add((System.nanoTime() - before) * 1e-9 / LOOKS);
            }
            return looks.least();
        }
    }

    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        long processorBefore = PROCESSOR.getCurrentThreadCpuTime();
        long before = System.nanoTime();
        try {
            return foresight.advance(untilNanos);
        } finally {
            nanos += System.nanoTime() - before;
            processorNanos += PROCESSOR.getCurrentThreadCpuTime() - processorBefore;
            calls++;
        }
    }

    @Override
    public long nowNanos() {
        return foresight.nowNanos();
    }

    @Override
    public void watch(List<Watch> watches) {
        foresight.watch(watches);
    }

    @Override
    public Identity identity() {
        return foresight.identity();
    }

    @Override
    public List<Signal> signals() {
        return foresight.signals();
    }

    @Override
    public Reading read() throws InstrumentException {
        return foresight.read();
    }

    @Override
    public void makeSafe() throws InstrumentException {
        foresight.makeSafe();
    }

    @Override
    public void close() {
        foresight.close();
    }
}
