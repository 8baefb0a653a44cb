package cellwright.engine;

import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Sweep;
import cellwright.protocol.Debounce;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Scale;
import cellwright.protocol.program.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Small programs in few words; times in seconds. */
final class Programs {
    static final long SECOND = Nanos.PER_SECOND;
    static final Guard GUARD = new Guard(0, 5, 1, Long.MAX_VALUE);
    static final double NO = Double.POSITIVE_INFINITY;
    static final Recording ENDS = new Recording(0, NO, NO, NO);

    private final List<Op> ops;
    private final List<Bound> bounds = new ArrayList<>();
    private int referenceCycle = 1;
    private int basisCycle;
    private double restAmps = 1e-4;
    private long silenceNanos = 5 * SECOND;

    private Programs(List<Op> ops) {
        this.ops = ops;
    }

    static Programs of(Op... ops) {
        return new Programs(List.of(ops));
    }

    static Programs of(List<Op> ops) {
        return new Programs(ops);
    }

    Programs bound(Bound bound) {
        bounds.add(bound);
        return this;
    }

    Programs reference(int cycle) {
        referenceCycle = cycle;
        return this;
    }

    Programs basis(int cycle) {
        basisCycle = cycle;
        return this;
    }

    Programs silence(long seconds) {
        silenceNanos = seconds * SECOND;
        return this;
    }

    Program make() {
        var scale = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        return new Program(
                "test",
                "0".repeat(64),
                scale,
                referenceCycle,
                basisCycle,
                bounds,
                silenceNanos,
                SECOND / 10,
                restAmps,
                ops);
    }

    static Bound limit(Subject subject, double low, double high) {
        return new Bound(Bound.Net.RUN, subject, low, high, Debounce.AT_ONCE, subject == Subject.PRESSURE, "limits/x");
    }

    static Bound envelope(Subject subject, double low, double high) {
        return new Bound(Bound.Net.CELL, subject, low, high, Debounce.AT_ONCE, subject == Subject.PRESSURE, "cell/x");
    }

    static Bound debounced(Bound bound, int trips, int of) {
        return new Bound(
                bound.net(),
                bound.subject(),
                bound.low(),
                bound.high(),
                new Debounce(trips, of),
                bound.notWhileSettling(),
                bound.path());
    }

    static Op.Drive rest(long seconds) {
        return drive(new Target.Open(), Optional.empty(), seconds);
    }

    static Op.Drive current(double amps, Condition until, long atMost) {
        return drive(new Target.Amps(amps), Optional.of(until), atMost);
    }

    static Op.Drive current(double amps, long atMost) {
        return drive(new Target.Amps(amps), Optional.empty(), atMost);
    }

    static Op.Drive hold(double volts, Condition until, long atMost) {
        return drive(new Target.Volts(volts, 0.01), Optional.of(until), atMost);
    }

    static Op.Drive drive(Target target, Optional<Condition> until, long atMost) {
        return new Op.Drive(
                "steps/" + target,
                "drive " + target,
                target,
                until,
                atMost * SECOND,
                WhenLate.NEXT,
                ENDS,
                List.of(),
                GUARD,
                Optional.empty());
    }

    static Op.Drive orStop(Op.Drive drive) {
        return copy(drive, WhenLate.STOP, drive.record(), drive.bounds(), drive.every());
    }

    static Op.Drive recorded(Op.Drive drive, Recording record) {
        return copy(drive, drive.whenLate(), record, drive.bounds(), drive.every());
    }

    static Op.Drive bounded(Op.Drive drive, Bound... bounds) {
        return copy(drive, drive.whenLate(), drive.record(), List.of(bounds), drive.every());
    }

    static Op.Drive every(Op.Drive drive, long seconds, Op... body) {
        var every = new Op.Every(seconds * SECOND, List.of(body));
        return copy(drive, drive.whenLate(), drive.record(), drive.bounds(), Optional.of(every));
    }

    private static Op.Drive copy(
            Op.Drive drive, WhenLate late, Recording record, List<Bound> bounds, Optional<Op.Every> every) {
        return new Op.Drive(
                drive.path(),
                drive.label(),
                drive.target(),
                drive.until(),
                drive.atMostNanos(),
                late,
                record,
                bounds,
                drive.guard(),
                every);
    }

    static Op.Settle settle(Subject subject, double target, double within, long stable, long atMost, WhenLate late) {
        return settle(subject, OptionalDouble.of(target), within, stable, atMost, late);
    }

    static Op.Settle settle(
            Subject subject, OptionalDouble target, double within, long stable, long atMost, WhenLate late) {
        return new Op.Settle(
                "steps/settle",
                "settle",
                subject,
                target,
                Ramp.FASTEST,
                within,
                stable * SECOND,
                atMost * SECOND,
                late,
                ENDS);
    }

    /** Three points that must come within a minute. */
    static Op.Measure spectrum() {
        return spectrum(Optional.empty());
    }

    /** The same at a hold, with limits of the step that holds. */
    static Op.Measure spectrumAt(double volts, Bound... bounds) {
        return spectrum(Optional.of(new Op.Hold(volts, 0.01, GUARD, List.of(bounds))));
    }

    private static Op.Measure spectrum(Optional<Op.Hold> hold) {
        var sweep = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 100, 1, 1, hold.isPresent());
        return new Op.Measure("steps/eis", "spectrum", sweep, hold, 3, 60 * SECOND);
    }

    static Op.Note note(String text) {
        return new Op.Note("steps/note", text);
    }

    static Op.Repeat repeat(int times, Op... body) {
        return new Op.Repeat("steps/repeat", "repeat", times, Optional.empty(), false, List.of(body));
    }

    static Op.Repeat cycles(int times, Op... body) {
        return new Op.Repeat("steps/cycles", "cycles", times, Optional.empty(), true, List.of(body));
    }

    static Op.Repeat cyclesUntil(int times, Condition until, Op... body) {
        return new Op.Repeat("steps/cycles", "cycles", times, Optional.of(until), true, List.of(body));
    }

    static Op.Repeat whole(int times, Condition until, Op... body) {
        return new Op.Repeat("steps/whole", "whole", times, Optional.of(until), false, true, List.of(body));
    }

    static Op.Choose choose(Condition test, List<Op> then, List<Op> otherwise) {
        return new Op.Choose("steps/if", "if", test, then, otherwise);
    }

    static Condition above(double volts) {
        return new Condition.Above(Subject.VOLTAGE, volts, false);
    }

    static Condition below(double volts) {
        return new Condition.Below(Subject.VOLTAGE, volts, false);
    }

    static Condition currentBelow(double amps) {
        return new Condition.Below(Subject.CURRENT, amps, true);
    }

    static Condition elapsed(long seconds) {
        return new Condition.Elapsed(seconds * SECOND);
    }
}
