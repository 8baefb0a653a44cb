package cellwright.testkit;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;

/** A link as a {@link FakeHost} lends it: noted, and only as good as the host's cables. */
final class LentLink implements Link {
    private final FakeHost host;
    private final String address;
    private final Link inner;
    private boolean open = true;

    LentLink(FakeHost host, String address, Link inner) {
        this.host = host;
        this.address = address;
        this.inner = inner;
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        if (heard()) {
            host.note(bytes);
            inner.write(bytes, deadline);
        }
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        if (heard()) {
            return inner.read(into, deadline);
        }
        host.clock().advanceTo(deadline.atNanos());
        return 0;
    }

    @Override
    public void discardReceived() throws InstrumentException {
        if (heard()) {
            inner.discardReceived();
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            inner.close();
        }
    }

    /** Whether the far end hears and is heard. */
    private boolean heard() throws InstrumentException {
        if (!open) {
            throw FakeHost.lost(address, "the link was closed");
        }
        return switch (host.cable()) {
            case GOOD -> true;
            case SILENT -> false;
            case CUT -> throw FakeHost.lost(address, "the link is gone");
        };
    }
}
