package cellwright.testkit;

import cellwright.instrument.Deadline;
import cellwright.instrument.Link;
import java.util.List;
import java.util.function.Function;

/** A link to an emulated instrument; its answers arrive at once, in the chunks a test asks for. One thread at a time. */
public final class DeviceLink implements Link {
    private final Incoming incoming;
    private final Device device;
    private final Function<byte[], List<byte[]>> chunking;

    /** Hands over answers byte by byte, the hardest case. */
    public DeviceLink(HandClock clock, Device device) {
        this(clock, device, Chunkings::singles);
    }

    /**
     * Hands over answers in chunks.
     *
     * @param chunking how to cut an answer
     */
    public DeviceLink(HandClock clock, Device device, Function<byte[], List<byte[]>> chunking) {
        this.incoming = new Incoming(clock);
        this.device = device;
        this.chunking = chunking;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) {
        chunking.apply(device.answer(bytes.clone())).forEach(chunk -> incoming.send(chunk, 0));
    }

    @Override
    public int read(byte[] into, Deadline deadline) {
        return incoming.read(into, deadline);
    }

    @Override
    public void discardReceived() {
        incoming.discardArrived();
    }

    @Override
    public void close() {
        incoming.discardArrived();
    }
}
