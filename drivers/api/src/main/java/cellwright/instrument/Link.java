package cellwright.instrument;

/** Bytes to and from an instrument: a serial line, a socket, a pseudo-terminal. One thread at a time. */
public interface Link extends AutoCloseable {
    /** Writes all bytes or fails with kind {@code LOST} or {@code TIMEOUT}. */
    void write(byte[] bytes, Deadline deadline) throws InstrumentException;

    /**
     * Reads what is there, waiting until at least one byte came or the deadline passed.
     *
     * @return how many bytes were put into {@code into}, from its start; 0 if the deadline passed first
     * @throws InstrumentException with kind {@code LOST} if the link is gone
     */
    int read(byte[] into, Deadline deadline) throws InstrumentException;

    /** Throws away what was received and not yet read, to find a frame's start again. */
    void discardReceived() throws InstrumentException;

    @Override
    void close();
}
