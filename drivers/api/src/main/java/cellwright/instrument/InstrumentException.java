package cellwright.instrument;

/** A named failure of an instrument or its link, written for the person who has to act on it. */
public final class InstrumentException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure, for the program; the message is for people. */
    public enum Kind {
        /** No complete answer within the deadline. */
        TIMEOUT,
        /** The link is gone. */
        LOST,
        /** An answer that cannot be understood. */
        GARBLED,
        /** The instrument understood and refused. */
        REFUSED,
        /** The instrument at this address is not the one expected. */
        WRONG_DEVICE,
        /** The command lies outside the instrument's envelope and was not sent. */
        OUT_OF_ENVELOPE,
        /** A simulated cell reached a state its model does not describe. */
        MODEL_LEFT
    }

    private final Kind kind;
    private final String instrument;

    /**
     * A failure.
     *
     * @param kind what kind
     * @param instrument which instrument, as named in the configuration, with its address
     * @param message what happened, what was expected, what to do
     */
    public InstrumentException(Kind kind, String instrument, String message) {
        super(instrument + ": " + message);
        this.kind = kind;
        this.instrument = instrument;
    }

    /** What kind of failure. */
    public Kind kind() {
        return kind;
    }

    /** Which instrument failed. */
    public String instrument() {
        return instrument;
    }
}
