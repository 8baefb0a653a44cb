package cellwright.journal;

import cellwright.instrument.Signal;
import java.util.Arrays;

/**
 * The writer's dictionary of signals: an id stands for the same signal throughout a segment. A signal is defined in the
 * frame of its first use, again in the next frame that uses it, and then at distances that double up to a limit, so that
 * a damaged frame does not make the rest of its segment unreadable.
 */
final class SignalBook {
    private static final int WIDEST_GAP = 256;

    private Signal[] signals = new Signal[16];
    private int[] defineAt = new int[16];
    private int[] gap = new int[16];
    private int size;
    private int frame;

    /** A new segment begins, with ids of its own. */
    void clear() {
        Arrays.fill(signals, 0, size, Signal.VOLTAGE);
        size = 0;
        frame = 0;
    }

    /** The same ids go on in another segment, where each is to be defined again. */
    void restart() {
        Arrays.fill(defineAt, 0, size, 0);
        Arrays.fill(gap, 0, size, 1);
    }

    void beginFrame() {
        frame++;
    }

    int size() {
        return size;
    }

    Signal signal(int id) {
        return signals[id];
    }

    /** The signal's id, a new one if need be. */
    int id(Signal signal) {
        for (int id = 0; id < size; id++) {
            if (signals[id].equals(signal)) {
                return id;
            }
        }
        return add(signal);
    }

    private int add(Signal signal) {
        if (size == signals.length) {
            signals = Arrays.copyOf(signals, 2 * size);
            defineAt = Arrays.copyOf(defineAt, 2 * size);
            gap = Arrays.copyOf(gap, 2 * size);
        }
        signals[size] = signal;
        defineAt[size] = 0;
        gap[size] = 1;
        return size++;
    }

    /** Whether the open frame must define the signal before it uses it. */
    boolean isDue(int id) {
        return frame >= defineAt[id];
    }

    /** The open frame defines the signal. */
    void defined(int id) {
        defineAt[id] = frame + gap[id];
        gap[id] = Math.min(2 * gap[id], WIDEST_GAP);
    }
}
