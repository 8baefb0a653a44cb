package cellwright.instrument.emulation;

/**
 * An instrument at the far end of a line: bytes come with the time at which they come, and go with the time at which they go.
 * The times are the caller's and never run backwards. Mutable, one thread.
 */
public interface FarEnd {
    /** Bytes from the host. */
    void receive(byte[] bytes, long atNanos);

    /** What it has said up to a time and was not fetched yet; empty if nothing. */
    byte[] fetch(long atNanos);

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    long nextNanos();

    /** Lets its time pass. */
    void advance(long toNanos);
}
