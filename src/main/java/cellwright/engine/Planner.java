package cellwright.engine;

import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Says when the engine wants to look at the cell next, and when it wants to be woken. */
final class Planner {
    private Planner() {}

    /** The plan of a cell at rest: nothing to foresee, but silence is still noticed. */
    static SamplingPlan resting(Run run) {
        return new SamplingPlan(List.of(), 0, 0, Long.MAX_VALUE, run.program().silenceNanos());
    }

    /** The plan of a cell on its way to rest: it is looked at until it is there. */
    static SamplingPlan stopping(Run run) {
        return new SamplingPlan(
                List.of(), 0, 0, run.program().pollNanos(), run.program().silenceNanos());
    }

    /** Tells the world of a new plan and a new alarm time where they differ from those in force. */
    static void update(Turn turn) {
        if (turn.replan) {
            turn.plan = plan(turn);
            turn.tell(new Effect.Sample(turn.plan));
            turn.replan = false;
        }
        long wake = wakeNanos(turn, turn.atNanos);
        if (wake != turn.wakeNanos) {
            turn.wakeNanos = wake;
            turn.tell(new Effect.WakeAt(wake));
        }
    }

    private static SamplingPlan plan(Turn turn) {
        Collection<Watch> watches = new LinkedHashSet<>();
        turn.run.program().bounds().forEach(bound -> watch(bound, turn.leaf, watches));
        LimitCheck.stepBounds(turn.leaf.op()).forEach(bound -> watch(bound, turn.leaf, watches));
        if (turn.leaf.op() instanceof Op.Drive drive) {
            drive.until().ifPresent(until -> watch(until, turn.leaf, watches));
        } else if (turn.leaf.op() instanceof Op.Settle settle) {
            watch(settle, turn.leaf, watches);
        }
        Recording rule = Recorder.rule(turn.leaf.op());
        watchChanges(rule, turn, watches);
        turn.ledger.lookout().flatMap(lookout -> lookout.watch(turn.leaf)).ifPresent(watches::add);
        return new SamplingPlan(
                List.copyOf(watches),
                rule.everyNanos(),
                turn.leaf.resumedNanos() - turn.leaf.elapsedNanos(),
                maxGapNanos(turn),
                Spectroscopy.silenceNanos(turn.leaf, turn.run));
    }

    /** A step is looked at closely until its first reading, in doubt, and while it waits for rest. */
    private static long maxGapNanos(Turn turn) {
        if (turn.leaf.op() instanceof Op.Measure) {
            boolean closely = !turn.leaf.measuring() || turn.doubts.any();
            return closely ? turn.run.program().pollNanos() : Long.MAX_VALUE;
        }
        if (turn.leaf.fresh() || turn.doubts.any() || !turn.leaf.commanded()) {
            return turn.run.program().pollNanos();
        }
        long forSlopes = turn.leaf.op() instanceof Op.Drive drive
                ? drive.until().map(Planner::slopeNanos).orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
        long forShorts = turn.ledger
                .lookout()
                .map(lookout -> lookout.maxGapNanos(turn.leaf))
                .orElse(Long.MAX_VALUE);
        return Math.min(forSlopes, forShorts);
    }

    /** The shortest time over which a slope is taken: at least so often the quantity must be seen. */
    private static long slopeNanos(Condition condition) {
        return switch (condition) {
            case Condition.Slower slower -> slower.overNanos();
            case Condition.AllOf all -> slopeNanos(all.parts());
            case Condition.AnyOf any -> slopeNanos(any.parts());
            case Condition.Above ignored -> Long.MAX_VALUE;
            case Condition.Below ignored -> Long.MAX_VALUE;
            case Condition.Elapsed ignored -> Long.MAX_VALUE;
            case Condition.ChargePassed ignored -> Long.MAX_VALUE;
            case Condition.EnergyPassed ignored -> Long.MAX_VALUE;
            case Condition.CycleBelow ignored -> Long.MAX_VALUE;
            case Condition.CycleAtLeast ignored -> Long.MAX_VALUE;
            case Condition.CycleIn ignored -> Long.MAX_VALUE;
            case Condition.Shorted ignored -> Long.MAX_VALUE;
        };
    }

    private static long slopeNanos(List<Condition> parts) {
        return parts.stream().mapToLong(Planner::slopeNanos).min().orElse(Long.MAX_VALUE);
    }

    private static void watch(Bound bound, Leaf leaf, Collection<Watch> watches) {
        if (bound.notWhileSettling() && leaf.op() instanceof Op.Settle) {
            return;
        }
        Signal signal = bound.subject().signal();
        if (Double.isFinite(bound.high())) {
            watches.add(new Watch.Above(signal, bound.high(), false));
        }
        if (Double.isFinite(bound.low())) {
            watches.add(new Watch.Below(signal, bound.low(), false));
        }
    }

    private static void watch(Condition condition, Leaf leaf, Collection<Watch> watches) {
        switch (condition) {
            case Condition.Above above ->
                watches.add(new Watch.Above(above.subject().signal(), above.level(), above.magnitude()));
            case Condition.Below below ->
                watches.add(new Watch.Below(below.subject().signal(), below.level(), below.magnitude()));
            case Condition.ChargePassed passed -> {
                double left = passed.coulombs() - Math.abs(leaf.tally().netCoulombs());
                if (left > 0) {
                    watches.add(new Watch.ChargePassed(left));
                }
            }
            case Condition.EnergyPassed passed -> {
                double left = passed.joules() - Math.abs(leaf.tally().netJoules());
                if (left > 0) {
                    watches.add(new Watch.EnergyPassed(left));
                }
            }
            case Condition.AllOf all -> all.parts().forEach(part -> watch(part, leaf, watches));
            case Condition.AnyOf any -> any.parts().forEach(part -> watch(part, leaf, watches));
            case Condition.Elapsed ignored -> {}
            case Condition.Slower ignored -> {}
            case Condition.CycleBelow ignored -> {}
            case Condition.CycleAtLeast ignored -> {}
            case Condition.CycleIn ignored -> {}
            case Condition.Shorted ignored -> {}
        }
    }

    private static void watch(Op.Settle settle, Leaf leaf, Collection<Watch> watches) {
        Signal signal = settle.subject().signal();
        if (!Double.isFinite(settle.within())) {
            return;
        }
        if (settle.target().isEmpty()) {
            watchChange(signal, leaf.steady().value(), settle.within(), watches);
            return;
        }
        double low = settle.target().getAsDouble() - settle.within();
        double high = settle.target().getAsDouble() + settle.within();
        watches.add(new Watch.Above(signal, low, false));
        watches.add(new Watch.Below(signal, high, false));
        watches.add(new Watch.Above(signal, high, false));
        watches.add(new Watch.Below(signal, low, false));
    }

    /** The recording rules' changes, from the last row; before a step's first row there is nothing to change from. */
    private static void watchChanges(Recording rule, Turn turn, Collection<Watch> watches) {
        Leaf.Trail trail = turn.leaf.trail();
        watchChange(Signal.VOLTAGE, trail.volts(), rule.deltaVolts(), watches);
        watchChange(Signal.CURRENT, trail.amps(), rule.deltaAmps(), watches);
        if (trail.rows() > 0) {
            double counter =
                    turn.last.map(reading -> reading.value(Signal.CHARGE)).orElse(Double.NaN);
            double sinceRow = turn.leaf.tally().netCoulombs() - trail.coulombs();
            watchChange(Signal.CHARGE, counter - sinceRow, rule.deltaCoulombs(), watches);
        }
    }

    private static void watchChange(Signal signal, double from, double step, Collection<Watch> watches) {
        if (Double.isFinite(step) && Double.isFinite(from)) {
            watches.add(new Watch.Change(signal, from, step));
        }
    }

    /** The next instant at which time alone may end or interrupt the step; what lies behind has been judged already. */
    private static long wakeNanos(Turn turn, long nowNanos) {
        Leaf leaf = turn.leaf;
        return switch (leaf.op()) {
            case Op.Drive drive -> {
                long earliest = ahead(leaf.instantOf(drive.atMostNanos()), nowNanos);
                if (drive.until().isPresent()) {
                    earliest = Math.min(earliest, deadline(drive.until().get(), leaf, nowNanos));
                }
                if (drive.every().isPresent()) {
                    long due = drive.every().get().intervalNanos() * (leaf.interruptions() + 1);
                    earliest = Math.min(earliest, ahead(leaf.instantOf(due), nowNanos));
                }
                yield earliest;
            }
            case Op.Settle settle -> {
                long patience = ahead(leaf.instantOf(settle.atMostNanos()), nowNanos);
                long stable = Nanos.sum(leaf.steady().sinceNanos(), settle.stableNanos());
                yield leaf.steady().inside() ? Math.min(patience, ahead(stable, nowNanos)) : patience;
            }
            case Op.Measure ignored -> ahead(Spectroscopy.deadlineNanos(leaf, turn.ledger, turn.run), nowNanos);
            case Op.Repeat ignored -> Long.MAX_VALUE;
            case Op.Choose ignored -> Long.MAX_VALUE;
            case Op.Note ignored -> Long.MAX_VALUE;
        };
    }

    private static long ahead(long instant, long nowNanos) {
        return instant > nowNanos ? instant : Long.MAX_VALUE;
    }

    private static long deadline(Condition condition, Leaf leaf, long nowNanos) {
        return switch (condition) {
            case Condition.Elapsed elapsed -> ahead(leaf.instantOf(elapsed.nanos()), nowNanos);
            case Condition.AllOf all -> deadline(all.parts(), leaf, nowNanos);
            case Condition.AnyOf any -> deadline(any.parts(), leaf, nowNanos);
            case Condition.Slower ignored -> Long.MAX_VALUE;
            case Condition.Above ignored -> Long.MAX_VALUE;
            case Condition.Below ignored -> Long.MAX_VALUE;
            case Condition.ChargePassed ignored -> Long.MAX_VALUE;
            case Condition.EnergyPassed ignored -> Long.MAX_VALUE;
            case Condition.CycleBelow ignored -> Long.MAX_VALUE;
            case Condition.CycleAtLeast ignored -> Long.MAX_VALUE;
            case Condition.CycleIn ignored -> Long.MAX_VALUE;
            case Condition.Shorted ignored -> Long.MAX_VALUE;
        };
    }

    private static long deadline(List<Condition> parts, Leaf leaf, long nowNanos) {
        long earliest = Long.MAX_VALUE;
        for (Condition part : parts) {
            earliest = Math.min(earliest, deadline(part, leaf, nowNanos));
        }
        return earliest;
    }
}
