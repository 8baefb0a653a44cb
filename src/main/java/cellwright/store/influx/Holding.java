package cellwright.store.influx;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is of a run in one measurement, cycle by cycle.
 *
 * @param cycles rows and checksum by the number of the cycle
 */
public record Holding(Map<Integer, CycleSum> cycles) {
    /** Nothing. */
    public static final Holding EMPTY = new Holding(Map.of());

    /** Takes an immutable copy, in the order of cycles. */
    public Holding {
        cycles = Collections.unmodifiableMap(new TreeMap<>(cycles));
    }

    /** Of one cycle. */
    public CycleSum cycle(int number) {
        return cycles.getOrDefault(number, CycleSum.NONE);
    }

    /** A holding while it is counted. One thread. */
    static final class Draft {
        private final Map<Integer, CycleSum> cycles = new TreeMap<>();

        void add(int cycle, long unixNanos, double first, double second) {
            cycles.merge(
                    cycle,
                    CycleSum.NONE.plus(unixNanos, first, second),
                    (sum, one) -> sum.plus(unixNanos, first, second));
        }

        Holding made() {
            return new Holding(cycles);
        }
    }
}
