package cellwright.protocol.program;

import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Subject;
import java.util.List;

/** An end condition in numbers. */
public sealed interface Condition {
    /** The step's own time. */
    record Elapsed(long nanos) implements Condition {}

    /** At the level or above, SI; by magnitude for current. */
    record Above(Subject subject, double level, boolean magnitude) implements Condition {}

    /** At the level or below, SI; by magnitude for current. */
    record Below(Subject subject, double level, boolean magnitude) implements Condition {}

    /** Magnitude of the net charge of the step, C. */
    record ChargePassed(double coulombs) implements Condition {}

    /** Magnitude of the net energy of the step, J. */
    record EnergyPassed(double joules) implements Condition {}

    /** Magnitude of the slope over a time is at most this, SI per second. */
    record Slower(Subject subject, double perSecond, long overNanos) implements Condition {}

    /** A figure of the last completed cycle is below a level: C for capacities, 1 for ratios. */
    record CycleBelow(CycleMeasure measure, double level) implements Condition {}

    /** A figure of the last completed cycle is at a level or above: C for capacities, 1 for ratios. */
    record CycleAtLeast(CycleMeasure measure, double level) implements Condition {}

    /** The running cycle's number is one of these. */
    record CycleIn(List<Integer> cycles) implements Condition {
        /** Takes an immutable copy. */
        public CycleIn {
            cycles = List.copyOf(cycles);
        }
    }

    /** A soft short was detected in this run; stays true. */
    record Shorted() implements Condition {
        /** Whether a condition asks for shorts, alone or among others. */
        public static boolean isAskedBy(Condition condition) {
            return switch (condition) {
                case Shorted ignored -> true;
                case AllOf all -> all.parts().stream().anyMatch(Shorted::isAskedBy);
                case AnyOf any -> any.parts().stream().anyMatch(Shorted::isAskedBy);
                case Elapsed ignored -> false;
                case Above ignored -> false;
                case Below ignored -> false;
                case ChargePassed ignored -> false;
                case EnergyPassed ignored -> false;
                case Slower ignored -> false;
                case CycleBelow ignored -> false;
                case CycleAtLeast ignored -> false;
                case CycleIn ignored -> false;
            };
        }
    }

    /** All at once. */
    record AllOf(List<Condition> parts) implements Condition {
        /** Takes an immutable copy. */
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Any one. */
    record AnyOf(List<Condition> parts) implements Condition {
        /** Takes an immutable copy. */
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }
}
