package cellwright.instrument.emulation;

import java.io.IOException;

/** An instrument that listens at a port of its own, with threads of its own. */
public non-sealed interface ServerDevice extends Device, AutoCloseable {
    /**
     * Begins to listen on this machine's loopback address.
     *
     * @param port 0 for any free one
     * @return the address to connect to, for example {@code opc.tcp://127.0.0.1:4840/press}
     * @throws IOException if the port cannot be had
     */
    String listen(int port) throws IOException;

    /** Takes what clients wrote and shows them what is, at this instant; to be called often. */
    void advance(long toNanos);

    @Override
    void close();
}
