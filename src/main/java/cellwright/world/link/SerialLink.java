package cellwright.world.link;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;

/**
 * A serial line. The thread of the link only. The system waits in slices of a tenth of a second, which ends with the first byte;
 * the end of a wait, and a short one, is kept by looking every half a millisecond. So a read may end by half a slice after its
 * deadline; one whose deadline has passed already does not wait, or who takes what has come so far from an instrument that
 * goes on talking would never come to an end.
 */
final class SerialLink implements Link {
    /** Waits shorter than this are not left to the system. */
    private static final long SHORT_NANOS = 50_000_000L;

    private static final long LOOK_NANOS = 500_000L;

    private final LinkAddress.Serial address;
    private final SerialPorts.Port port;
    private final NanoClock clock;
    private boolean gone;

    private SerialLink(LinkAddress.Serial address, SerialPorts.Port port, NanoClock clock) {
        this.address = address;
        this.port = port;
        this.clock = clock;
    }

    /**
     * Opens the port the address names at this moment.
     *
     * @throws InstrumentException with kind {@code LOST} if it cannot be opened
     */
    static SerialLink open(LinkAddress.Serial address, SerialPorts ports, NanoClock clock) throws InstrumentException {
        return new SerialLink(address, ports.open(address), clock);
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        refuseIfGone();
        int written = 0;
        while (written < bytes.length) {
            int count = port.write(bytes, written);
            // The last complaint may be of long ago; a port that is there and takes nothing is held up.
            if (count < 0 || (count == 0 && port.available() < 0)) {
                throw lost("writing failed");
            }
            written += count;
            if (written < bytes.length && deadline.leftNanos(clock.nanos()) <= 0) {
                throw new InstrumentException(
                        Kind.TIMEOUT,
                        address.text(),
                        "took " + written + " of " + bytes.length
                                + " bytes before the deadline; does its flow control hold the line?");
            }
        }
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        refuseIfGone();
        if (into.length == 0) {
            return 0;
        }
        while (true) {
            int available = port.available();
            long left = available == 0 ? deadline.leftNanos(clock.nanos()) : SHORT_NANOS;
            if (left <= 0) {
                return 0;
            }
            if (left < SHORT_NANOS) {
                port.rest(Math.min(left, LOOK_NANOS));
                continue;
            }
            int count = available < 0 ? available : port.read(into, Math.clamp(available, 1, into.length));
            if (count < 0) {
                throw lost("reading failed");
            }
            if (count > 0) {
                return count;
            }
        }
    }

    @Override
    public void discardReceived() throws InstrumentException {
        refuseIfGone();
        if (port.available() < 0 || !port.discard()) {
            throw lost("the port does not answer");
        }
    }

    @Override
    public void close() {
        if (!gone) {
            gone = true;
            port.close();
        }
    }

    /** A port that failed is given back at once and never used again. */
    private InstrumentException lost(String what) {
        String why = port.complaint().map(complaint -> " (" + complaint + ")").orElse("");
        close();
        return new InstrumentException(
                Kind.LOST, address.text(), what + why + "; was the adapter unplugged, or did it lose its power?");
    }

    private void refuseIfGone() throws InstrumentException {
        if (gone) {
            throw new InstrumentException(Kind.LOST, address.text(), "the link is closed; connect again");
        }
    }
}
