package cellwright.world.link;

import cellwright.instrument.InstrumentException;
import java.util.Optional;

/** The machine's serial ports, as far as a link needs them; the seam at which a test puts its own. */
interface SerialPorts {
    /** The ports of this machine. */
    SerialPorts OF_THIS_MACHINE = new NativePorts();

    /**
     * Opens a port by its name, looked up anew.
     *
     * @throws InstrumentException with kind {@code LOST} if it is absent, taken or not permitted
     */
    Port open(LinkAddress.Serial address) throws InstrumentException;

    /** An open port. One thread. */
    interface Port {
        /** Bytes waiting to be read; negative if the port is gone. */
        int available();

        /** Reads up to {@code wanted} bytes, waiting at most a tenth of a second for the first; negative if it is gone. */
        int read(byte[] into, int wanted);

        /** Waits for less than a tenth of a second, whatever comes meanwhile. */
        void rest(long nanos);

        /** Writes from an offset; how many were taken, negative if it is gone. */
        int write(byte[] bytes, int offset);

        /** Throws away what was received; false if the port is gone. */
        boolean discard();

        /** What the system last complained of while the port was open, if anything; numbers mean another thing than at opening. */
        Optional<String> complaint();

        /** Gives the port back. */
        void close();
    }
}
