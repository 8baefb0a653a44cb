package cellwright.protocol.compile;

import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Turns a wait for a quantity into an operation whose set-point bench, cell and limits allow. */
final class SettleCompiler {
    private final Binding binding;
    private final Faults faults;
    private final Recording recording;

    SettleCompiler(Binding binding, Recording recording) {
        this.binding = binding;
        this.faults = binding.faults();
        this.recording = recording;
    }

    /** The operation; empty after a complaint. */
    Optional<Op.Settle> settle(Step.Settle step, String path) {
        boolean measured = measured(step.subject(), path);
        boolean regulated = step.target().isEmpty()
                || targetAllowed(step.subject(), step.target().getAsDouble(), path);
        boolean within = positive(step.within(), "the distance \"within\" which a quantity counts as stable", path);
        boolean ramp = step.perSecond().isEmpty()
                || positive(step.perSecond().getAsDouble(), "the rate of a set-point's ramp", path);
        OptionalLong atMost = Times.nanos(step.atMost(), "the patience of a wait", path + "/at most", faults);
        OptionalLong stable = stable(step, atMost, path);
        if (!measured || !regulated || !within || !ramp || atMost.isEmpty() || stable.isEmpty()) {
            return Optional.empty();
        }
        if (atMost.getAsLong() > Times.YEAR) {
            faults.warning(path, "this step may last " + Quantities.time(atMost.getAsLong()) + ", over a year");
        }
        return Optional.of(operation(step, stable.getAsLong(), atMost.getAsLong(), path));
    }

    private Op.Settle operation(Step.Settle step, long stableNanos, long atMostNanos, String path) {
        return new Op.Settle(
                path,
                binding.words().settle(step, stableNanos, atMostNanos),
                step.subject(),
                step.target(),
                ramp(step.perSecond()),
                step.within(),
                stableNanos,
                atMostNanos,
                step.whenLate(),
                recording);
    }

    private static Ramp ramp(OptionalDouble perSecond) {
        return perSecond.isPresent() ? new Ramp(perSecond.getAsDouble()) : Ramp.FASTEST;
    }

    private OptionalLong stable(Step.Settle step, OptionalLong atMost, String path) {
        if (step.stableFor().equals(Duration.ZERO)) {
            return OptionalLong.of(0);
        }
        OptionalLong stable = Times.nanos(step.stableFor(), "the time a quantity must be stable", path, faults);
        if (stable.isPresent() && atMost.isPresent() && stable.getAsLong() > atMost.getAsLong()) {
            faults.error(
                    path,
                    "the " + step.subject().word() + " is to be stable for " + Quantities.time(stable.getAsLong())
                            + ", longer than the wait may last, " + Quantities.time(atMost.getAsLong())
                            + "; lengthen \"at most\"");
            return OptionalLong.empty();
        }
        return stable;
    }

    private boolean measured(Subject subject, String path) {
        if (!binding.reports(subject)) {
            faults.error(
                    path,
                    "the channel \"" + binding.bench().channel() + "\" does not measure " + subject.word()
                            + ", so it cannot be seen to settle; add a sensor to the channel");
        }
        return binding.reports(subject);
    }

    private boolean targetAllowed(Subject subject, double target, String path) {
        if (!Double.isFinite(target)) {
            faults.error(path, "the set-point of the " + subject.word() + " must be a finite number");
            return false;
        }
        Regulator.Span span = binding.bench().regulates().get(subject.signal());
        if (span == null) {
            faults.error(
                    path,
                    "nothing on the channel \"" + binding.bench().channel() + "\" regulates " + subject.word()
                            + "; use a channel with a suitable press or chamber, or wait without a set-point");
            return false;
        }
        boolean inSpan = inside(new Window(span.low(), span.high()), subject, target, "the regulator's span", path);
        Window limits = binding.runNet().window(subject);
        return inside(limits, subject, target, "the limits of run and cell,", path) && inSpan;
    }

    private boolean inside(Window window, Subject subject, double target, String whose, String path) {
        if (!window.contains(target)) {
            faults.error(
                    path,
                    "the set-point " + Quantities.of(subject, target) + " lies outside " + whose + " "
                            + Quantities.range(subject, window.low(), window.high()) + "; change one of them");
            return false;
        }
        return true;
    }

    private boolean positive(double value, String what, String path) {
        boolean sound = value > 0 && Double.isFinite(value);
        if (!sound) {
            faults.error(path, what + " must be a finite number above 0");
        }
        return sound;
    }
}
