package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One direction of one connection: takes messages in on one thread, spoils them as the {@link FaultyWay} was told, and gives them
 * out on another when the clock says so. What is late when the connection ends never comes.
 */
final class Passage {
    private final FaultyWay way;
    private final Deque<Part> parts = new ArrayDeque<>();
    private byte[] heldBack = {};
    private long freeNanos = Long.MIN_VALUE;
    private boolean over;

    /** Bytes that go out at a time, not before those ahead of them. */
    private static final class Part {
        private final long atNanos;
        private final byte[] bytes;

        Part(long atNanos, byte[] bytes) {
            this.atNanos = atNanos;
            this.bytes = bytes;
        }
    }

    Passage(FaultyWay way) {
        this.way = way;
    }

    /** Somebody moved the clock. */
    synchronized void look() {
        notifyAll();
    }

    /** The connection is gone; who gives out comes to an end. */
    synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Takes everything in until the wire ends; a thread of its own. */
    void takeIn(InputStream in) throws IOException {
        byte[] chunk = new byte[4096];
        var message = new ByteArrayOutputStream();
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            for (int i = 0; i < count; i++) {
                message.write(chunk[i]);
                if (chunk[i] == way.messageEnd()) {
                    pass(message.toByteArray());
                    message.reset();
                }
            }
            if (way.messageEnd() < 0) {
                pass(message.toByteArray());
                message.reset();
            }
        }
        pass(message.toByteArray());
    }

    /** Gives out what is due until the connection is gone; a thread of its own. */
    void giveOut(OutputStream out) throws IOException, InterruptedException {
        for (byte[] next = due(); next.length > 0; next = due()) {
            out.write(next);
            out.flush();
        }
    }

    /** Waits for what is due next; nothing once the connection is gone. */
    private synchronized byte[] due() throws InterruptedException {
        while (true) {
            long left = parts.isEmpty()
                    ? Long.MAX_VALUE
                    : parts.element().atNanos - way.clock().nanos();
            if (left <= 0) {
                return parts.remove().bytes;
            }
            if (over) {
                return new byte[0];
            }
            if (left == Long.MAX_VALUE) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private void pass(byte[] message) throws IOException {
        if (message.length > 0) {
            // asked before the lock is taken: the way takes its own lock first when it ends its passages
            spoil(message, way.next(), way.nanosPerByte());
        }
    }

    private synchronized void spoil(byte[] message, LineFault fault, long nanosPerByte) throws IOException {
        byte[] bytes = joined(heldBack, message);
        heldBack = new byte[0];
        switch (fault) {
            case LineFault.Pass ignored -> send(bytes, 0, nanosPerByte);
            case LineFault.Drop ignored -> {}
            case LineFault.Delay delay -> send(bytes, delay.by().toNanos(), nanosPerByte);
            case LineFault.Split split -> {
                int at = Math.clamp(split.at(), 0, bytes.length);
                send(Arrays.copyOf(bytes, at), 0, nanosPerByte);
                send(Arrays.copyOfRange(bytes, at, bytes.length), split.gap().toNanos(), nanosPerByte);
            }
            case LineFault.Merge ignored -> heldBack = bytes;
            case LineFault.Corrupt corrupt -> send(corrupted(bytes, corrupt), 0, nanosPerByte);
            case LineFault.Duplicate ignored -> send(joined(bytes, bytes), 0, nanosPerByte);
            case LineFault.Garbage garbage ->
                send(joined(garbage.latin1().getBytes(ISO_8859_1), bytes), 0, nanosPerByte);
            case LineFault.Cut cut -> {
                send(Arrays.copyOf(bytes, Math.clamp(cut.after(), 0, bytes.length)), 0, nanosPerByte);
                over = true;
                notifyAll();
                throw new IOException("cut, as told");
            }
        }
    }

    private void send(byte[] bytes, long delayNanos, long nanosPerByte) {
        if (bytes.length == 0) {
            return;
        }
        long at = Math.max(way.clock().nanos() + delayNanos, freeNanos);
        if (nanosPerByte == 0) {
            parts.add(new Part(at, bytes));
        } else {
            for (byte each : bytes) {
                at += nanosPerByte;
                parts.add(new Part(at, new byte[] {each}));
            }
        }
        freeNanos = at;
        notifyAll();
    }

    private static byte[] corrupted(byte[] bytes, LineFault.Corrupt corrupt) {
        byte[] spoiled = bytes.clone();
        int at = corrupt.at() < 0 ? bytes.length + corrupt.at() : corrupt.at();
        spoiled[Math.clamp(at, 0, bytes.length - 1)] ^= (byte) corrupt.mask();
        return spoiled;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
