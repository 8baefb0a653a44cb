package cellwright.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client and a server on this machine and can be cut, let bytes vanish, lose its far half, or carry them late,
 * and be mended. Any thread.
 */
public final class Relay implements OwnLine, AutoCloseable {
    /** How the names of its threads begin. */
    public static final String THREADS = "relay";

    private static final long PATIENCE_SECONDS = 5;
    private static final long QUIET_MILLIS = 100;
    /** After so long TCP sends again what was lost. */
    private static final int SENT_AGAIN_MILLIS = 200;

    private static final double LOST_SHARE = 0.05;

    private final ServerSocket door;
    private final int serverPort;
    private final List<Passage> passages = new ArrayList<>();
    private final Semaphore news = new Semaphore(0);
    private int made;
    private volatile boolean cut;
    private volatile boolean silent;
    private volatile boolean halved;
    private volatile int lateMillis;

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

    /** A relay to a server at a port of this machine, at a free port of its own. */
    public Relay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        daemon(this::welcome);
    }

    /** The port at which clients find it. */
    public int port() {
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
        daemon(() -> carry(near, far, passage, new SplittableRandom(2L * made), () -> {}));
        daemon(() -> carry(far, near, passage, new SplittableRandom(2L * made + 1), news::release));
    }

    private void carry(Socket from, Socket to, Passage passage, SplittableRandom luck, Runnable carried) {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (!silent && !isEndedWhileLate(passage, luck)) {
                    out.write(bytes, 0, count);
                }
                carried.run();
            }
        } catch (IOException gone) {
            // a connection ended
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            if (!halved) {
                passage.end();
            }
            carried.run();
        }
    }

    /** Holds bytes back for as long as the line is late; true if the connection ended meanwhile. */
    private boolean isEndedWhileLate(Passage passage, SplittableRandom luck) throws InterruptedException {
        if (lateMillis == 0) {
            return false;
        }
        int again = luck.nextDouble() < LOST_SHARE ? SENT_AGAIN_MILLIS : 0;
        return passage.over().await(luck.nextInt(lateMillis + 1) + (long) again, TimeUnit.MILLISECONDS);
    }

    /** Returns when something came from the server since this was asked last, a connection ended, or all was quiet for a while. */
    public void awaitNews() throws InterruptedException {
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

    /**
     * From now on each piece is carried up to so much later than it came, and one in twenty as late as TCP is that has to send it
     * again; the same for the same order of connections.
     */
    public void late(int atMostMillis) {
        lateMillis = atMostMillis;
    }

    /** Lets through again, at once, old connections if they still are and new ones; half ones are told that they are over. */
    public synchronized void mend() {
        if (halved) {
            halved = false;
            passages.forEach(Passage::end);
        }
        lateMillis = 0;
        silent = false;
        cut = false;
    }

    /** The server is gone and the client is not told: its connections stay open, and nobody hears what is sent over them. */
    public synchronized void halve() {
        silent = true;
        halved = true;
        passages.forEach(passage -> Passage.quietly(passage.far()));
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
