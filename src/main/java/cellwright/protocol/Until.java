package cellwright.protocol;

import java.time.Duration;
import java.util.List;

/** When a step, a loop or a branch has what it wanted. */
public sealed interface Until {
    /** Time since the step began. */
    record Elapsed(Duration time) implements Until {}

    /** The quantity is at the level or above; current by magnitude. */
    record Above(Subject subject, Amount level) implements Until {}

    /** The quantity is at the level or below; current by magnitude. */
    record Below(Subject subject, Amount level) implements Until {}

    /** Charge passed in this step, by magnitude; {@link Amount.Si} in C. */
    record ChargePassed(Amount amount) implements Until {}

    /** Energy passed in this step, by magnitude; {@link Amount.Si} in J. */
    record EnergyPassed(Amount amount) implements Until {}

    /**
     * The quantity changes no faster than a rate, by magnitude.
     *
     * @param subject voltage or current, or any other
     * @param perSecond the rate in SI units per second, above 0
     * @param over the time over which the slope is taken
     */
    record Slower(Subject subject, double perSecond, Duration over) implements Until {}

    /** A figure of the last completed cycle is below a level; never true before one cycle has ended. */
    record CycleBelow(CycleMeasure measure, Amount level) implements Until {}

    /** A figure of the last completed cycle is at a level or above; never true before one cycle has ended. */
    record CycleAtLeast(CycleMeasure measure, Amount level) implements Until {}

    /** The number of the running cycle, from 1, is one of these. */
    record CycleIn(List<Integer> cycles) implements Until {
        /** Takes an immutable copy. */
        public CycleIn {
            cycles = List.copyOf(cycles);
        }
    }

    /** A soft short was detected in this run; stays true. */
    record Shorted() implements Until {}

    /** Every one of them holds at the same reading. */
    record AllOf(List<Until> parts) implements Until {
        /** Takes an immutable copy. */
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** One of them holds. */
    record AnyOf(List<Until> parts) implements Until {
        /** Takes an immutable copy. */
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }
}
