package cellwright.protocol.compile;

import cellwright.instrument.Guard;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;

/** Turns a drive step into an operation with its end, its time, its limits and its guard. */
final class DriveCompiler {
    private final Binding binding;
    private final Faults faults;
    private final ConditionCompiler conditions;
    private final Recording usualRecording;

    DriveCompiler(Binding binding, ConditionCompiler conditions, Recording usualRecording) {
        this.binding = binding;
        this.faults = binding.faults();
        this.conditions = conditions;
        this.usualRecording = usualRecording;
    }

    /** The operation; empty after a complaint. */
    Optional<Op.Drive> drive(Step.Drive step, Optional<Op.Every> every, String path) {
        return drive(step, every, path, Leg.ALONE);
    }

    /**
     * The operation of a step that is one of a series; complaints are about the series.
     *
     * @param path of the series
     */
    Optional<Op.Drive> leg(Step.Drive step, Leg leg, String path) {
        return drive(step, Optional.empty(), path, leg);
    }

    private Optional<Op.Drive> drive(Step.Drive step, Optional<Op.Every> every, String path, Leg leg) {
        Layer own = binding.limits().step(step.limits(), path, binding.runNet());
        Layer limits = own.within(binding.runNet());
        Optional<Target> target = new TargetCompiler(binding).target(step.setting(), limits, path);
        Optional<Condition> until = step.until().flatMap(wish -> conditions.ofStep(wish, limits, path + "/until"));
        Optional<Timing> timing = Timing.of(step, until, path, faults);
        Recording recording = recording(step, path);
        timing.ifPresent(known -> warnOfTime(known, every, path));
        if (target.isEmpty() || timing.isEmpty()) {
            return Optional.empty();
        }
        until.or(leg::oneWayEnd).ifPresent(end -> warnOfSense(target.get(), end, path));
        return operation(step, target.get(), timing.get(), leg, recording, own.bounds(), limits, every, path);
    }

    private Optional<Op.Drive> operation(
            Step.Drive step,
            Target target,
            Timing alone,
            Leg leg,
            Recording recording,
            List<Bound> bounds,
            Layer limits,
            Optional<Op.Every> every,
            String path) {
        Timing timing = leg.whole().map(alone::within).orElse(alone);
        Optional<Guard> guard =
                new GuardRule(binding).guard(target, timing.until(), limits, timing.atMostNanos(), path);
        String label = binding.words().drive(step.setting(), target, step.until(), alone.until(), alone.atMostNanos());
        return guard.map(kept -> new Op.Drive(
                path + leg.path(),
                leg.title() + label,
                target,
                timing.until(),
                timing.atMostNanos(),
                timing.whenLate(),
                recording,
                bounds,
                kept,
                every));
    }

    /**
     * What a drive is within a series.
     *
     * @param path what its path has beyond the series'
     * @param title what its label begins with
     * @param whole what ends the series as a whole
     * @param bothWays whether the series also drives the other way
     */
    record Leg(String path, String title, Optional<Condition> whole, boolean bothWays) {
        private static final Leg ALONE = new Leg("", "", Optional.empty(), false);

        /** What ends the series, if it drives one way only, so that the way can be compared with it. */
        private Optional<Condition> oneWayEnd() {
            return bothWays ? Optional.empty() : whole;
        }
    }

    private Recording recording(Step.Drive step, String path) {
        return step.record()
                .map(rule -> new RecordCompiler(binding.amounts(), faults).recording(rule, path + "/record"))
                .orElse(usualRecording);
    }

    private void warnOfTime(Timing timing, Optional<Op.Every> every, String path) {
        if (timing.atMostNanos() > Times.YEAR) {
            faults.warning(path, "this step may last " + Quantities.time(timing.atMostNanos()) + ", over a year");
        }
        if (every.isPresent() && every.get().intervalNanos() >= timing.atMostNanos()) {
            faults.warning(
                    path + "/every",
                    "the interruption every " + Quantities.time(every.get().intervalNanos())
                            + " never comes, since the step ends after " + Quantities.time(timing.atMostNanos()));
        }
    }

    private void warnOfSense(Target target, Condition end, String path) {
        int sign = Labels.sign(target);
        boolean rises = waitsFor(end, true);
        boolean falls = waitsFor(end, false);
        if (sign > 0 && falls && !rises) {
            faults.warning(path + "/until", "a charge raises the voltage, but the step ends on voltage <= a level");
        }
        if (sign < 0 && rises && !falls) {
            faults.warning(path + "/until", "a discharge lowers the voltage, but the step ends on voltage >= a level");
        }
    }

    private static boolean waitsFor(Condition condition, boolean rise) {
        return switch (condition) {
            case Condition.Above above -> rise && above.subject() == Subject.VOLTAGE;
            case Condition.Below below -> !rise && below.subject() == Subject.VOLTAGE;
            case Condition.AllOf all -> all.parts().stream().anyMatch(part -> waitsFor(part, rise));
            case Condition.AnyOf any -> any.parts().stream().anyMatch(part -> waitsFor(part, rise));
            case Condition.Elapsed other -> false;
            case Condition.ChargePassed other -> false;
            case Condition.EnergyPassed other -> false;
            case Condition.Slower other -> false;
            case Condition.CycleBelow other -> false;
            case Condition.CycleAtLeast other -> false;
            case Condition.CycleIn other -> false;
            case Condition.Shorted other -> false;
        };
    }
}
