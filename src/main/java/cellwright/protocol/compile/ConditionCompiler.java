package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns what a step, a loop or a branch waits for into numbers. */
final class ConditionCompiler {
    private static final int DEEPEST = 16;
    private static final double LARGEST_RATIO = 2;

    private final Binding binding;
    private final Faults faults;
    private final Budget budget;

    ConditionCompiler(Binding binding, Budget budget) {
        this.binding = binding;
        this.faults = binding.faults();
        this.budget = budget;
    }

    /** The condition of a step that runs while it is judged; the window tells what can be reached. */
    Optional<Condition> ofStep(Until until, Layer window, String path) {
        return condition(until, window, path, 0, true);
    }

    /** The condition of a loop, a series or a branch, judged between steps by the last reading and the cycles so far. */
    Optional<Condition> betweenSteps(Until until, String path) {
        return condition(until, binding.runNet(), path, 0, false);
    }

    private Optional<Condition> condition(Until until, Layer window, String path, int depth, boolean running) {
        if (depth > DEEPEST) {
            faults.error(path, "conditions are nested more than " + DEEPEST + " deep; write them flatter");
            return Optional.empty();
        }
        if (!budget.takeCondition(path)) {
            return Optional.empty();
        }
        if (!running && needsAStep(until)) {
            faults.error(
                    path,
                    "time, charge, energy and slopes belong to a step, but a loop, a series or a branch is judged between"
                            + " steps; use a measured value, a figure of the last cycle or a number of passes");
            return Optional.empty();
        }
        return switch (until) {
            case Until.Elapsed elapsed -> nanos(elapsed.time(), path).map(Condition.Elapsed::new);
            case Until.Above above ->
                level(above.subject(), above.level(), true, window, path)
                        .map(level -> new Condition.Above(above.subject(), level, magnitude(above.subject())));
            case Until.Below below ->
                level(below.subject(), below.level(), false, window, path)
                        .map(level -> new Condition.Below(below.subject(), level, magnitude(below.subject())));
            case Until.ChargePassed passed ->
                positive(Dimension.CHARGE, passed.amount(), path).map(Condition.ChargePassed::new);
            case Until.EnergyPassed passed ->
                positive(Dimension.ENERGY, passed.amount(), path).map(Condition.EnergyPassed::new);
            case Until.Slower slower -> slower(slower, path);
            case Until.CycleBelow below ->
                figure(below.measure(), below.level(), path)
                        .map(level -> new Condition.CycleBelow(below.measure(), level));
            case Until.CycleAtLeast atLeast ->
                figure(atLeast.measure(), atLeast.level(), path)
                        .map(level -> new Condition.CycleAtLeast(atLeast.measure(), level));
            case Until.CycleIn in -> cycleIn(in, path);
            case Until.Shorted shorted -> Optional.of(new Condition.Shorted());
            case Until.AllOf all ->
                parts(all.parts(), window, path, depth, running).map(Condition.AllOf::new);
            case Until.AnyOf any ->
                parts(any.parts(), window, path, depth, running).map(Condition.AnyOf::new);
        };
    }

    private static boolean needsAStep(Until until) {
        return switch (until) {
            case Until.Elapsed elapsed -> true;
            case Until.ChargePassed charge -> true;
            case Until.EnergyPassed energy -> true;
            case Until.Slower slower -> true;
            case Until.Above above -> false;
            case Until.Below below -> false;
            case Until.CycleBelow below -> false;
            case Until.CycleAtLeast atLeast -> false;
            case Until.CycleIn in -> false;
            case Until.Shorted shorted -> false;
            case Until.AllOf all -> false;
            case Until.AnyOf any -> false;
        };
    }

    private static boolean magnitude(Subject subject) {
        return subject == Subject.CURRENT;
    }

    private Optional<Long> nanos(Duration time, String path) {
        var nanos = Times.nanos(time, "the time of an end condition", path, faults);
        return nanos.isPresent() ? Optional.of(nanos.getAsLong()) : Optional.empty();
    }

    private Optional<Double> level(Subject subject, Amount amount, boolean above, Layer window, String path) {
        boolean measured = measured(subject, path);
        OptionalDouble level = binding.levels().level(subject, amount, path);
        if (!measured || level.isEmpty()) {
            return Optional.empty();
        }
        if (subject == Subject.CURRENT && amount instanceof Amount.CRate rate && measuredBasis()) {
            faults.warning(
                    path,
                    Written.rate(rate) + " in a condition is taken from the cell's own 1C ("
                            + Quantities.amperes(level.getAsDouble()) + "), not from the measured capacity");
        }
        boolean reachable = new Reach(binding, faults).check(subject, level.getAsDouble(), above, window, path);
        return reachable ? Optional.of(level.getAsDouble()) : Optional.empty();
    }

    private boolean measuredBasis() {
        return binding.protocol().rateBasis() instanceof RateBasis.MeasuredIn;
    }

    private boolean measured(Subject subject, String path) {
        if (!binding.reports(subject)) {
            faults.error(
                    path,
                    "the channel \"" + binding.bench().channel() + "\" does not measure " + subject.word()
                            + ", so this condition can never be judged; add a sensor or use another condition");
            return false;
        }
        return true;
    }

    private Optional<Double> positive(Dimension dimension, Amount amount, String path) {
        OptionalDouble value = binding.amounts().resolve(dimension, amount, path);
        if (value.isPresent() && !(value.getAsDouble() > 0)) {
            faults.error(path, "a passed " + dimension.word() + " must be above 0; it counts by magnitude");
            return Optional.empty();
        }
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private Optional<Condition> slower(Until.Slower slower, String path) {
        boolean measured = measured(slower.subject(), path);
        Optional<Long> over = nanos(slower.over(), path);
        boolean sound = slower.perSecond() > 0 && Double.isFinite(slower.perSecond());
        if (!sound) {
            faults.error(path, "a rate of change must be a finite number above 0");
        }
        return measured && sound
                ? over.map(nanos -> new Condition.Slower(slower.subject(), slower.perSecond(), nanos))
                : Optional.empty();
    }

    private Optional<Double> figure(CycleMeasure measure, Amount amount, String path) {
        return switch (measure) {
            case DISCHARGE_CAPACITY, CHARGE_CAPACITY -> positive(Dimension.CHARGE, amount, path);
            case RETENTION, COULOMBIC_EFFICIENCY -> ratio(measure, amount, path);
        };
    }

    private Optional<Double> ratio(CycleMeasure measure, Amount amount, String path) {
        if (!(amount instanceof Amount.Si si && si.value() >= 0 && Double.isFinite(si.value()))) {
            faults.error(path, "the " + measure.word() + " is compared with a ratio, for example 80 % or 0.8");
            return Optional.empty();
        }
        if (si.value() > LARGEST_RATIO) {
            faults.warning(
                    path,
                    "a " + measure.word() + " of " + Quantities.number(si.value() * 100)
                            + " % is unusual; was the percent sign forgotten?");
        }
        return Optional.of(si.value());
    }

    private Optional<Condition> cycleIn(Until.CycleIn in, String path) {
        if (in.cycles().isEmpty() || in.cycles().stream().anyMatch(cycle -> cycle < 1)) {
            faults.error(path, "cycles are numbered from 1; list at least one of them");
            return Optional.empty();
        }
        return Optional.of(new Condition.CycleIn(in.cycles()));
    }

    private Optional<List<Condition>> parts(List<Until> parts, Layer window, String path, int depth, boolean running) {
        if (parts.isEmpty()) {
            faults.error(path, "an empty list of conditions says nothing; name at least one");
            return Optional.empty();
        }
        var compiled = new ArrayList<Condition>();
        for (Until part : parts) {
            condition(part, window, path, depth + 1, running).ifPresent(compiled::add);
            if (budget.isSpent()) {
                break;
            }
        }
        return compiled.size() == parts.size() ? Optional.of(compiled) : Optional.empty();
    }
}
