package cellwright.engine;

import java.util.Arrays;

/**
 * For each limit, which of the last readings were bad: one bit a reading, the newest lowest. Immutable; the usual state,
 * no doubt at all, costs nothing.
 */
public final class Doubts {
    /** No limit has a bad reading behind it. */
    public static final Doubts NONE = new Doubts(new int[0]);

    private final int[] histories;

    private Doubts(int[] histories) {
        this.histories = histories;
    }

    /** Bits of a limit's last readings, 1 for bad, the newest lowest. */
    int history(int limit) {
        return limit < histories.length ? histories[limit] : 0;
    }

    /** Whether any limit has a bad reading among those it remembers. */
    public boolean any() {
        return histories.length > 0;
    }

    static Doubts of(int[] histories) {
        for (int history : histories) {
            if (history != 0) {
                return new Doubts(histories);
            }
        }
        return NONE;
    }

    /** Forgets the limits from an index on, as when a step with limits of its own ends. */
    Doubts upTo(int limits) {
        return histories.length <= limits ? this : of(Arrays.copyOf(histories, limits));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubts doubts && Arrays.equals(histories, doubts.histories);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(histories);
    }

    @Override
    public String toString() {
        return "Doubts" + Arrays.toString(histories);
    }
}
