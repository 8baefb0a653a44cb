package cellwright.lab;

import cellwright.analysis.solid.CriticalCurrent.HalfCycle;
import cellwright.analysis.solid.CriticalCurrent.Outcome;
import cellwright.engine.Effect;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The half-cycles of a ramp that was run, as {@link cellwright.analysis.solid.CriticalCurrent} judges them. What was held and went
 * on is one half-cycle. A short that a spectrum showed counts against the half-cycle before it.
 */
public final class HalfCycles {
    /** Part of its time or charge that a half-cycle may lack: readings are some way apart. */
    private static final double LACK = 1e-3;

    private static final String CONTINUED = " (continued)";

    private final RunData data;
    private final Map<String, Op> ops;
    private final List<Half> halves = new ArrayList<>();

    private HalfCycles(RunData data) {
        this.data = data;
        this.ops = StepOrder.byPath(data.replay().program().ops());
    }

    /**
     * The half-cycles of a series of a run, in their order.
     *
     * @param path the protocol's step, {@code steps/3} for the fourth
     */
    public static List<HalfCycle> of(RunData data, String path) {
        var found = new HalfCycles(data);
        for (StepTaken step : data.steps()) {
            if (step.path().startsWith(path + "/")) {
                found.current(step).ifPresent(drive -> found.take(step, drive));
            }
        }
        return found.halves.stream().map(Half::judged).toList();
    }

    private void take(StepTaken step, Op.Drive drive) {
        Rows rows = data.rows().ofStep(step.number());
        if (rows.size() == 0) {
            return;
        }
        boolean goesOn = step.label().endsWith(CONTINUED) && !halves.isEmpty();
        Half half = goesOn ? halves.removeLast() : new Half(drive, 0, 0, 0, false);
        int last = rows.size() - 1;
        halves.add(new Half(
                drive,
                rows.amps(last),
                half.coulombs + Math.abs(rows.coulombs(last) - rows.coulombs(0)),
                half.seconds + (step.endedSeconds() - step.beganSeconds()),
                half.shorted || isShorted(step)));
    }

    /** Whether the short was seen in this step, or after it and before the next current. */
    private boolean isShorted(StepTaken step) {
        Optional<Effect.ShortSeen> seen = data.shortSeen();
        return seen.isPresent()
                && seen.get().stepCount() >= step.number()
                && data.steps().stream()
                        .filter(later -> later.number() > step.number()
                                && later.number() <= seen.get().stepCount())
                        .noneMatch(later -> current(later).isPresent());
    }

    /** The constant current of a step, if it has one. */
    private Optional<Op.Drive> current(StepTaken step) {
        return Optional.ofNullable(ops.get(step.path()))
                .flatMap(op -> op instanceof Op.Drive drive && isConstant(drive.target())
                        ? Optional.of(drive)
                        : Optional.empty());
    }

    private static boolean isConstant(Target target) {
        return switch (target) {
            case Target.Amps ignored -> true;
            case Target.MeasuredRate ignored -> true;
            case Target.Open ignored -> false;
            case Target.Volts ignored -> false;
            case Target.Watts ignored -> false;
        };
    }

    /**
     * A half-cycle while it is put together.
     *
     * @param drive what was planned
     * @param amps the current
     * @param coulombs magnitude of the charge that passed
     * @param seconds how long it took; NaN if it did not end
     * @param shorted whether a short was seen
     */
    private record Half(Op.Drive drive, double amps, double coulombs, double seconds, boolean shorted) {
        HalfCycle judged() {
            return new HalfCycle(
                    amps, coulombs, shorted ? Outcome.SHORTED : isWhole() ? Outcome.COMPLETED : Outcome.BROKEN_OFF);
        }

        /** A ramp gives each current a time or a charge. */
        private boolean isWhole() {
            return drive.until().map(this::holds).orElse(seconds >= drive.atMostNanos() * 1e-9 * (1 - LACK));
        }

        private boolean holds(Condition condition) {
            return switch (condition) {
                case Condition.Elapsed elapsed -> seconds >= elapsed.nanos() * 1e-9 * (1 - LACK);
                case Condition.ChargePassed passed -> coulombs >= passed.coulombs() * (1 - LACK);
                case Condition.AnyOf any -> any.parts().stream().anyMatch(this::holds);
                case Condition.AllOf ignored -> false;
                case Condition.Above ignored -> false;
                case Condition.Below ignored -> false;
                case Condition.EnergyPassed ignored -> false;
                case Condition.Slower ignored -> false;
                case Condition.CycleBelow ignored -> false;
                case Condition.CycleAtLeast ignored -> false;
                case Condition.CycleIn ignored -> false;
                case Condition.Shorted ignored -> false;
            };
        }
    }
}
