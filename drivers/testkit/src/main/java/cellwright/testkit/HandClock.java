package cellwright.testkit;

import cellwright.instrument.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that stands still until a test, or a link with nothing to say, moves it. Any thread. */
public final class HandClock implements NanoClock {
    private final AtomicLong now;

    /**
     * A clock that stands at the given time.
     *
     * @param nanos nanoseconds, best not 0, so that a driver that forgets the clock is found out
     */
    public HandClock(long nanos) {
        now = new AtomicLong(nanos);
    }

    @Override
    public long nanos() {
        return now.get();
    }

    /** Moves on by a time, which must not be negative. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("a monotonic clock never runs backwards, asked for " + by);
        }
        now.addAndGet(by.toNanos());
    }

    /** Moves on to a time; does nothing if that has passed. */
    public void advanceTo(long nanos) {
        now.accumulateAndGet(nanos, Math::max);
    }
}
