package cellwright.opcua;

import cellwright.testkit.OwnLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Stands between a client and a server on this machine and can be cut, or let bytes vanish, and be mended. Any thread. */
final class Relay implements OwnLine, AutoCloseable {
    /** How the names of its threads begin. */
    static final String THREADS = "relay";

    private static final long PATIENCE_SECONDS = 5;
    private static final long QUIET_MILLIS = 100;

    private final ServerSocket door;
    private final int serverPort;
    private final List<Passage> passages = new ArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private int made;
    private volatile boolean cut;
    private volatile boolean silent;

    /** Both sockets of one connection. */
    private record Passage(Socket near, Socket far, CountDownLatch over) {
        void end() {
            quietly(near);
            quietly(far);
            over.countDown();
        }

        private static void quietly(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                // it is meant to be gone
                return;
            }
        }
    }

    Relay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        daemon(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, THREADS);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        try {
            while (true) {
                Socket near = door.accept();
                if (cut) {
                    near.close();
                } else {
                    join(near);
                }
            }
        } catch (IOException closed) {
            // the door is shut
            return;
        }
    }

    private synchronized void join(Socket near) throws IOException {
        made++;
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        } catch (IOException nobody) {
            near.close();
            return;
        }
        var passage = new Passage(near, far, new CountDownLatch(1));
        passages.add(passage);
        daemon(() -> carry(near, far, passage, () -> {}));
        daemon(() -> carry(far, near, passage, news::release));
    }

    private void carry(Socket from, Socket to, Passage passage, Runnable carried) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, count);
                }
                carried.run();
            }
        } catch (IOException gone) {
            // a connection ended
        } finally {
            passage.end();
            carried.run();
        }
    }

    /** Returns when something came from the server since this was asked last, a connection ended, or all was quiet for a while. */
    void awaitNews() throws InterruptedException {
        if (news.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public synchronized void cut() {
        cut = true;
        passages.forEach(Passage::end);
    }

    @Override
    public void silence() {
        silent = true;
    }

    /** Lets through again, old connections if they still are and new ones. */
    void mend() {
        silent = false;
        cut = false;
    }

    @Override
    public synchronized int made() {
        return made;
    }

    @Override
    public int open() {
        int open = 0;
        for (Passage passage : each()) {
            try {
                if (!passage.over().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    open++;
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        return open;
    }

    private synchronized List<Passage> each() {
        return List.copyOf(passages);
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }
}
