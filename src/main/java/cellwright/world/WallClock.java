package cellwright.world;

import java.time.Instant;

/** The wall clock: labels for folders and reports, never an input of a decision. Any thread. */
@TouchesTheRealWorld
public final class WallClock {
    private WallClock() {}

    /** Now. */
    public static Instant now() {
        return Instant.now();
    }

    /** A monotonic time for measuring how long the program itself takes, nanoseconds. */
    public static long monotonicNanos() {
        return System.nanoTime();
    }
}
