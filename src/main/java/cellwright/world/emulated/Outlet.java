package cellwright.world.emulated;

import java.io.IOException;

/**
 * Where a driver's cable ends. What arrives is handed to the listener it was opened with, on a thread of the outlet's; all
 * methods may be called from any one thread.
 */
interface Outlet extends AutoCloseable {
    /** What stands behind {@code link:} in a configuration, for example {@code tcp:127.0.0.1:5020}. */
    String address();

    /** Sends; what nobody receives is lost, as on a wire. */
    void send(byte[] bytes);

    /** Pulls the plug: who is connected sees the line go. Does nothing if it is pulled. */
    void unplug();

    /**
     * Puts the plug back, under the same address. Does nothing if it is in.
     *
     * @throws IOException if the address cannot be had again
     */
    void plug() throws IOException;

    @Override
    void close();

    /** Who is told what arrives. */
    @FunctionalInterface
    interface Listener {
        /** Bytes arrived; on the outlet's thread. */
        void heard(byte[] bytes);
    }
}
