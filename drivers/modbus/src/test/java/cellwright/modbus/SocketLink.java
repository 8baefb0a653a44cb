package cellwright.modbus;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A link over a real socket. One thread. */
final class SocketLink implements Link {
    private final Socket socket;
    private final NanoClock clock;

    SocketLink(int port, NanoClock clock) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.clock = clock;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException gone) {
            throw lost(gone);
        }
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        try {
            long millis = Duration.ofNanos(deadline.leftNanos(clock.nanos())).toMillis();
            socket.setSoTimeout((int) Math.max(1, millis + 1));
            int count = socket.getInputStream().read(into);
            if (count < 0) {
                throw new InstrumentException(Kind.LOST, "socket", "the other side closed the connection");
            }
            return count;
        } catch (SocketTimeoutException over) {
            return 0;
        } catch (IOException gone) {
            throw lost(gone);
        }
    }

    @Override
    public void discardReceived() throws InstrumentException {
        try {
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
        } catch (IOException gone) {
            throw lost(gone);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            throw new IllegalStateException(closedAnyway);
        }
    }

    private static InstrumentException lost(IOException gone) {
        return new InstrumentException(Kind.LOST, "socket", "the link is gone: " + gone.getMessage());
    }
}
