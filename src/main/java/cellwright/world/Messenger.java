package cellwright.world;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** A thread that takes one step after the other, each when the one before it said. What it does keeps nobody else waiting. */
public final class Messenger implements AutoCloseable {
    /** A step that waits for somebody else's answer is broken off after this. */
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final LongSupplier clock;
    private final LongUnaryOperator step;
    private final boolean patient;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final Thread thread;

    /**
     * Begins.
     *
     * @param name of the thread
     * @param clock nanoseconds, never falling
     * @param step is told the time, and says when the next one is due
     */
    public Messenger(String name, LongSupplier clock, LongUnaryOperator step) {
        this(name, clock, step, false);
    }

    /** A messenger who writes files, and is never broken off in the middle of a step, because that would close them. */
    public static Messenger uninterrupted(String name, LongSupplier clock, LongUnaryOperator step) {
        return new Messenger(name, clock, step, true);
    }

    private Messenger(String name, LongSupplier clock, LongUnaryOperator step, boolean patient) {
        this.patient = patient;
        this.clock = clock;
        this.step = step;
        this.thread = new Thread(this::run, "cellwright-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        long due = clock.getAsLong();
        while (!ending.get()) {
            long wait = due - clock.getAsLong();
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                due = step.applyAsLong(clock.getAsLong());
            }
        }
    }

    /** Takes no more steps; returns when the last one is over. */
    @Override
    public void close() {
        ending.set(true);
        LockSupport.unpark(thread);
        try {
            if (patient) {
                thread.join();
            } else if (!thread.join(TO_END)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException hurried) {
            if (!patient) {
                thread.interrupt();
            }
            Thread.currentThread().interrupt();
        }
    }
}
