package cellwright.journal;

/**
 * What both clocks showed at one instant.
 *
 * @param atNanos the monotonic clock, by which events are timed
 * @param unixNanos the wall clock, nanoseconds since 1970 UTC; a label
 */
public record Clocks(long atNanos, long unixNanos) {}
