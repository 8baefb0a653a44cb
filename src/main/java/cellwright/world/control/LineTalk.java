package cellwright.world.control;

import cellwright.world.TouchesTheRealWorld;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lines over a socket, each within a time of its own. One thread. */
@TouchesTheRealWorld
final class LineTalk implements Closeable {
    /** Longer than any protocol with its cell; a client that sends more is cut off. */
    private static final int BYTES_MAX = 4 << 20;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer received = ByteBuffer.allocate(8192).position(0).limit(0);

    /** Talks over a connected channel, which it closes in the end. */
    LineTalk(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
    }

    /**
     * Reads up to the next line feed.
     *
     * @throws SocketTimeoutException if it does not come in time
     * @throws IOException if the far end closes before, or sends too much
     */
    String readLine(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        var line = new ByteArrayOutputStream();
        while (true) {
            while (received.hasRemaining()) {
                byte next = received.get();
                if (next == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(next);
            }
            if (line.size() > BYTES_MAX) {
                throw new IOException("more than " + BYTES_MAX + " bytes without an end of line");
            }
            fill(end);
        }
    }

    private void fill(long end) throws IOException {
        await(SelectionKey.OP_READ, end);
        received.clear();
        int count = channel.read(received);
        received.flip();
        if (count < 0) {
            throw new IOException("the far end closed before its line was whole");
        }
    }

    /**
     * Writes a line.
     *
     * @throws SocketTimeoutException if the far end does not take it in time
     */
    void writeLine(String line, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ByteBuffer bytes = ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        channel.write(bytes);
        while (bytes.hasRemaining()) {
            await(SelectionKey.OP_WRITE, end);
            channel.write(bytes);
        }
    }

    private void await(int operation, long end) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        key.interestOps(operation);
        int ready = millis <= 0 ? selector.selectNow() : selector.select(millis);
        selector.selectedKeys().clear();
        if (ready == 0 && millis <= 0) {
            throw new SocketTimeoutException("nothing was heard in time");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
