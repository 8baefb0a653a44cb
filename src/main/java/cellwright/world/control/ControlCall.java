package cellwright.world.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The asking end of the control socket. Any thread. */
public final class ControlCall {
    private static final Duration WRITING = Duration.ofSeconds(5);

    private ControlCall() {}

    /**
     * Sends a line and returns the line that comes back.
     *
     * @param patience how long to wait for the answer
     * @throws NobodyThere if no laboratory listens there
     * @throws IOException if it does not answer, with what to do
     */
    public static String call(Path socket, String line, Duration patience) throws IOException {
        try (LineTalk talk = new LineTalk(connect(socket))) {
            talk.writeLine(line, WRITING);
            return talk.readLine(patience);
        } catch (SocketTimeoutException late) {
            throw new IOException(
                    "the laboratory at " + socket + " did not answer within " + patience.toSeconds()
                            + " s; what was asked may still be done; look at its own window, and at the cells",
                    late);
        }
    }

    private static SocketChannel connect(Path socket) throws IOException {
        if (!Files.exists(socket)) {
            throw new NobodyThere(socket);
        }
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket.toAbsolutePath()));
        } catch (ConnectException left) {
            throw new NobodyThere(socket);
        }
    }

    /** No laboratory listens. */
    public static final class NobodyThere extends IOException {
        private static final long serialVersionUID = 1L;

        NobodyThere(Path socket) {
            super("no laboratory is running at " + socket + "; start it: cellwright serve");
        }
    }
}
