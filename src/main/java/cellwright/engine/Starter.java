package cellwright.engine;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.Locale;
import java.util.OptionalDouble;

/** Begins steps, and goes on with steps that were interrupted. */
final class Starter {
    private static final long PRELUDE_NANOS = 60 * Nanos.PER_SECOND;

    private Starter() {}

    /** Begins an operation that takes time; true if it has begun, false if the run must stop instead. */
    static boolean begin(Turn turn, Op op) {
        turn.ledger = turn.ledger.withStep();
        return start(turn, Leaf.begin(op, turn.ledger.stepCount(), turn.atNanos), op.label());
    }

    /** The look before the first step: at open circuit, until the cell was seen at rest with a voltage. */
    static Leaf prelude(Run run, long atNanos) {
        Op look = new Op.Settle(
                "start",
                "look at the cell at rest",
                Subject.VOLTAGE,
                OptionalDouble.empty(),
                Ramp.FASTEST,
                Double.POSITIVE_INFINITY,
                0,
                Math.max(PRELUDE_NANOS, run.program().silenceNanos()),
                WhenLate.STOP,
                Recorder.ENDS_ONLY);
        return Leaf.begin(look, 0, atNanos).awaiting(Leaf.AWAITS_SAFE);
    }

    /** Goes on with a step, its clock and charge where they were. */
    static boolean resume(Turn turn, Leaf frozen, long interruptions) {
        if (frozen.isPrelude()) {
            turn.tell(new Effect.MakeSafe());
            turn.leaf = prelude(turn.run, turn.atNanos);
            turn.replan = true;
            turn.wakeNanos = Long.MIN_VALUE;
            return true;
        }
        turn.ledger = turn.ledger.withStep();
        Leaf leaf = frozen.resumed(turn.ledger.stepCount(), turn.atNanos, interruptions);
        return start(turn, leaf, frozen.op().label() + " (continued)");
    }

    /** Moves the set-point of a settle once the cell was seen at rest: nothing is squeezed or released under current. */
    static void moveSetpoint(Turn turn, Op.Settle settle) {
        turn.leaf = turn.leaf.withCommanded();
        turn.replan = true;
        if (settle.target().isEmpty()) {
            return;
        }
        double target = settle.target().getAsDouble();
        turn.tell(new Effect.Setpoint(turn.nextOrder(), settle.subject().signal(), target, settle.ramp()));
        if (settle.subject() == Subject.PRESSURE) {
            turn.ledger = turn.ledger.withPressure(target);
        }
    }

    private static boolean start(Turn turn, Leaf leaf, String label) {
        turn.leaf = leaf;
        turn.stepOpen = true;
        turn.doubts = turn.doubts.upTo(turn.run.program().bounds().size());
        turn.replan = true;
        turn.wakeNanos = Long.MIN_VALUE;
        turn.tell(new Effect.StepBegan(turn.atNanos, leaf.stepCount(), leaf.op().path(), label));
        return switch (leaf.op()) {
            case Op.Drive drive -> drive(turn, drive);
            case Op.Settle ignored -> disconnect(turn);
            case Op.Measure measure -> measure(turn, measure);
            case Op.Repeat ignored -> refuse(turn, "is not an operation that takes time");
            case Op.Choose ignored -> refuse(turn, "is not an operation that takes time");
            case Op.Note ignored -> refuse(turn, "is not an operation that takes time");
        };
    }

    private static boolean refuse(Turn turn, String why) {
        turn.stop(new Cause(Cause.Kind.FAILURE, turn.leaf.op().path() + ": " + why));
        return false;
    }

    private static boolean disconnect(Turn turn) {
        long order = turn.nextOrder();
        turn.leaf = turn.leaf.awaiting(order);
        turn.tell(new Effect.Disconnect(order));
        return true;
    }

    private static boolean drive(Turn turn, Op.Drive drive) {
        if (drive.target() instanceof Target.Open) {
            return disconnect(turn);
        }
        LimitCheck.judgeBeforeEnergising(turn, drive.bounds()).ifPresent(turn::stop);
        if (turn.stop.isPresent()) {
            return false;
        }
        Control control = control(turn, drive.target());
        return turn.stop.isEmpty() && apply(turn, control, drive.guard());
    }

    /** A hold is ordered again, so that its guard lasts for the whole spectrum, and in case the cell is at rest. */
    private static boolean measure(Turn turn, Op.Measure measure) {
        if (measure.hold().isEmpty()) {
            return disconnect(turn);
        }
        Op.Hold hold = measure.hold().get();
        LimitCheck.judgeBeforeEnergising(turn, hold.bounds()).ifPresent(turn::stop);
        return turn.stop.isEmpty() && apply(turn, new Control.Voltage(hold.volts(), hold.maxAmps()), hold.guard());
    }

    private static boolean apply(Turn turn, Control control, Guard guard) {
        long order = turn.nextOrder();
        turn.leaf = turn.leaf.awaiting(order);
        turn.tell(new Effect.Apply(order, control, guard));
        return true;
    }

    private static Control control(Turn turn, Target target) {
        return switch (target) {
            case Target.Open ignored -> new Control.Open();
            case Target.Amps current -> new Control.Current(current.amps());
            case Target.MeasuredRate rate -> measured(turn, rate);
            case Target.Volts hold -> new Control.Voltage(hold.volts(), hold.maxAmps());
            case Target.Watts power -> new Control.Power(power.watts());
        };
    }

    /** The current of a measured rate: by the basis cycle once it has ended. */
    static double amps(Ledger ledger, Target.MeasuredRate rate) {
        double basis = ledger.basisCoulombs();
        return Double.isNaN(basis) ? rate.fallbackAmps() : rate.multiple() * basis / 3600.0;
    }

    private static Control measured(Turn turn, Target.MeasuredRate rate) {
        double amps = amps(turn.ledger, rate);
        if (!(Math.abs(amps) <= rate.ampsMax()) || amps == 0) {
            turn.stop(new Cause(
                    Cause.Kind.LIMIT,
                    String.format(
                            Locale.ROOT,
                            "the measured capacity asks for %.4g A, allowed are up to %.4g A",
                            amps,
                            rate.ampsMax())));
        }
        return new Control.Current(amps);
    }
}
