package cellwright.testkit;

import cellwright.instrument.NanoClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** One direction through a {@link FaultProxy}: what is to happen to the messages of its connections, present and to come. Any thread. */
final class FaultyWay {
    private final NanoClock clock;
    private final int messageEnd;
    private final Deque<LineFault> faults = new ArrayDeque<>();
    private final List<Passage> passages = new ArrayList<>();
    private long nanosPerByte;
    private long messages;

    /** @param messageEnd the byte that ends a message; negative if each piece that comes is one */
    FaultyWay(NanoClock clock, int messageEnd) {
        this.clock = clock;
        this.messageEnd = messageEnd;
    }

    synchronized void tell(LineFault... more) {
        faults.addAll(Arrays.asList(more));
    }

    synchronized void shape(long perByteNanos) {
        nanosPerByte = perByteNanos;
    }

    synchronized long nanosPerByte() {
        return nanosPerByte;
    }

    synchronized long messages() {
        return messages;
    }

    /** What happens to the message that has just come. */
    synchronized LineFault next() {
        messages++;
        return faults.isEmpty() ? new LineFault.Pass() : faults.remove();
    }

    NanoClock clock() {
        return clock;
    }

    int messageEnd() {
        return messageEnd;
    }

    /** The way through one more connection. */
    synchronized Passage begin() {
        Passage passage = new Passage(this);
        passages.add(passage);
        return passage;
    }

    /** Ends the way through every connection so far. */
    synchronized void end() {
        passages.forEach(Passage::end);
        passages.clear();
    }

    /** Somebody moved the clock. */
    synchronized void look() {
        passages.forEach(Passage::look);
    }
}
