package cellwright.benchmarks;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** How late a thread is that does nothing but wait for its next instant: what this machine can do in this hour. */
@TouchesTheRealWorld
final class ParkedThread {
    private ParkedThread() {}

    /**
     * Waits so often, a period apart.
     *
     * @return so late at most were 99 of 100, s
     */
    static double lateSeconds(long periodNanos, int ticks) {
        long[] late = new long[ticks];
        long due = System.nanoTime();
        for (int i = 0; i < ticks; i++) {
            due += periodNanos;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            late[i] = System.nanoTime() - due;
        }
        Arrays.sort(late);
        return late[(int) Math.ceil(0.99 * ticks) - 1] * 1e-9;
    }
}
