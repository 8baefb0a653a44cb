package cellwright.engine.sense;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.Optional;

/**
 * Whether a voltage can be that of the cell, as long as current may flow. Immutable.
 *
 * <p>Under a control that has been in force for a second, a voltage goes on from where it was: from one reading to the next it
 * moves by no more than its slope so far, what the resistance seen in this run makes of a change of the current, and a margin.
 * Under a hold that had been reached it stays where it is held. The first second of a set current is judged by the resistance
 * alone, once the run has shown one: the voltage moves by no more than four times as much as it ever did for such a current.
 * The voltage of a second instrument is compared all the while.
 *
 * <p>A cell whose voltage at rest is about zero may lose its polarisation in an instant and find it again: that is a soft
 * short, which has a lookout of its own. There the voltage may be anywhere between zero and where it has been.
 *
 * <p>Readings more than two seconds apart are not compared. At open circuit nothing is judged: a cell that is being pressed
 * may show anything, and what it shows before it is driven is judged by its limits.
 */
final class VoltageSense {
    private static final long SETTLING_NANOS = 1_000_000_000L;
    private static final long NEIGHBOURS_NANOS = 2_000_000_000L;
    /** Slopes are taken over no less. */
    private static final long SLOPE_NANOS = 50_000_000L;
    /** A slope may grow so much from one reading to the next. */
    private static final double STEEPER = 4;
    /** A resistance may grow so much within a run. */
    private static final double HIGHER = 4;

    private static final double FADING = 0.7;
    private static final double ABOUT_ZERO_VOLTS = 0.3;
    private static final double HELD_VOLTS = 0.02;
    /** Smaller steps tell no resistance. */
    private static final double TELLING_VOLTS = 1e-3;

    private static final double ARRIVED_SHARE = 0.05;
    private static final long NOT_IN_FORCE = Long.MAX_VALUE;

    private final SenseRules rules;
    private final Regime regime;
    private final Seen last;
    private final double restVolts;
    private final double ohms;
    private final Suspicion jump;
    private final Suspicion apart;
    private final Optional<String> finding;

    /** What was seen at an instant. */
    private record Seen(long atNanos, double volts, double amps) {
        static final Seen NOTHING = new Seen(0, Double.NaN, Double.NaN);
    }

    /**
     * How the cell is driven.
     *
     * @param control by what
     * @param sinceNanos since when it is in force
     * @param before what was seen before
     * @param anchor where the slope is taken from
     * @param slope V/s, magnitude
     * @param low lowest voltage under the control
     * @param high highest
     */
    private record Regime(
            Control control, long sinceNanos, Seen before, Seen anchor, double slope, double low, double high) {
        static Regime of(Control control, Seen before, long sinceNanos) {
            return new Regime(
                    control, sinceNanos, before, Seen.NOTHING, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }

        Regime after(Seen now) {
            double lowest = Math.min(low, now.volts);
            double highest = Math.max(high, now.volts);
            long nanos = now.atNanos - anchor.atNanos;
            if (Double.isNaN(anchor.volts) || nanos > NEIGHBOURS_NANOS) {
                return new Regime(control, sinceNanos, before, now, 0, lowest, highest);
            }
            if (nanos < SLOPE_NANOS) {
                return new Regime(control, sinceNanos, before, anchor, slope, lowest, highest);
            }
            double steepest = Math.max(FADING * slope, Math.abs(now.volts - anchor.volts) / (nanos * 1e-9));
            return new Regime(control, sinceNanos, before, now, steepest, lowest, highest);
        }

        boolean isSettling(long nanos) {
            return nanos - sinceNanos < SETTLING_NANOS;
        }
    }

    private VoltageSense(
            SenseRules rules,
            Regime regime,
            Seen last,
            double restVolts,
            double ohms,
            Suspicion jump,
            Suspicion apart,
            Optional<String> finding) {
        this.rules = rules;
        this.regime = regime;
        this.last = last;
        this.restVolts = restVolts;
        this.ohms = ohms;
        this.jump = jump;
        this.apart = apart;
        this.finding = finding;
    }

    static VoltageSense of(SenseRules rules) {
        Regime open = Regime.of(new Control.Open(), Seen.NOTHING, NOT_IN_FORCE);
        return new VoltageSense(
                rules, open, Seen.NOTHING, Double.NaN, 0, Suspicion.NONE, Suspicion.NONE, Optional.empty());
    }

    Optional<String> finding() {
        return finding;
    }

    boolean doubts() {
        return jump.any() || apart.any();
    }

    VoltageSense driven(Control control) {
        return under(Regime.of(control, last, NOT_IN_FORCE));
    }

    VoltageSense inForce(long nanos) {
        return under(Regime.of(regime.control, regime.before, nanos));
    }

    VoltageSense disturbed() {
        return under(Regime.of(regime.control, Seen.NOTHING, NOT_IN_FORCE));
    }

    private VoltageSense under(Regime next) {
        return new VoltageSense(rules, next, last, restVolts, ohms, Suspicion.NONE, Suspicion.NONE, Optional.empty());
    }

    VoltageSense after(Reading reading, Optional<SecondVoltage> second) {
        Seen now = new Seen(reading.atNanos(), reading.value(Signal.VOLTAGE), reading.value(Signal.CURRENT));
        if (Double.isNaN(now.volts) || Double.isNaN(now.amps)) {
            return finding.isEmpty()
                    ? this
                    : new VoltageSense(rules, regime, last, restVolts, ohms, jump, apart, Optional.empty());
        }
        if (!regime.control.energises()) {
            return new VoltageSense(
                    rules, regime, now, now.volts, ohms, Suspicion.NONE, Suspicion.NONE, Optional.empty());
        }
        if (now.atNanos < regime.sinceNanos) {
            return new VoltageSense(
                    rules, regime, now, restVolts, ohms, Suspicion.NONE, Suspicion.NONE, Optional.empty());
        }
        return judged(now, second);
    }

    private VoltageSense judged(Seen now, Optional<SecondVoltage> second) {
        boolean settling = regime.isSettling(now.atNanos);
        double excess = settling ? excessOfStep(now) : excessOfJump(now);
        Suspicion jumps = jump.after(excess > rules.jumpVolts());
        boolean differs = !settling && second.isPresent() && differs(now, second.get());
        Suspicion differences = apart.after(differs);
        Optional<String> said = Optional.empty();
        if (excess > rules.jumpVolts() && jumps.isEnough()) {
            Seen from = settling ? regime.before : last;
            double amps = settling ? now.amps : last.amps;
            said = Optional.of(SenseWords.jump(from.volts, now.volts, amps, now.atNanos - from.atNanos));
        } else if (differs && differences.isEnough()) {
            said = second.map(other -> SenseWords.apart(now.volts, now.amps, other));
        }
        if (excess > rules.jumpVolts()) {
            return new VoltageSense(rules, regime, last, restVolts, ohms, jumps, differences, said);
        }
        double resistance = settling ? Math.max(ohms, ohmsOfStep(now)) : ohms;
        return new VoltageSense(rules, regime.after(now), now, restVolts, resistance, jumps, differences, said);
    }

    /** By how much the voltage moved beyond what the resistance seen so far makes of a step of the current; 0 if unknown. */
    private double excessOfStep(Seen now) {
        double explained = HIGHER * ohms * Math.abs(now.amps - regime.before.amps);
        double moved = Math.abs(now.volts - regime.before.volts);
        return ohms > 0 && hasArrived(now) ? moved - explained : 0;
    }

    private double ohmsOfStep(Seen now) {
        double moved = Math.abs(now.volts - regime.before.volts);
        double step = Math.abs(now.amps - regime.before.amps);
        return hasArrived(now) && moved > TELLING_VOLTS && step > 0 ? moved / step : 0;
    }

    /** Whether the current is the one that was set, and another than before. */
    private boolean hasArrived(Seen now) {
        if (!(regime.control instanceof Control.Current set) || set.amps() == 0) {
            return false;
        }
        double size = Math.abs(set.amps());
        return Math.abs(now.amps - set.amps()) <= ARRIVED_SHARE * size
                && Math.abs(now.amps - regime.before.amps) > ARRIVED_SHARE * size;
    }

    /** By how much the voltage lies beyond where the last reading lets it be; 0 if that is too long ago. */
    private double excessOfJump(Seen now) {
        long nanos = now.atNanos - last.atNanos;
        if (Double.isNaN(last.volts) || nanos > NEIGHBOURS_NANOS || regime.isSettling(last.atNanos)) {
            return 0;
        }
        if (regime.control instanceof Control.Voltage hold && Math.abs(last.volts - hold.volts()) <= HELD_VOLTS) {
            return Math.abs(now.volts - hold.volts());
        }
        boolean restsAtZero = Math.abs(restVolts) <= ABOUT_ZERO_VOLTS;
        double low = restsAtZero ? Math.min(0, regime.low) : last.volts;
        double high = restsAtZero ? Math.max(0, regime.high) : last.volts;
        double outside = Math.max(0, Math.max(low - now.volts, now.volts - high));
        double bySlope = STEEPER * regime.slope * Math.min(nanos, NEIGHBOURS_NANOS) * 1e-9;
        return outside - bySlope - HIGHER * ohms * Math.abs(now.amps - last.amps);
    }

    /** Between two readings that were not taken at the same instant the voltage may have moved. */
    private boolean differs(Seen now, SecondVoltage second) {
        double meanwhile = regime.slope * NEIGHBOURS_NANOS * 1e-9;
        return Math.abs(now.volts - second.volts()) > rules.apartVolts() + meanwhile;
    }
}
