package cellwright.world.emulated;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/** A socket on the loopback address with one visitor at a time; a second one waits until the first has gone. */
final class SocketOutlet implements Outlet {
    private final Listener listener;
    private final int port;
    private volatile Optional<ServerSocketChannel> server = Optional.empty();
    private volatile Optional<SocketChannel> visitor = Optional.empty();

    /**
     * Begins to listen.
     *
     * @param wanted port, 0 for any free one
     * @throws IOException if it cannot be had
     */
    SocketOutlet(int wanted, Listener listener) throws IOException {
        this.listener = listener;
        ServerSocketChannel first = listen(wanted);
        this.port = ((InetSocketAddress) first.getLocalAddress()).getPort();
        begin(first);
    }

    private static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            channel.close();
            throw new IOException("port " + port + " cannot be listened at: " + taken.getMessage(), taken);
        }
        return channel;
    }

    private void begin(ServerSocketChannel channel) {
        server = Optional.of(channel);
        Threads.daemon("emulated-socket-" + port, () -> serve(channel));
    }

    private void serve(ServerSocketChannel channel) {
        while (channel.isOpen()) {
            try (SocketChannel guest = channel.accept()) {
                visitor = Optional.of(guest);
                listen(guest);
            } catch (IOException gone) {
                // the visitor broke off, or the plug was pulled: either way this visit is over
                visitor = Optional.empty();
            }
            visitor = Optional.empty();
        }
    }

    private void listen(SocketChannel guest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (guest.read(buffer) >= 0) {
            listener.heard(Arrays.copyOf(buffer.array(), buffer.position()));
            buffer.clear();
        }
    }

    @Override
    public String address() {
        return "tcp:127.0.0.1:" + port;
    }

    @Override
    public void send(byte[] bytes) {
        Optional<SocketChannel> guest = visitor;
        if (guest.isEmpty()) {
            return;
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                guest.get().write(buffer);
            }
        } catch (IOException gone) {
            // it is told by the reading side that the visitor has gone; what was to be said is lost, as on a wire
            visitor = Optional.empty();
        }
    }

    @Override
    public void unplug() {
        Optional<ServerSocketChannel> listening = server;
        Optional<SocketChannel> guest = visitor;
        server = Optional.empty();
        listening.ifPresent(Threads::close);
        guest.ifPresent(Threads::close);
    }

    @Override
    public void plug() throws IOException {
        if (server.isEmpty()) {
            begin(listen(port));
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
