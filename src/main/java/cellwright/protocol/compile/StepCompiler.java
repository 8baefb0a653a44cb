package cellwright.protocol.compile;

import cellwright.instrument.Sweep;
import cellwright.protocol.Step;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Walks the steps, at most sixteen levels deep, and turns each into an operation. */
final class StepCompiler {
    private static final int MOST_PASSES = 1_000_000;
    private static final long MOST_INSTANTS = 1_000_000;

    private final Binding binding;
    private final Faults faults;
    private final Budget budget;
    private final ConditionCompiler conditions;
    private final DriveCompiler drives;
    private final SettleCompiler settles;
    private final SweepCheck sweeps;

    StepCompiler(Binding binding, Recording recording) {
        this.binding = binding;
        this.faults = binding.faults();
        this.budget = new Budget(faults);
        this.conditions = new ConditionCompiler(binding, budget);
        this.drives = new DriveCompiler(binding, conditions, recording);
        this.settles = new SettleCompiler(binding, recording);
        this.sweeps = new SweepCheck(binding);
    }

    /** The operations of a protocol's steps. */
    List<Op> program(List<Step> steps) {
        if (steps.isEmpty()) {
            faults.error("steps", "the protocol has no steps; add at least one");
        }
        return new HeldSpectra(binding).bind(body(steps, "steps", 0).ops());
    }

    private Part.Body body(List<Step> steps, String path, int depth) {
        var ops = new ArrayList<Op>();
        boolean takesTime = false;
        long instants = 0;
        for (int i = 0; i < steps.size() && !budget.isSpent(); i++) {
            String at = path + "/" + i;
            if (!budget.takeOperation(at)) {
                break;
            }
            Part part = step(steps.get(i), at, depth);
            part.op().ifPresent(ops::add);
            takesTime |= part.takesTime();
            instants = Math.min(MOST_INSTANTS + 1, instants + part.instants());
        }
        return new Part.Body(ops, takesTime, instants);
    }

    private Part step(Step step, String path, int depth) {
        return switch (step) {
            case Step.Drive drive -> Part.slow(drives.drive(drive, every(drive, path, depth), path));
            case Step.Settle settle -> Part.slow(settles.settle(settle, path));
            case Step.Measure measure -> Part.slow(measure(measure, path));
            case Step.Note note -> Part.quick(Optional.of(new Op.Note(path, note.text())), 1);
            case Step.Repeat repeat ->
                budget.allowsDepth(depth + 1, path) ? repeat(repeat, path, depth) : Part.slow(Optional.empty());
            case Step.Choose choose ->
                budget.allowsDepth(depth + 1, path) ? choose(choose, path, depth) : Part.slow(Optional.empty());
            case Step.Series series ->
                budget.allowsDepth(depth + 1, path) ? series(series, path, depth) : Part.slow(Optional.empty());
        };
    }

    private Part series(Step.Series series, String path, int depth) {
        if (countsCycles(series.then())) {
            faults.error(
                    path + "/then",
                    "cycles are not counted within a ramp, a train of pulses or a polarisation; use \"repeat\"");
        }
        Part.Body then = body(series.then(), path + "/then", depth + 1);
        Optional<Op> op = new SeriesCompiler(binding, drives, conditions, budget).series(series, then.ops(), path);
        return new Part(op, series.until().isEmpty(), 1);
    }

    private Optional<Op.Measure> measure(Step.Measure measure, String path) {
        Sweep sweep = measure.sweep();
        if (!sweeps.check(sweep, path)) {
            return Optional.empty();
        }
        return Optional.of(new Op.Measure(
                path,
                binding.words().measure(sweep),
                sweep,
                Optional.empty(),
                (int) SweepTime.points(sweep),
                Math.round(SweepTime.atMostSeconds(sweep) * Times.SECOND)));
    }

    private Optional<Op.Every> every(Step.Drive drive, String path, int depth) {
        if (drive.every().isEmpty() || !budget.allowsDepth(depth + 1, path)) {
            return Optional.empty();
        }
        Step.Every every = drive.every().get();
        String at = path + "/every";
        OptionalLong interval = Times.nanos(every.interval(), "the time between interruptions", at, faults);
        if (every.steps().isEmpty()) {
            faults.error(at, "an interruption without steps does nothing; add steps or remove it");
        }
        Part.Body body = body(every.steps(), at, depth + 1);
        return interval.isPresent() ? Optional.of(new Op.Every(interval.getAsLong(), body.ops())) : Optional.empty();
    }

    private Part repeat(Step.Repeat repeat, String path, int depth) {
        if (repeat.steps().isEmpty()) {
            faults.error(path, "a loop without steps does nothing; add steps or remove it");
        }
        if (repeat.countsCycles() && countsCycles(repeat.steps())) {
            faults.error(
                    path, "cycles within cycles would be counted twice; use \"repeat\" for the outer or inner loop");
        }
        boolean sound = timesSound(repeat, path);
        Part.Body body = body(repeat.steps(), path + "/steps", depth + 1);
        Optional<Condition> until = repeat.until().flatMap(wish -> conditions.betweenSteps(wish, path + "/until"));
        long instants = instants(repeat, body, path);
        if (!sound || until.isPresent() != repeat.until().isPresent()) {
            return new Part(Optional.empty(), body.takesTime(), instants);
        }
        Op loop = new Op.Repeat(
                path,
                binding.words().repeat(repeat, until),
                repeat.times().orElse(Integer.MAX_VALUE),
                until,
                repeat.countsCycles(),
                body.ops());
        return new Part(Optional.of(loop), body.takesTime(), instants);
    }

    private static boolean countsCycles(List<Step> steps) {
        return steps.stream().anyMatch(StepCompiler::countsCycles);
    }

    private static boolean countsCycles(Step step) {
        return switch (step) {
            case Step.Repeat inner -> inner.countsCycles() || countsCycles(inner.steps());
            case Step.Choose choose -> countsCycles(choose.then()) || countsCycles(choose.otherwise());
            case Step.Drive drive ->
                drive.every().isPresent() && countsCycles(drive.every().get().steps());
            case Step.Series series -> countsCycles(series.then());
            case Step.Settle ignored -> false;
            case Step.Measure ignored -> false;
            case Step.Note ignored -> false;
        };
    }

    private boolean timesSound(Step.Repeat repeat, String path) {
        if (repeat.times().isEmpty()) {
            if (repeat.until().isEmpty()) {
                faults.error(path, "a loop without an end; add how often it repeats, or \"until\"");
            }
            return repeat.until().isPresent();
        }
        int times = repeat.times().get();
        if (times < 1 || times > MOST_PASSES) {
            faults.error(path, "a loop repeats 1 to " + MOST_PASSES + " times, got " + times);
        }
        return times >= 1 && times <= MOST_PASSES;
    }

    /** A loop must not turn for ever, or nearly so, without a drive or a wait. */
    private long instants(Step.Repeat repeat, Part.Body body, String path) {
        if (body.takesTime() || repeat.steps().isEmpty() || budget.isSpent()) {
            return Math.min(MOST_INSTANTS, body.instants());
        }
        if (repeat.times().isEmpty()) {
            faults.error(
                    path,
                    "a pass of this loop may take no time, so it might turn for ever at one instant; give every way"
                            + " through it a drive, a rest or a wait, or say how often it repeats");
            return 0;
        }
        long passes = Math.max(0, repeat.times().get());
        if (passes * body.instants() > MOST_INSTANTS) {
            faults.error(
                    path,
                    "this loop would do more than " + MOST_INSTANTS
                            + " things with no drive, rest or wait between them; repeat less often");
            return 0;
        }
        return passes * body.instants();
    }

    private Part choose(Step.Choose choose, String path, int depth) {
        if (choose.then().isEmpty()) {
            faults.error(path, "an \"if\" without steps does nothing; add steps or remove it");
        }
        Optional<Condition> test = conditions.betweenSteps(choose.test(), path + "/if");
        Part.Body then = body(choose.then(), path + "/then", depth + 1);
        Part.Body otherwise = body(choose.otherwise(), path + "/else", depth + 1);
        Optional<Op> op = test.map(known ->
                new Op.Choose(path, binding.words().choose(choose.test(), known), known, then.ops(), otherwise.ops()));
        long instants = 1 + Math.max(then.instants(), otherwise.instants());
        return new Part(op, then.takesTime() && otherwise.takesTime(), instants);
    }
}
