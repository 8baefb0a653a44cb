package cellwright.benchmarks;

import cellwright.instrument.Foresight;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.world.Rig;
import java.util.List;

/** Passes everything on to a simulated rig, and adds up how long its jumps take. One thread. */
@TouchesTheRealWorld
final class TimedRig implements Foresight {
    private static final int CALIBRATION = 2_000_000;

    private final Foresight foresight;
    private long calls;
    private long nanos;

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
    double seconds(double clockSeconds) {
        return nanos * 1e-9 - calls * clockSeconds;
    }

    /** What one look at the clock costs, seconds; between the two looks of a jump lies the cost of one. */
    static double clockSeconds() {
        long first = System.nanoTime();
        long last = first;
        for (int i = 0; i < CALIBRATION; i++) {
            last = System.nanoTime();
        }
        return (last - first) * 1e-9 / CALIBRATION;
    }

    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        long before = System.nanoTime();
        try {
            return foresight.advance(untilNanos);
        } finally {
            nanos += System.nanoTime() - before;
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
