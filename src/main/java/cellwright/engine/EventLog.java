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

    /** Events can no longer be kept: every channel goes to rest. */
    final class LogFailure extends Exception {
        private static final long serialVersionUID = 1L;

        /** With what happened, where, and what to do. */
        public LogFailure(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
