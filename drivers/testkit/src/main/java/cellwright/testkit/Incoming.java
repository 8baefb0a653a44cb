package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes on their way to the reader, chunk by chunk, each with the time at which it arrives. */
final class Incoming {
    private record Chunk(String latin1, long atNanos) {}

    private final HandClock clock;
    private final Deque<Chunk> chunks = new ArrayDeque<>();

    Incoming(HandClock clock) {
        this.clock = clock;
    }

    /** Sends a chunk so long after the one before it, or after now. */
    void send(byte[] bytes, long delayNanos) {
        if (bytes.length == 0) {
            return;
        }
        Chunk last = chunks.peekLast();
        long from = last == null ? clock.nanos() : Math.max(last.atNanos(), clock.nanos());
        chunks.addLast(new Chunk(new String(bytes, ISO_8859_1), from + delayNanos));
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** Hands over at most one chunk, as an operating system may; moves the clock to its arrival or to the deadline. */
    int read(byte[] into, Deadline deadline) {
        Chunk next = chunks.peekFirst();
        long arrival = next == null ? Long.MAX_VALUE : Math.max(next.atNanos(), clock.nanos());
        if (next == null || arrival > deadline.atNanos()) {
            clock.advanceTo(deadline.atNanos());
            return 0;
        }
        clock.advanceTo(arrival);
        chunks.removeFirst();
        int count = Math.min(into.length, next.latin1().length());
        System.arraycopy(next.latin1().getBytes(ISO_8859_1), 0, into, 0, count);
        if (count < next.latin1().length()) {
            chunks.addFirst(new Chunk(next.latin1().substring(count), next.atNanos()));
        }
        return count;
    }

    /** Throws away what has arrived by now; what is still on its way arrives later. */
    void discardArrived() {
        chunks.removeIf(chunk -> chunk.atNanos() <= clock.nanos());
    }
}
