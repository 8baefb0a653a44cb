package cellwright.simulator;

/**
 * How long the next step should be. A step cut short by a watch or by the caller says nothing about how long the next one
 * may be, so it never shortens it. Mutable, one thread.
 */
final class Pace {
    /** A step so short is taken whatever its error: nothing that is modelled is quicker. */
    static final long SHORTEST_NANOS = 1_000;

    private static final long FIRST_NANOS = 1_000_000;
    private static final long LONGEST_NANOS = 86_400_000_000_000L;
    private static final double GROWTH = 2.5;
    private static final double SHRINKAGE = 0.2;
    private static final double CAUTION = 0.9;

    private long wishNanos = FIRST_NANOS;

    /** The length to try. */
    long wishNanos() {
        return wishNanos;
    }

    /** Starts finely again after something jumped. */
    void restart() {
        wishNanos = Math.min(wishNanos, FIRST_NANOS);
    }

    /** A step of this length and error (above 1, or not a number) was too long. */
    void refuse(long nanos, double error) {
        double factor = Math.max(SHRINKAGE, CAUTION / Math.sqrt(error));
        wishNanos = Math.max(SHORTEST_NANOS, (long) (nanos * (factor < 1 ? factor : SHRINKAGE)));
    }

    /** A step of this length and error was good enough. */
    void welcome(long nanos, double error) {
        double factor = Math.min(GROWTH, CAUTION / Math.sqrt(Math.max(error, 1e-12)));
        long grown = (long) Math.min(LONGEST_NANOS, Math.ceil(nanos * factor));
        wishNanos = Math.max(SHORTEST_NANOS, nanos < wishNanos ? Math.max(wishNanos, grown) : grown);
    }
}
