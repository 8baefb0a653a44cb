package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A link that plays a script: what must be written, what is answered in which chunks and when, and where it breaks.
 *
 * <p>A read with nothing to hand over moves the clock to its deadline. One thread at a time. Text is ISO 8859-1, so that
 * every byte has a character.
 */
public final class ScriptedLink implements Link {
    private sealed interface Step {
        record Written(String latin1) implements Step {}

        record Arrives(String latin1, long delayNanos) implements Step {}

        record Lost() implements Step {}
    }

    private final Incoming incoming;
    private final Deque<Step> script = new ArrayDeque<>();
    private boolean lost;

    /** An empty script, played by the given clock. */
    public ScriptedLink(HandClock clock) {
        incoming = new Incoming(clock);
    }

    /** Next, exactly these bytes must be written, in one or several writes of which each is whole. */
    public ScriptedLink expects(String text) {
        script.addLast(new Step.Written(text));
        return this;
    }

    /** Next, exactly these bytes must be written. */
    public ScriptedLink expects(byte[] frame) {
        return expects(text(frame));
    }

    /** Then these chunks arrive at once; none for an instrument that stays silent. */
    public ScriptedLink answers(String... chunks) {
        return dripping(Duration.ZERO, chunks);
    }

    /** Then these chunks arrive at once. */
    public ScriptedLink answers(Iterable<byte[]> chunks) {
        chunks.forEach(chunk -> script.addLast(new Step.Arrives(text(chunk), 0)));
        return this;
    }

    /** Then each of these chunks arrives so long after the one before. */
    public ScriptedLink dripping(Duration gap, String... chunks) {
        for (String chunk : chunks) {
            script.addLast(new Step.Arrives(chunk, gap.toNanos()));
        }
        return this;
    }

    /** Then the link is gone: whatever has arrived can still be read, everything else fails with {@code LOST}. */
    public ScriptedLink breaks() {
        script.addLast(new Step.Lost());
        return this;
    }

    /** Fails unless everything expected was written. */
    public void assertPlayed() {
        play();
        assertThat(script).as("steps of the script not reached").isEmpty();
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        play();
        refuseIfLost();
        if (!(script.pollFirst() instanceof Step.Written expected)) {
            throw new AssertionError("not in the script: write of \"" + text(bytes) + '"');
        }
        assertThat(text(bytes)).as("what is written").isEqualTo(expected.latin1());
        play();
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        play();
        if (incoming.isEmpty()) {
            refuseIfLost();
        }
        return incoming.read(into, deadline);
    }

    @Override
    public void discardReceived() throws InstrumentException {
        play();
        refuseIfLost();
        incoming.discardArrived();
    }

    @Override
    public void close() {
        lost = true;
    }

    /** Plays on to the next write that has to come. */
    private void play() {
        while (!script.isEmpty() && !(script.peekFirst() instanceof Step.Written)) {
            switch (script.removeFirst()) {
                case Step.Arrives chunk -> incoming.send(chunk.latin1().getBytes(ISO_8859_1), chunk.delayNanos());
                case Step.Lost gone -> lost = true;
                case Step.Written never -> throw new AssertionError(never);
            }
        }
    }

    private void refuseIfLost() throws InstrumentException {
        if (lost) {
            throw new InstrumentException(InstrumentException.Kind.LOST, "scripted link", "the link is gone");
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
