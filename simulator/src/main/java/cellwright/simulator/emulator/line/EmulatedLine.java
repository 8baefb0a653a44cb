package cellwright.simulator.emulator.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The wire of an emulated instrument that is talked to in lines: gathers commands, lets the instrument answer, and sends
 * the answers in the instrument's time. Bytes come and go with the instants at which they do; the instants are the
 * caller's and never run backwards. Mutable, one thread.
 */
public final class EmulatedLine {
    /** What it keeps to be fetched; more is lost, as from a serial line. */
    private static final int MOST_WAITING = 65_536;

    private static final int LONGEST_COMMAND = 400;

    private record Saying(long atNanos, String text) {}

    /** What is behind the wire. */
    @FunctionalInterface
    public interface Speaker {
        /** What it says to a command, line ends included; empty for nothing. */
        String answer(String command, long atNanos);
    }

    private final Speaker speaker;
    private final LineMischief mischief = new LineMischief();
    private final Deque<Saying> waiting = new ArrayDeque<>();
    private final StringBuilder command = new StringBuilder();
    private int waitingCharacters;

    /** A wire to an instrument whose commands end in CR; an LF behind it is passed over. */
    public EmulatedLine(Speaker speaker) {
        this.speaker = speaker;
    }

    /** How the wire misbehaves. */
    public LineMischief mischief() {
        return mischief;
    }

    /** Bytes from the host. */
    public void receive(byte[] bytes, long atNanos) {
        for (byte each : bytes) {
            if (mischief.silent()) {
                command.setLength(0);
            } else if (each == '\r') {
                String whole = command.toString();
                command.setLength(0);
                say(mischief.spoiled(speaker.answer(whole, atNanos)), atNanos);
            } else if (each != '\n' && command.length() < LONGEST_COMMAND) {
                command.append((char) (each & 0xff));
            }
        }
    }

    /** Something said unasked. */
    public void say(String text, long atNanos) {
        if (!text.isEmpty() && !mischief.silent() && waitingCharacters + text.length() <= MOST_WAITING) {
            Saying last = waiting.peekLast();
            long at = atNanos + mischief.delayNanos();
            waiting.addLast(new Saying(last == null ? at : Math.max(at, last.atNanos()), text));
            waitingCharacters += text.length();
        }
    }

    /** What it has said up to an instant and was not fetched yet. */
    public byte[] fetch(long atNanos) {
        var text = new StringBuilder();
        while (!waiting.isEmpty() && waiting.element().atNanos() <= atNanos) {
            text.append(waiting.remove().text());
        }
        waitingCharacters -= text.length();
        return text.toString().getBytes(ISO_8859_1);
    }

    /** When something it has said can be fetched; {@link Long#MAX_VALUE} if it has said nothing. */
    public long nextNanos() {
        Saying first = waiting.peekFirst();
        return first == null ? Long.MAX_VALUE : first.atNanos();
    }

    /** Power is lost for a moment: what was heard and not yet said is gone. */
    public void reboot() {
        command.setLength(0);
        waiting.clear();
        waitingCharacters = 0;
    }
}
