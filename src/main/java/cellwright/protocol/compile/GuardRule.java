package cellwright.protocol.compile;

import cellwright.instrument.Guard;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;

/**
 * What the instrument enforces by itself during a drive.
 *
 * <p>Voltage: what limits, cell and potentiostat allow together. Where the voltage a step aims for lies closer than
 * 20 mV to an edge, that edge moves out until 20 mV are left, so that the instrument does not race the engine for the
 * end of the step; it never moves beyond the cell's envelope or the potentiostat's range. Current: the smaller of what
 * the cell's envelope and the potentiostat allow in the direction of the step. Time: a tenth more than the step's
 * longest, at least a minute more.
 */
final class GuardRule {
    static final double ROOM_VOLTS = 0.02;

    /** Around any other window it adds nothing. */
    private static final Window NOWHERE = new Window(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private final Binding binding;

    GuardRule(Binding binding) {
        this.binding = binding;
    }

    /** The guard; empty after a complaint that nothing is left to move in. */
    Optional<Guard> guard(Target target, Optional<Condition> end, Layer limits, long atMostNanos, String path) {
        Window volts = volts(target, end, limits);
        double amps = amps(target);
        if (volts.isEmpty() || !(amps > 0)) {
            binding.faults()
                    .error(
                            path,
                            "the limits and the range of the potentiostat ("
                                    + range(binding.potentiostatVolts())
                                    + ") leave no voltage or no current for this step; widen the limits");
            return Optional.empty();
        }
        return Optional.of(new Guard(volts.low(), volts.high(), amps, Times.guarded(atMostNanos)));
    }

    private Window volts(Target target, Optional<Condition> end, Layer limits) {
        Window outer = binding.cellNet().window(Subject.VOLTAGE).and(binding.potentiostatVolts());
        Window inner = limits.window(Subject.VOLTAGE).and(outer);
        Window aims = end.map(GuardRule::aims).orElse(NOWHERE);
        if (target instanceof Target.Volts hold) {
            aims = around(aims, new Window(hold.volts(), hold.volts()));
        }
        return around(inner, new Window(aims.low() - ROOM_VOLTS, aims.high() + ROOM_VOLTS))
                .and(outer);
    }

    private double amps(Target target) {
        Window cell = binding.cellNet().window(Subject.CURRENT);
        int sign = Labels.sign(target);
        double byCell = sign > 0 ? cell.high() : sign < 0 ? -cell.low() : cell.magnitude();
        return Math.min(byCell, binding.bench().potentiostat().ampsMax());
    }

    /** The lowest voltage a condition waits for from above, and the highest from below. */
    private static Window aims(Condition condition) {
        return switch (condition) {
            case Condition.Above above ->
                above.subject() == Subject.VOLTAGE ? new Window(NOWHERE.low(), above.level()) : NOWHERE;
            case Condition.Below below ->
                below.subject() == Subject.VOLTAGE ? new Window(below.level(), NOWHERE.high()) : NOWHERE;
            case Condition.AllOf all -> aims(all.parts());
            case Condition.AnyOf any -> aims(any.parts());
            case Condition.Elapsed other -> NOWHERE;
            case Condition.ChargePassed other -> NOWHERE;
            case Condition.EnergyPassed other -> NOWHERE;
            case Condition.Slower other -> NOWHERE;
            case Condition.CycleBelow other -> NOWHERE;
            case Condition.CycleAtLeast other -> NOWHERE;
            case Condition.CycleIn other -> NOWHERE;
            case Condition.Shorted other -> NOWHERE;
        };
    }

    private static Window aims(List<Condition> parts) {
        return parts.stream().map(GuardRule::aims).reduce(NOWHERE, GuardRule::around);
    }

    private static Window around(Window one, Window other) {
        return new Window(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
    }

    private static String range(Window window) {
        return Quantities.range(Subject.VOLTAGE, window.low(), window.high());
    }
}
