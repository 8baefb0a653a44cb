package cellwright.world.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import jdk.net.ExtendedSocketOptions;

/**
 * The laboratory's end of the control socket: a socket in the file system that nobody but its owner may connect to. Any thread.
 *
 * <p>Whoever opens it must hold the laboratory's lock: a socket that is found there was left behind by a program that is gone.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 16;
    /** What the system's address of a socket holds, less the end mark. */
    private static final int PATH_BYTES_MAX = 107;

    private final Path path;
    private final ServerSocketChannel server;
    private final Answerer answerer;
    private final ExecutorService hands;
    private final Thread porter;

    /** Answers requests. */
    @FunctionalInterface
    public interface Answerer {
        /**
         * Answers one line by one line; on a thread of the socket's, several at a time.
         *
         * @param user who asks, by the system's word; empty if it does not say
         */
        String answer(String line, String user);
    }

    private ControlSocket(Path path, ServerSocketChannel server, Answerer answerer) {
        this.path = path;
        this.server = server;
        this.answerer = answerer;
        this.hands = Executors.newFixedThreadPool(AT_A_TIME, work -> daemon(work, "cellwright-control"));
        this.porter = daemon(this::letIn, "cellwright-control-porter");
    }

    /**
     * Opens the socket and begins to answer.
     *
     * @throws IOException if it cannot be made there
     */
    public static ControlSocket open(Path path, Answerer answerer) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        int length = absolute.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > PATH_BYTES_MAX) {
            throw new IOException("the control socket " + absolute + " has a path of " + length
                    + " bytes, the system allows " + PATH_BYTES_MAX + "; put the laboratory into a shorter folder");
        }
        privateFolder(absolute.getParent() == null ? absolute : absolute.getParent());
        Files.deleteIfExists(absolute);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        boolean open = false;
        try {
            server.bind(UnixDomainSocketAddress.of(absolute));
            restrict(absolute, "rw-------");
            ControlSocket socket = new ControlSocket(absolute, server, answerer);
            socket.porter.start();
            open = true;
            return socket;
        } finally {
            if (!open) {
                server.close();
            }
        }
    }

    /** The folder is closed to others before the socket is made in it, so that there is no instant at which it is open. */
    private static void privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    private static void restrict(Path file, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void letIn() {
        try {
            while (server.isOpen()) {
                SocketChannel visitor = server.accept();
                hands.execute(() -> talk(visitor));
            }
        } catch (IOException | RejectedExecutionException closed) {
            // the socket was closed, which ends the porter's work
            return;
        }
    }

    private void talk(SocketChannel visitor) {
        try (LineTalk talk = new LineTalk(visitor)) {
            String line = talk.readLine(PATIENCE);
            talk.writeLine(answerer.answer(line, user(visitor)), PATIENCE);
        } catch (IOException gone) {
            // a client that went away or stalled; it learns nothing, and nothing was done that it did not ask for
            return;
        }
    }

    private static String user(SocketChannel visitor) throws IOException {
        return visitor.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                ? visitor.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName()
                : "";
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Lets nobody in any more and takes the socket away. */
    @Override
    public void close() throws IOException {
        server.close();
        hands.shutdown();
        Files.deleteIfExists(path);
    }
}
