package cellwright.engine;

/** Nanoseconds and seconds. */
public final class Nanos {
    /** One second. */
    public static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** The sum, saturating: an instant beyond all time is {@link Long#MAX_VALUE}. */
    static long sum(long instant, long duration) {
        long sum = instant + duration;
        boolean overflown = ((instant ^ sum) & (duration ^ sum)) < 0;
        return overflown ? Long.MAX_VALUE : sum;
    }

    /** Seconds as a double; exact to the nanosecond over a hundred days. */
    public static double toSeconds(long nanos) {
        return nanos * 1e-9;
    }
}
