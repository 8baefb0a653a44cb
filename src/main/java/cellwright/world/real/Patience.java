package cellwright.world.real;

/**
 * How long the world bears with things.
 *
 * @param lostNanos without a usable answer for so long, an instrument counts as lost
 * @param staleNanos values of press, chamber and sensors older than this are stale
 * @param stuckNanos a voltage that does not move for so long while a set current flows is not believed;
 *     {@link Long#MAX_VALUE} to believe it
 * @param idleNanos time between readings while nothing is driven
 */
public record Patience(long lostNanos, long staleNanos, long stuckNanos, long idleNanos) {
    private static final long SECOND = 1_000_000_000L;

    /** What holds where the configuration says nothing: 1 s, 2 s, 20 s, 1 s. */
    public static final Patience USUAL = new Patience(SECOND, 2 * SECOND, 20 * SECOND, SECOND);

    /** Refuses times that are not above 0. */
    public Patience {
        if (lostNanos <= 0 || staleNanos <= 0 || stuckNanos <= 0 || idleNanos <= 0) {
            throw new IllegalArgumentException("patience must be above 0");
        }
    }
}
