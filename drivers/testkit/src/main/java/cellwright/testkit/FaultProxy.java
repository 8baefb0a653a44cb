package cellwright.testkit;

import cellwright.instrument.NanoClock;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in a real connection, socket or pseudo-terminal, between a driver and an instrument, and spoils what passes: the
 * {@link LineFault}s of a {@link FaultyLine}, on the wire. Delays and speeds are by the clock it is given; with a
 * {@link HandClock} nothing that is late comes before the test has moved the clock and called {@link #look}. Any thread.
 */
public final class FaultProxy implements AutoCloseable {
    private final FaultyWay questions;
    private final FaultyWay answers;
    private final List<Closeable> open = new ArrayList<>();
    private boolean closed;

    /** Makes the connection to the instrument, each time a driver connects. */
    @FunctionalInterface
    public interface Instrument {
        /** Connects. */
        Wire connect() throws IOException;
    }

    /**
     * A proxy with nothing on either side yet.
     *
     * @param clock by which things are late
     * @param messageEnd the byte that ends a message, {@code '\n'} for lines; negative if each piece that comes is one
     */
    public FaultProxy(NanoClock clock, int messageEnd) {
        questions = new FaultyWay(clock, messageEnd);
        answers = new FaultyWay(clock, messageEnd);
    }

    /** What happens to the next messages to the instrument, one after the other; then they pass again. */
    public FaultProxy questions(LineFault... faults) {
        questions.tell(faults);
        return this;
    }

    /** What happens to the next messages from the instrument, one after the other; then they pass again. */
    public FaultProxy answers(LineFault... faults) {
        answers.tell(faults);
        return this;
    }

    /** From now on every byte takes so long, both ways; 86.8 µs at 115200 baud with ten bits a byte. */
    public FaultProxy shaped(Duration perByte) {
        questions.shape(perByte.toNanos());
        answers.shape(perByte.toNanos());
        return this;
    }

    /** How many messages came for the instrument so far, whatever became of them. */
    public long messages() {
        return questions.messages();
    }

    /** The clock was moved: what is due goes out. */
    public void look() {
        questions.look();
        answers.look();
    }

    /**
     * Listens at a port of this machine; a driver that connects is led to the instrument, one at a time.
     *
     * @return the port
     */
    public int listen(Instrument instrument) throws IOException {
        ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        keep(server);
        daemon("accept", () -> {
            while (true) {
                Wire near = Wire.of(server.accept());
                join(near, instrument.connect());
            }
        });
        return server.getLocalPort();
    }

    /** Joins the two ends of one connection; one that was there before is cut. */
    public void join(Wire near, Wire far) throws IOException {
        cut();
        keep(near);
        keep(far);
        carry("questions", questions.begin(), near, far);
        carry("answers", answers.begin(), far, near);
    }

    private static void carry(String name, Passage passage, Wire from, Wire to) {
        daemon(name + " in", () -> {
            try {
                passage.takeIn(from.in());
            } finally {
                passage.end();
            }
        });
        daemon(name + " out", () -> {
            try {
                passage.giveOut(to.out());
            } finally {
                to.close();
                from.close();
            }
        });
    }

    /** The plug is pulled on both sides; a driver may connect again. */
    public synchronized void cut() throws IOException {
        questions.end();
        answers.end();
        for (Closeable each : open) {
            if (each instanceof Wire) {
                each.close();
            }
        }
        open.removeIf(Wire.class::isInstance);
    }

    private synchronized void keep(Closeable end) throws IOException {
        if (closed) {
            end.close();
        } else {
            open.add(end);
        }
    }

    private interface Work {
        void carryOut() throws IOException, InterruptedException;
    }

    private static void daemon(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.carryOut();
                    } catch (IOException | InterruptedException ended) {
                        // a wire ended, as wires do here
                        return;
                    }
                },
                "fault proxy " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        cut();
        synchronized (this) {
            closed = true;
            for (Closeable each : open) {
                each.close();
            }
            open.clear();
        }
    }
}
