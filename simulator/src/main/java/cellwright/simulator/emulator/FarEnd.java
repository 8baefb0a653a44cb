package cellwright.simulator.emulator;

/**
 * An instrument at the far end of a line. Bytes come with the time at which they come, and go with the time at which they go; the
 * times are the caller's and never run backwards. Mutable, one thread.
 */
public interface FarEnd {
    /** Bytes from the host. */
    void receive(byte[] bytes, long atNanos);

    /** What it has said up to a time. */
    byte[] fetch(long atNanos);

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    long nextNanos();

    /** Lets time pass. */
    void advance(long toNanos);
}
