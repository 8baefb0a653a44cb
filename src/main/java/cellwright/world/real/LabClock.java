package cellwright.world.real;

import cellwright.instrument.NanoClock;

/**
 * The laboratory's clock: monotonic while the program lives, and never before what earlier lives of it have journaled. It begins
 * at the wall clock's time, so that its readings can be read as dates, and is not moved by the wall clock afterwards. Any thread.
 *
 * <p>Across a restart nothing but the wall clock tells how long the program was gone. Where that stands before the last
 * journaled event, as after a dead battery, time goes on right behind that event.
 */
public final class LabClock implements NanoClock {
    private final NanoClock ticks;
    private final long beganTicks;
    private final long beganNanos;

    /**
     * A clock that begins now.
     *
     * @param ticks the machine's monotonic clock, of any origin
     * @param unixNanos the wall clock now, nanoseconds since 1970 UTC
     * @param lastNanos the latest time in the journal; {@link Long#MIN_VALUE} if it is empty
     */
    public LabClock(NanoClock ticks, long unixNanos, long lastNanos) {
        this.ticks = ticks;
        this.beganTicks = ticks.nanos();
        this.beganNanos = unixNanos > lastNanos ? unixNanos : lastNanos + 1;
    }

    @Override
    public long nanos() {
        return beganNanos + (ticks.nanos() - beganTicks);
    }

    /** Whether the wall clock stood before what was journaled, so that the length of the gap is not known. */
    public boolean wallClockWasBehind(long unixNanos) {
        return beganNanos != unixNanos;
    }
}
