package cellwright.world.link;

/** How long to wait before the next try to connect: 1, 2, 4, 8, 16, then 30 s. Stateless. */
public final class Backoff {
    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST = 30 * SECOND;

    private Backoff() {}

    /**
     * The pause after so many failures.
     *
     * @param failures tries in a row that failed, from 1
     */
    public static long nanos(int failures) {
        int doublings = Math.clamp(failures - 1, 0, 5);
        return Math.min(LONGEST, SECOND << doublings);
    }
}
