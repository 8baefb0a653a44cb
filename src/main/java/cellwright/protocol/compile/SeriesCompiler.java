package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.Plan;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step;
import cellwright.protocol.Until;
import cellwright.protocol.compile.DriveCompiler.Leg;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Unfolds a ramp, a train of pulses or a list of potentials: a loop that ends as a whole, its currents and potentials written
 * out, each with a path and a label of its own. What follows each of them is compiled once and returns.
 */
final class SeriesCompiler {
    static final int MOST_LEVELS = 1_000;
    private static final double ROUNDING = 1e-9;
    private static final double LEFT_OUT = 1e-6;
    /** How much longer than reckoned a charge may take to pass before something must be wrong. */
    private static final double PATIENCE = 1.5;

    private static final double NANOS = 1e9;

    private final Binding binding;
    private final Faults faults;
    private final DriveCompiler drives;
    private final ConditionCompiler conditions;
    private final Budget budget;

    SeriesCompiler(Binding binding, DriveCompiler drives, ConditionCompiler conditions, Budget budget) {
        this.binding = binding;
        this.faults = binding.faults();
        this.drives = drives;
        this.conditions = conditions;
        this.budget = budget;
    }

    /** The operation; empty after a complaint. */
    Optional<Op> series(Step.Series series, List<Op> then, String path) {
        Optional<Condition> whole = series.until().flatMap(wish -> conditions.betweenSteps(wish, path + "/until"));
        if (whole.isPresent() != series.until().isPresent()) {
            return Optional.empty();
        }
        var unfolding = new Unfolding(series, whole, then, path);
        return switch (series.plan()) {
            case Plan.Ramp ramp -> unfolding.ramp(ramp);
            case Plan.Pulses pulses -> unfolding.pulses(pulses);
            case Plan.Potentials potentials -> unfolding.potentials(potentials);
        };
    }

    private static Direction other(Direction direction) {
        return direction == Direction.CHARGE ? Direction.DISCHARGE : Direction.CHARGE;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }

    /** One series while its steps are put together; the first of them that cannot be made is the last that is tried. */
    private final class Unfolding {
        private final Step.Series series;
        private final Optional<Condition> whole;
        private final List<Op> then;
        private final String path;
        private final List<Op> body = new ArrayList<>();

        Unfolding(Step.Series series, Optional<Condition> whole, List<Op> then, String path) {
            this.series = series;
            this.whole = whole;
            this.then = then;
            this.path = path;
        }

        Optional<Op> ramp(Plan.Ramp ramp) {
            int levels = levels(ramp);
            boolean sound = levels > 0;
            for (int level = 0; level < levels && sound; level++) {
                Amount current = ramp.from()
                        .with(ramp.from().number() + level * ramp.step().number());
                String title = "level " + (level + 1) + " of " + levels + ": ";
                sound = current(
                                ramp,
                                ramp.direction(),
                                current,
                                new Leg("/" + level + "/0", title, whole, ramp.bothWays()))
                        && (!ramp.bothWays()
                                || current(
                                        ramp,
                                        other(ramp.direction()),
                                        current,
                                        new Leg("/" + level + "/1", title, whole, true)));
                body.addAll(then);
            }
            return sound
                    ? Optional.of(loop(1, SeriesWords.ramp(ramp, levels, binding.amounts(), path)))
                    : Optional.empty();
        }

        /** How many levels a ramp has; 0 after a complaint. */
        private int levels(Plan.Ramp ramp) {
            double from = ramp.from().number();
            double to = ramp.to().number();
            double step = ramp.step().number();
            boolean alike = ramp.from().getClass() == ramp.to().getClass()
                    && ramp.from().getClass() == ramp.step().getClass();
            if (!alike || !(from > 0 && to >= from && step > 0) || Double.isInfinite(to)) {
                faults.error(
                        path,
                        "a ramp rises from a current above 0 to a larger one in steps above 0, all stated in one kind of"
                                + " unit");
                return 0;
            }
            double steps = (to - from) / step * (1 + ROUNDING) + ROUNDING;
            if (!(steps < MOST_LEVELS)) {
                faults.error(path, "a ramp has at most " + MOST_LEVELS + " levels; make its steps larger");
                return 0;
            }
            int levels = (int) steps + 1;
            double last = from + (levels - 1) * step;
            if (to - last > LEFT_OUT * to) {
                faults.warning(
                        path,
                        "the ramp ends at "
                                + Written.amount(Dimension.CURRENT, ramp.from().with(last)) + ", the last level before "
                                + Written.amount(Dimension.CURRENT, ramp.to()));
            }
            return levels;
        }

        private boolean current(Plan.Ramp ramp, Direction direction, Amount current, Leg leg) {
            var setting = new Setting.Galvanostatic(direction, current);
            return switch (ramp.each()) {
                case Plan.Dose.OfTime time -> add(timed(setting, time.time()), leg);
                case Plan.Dose.OfCharge charge -> add(charged(setting, charge), leg);
            };
        }

        private Step.Drive charged(Setting.Galvanostatic setting, Plan.Dose.OfCharge dose) {
            OptionalDouble coulombs = binding.amounts().resolve(Dimension.CHARGE, dose.charge(), path + "/each");
            OptionalDouble amps = binding.amounts().resolve(Dimension.CURRENT, setting.current(), path);
            double patience = PATIENCE * coulombs.orElse(1) / amps.orElse(1);
            return new Step.Drive(
                    setting,
                    Optional.of(new Until.ChargePassed(dose.charge())),
                    Optional.of(seconds(patience)),
                    Step.WhenLate.STOP,
                    series.record(),
                    series.limits(),
                    Optional.empty());
        }

        Optional<Op> pulses(Plan.Pulses pulses) {
            if (pulses.times().isEmpty() && whole.isEmpty()) {
                faults.error(path, "a train of pulses without an end; add how often it repeats, or \"until\"");
                return Optional.empty();
            }
            int times = pulses.times().orElse(Integer.MAX_VALUE);
            if (times < 1) {
                faults.error(path, "a train has at least one pulse, got " + times);
                return Optional.empty();
            }
            var setting = new Setting.Galvanostatic(pulses.direction(), pulses.current());
            boolean sound = add(timed(setting, pulses.time()), new Leg("/0", "pulse: ", whole, false))
                    && (pulses.rest().isEmpty()
                            || add(
                                    timed(new Setting.Rest(), pulses.rest().get()),
                                    new Leg("/1", "after the pulse: ", Optional.empty(), false)));
            body.addAll(then);
            return sound ? Optional.of(loop(times, SeriesWords.pulses(pulses))) : Optional.empty();
        }

        Optional<Op> potentials(Plan.Potentials potentials) {
            int count = potentials.volts().size();
            if (count < 1 || count > MOST_LEVELS) {
                faults.error(path, "a polarisation has 1 to " + MOST_LEVELS + " potentials, got " + count);
                return Optional.empty();
            }
            boolean sound = true;
            for (int i = 0; i < count && sound; i++) {
                var hold = new Setting.Potentiostatic(potentials.volts().get(i), potentials.maxCurrent());
                String title = "potential " + (i + 1) + " of " + count + ": ";
                sound = add(timed(hold, potentials.each()), new Leg("/" + i, title, whole, true));
                body.addAll(then);
            }
            return sound ? Optional.of(loop(1, SeriesWords.potentials(potentials))) : Optional.empty();
        }

        private Step.Drive timed(Setting setting, Duration time) {
            return new Step.Drive(
                    setting,
                    Optional.empty(),
                    Optional.of(time),
                    Step.WhenLate.NEXT,
                    series.record(),
                    series.limits(),
                    Optional.empty());
        }

        private boolean add(Step.Drive step, Leg leg) {
            if (!budget.takeOperation(path)) {
                return false;
            }
            Optional<Op.Drive> op = drives.leg(step, leg, path);
            op.ifPresent(body::add);
            return op.isPresent();
        }

        private Op loop(int times, String label) {
            String ending = binding.words().ending(series.until(), whole);
            return new Op.Repeat(path, label + ending, times, whole, false, true, body);
        }
    }
}
