package cellwright.store.follow;

/** Where a follower hands on to. What it takes it keeps until it is delivered. Used by the follower's thread alone. */
public interface Outlet extends AutoCloseable {
    /** Takes an event, with what was reported then, to be delivered. */
    void take(Happened happened);

    /**
     * Is told again of an event that had arrived, while the follower finds its place: after a start, or when the outlet asked for
     * it ({@link Delivery.Again}), of every run that had not ended there, from its beginning. Who keeps what he took has no use
     * for it.
     */
    default void recall(Happened happened) {}

    /** Whether it has a batch, so that nothing more should be given before it is delivered. */
    boolean isFull();

    /** How long to wait, once everything was handed on, before it is looked whether there is more, ns. */
    default long lookNanos() {
        return 200_000_000L;
    }

    /**
     * Delivers what was taken, or some of it. May wait for an answer, but not for ever.
     *
     * @param nowNanos the laboratory's clock
     */
    Delivery deliver(long nowNanos);

    /** Forgets what was taken and not delivered. */
    void clear();

    /** What could never be delivered and was put aside; 0 if nothing was. */
    long putAside();

    @Override
    void close();

    /** What came of it. */
    sealed interface Delivery {
        /**
         * All that was taken has arrived or was put aside durably.
         *
         * @param items how many rows arrived
         */
        record Done(long items) implements Delivery {}

        /**
         * Not all of it arrived; what did not is kept.
         *
         * @param againNanos when to try again
         * @param why what happened and what to do
         */
        record Later(long againNanos, String why) implements Delivery {}

        /**
         * Something that had arrived is not there any more: what was taken is forgotten, and the follower begins again where it
         * would after a start.
         *
         * @param why what happened
         */
        record Again(String why) implements Delivery {}
    }
}
