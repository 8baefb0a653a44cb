package cellwright.store.follow;

/**
 * How long to wait after failures in a row: 250 ms, twice as long each time, 30 s at most.
 *
 * @param failures in a row
 */
public record Backoff(int failures) {
    /** No failure yet. */
    public static final Backoff NONE = new Backoff(0);

    private static final long SHORTEST_NANOS = 250_000_000L;
    private static final long LONGEST_NANOS = 30_000_000_000L;
    private static final int DOUBLINGS = 7;

    /** After one more failure. */
    public Backoff more() {
        return new Backoff(Math.min(failures + 1, DOUBLINGS + 1));
    }

    /** The wait after the last failure, ns; 0 before the first. */
    public long waitNanos() {
        return failures == 0 ? 0 : Math.min(LONGEST_NANOS, SHORTEST_NANOS << (failures - 1));
    }
}
