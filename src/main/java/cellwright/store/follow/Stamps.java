package cellwright.store.follow;

/**
 * Wall-clock labels of one kind of thing in one run: rising by at least the store's resolution, so that nothing overwrites
 * another, and the same each time the run is replayed.
 */
final class Stamps {
    private final long resolutionNanos;
    private long last = Long.MIN_VALUE;

    Stamps(long resolutionNanos) {
        this.resolutionNanos = resolutionNanos;
    }

    /**
     * The label of what happened at a time, the first of several that are one resolution apart.
     *
     * @param count how many
     */
    long take(long unixNanos, int count) {
        long wanted = Math.floorDiv(unixNanos, resolutionNanos) * resolutionNanos;
        long first = last == Long.MIN_VALUE ? wanted : Math.max(wanted, last + resolutionNanos);
        last = first + (Math.max(1, count) - 1) * resolutionNanos;
        return first;
    }
}
