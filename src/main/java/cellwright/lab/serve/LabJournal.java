package cellwright.lab.serve;

import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.instrument.NanoClock;
import cellwright.journal.Clocks;
import cellwright.world.real.Scribe;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The laboratory's journal as the conductor sees it: channels by their place in the configuration. It knows since when something
 * waits to be made durable, and notes the wall clock before the first event, every hour, and whenever it has been set. The
 * conductor's thread.
 */
final class LabJournal implements EventLog {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final Scribe journal;
    private final int[] numbers;
    private final NanoClock clock;
    private final LongSupplier unixNanos;
    private long waitingSinceNanos = NEVER;
    private long notedNanos = Long.MIN_VALUE;
    private long notedOffset;

    /**
     * A view of a journal.
     *
     * @param numbers the journal's number of each channel, by place
     * @param clock the world's clock
     * @param unixNanos the wall clock, nanoseconds since 1970 UTC
     */
    LabJournal(Scribe journal, int[] numbers, NanoClock clock, LongSupplier unixNanos) {
        this.journal = journal;
        this.numbers = numbers.clone();
        this.clock = clock;
        this.unixNanos = unixNanos;
    }

    @Override
    public void append(int channel, Event event) throws LogFailure {
        noteClocks();
        journal.append(numbers[channel], event);
        if (waitingSinceNanos == NEVER) {
            waitingSinceNanos = clock.nanos();
        }
    }

    private void noteClocks() throws LogFailure {
        long now = clock.nanos();
        long unix = unixNanos.getAsLong();
        boolean set = Math.abs(unix - now - notedOffset) > SECOND;
        if (notedNanos == Long.MIN_VALUE || set || now - notedNanos >= HOUR) {
            notedNanos = now;
            notedOffset = unix - now;
            journal.note(new Clocks(now, unix));
        }
    }

    @Override
    public void commit() throws LogFailure {
        waitingSinceNanos = NEVER;
        journal.commit();
    }

    @Override
    public long settle(long taken) throws LogFailure {
        waitingSinceNanos = NEVER;
        return journal.settle();
    }

    /** Since when an event waits for somebody to have it made durable; {@link Long#MAX_VALUE} if none does. */
    long waitingSinceNanos() {
        return waitingSinceNanos;
    }

    /**
     * Writes what is left and lets the journal go.
     *
     * @throws LogFailure if it cannot be closed in this time
     */
    void close(Duration atMost) throws LogFailure {
        journal.close(atMost);
    }

    /** Where what comes next will lie, or before. */
    int segment() {
        return journal.segment();
    }

    /** Number of the last event that survives a power cut. */
    long durableSequence() {
        return journal.durableSequence();
    }
}
