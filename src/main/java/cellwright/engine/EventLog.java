package cellwright.engine;

/** Where events become durable before they have consequences. Used by the conductor's thread alone. */
public interface EventLog {
    /**
     * Takes an event in; it is durable after the next {@link #commit()}, or earlier.
     *
     * @throws LogFailure if events can no longer be kept
     */
    void append(int channel, Event event) throws LogFailure;

    /**
     * Returns when every event taken in so far survives a power cut.
     *
     * @throws LogFailure if they may not
     */
    void commit() throws LogFailure;

    /**
     * Sees to it that every event taken in so far will survive a power cut, without waiting for it where a disk takes its time.
     *
     * @param taken how many events were taken in since the log was opened
     * @return how many of them survive a power cut now
     * @throws LogFailure if some may not, now or ever
     */
    default long settle(long taken) throws LogFailure {
        commit();
        return taken;
    }

    /** Events can no longer be kept: every channel goes to rest. */
    final class LogFailure extends Exception {
        private static final long serialVersionUID = 1L;

        /** With what happened, where, and what to do. */
        public LogFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
