package cellwright.engine;

/** Nanoseconds and seconds. */
public final class Nanos {
    /** One second. */
    public static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** Seconds as a double; exact to the nanosecond over a hundred days. */
    public static double toSeconds(long nanos) {
        return nanos * 1e-9;
    }
}
