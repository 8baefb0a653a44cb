package cellwright.instrument.emulation;

/**
 * An instrument at the far end of a line: bytes come with the time at which they come, and go with the time at which they go.
 * Times never run backwards.
 */
public non-sealed interface LineDevice extends Device {
    /** Bytes that arrived. */
    void receive(byte[] bytes, long nowNanos);

    /** What it has said until now; empty if nothing. */
    byte[] fetch(long nowNanos);

    /** When it will say something next by itself; {@link Long#MAX_VALUE} if it has nothing to say. */
    long nextNanos();

    /** Lets its time pass. */
    void advance(long toNanos);
}
