package cellwright.protocol.compile;

import cellwright.instrument.Guard;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds each spectrum at a hold to the potential it is measured at: that of the hold it interrupts or follows. The hold is
 * to go on meanwhile, so its voltage and limits are written into the spectrum, with a guard that lasts long enough.
 */
final class HeldSpectra {
    private final Binding binding;

    HeldSpectra(Binding binding) {
        this.binding = binding;
    }

    /** The same operations with every spectrum bound; those that cannot be are complained of and left out. */
    List<Op> bind(List<Op> ops) {
        return bind(ops, new Potential.None());
    }

    /** What is held where a step begins. */
    private sealed interface Potential {
        /** Nothing. */
        record None() implements Potential {}

        /** A step's potential, with a guard that knows no time. */
        record Of(Op.Hold hold) implements Potential {}

        /** It depends on the way there. */
        record Either() implements Potential {}
    }

    private List<Op> bind(List<Op> ops, Potential before) {
        var bound = new ArrayList<Op>();
        Potential now = before;
        for (Op op : ops) {
            bind(op, now).ifPresent(bound::add);
            now = after(op, now);
        }
        return bound;
    }

    private Optional<? extends Op> bind(Op op, Potential now) {
        return switch (op) {
            case Op.Measure measure -> measure.sweep().atHold() ? bind(measure, now) : Optional.of(measure);
            case Op.Drive drive -> Optional.of(interrupted(drive));
            case Op.Repeat loop -> {
                Potential entered = loop.times() == 1 ? now : either(now, after(loop.body(), now));
                yield Optional.of(new Op.Repeat(
                        loop.path(),
                        loop.label(),
                        loop.times(),
                        loop.until(),
                        loop.countsCycles(),
                        loop.endsAtOnce(),
                        bind(loop.body(), entered)));
            }
            case Op.Choose choose ->
                Optional.of(new Op.Choose(
                        choose.path(),
                        choose.label(),
                        choose.test(),
                        bind(choose.then(), now),
                        bind(choose.otherwise(), now)));
            case Op.Settle settle -> Optional.of(settle);
            case Op.Note note -> Optional.of(note);
        };
    }

    private Op.Drive interrupted(Op.Drive drive) {
        if (drive.every().isEmpty()) {
            return drive;
        }
        Op.Every every = drive.every().get();
        var bound = new Op.Every(every.intervalNanos(), bind(every.body(), held(drive)));
        return new Op.Drive(
                drive.path(),
                drive.label(),
                drive.target(),
                drive.until(),
                drive.atMostNanos(),
                drive.whenLate(),
                drive.record(),
                drive.bounds(),
                drive.guard(),
                Optional.of(bound));
    }

    private static Potential after(List<Op> ops, Potential before) {
        Potential now = before;
        for (Op op : ops) {
            now = after(op, now);
        }
        return now;
    }

    private static Potential after(Op op, Potential before) {
        return switch (op) {
            case Op.Drive drive -> held(drive);
            case Op.Settle settle -> new Potential.None();
            case Op.Measure measure -> measure.sweep().atHold() ? before : new Potential.None();
            case Op.Note note -> before;
            case Op.Repeat loop -> after(loop, before);
            case Op.Choose choose -> either(after(choose.then(), before), after(choose.otherwise(), before));
        };
    }

    /** A loop that ends as a whole may end before each step of its body. */
    private static Potential after(Op.Repeat loop, Potential before) {
        Potential now = before;
        Potential left = before;
        for (Op op : loop.body()) {
            now = after(op, now);
            left = either(left, now);
        }
        return loop.endsAtOnce() && loop.until().isPresent() ? left : now;
    }

    private static Potential held(Op.Drive drive) {
        if (!(drive.target() instanceof Target.Volts hold)) {
            return new Potential.None();
        }
        Guard timed = drive.guard();
        var guard = new Guard(timed.voltsMin(), timed.voltsMax(), timed.ampsMax(), Long.MAX_VALUE);
        return new Potential.Of(new Op.Hold(hold.volts(), hold.maxAmps(), guard, drive.bounds()));
    }

    private static Potential either(Potential one, Potential other) {
        return one.equals(other) ? one : new Potential.Either();
    }

    private Optional<Op.Measure> bind(Op.Measure measure, Potential now) {
        return switch (now) {
            case Potential.Of of -> at(of.hold(), measure);
            case Potential.None none -> {
                binding.faults()
                        .error(
                                measure.path(),
                                "no potential is being held here; put this spectrum behind a \"hold\" or into its"
                                        + " \"every\", or measure at open circuit");
                yield Optional.empty();
            }
            case Potential.Either either -> {
                binding.faults()
                        .error(
                                measure.path(),
                                "which potential is held here depends on the way there; put the \"hold\" right before"
                                        + " this spectrum");
                yield Optional.empty();
            }
        };
    }

    private Optional<Op.Measure> at(Op.Hold hold, Op.Measure measure) {
        double amplitude = measure.sweep().amplitude();
        Window outer = binding.cellNet().window(Subject.VOLTAGE).and(binding.potentiostatVolts());
        if (!outer.contains(hold.volts() - amplitude) || !outer.contains(hold.volts() + amplitude)) {
            binding.faults()
                    .error(
                            measure.path(),
                            "the amplitude " + Quantities.volts(amplitude) + " around the hold at "
                                    + Quantities.volts(hold.volts()) + " (cell) leaves "
                                    + Quantities.range(Subject.VOLTAGE, outer.low(), outer.high())
                                    + ", what cell and potentiostat allow together; lower it");
            return Optional.empty();
        }
        Guard guard = guard(hold, amplitude, outer, Times.guarded(measure.atMostNanos()));
        return Optional.of(new Op.Measure(
                measure.path(),
                measure.label() + ", " + Quantities.volts(hold.volts()) + " (cell)",
                measure.sweep(),
                Optional.of(new Op.Hold(hold.volts(), hold.maxAmps(), guard, hold.bounds())),
                measure.points(),
                measure.atMostNanos()));
    }

    /** The hold's own, moved out where the excitation would touch it, and long enough. */
    private static Guard guard(Op.Hold hold, double amplitude, Window outer, long maxNanos) {
        double room = amplitude + GuardRule.ROOM_VOLTS;
        double low = Math.min(hold.guard().voltsMin(), hold.volts() - room);
        double high = Math.max(hold.guard().voltsMax(), hold.volts() + room);
        return new Guard(
                Math.max(low, outer.low()),
                Math.min(high, outer.high()),
                hold.guard().ampsMax(),
                maxNanos);
    }
}
