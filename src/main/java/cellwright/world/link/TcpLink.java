package cellwright.world.link;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** A socket. The thread of the link only. */
final class TcpLink implements Link {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LinkAddress.Tcp address;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final NanoClock clock;

    private TcpLink(LinkAddress.Tcp address, SocketChannel channel, Selector selector, NanoClock clock)
            throws IOException {
        this.address = address;
        this.channel = channel;
        this.selector = selector;
        this.key = channel.register(selector, SelectionKey.OP_CONNECT);
        this.clock = clock;
    }

    /**
     * Connects within two seconds.
     *
     * @throws InstrumentException with kind {@code LOST} if nobody takes the connection
     */
    static TcpLink open(LinkAddress.Tcp address, NanoClock clock) throws InstrumentException {
        try {
            SocketChannel channel = SocketChannel.open();
            Selector selector = Selector.open();
            boolean connected = false;
            try {
                channel.configureBlocking(false);
                TcpLink link = new TcpLink(address, channel, selector, clock);
                link.connect();
                connected = true;
                return link;
            } finally {
                if (!connected) {
                    channel.close();
                    selector.close();
                }
            }
        } catch (IOException refused) {
            throw new InstrumentException(
                    Kind.LOST,
                    address.text(),
                    "cannot be connected to: " + refused.getMessage() + "; is it switched on and in this network?");
        } catch (UnresolvedAddressException unknown) {
            throw new InstrumentException(
                    Kind.LOST, address.text(), "its name is not known to the network; write its number instead");
        }
    }

    private void connect() throws IOException {
        var deadline = new Deadline(clock.nanos() + PATIENCE.toNanos());
        boolean connected = channel.connect(new InetSocketAddress(address.host(), address.port()));
        if (!connected && !(await(SelectionKey.OP_CONNECT, deadline) && channel.finishConnect())) {
            throw new IOException("no answer within " + PATIENCE.toSeconds() + " s");
        }
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        try {
            channel.write(left);
            while (left.hasRemaining()) {
                if (!await(SelectionKey.OP_WRITE, deadline)) {
                    throw new InstrumentException(
                            Kind.TIMEOUT,
                            address.text(),
                            "took " + left.position() + " of " + bytes.length + " bytes before the deadline");
                }
                channel.write(left);
            }
        } catch (IOException failed) {
            throw lost("writing failed (" + failed.getMessage() + ")");
        }
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into);
            int count = channel.read(buffer);
            if (count == 0 && into.length > 0 && await(SelectionKey.OP_READ, deadline)) {
                count = channel.read(buffer);
            }
            if (count < 0) {
                throw lost("the far end closed the connection");
            }
            return count;
        } catch (IOException failed) {
            throw lost("reading failed (" + failed.getMessage() + ")");
        }
    }

    @Override
    public void discardReceived() throws InstrumentException {
        byte[] received = new byte[4096];
        int count = 1;
        try {
            while (count > 0) {
                count = channel.read(ByteBuffer.wrap(received));
            }
        } catch (IOException failed) {
            throw lost("reading failed (" + failed.getMessage() + ")");
        }
        if (count < 0) {
            throw lost("the far end closed the connection");
        }
    }

    /** Whether the channel became ready before the deadline; waits the time that is left once. */
    private boolean await(int operation, Deadline deadline) throws IOException {
        long millis = Math.ceilDiv(deadline.leftNanos(clock.nanos()), NANOS_PER_MILLI);
        key.interestOps(operation);
        int ready = millis <= 0 ? selector.selectNow() : selector.select(millis);
        selector.selectedKeys().clear();
        return ready > 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException failed) {
            // it is gone either way
            return;
        }
    }

    private InstrumentException lost(String what) {
        close();
        return new InstrumentException(
                Kind.LOST, address.text(), what + "; check the network cable and the instrument's power");
    }
}
