package cellwright.protocol.compile;

import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.program.Condition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * When a drive is over for certain.
 *
 * @param atMostNanos longest duration
 * @param until what else ends it; empty where time alone does
 * @param whenLate what follows if time is over first
 */
record Timing(long atMostNanos, Optional<Condition> until, WhenLate whenLate) {

    /** The timing of a drive whose condition has been compiled; empty after a complaint. */
    static Optional<Timing> of(Step.Drive drive, Optional<Condition> condition, String path, Faults faults) {
        if (drive.atMost().isPresent()) {
            OptionalLong atMost =
                    Times.nanos(drive.atMost().get(), "the longest time of a step", path + "/at most", faults);
            atMost.ifPresent(nanos -> warnIfNever(condition, nanos, path, faults));
            return atMost.isPresent()
                    ? Optional.of(new Timing(atMost.getAsLong(), condition, drive.whenLate()))
                    : Optional.empty();
        }
        if (drive.until().isEmpty()) {
            faults.error(
                    path,
                    "this step has no end; add \"until\" with \"at most\", or \"at most\" alone for its duration");
            return Optional.empty();
        }
        return condition.flatMap(known -> byCondition(known, path, faults));
    }

    /** The same for one step of a series that ends as a whole. */
    Timing within(Condition whole) {
        return until.map(own -> new Timing(atMostNanos, Optional.of(any(whole, own)), whenLate))
                .orElseGet(() -> new Timing(
                        atMostNanos, Optional.of(any(whole, new Condition.Elapsed(atMostNanos))), WhenLate.NEXT));
    }

    private static Condition any(Condition one, Condition other) {
        return new Condition.AnyOf(List.of(one, other));
    }

    private static Optional<Timing> byCondition(Condition condition, String path, Faults faults) {
        OptionalLong surely = surely(condition);
        if (surely.isEmpty()) {
            faults.error(
                    path,
                    "what this step waits for may never happen; add \"at most\" with the longest time it may take, for"
                            + " example \"at most: 8 h\"");
            return Optional.empty();
        }
        boolean timeAlone = condition instanceof Condition.Elapsed;
        return Optional.of(
                new Timing(surely.getAsLong(), timeAlone ? Optional.empty() : Optional.of(condition), WhenLate.NEXT));
    }

    private static void warnIfNever(Optional<Condition> condition, long atMost, String path, Faults faults) {
        if (condition.isPresent() && condition.get() instanceof Condition.Elapsed elapsed && elapsed.nanos() > atMost) {
            faults.warning(
                    path,
                    "the step is to last " + Quantities.time(elapsed.nanos()) + ", but \"at most\" ends it after "
                            + Quantities.time(atMost));
        }
    }

    /** The time after which the condition holds whatever the cell does; empty if it may never hold. */
    static OptionalLong surely(Condition condition) {
        return switch (condition) {
            case Condition.Elapsed elapsed -> OptionalLong.of(elapsed.nanos());
            case Condition.AnyOf any -> each(any.parts()).min();
            case Condition.AllOf all -> {
                long[] known = each(all.parts()).toArray();
                yield known.length == all.parts().size() ? LongStream.of(known).max() : OptionalLong.empty();
            }
            case Condition.Above never -> OptionalLong.empty();
            case Condition.Below never -> OptionalLong.empty();
            case Condition.ChargePassed never -> OptionalLong.empty();
            case Condition.EnergyPassed never -> OptionalLong.empty();
            case Condition.Slower never -> OptionalLong.empty();
            case Condition.CycleBelow never -> OptionalLong.empty();
            case Condition.CycleAtLeast never -> OptionalLong.empty();
            case Condition.CycleIn never -> OptionalLong.empty();
            case Condition.Shorted never -> OptionalLong.empty();
        };
    }

    private static LongStream each(List<Condition> parts) {
        return parts.stream().map(Timing::surely).flatMapToLong(OptionalLong::stream);
    }
}
