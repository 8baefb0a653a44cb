package cellwright.engine;

import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says when the engine wants to look at the cell next, and when it wants to be woken. */
final class Planner {
    private Planner() {}

    /** The plan of a cell at rest: nothing to foresee, but silence is still noticed. */
    static SamplingPlan resting(Run run) {
        return new SamplingPlan(List.of(), 0, 0, Long.MAX_VALUE, run.program().silenceNanos());
    }

    /** Tells the world of a new plan and a new alarm time where they differ from those in force. */
    static void update(Turn turn) {
        if (turn.replan) {
            turn.plan = plan(turn);
            turn.tell(new Effect.Sample(turn.plan));
            turn.replan = false;
        }
        long wake = wakeNanos(turn.leaf, turn.atNanos);
        if (wake != turn.wakeNanos) {
            turn.wakeNanos = wake;
            turn.tell(new Effect.WakeAt(wake));
        }
    }

    private static SamplingPlan plan(Turn turn) {
        Set<Watch> watches = new LinkedHashSet<>();
        turn.run.program().bounds().forEach(bound -> watch(bound, turn.leaf, watches));
        LimitCheck.stepBounds(turn.leaf.op()).forEach(bound -> watch(bound, turn.leaf, watches));
        if (turn.leaf.op() instanceof Op.Drive drive) {
            drive.until().ifPresent(until -> watch(until, turn.leaf, watches));
        } else if (turn.leaf.op() instanceof Op.Settle settle) {
            watch(settle, watches);
        }
        Recording rule = Recorder.rule(turn.leaf.op());
        watchChanges(rule, watches);
        boolean closely = turn.doubts.any() || !turn.leaf.commanded();
        return new SamplingPlan(
                List.copyOf(watches),
                rule.everyNanos(),
                turn.leaf.resumedNanos() - turn.leaf.elapsedNanos(),
                closely ? turn.run.program().pollNanos() : Long.MAX_VALUE,
                turn.run.program().silenceNanos());
    }

    private static void watch(Bound bound, Leaf leaf, Set<Watch> watches) {
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

    private static void watch(Condition condition, Leaf leaf, Set<Watch> watches) {
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
        }
    }

    private static void watch(Op.Settle settle, Set<Watch> watches) {
        Signal signal = settle.subject().signal();
        if (!Double.isFinite(settle.within())) {
            return;
        }
        if (settle.target().isEmpty()) {
            watches.add(new Watch.Change(signal, settle.within()));
            return;
        }
        double low = settle.target().getAsDouble() - settle.within();
        double high = settle.target().getAsDouble() + settle.within();
        watches.add(new Watch.Above(signal, low, false));
        watches.add(new Watch.Below(signal, high, false));
        watches.add(new Watch.Above(signal, high, false));
        watches.add(new Watch.Below(signal, low, false));
    }

    private static void watchChanges(Recording rule, Set<Watch> watches) {
        if (Double.isFinite(rule.deltaVolts())) {
            watches.add(new Watch.Change(Signal.VOLTAGE, rule.deltaVolts()));
        }
        if (Double.isFinite(rule.deltaAmps())) {
            watches.add(new Watch.Change(Signal.CURRENT, rule.deltaAmps()));
        }
        if (Double.isFinite(rule.deltaCoulombs())) {
            watches.add(new Watch.Change(Signal.CHARGE, rule.deltaCoulombs()));
        }
    }

    /** The next instant at which time alone may end or interrupt the step; what lies behind has been judged already. */
    private static long wakeNanos(Leaf leaf, long nowNanos) {
        List<Long> instants = new ArrayList<>();
        switch (leaf.op()) {
            case Op.Drive drive -> {
                instants.add(leaf.instantOf(drive.atMostNanos()));
                drive.until().ifPresent(until -> deadlines(until, leaf, instants));
                drive.every()
                        .ifPresent(every ->
                                instants.add(leaf.instantOf(every.intervalNanos() * (leaf.interruptions() + 1))));
            }
            case Op.Settle settle -> {
                instants.add(leaf.instantOf(settle.atMostNanos()));
                if (leaf.steady().inside()) {
                    instants.add(leaf.steady().sinceNanos() + settle.stableNanos());
                }
            }
            case Op.Measure ignored -> {}
            case Op.Repeat ignored -> {}
            case Op.Choose ignored -> {}
            case Op.Note ignored -> {}
        }
        long earliest = Long.MAX_VALUE;
        for (long instant : instants) {
            if (instant > nowNanos && instant < earliest) {
                earliest = instant;
            }
        }
        return earliest;
    }

    private static void deadlines(Condition condition, Leaf leaf, List<Long> instants) {
        switch (condition) {
            case Condition.Elapsed elapsed -> instants.add(leaf.instantOf(elapsed.nanos()));
            case Condition.Slower slower -> {
                Leaf.Anchor anchor = leaf.anchors().get(slower);
                if (anchor != null) {
                    instants.add(anchor.atNanos() + slower.overNanos());
                }
            }
            case Condition.AllOf all -> all.parts().forEach(part -> deadlines(part, leaf, instants));
            case Condition.AnyOf any -> any.parts().forEach(part -> deadlines(part, leaf, instants));
            case Condition.Above ignored -> {}
            case Condition.Below ignored -> {}
            case Condition.ChargePassed ignored -> {}
            case Condition.EnergyPassed ignored -> {}
            case Condition.CycleBelow ignored -> {}
            case Condition.CycleAtLeast ignored -> {}
            case Condition.CycleIn ignored -> {}
        }
    }
}
