package cellwright.protocol.compile;

import cellwright.instrument.Sweep;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The furthest a program drives a cell.
 *
 * @param largestAmps largest current magnitude that may flow; 0 if none may
 * @param lowestVolts lowest cell voltage a drive may lead to; empty if nothing is driven
 * @param highestVolts highest cell voltage a drive may lead to; empty if nothing is driven
 */
public record Extremes(double largestAmps, OptionalDouble lowestVolts, OptionalDouble highestVolts) {
    /** The extremes of a program's operations. */
    public static Extremes of(List<Op> ops) {
        List<Extremes> each = Pace.steps(ops).map(Extremes::of).toList();
        return new Extremes(
                each.stream().mapToDouble(Extremes::largestAmps).max().orElse(0),
                each.stream().flatMapToDouble(one -> one.lowestVolts.stream()).min(),
                each.stream().flatMapToDouble(one -> one.highestVolts.stream()).max());
    }

    private static final Extremes NOTHING = new Extremes(0, OptionalDouble.empty(), OptionalDouble.empty());

    private static Extremes of(Op step) {
        return switch (step) {
            case Op.Drive drive -> of(drive);
            case Op.Measure measure -> of(measure);
            case Op.Settle settle -> NOTHING;
            case Op.Repeat loop -> NOTHING;
            case Op.Choose choose -> NOTHING;
            case Op.Note note -> NOTHING;
        };
    }

    /** A spectrum at open circuit stays within its amplitude of a voltage that is not known beforehand. */
    private static Extremes of(Op.Measure measure) {
        double amplitude = measure.sweep().amplitude();
        if (measure.sweep().mode() == Sweep.Mode.GALVANOSTATIC) {
            return new Extremes(amplitude, OptionalDouble.empty(), OptionalDouble.empty());
        }
        return measure.hold()
                .map(hold -> new Extremes(
                        hold.maxAmps(),
                        OptionalDouble.of(hold.volts() - amplitude),
                        OptionalDouble.of(hold.volts() + amplitude)))
                .orElse(NOTHING);
    }

    private static Extremes of(Op.Drive drive) {
        return switch (drive.target()) {
            case Target.Open open -> NOTHING;
            case Target.Amps amps -> moving(drive, Math.abs(amps.amps()));
            case Target.MeasuredRate rate -> moving(drive, rate.ampsMax());
            case Target.Watts watts -> moving(drive, drive.guard().ampsMax());
            case Target.Volts volts ->
                new Extremes(volts.maxAmps(), OptionalDouble.of(volts.volts()), OptionalDouble.of(volts.volts()));
        };
    }

    /** A current moves the voltage one way, to the level that ends the step or else to the guard. */
    private static Extremes moving(Op.Drive drive, double amps) {
        boolean rises = Labels.sign(drive.target()) > 0;
        double edge = rises ? drive.guard().voltsMax() : drive.guard().voltsMin();
        double volts = end(drive.until(), rises).orElse(edge);
        return rises
                ? new Extremes(amps, OptionalDouble.empty(), OptionalDouble.of(Math.min(volts, edge)))
                : new Extremes(amps, OptionalDouble.of(Math.max(volts, edge)), OptionalDouble.empty());
    }

    private static OptionalDouble end(Optional<Condition> until, boolean rises) {
        return until.map(condition -> end(condition, rises)).orElse(OptionalDouble.empty());
    }

    /** The voltage that surely ends the step in its direction. */
    private static OptionalDouble end(Condition condition, boolean rises) {
        return switch (condition) {
            case Condition.Above above -> level(rises && isVoltage(above.subject()), above.level());
            case Condition.Below below -> level(!rises && isVoltage(below.subject()), below.level());
            case Condition.AnyOf any -> nearest(any.parts(), rises);
            case Condition.AllOf all -> all.parts().size() == 1 ? nearest(all.parts(), rises) : OptionalDouble.empty();
            case Condition.Elapsed other -> OptionalDouble.empty();
            case Condition.ChargePassed other -> OptionalDouble.empty();
            case Condition.EnergyPassed other -> OptionalDouble.empty();
            case Condition.Slower other -> OptionalDouble.empty();
            case Condition.CycleBelow other -> OptionalDouble.empty();
            case Condition.CycleAtLeast other -> OptionalDouble.empty();
            case Condition.CycleIn other -> OptionalDouble.empty();
            case Condition.Shorted other -> OptionalDouble.empty();
        };
    }

    private static boolean isVoltage(Subject subject) {
        return subject == Subject.VOLTAGE;
    }

    private static OptionalDouble level(boolean counts, double volts) {
        return counts ? OptionalDouble.of(volts) : OptionalDouble.empty();
    }

    private static OptionalDouble nearest(List<Condition> parts, boolean rises) {
        var levels = parts.stream().flatMapToDouble(part -> end(part, rises).stream());
        return rises ? levels.min() : levels.max();
    }
}
