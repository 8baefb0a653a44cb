package cellwright.simulator.instrument;

/** The air of a chamber, as a function of time. Immutable, any thread. */
public interface Chamber {
    /** Temperature of the air at an instant, K; at its beginning before it began. */
    double kelvins(long atNanos);

    /**
     * The chamber from an instant on, sent to another temperature.
     *
     * @param kelvins the set-point
     * @param perSecond largest rate of the set-point, K/s, above 0, may be infinite
     * @param atNanos not before it began
     */
    Chamber sentTo(double kelvins, double perSecond, long atNanos);

    /** The longest step from an instant that misses nothing of its motion, ns; {@link Long#MAX_VALUE} if it rests. */
    long patienceNanos(long atNanos);
}
