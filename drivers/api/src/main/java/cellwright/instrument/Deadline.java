package cellwright.instrument;

/**
 * The instant by which a whole exchange must be over, not each byte of it.
 *
 * @param atNanos on the host's monotonic clock
 */
public record Deadline(long atNanos) {
    /** Nanoseconds left at the given time; 0 or less when the deadline has passed. */
    public long leftNanos(long nowNanos) {
        return atNanos - nowNanos;
    }
}
