package cellwright.protocol.compile;

import cellwright.protocol.CycleMeasure;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;

/** A last look over a whole program, for doubts that no single step shows. */
final class ProgramReview {
    private static final double TELLABLE = 10;

    private final Program program;
    private final Faults faults;
    private final double mostCycles;

    private ProgramReview(Program program, Faults faults) {
        this.program = program;
        this.faults = faults;
        this.mostCycles = cycles(program.ops());
    }

    /** Adds warnings about a program. */
    static void review(Program program, Faults faults) {
        var review = new ProgramReview(program, faults);
        int basis = program.measuredBasisCycle();
        if (basis > review.mostCycles) {
            faults.warning(
                    "rates",
                    "C-rates are to follow the capacity measured in cycle " + basis + ", which is never reached: "
                            + review.counted() + "; the cell's own 1C is used throughout");
        }
        review.walk(program.ops(), false, false);
    }

    private String counted() {
        return mostCycles == 0 ? "no cycle is counted" : "at most " + Quantities.number(mostCycles) + " are counted";
    }

    /** How many cycles are counted at most. */
    private static double cycles(List<Op> ops) {
        double sum = 0;
        for (Op op : ops) {
            sum += switch (op) {
                case Op.Repeat loop -> loop.times() * ((loop.countsCycles() ? 1 : 0) + cycles(loop.body()));
                case Op.Choose choose -> Math.max(cycles(choose.then()), cycles(choose.otherwise()));
                case Op.Drive drive ->
                    drive.every()
                            .map(every -> TimeBounds.interruptions(drive, every) * cycles(every.body()))
                            .orElse(0.0);
                case Op.Settle settle -> 0;
                case Op.Measure measure -> 0;
                case Op.Note note -> 0;
            };
        }
        return sum;
    }

    /** Returns whether a cycle may have been completed when the operations are over. */
    private boolean walk(List<Op> ops, boolean inCycle, boolean completedBefore) {
        boolean completed = completedBefore;
        for (Op op : ops) {
            completed = walk(op, inCycle, completed);
        }
        return completed;
    }

    private boolean walk(Op op, boolean inCycle, boolean completed) {
        return switch (op) {
            case Op.Drive drive -> drive(drive, inCycle, completed);
            case Op.Repeat loop -> loop(loop, inCycle, completed);
            case Op.Choose choose -> {
                check(choose.test(), choose.path() + "/if", inCycle, completed);
                boolean then = walk(choose.then(), inCycle, completed);
                yield walk(choose.otherwise(), inCycle, completed) || then;
            }
            case Op.Settle settle -> completed;
            case Op.Measure measure -> completed;
            case Op.Note note -> completed;
        };
    }

    private boolean drive(Op.Drive drive, boolean inCycle, boolean completed) {
        drive.until().ifPresent(until -> check(until, drive.path() + "/until", inCycle, completed));
        warnOfSmallCurrent(drive);
        return drive.every()
                .map(every -> walk(every.body(), inCycle, completed))
                .orElse(completed);
    }

    private boolean loop(Op.Repeat loop, boolean inCycle, boolean completed) {
        boolean counting = inCycle || loop.countsCycles();
        boolean earlierPass = loop.times() > 1 && (loop.countsCycles() || cycles(loop.body()) > 0);
        boolean after = walk(loop.body(), counting, completed || earlierPass) || loop.countsCycles();
        loop.until().ifPresent(until -> check(until, loop.path() + "/until", counting, after));
        return after;
    }

    private void warnOfSmallCurrent(Op.Drive drive) {
        Optional<Double> amps =
                switch (drive.target()) {
                    case Target.Amps constant -> Optional.of(Math.abs(constant.amps()));
                    case Target.MeasuredRate rate -> Optional.of(Math.abs(rate.fallbackAmps()));
                    case Target.Open open -> Optional.empty();
                    case Target.Volts volts -> Optional.empty();
                    case Target.Watts watts -> Optional.empty();
                };
        amps.filter(size -> size < TELLABLE * program.restAmps())
                .ifPresent(size -> faults.warning(
                        drive.path(),
                        "the current " + Quantities.amperes(size) + " is hard to tell from rest, which on this channel"
                                + " is anything below " + Quantities.amperes(program.restAmps())));
    }

    private void check(Condition condition, String path, boolean inCycle, boolean completed) {
        switch (condition) {
            case Condition.CycleIn in -> number(path, inCycle);
            case Condition.Shorted shorted -> shorted(path);
            case Condition.CycleBelow below -> figure(below.measure(), path, completed);
            case Condition.CycleAtLeast atLeast -> figure(atLeast.measure(), path, completed);
            case Condition.AllOf all -> all.parts().forEach(part -> check(part, path, inCycle, completed));
            case Condition.AnyOf any -> any.parts().forEach(part -> check(part, path, inCycle, completed));
            case Condition.Elapsed other -> {}
            case Condition.Above other -> {}
            case Condition.Below other -> {}
            case Condition.ChargePassed other -> {}
            case Condition.EnergyPassed other -> {}
            case Condition.Slower other -> {}
        }
    }

    private void shorted(String path) {
        boolean tellable = Pace.drives(program.ops()).anyMatch(drive -> switch (drive.target()) {
            case Target.Amps constant -> true;
            case Target.MeasuredRate rate -> true;
            case Target.Open open -> false;
            case Target.Volts volts -> false;
            case Target.Watts watts -> false;
        });
        if (!tellable) {
            faults.warning(
                    path,
                    "a short is told by the resistance at a constant current, and no step of this protocol drives one");
        }
    }

    private void number(String path, boolean inCycle) {
        if (!inCycle) {
            faults.warning(
                    path, "no cycle is running here, so a cycle number is never met; use a \"cycles\" loop around it");
        }
    }

    private void figure(CycleMeasure measure, String path, boolean completed) {
        if (!completed) {
            faults.warning(
                    path,
                    "no cycle can have been completed here, so the " + measure.word()
                            + " is not known; count cycles with a \"cycles\" loop before");
        } else if (measure == CycleMeasure.RETENTION && program.referenceCycle() > mostCycles) {
            faults.warning(
                    path,
                    "the retention is relative to cycle " + program.referenceCycle() + ", which is never reached: "
                            + counted());
        }
    }
}
