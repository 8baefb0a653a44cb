package cellwright.simulator.emulator.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Deque;

/** What an instrument has said and nobody fetched yet, in order, each with the instant at which it can be heard. One thread. */
public final class Outbox {
    /** What is kept to be fetched; more is lost, as from a serial line. */
    private static final int MOST_WAITING = 65_536;

    private record Saying(long atNanos, String latin1) {}

    private final Deque<Saying> waiting = new ArrayDeque<>();
    private int waitingCharacters;

    /** Empty. */
    public Outbox() {}

    /** Says something at an instant, not before what was said so far; nothing if it is empty. */
    public void say(String latin1, long atNanos) {
        if (!latin1.isEmpty() && waitingCharacters + latin1.length() <= MOST_WAITING) {
            Saying last = waiting.peekLast();
            waiting.addLast(new Saying(last == null ? atNanos : Math.max(atNanos, last.atNanos()), latin1));
            waitingCharacters += latin1.length();
        }
    }

    /** What can be heard up to an instant, taken out. */
    public byte[] fetch(long atNanos) {
        var text = new StringBuilder();
        while (!waiting.isEmpty() && waiting.element().atNanos() <= atNanos) {
            text.append(waiting.remove().latin1());
        }
        waitingCharacters -= text.length();
        return text.toString().getBytes(ISO_8859_1);
    }

    /** When something can be heard; {@link Long#MAX_VALUE} if nothing was said. */
    public long nextNanos() {
        Saying first = waiting.peekFirst();
        return first == null ? Long.MAX_VALUE : first.atNanos();
    }

    /** Forgets everything. */
    public void clear() {
        waiting.clear();
        waitingCharacters = 0;
    }
}
