package cellwright.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * One end of a real connection: a socket, or the far end of a pseudo-terminal.
 *
 * @param in what comes from it
 * @param out what goes to it
 * @param end pulls the plug
 */
public record Wire(InputStream in, OutputStream out, Closeable end) implements Closeable {
    /** An end of a connected socket. */
    public static Wire of(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return new Wire(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    /** An end of a connected, blocking channel. */
    public static Wire of(SocketChannel channel) throws IOException {
        return of(channel.socket());
    }

    /** An end at which an emulated instrument sits. */
    public static Wire to(Device device) {
        return new DeviceEnd(device).wire();
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
