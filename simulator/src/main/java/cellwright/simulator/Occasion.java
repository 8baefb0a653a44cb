package cellwright.simulator;

import cellwright.instrument.Signal;
import cellwright.instrument.Watch;

/**
 * One watch being kept. It fires on becoming fulfilled, not on being so: it is armed only after it was seen unfulfilled.
 *
 * <p>It is judged by what the instruments show. What they report besides is noisy and comes in steps: as long as the report
 * does not lie behind the level too, the watch waits, and asks to be looked at again. Mutable, one thread.
 */
final class Occasion {
    private static final double VOLTS_CLOSE = 1e-6;
    private static final double SHARE_CLOSE = 1e-6;
    private static final double CHARGE_SHARE_CLOSE = 1e-9;
    private static final double TINY = 1e-15;
    private static final long LEVEL_NANOS = 1_000;

    private final Watch watch;
    private final int signal;
    private final double coulombsThen;
    private final double joulesThen;
    private boolean armed;
    private boolean waiting;

    /**
     * Begins to watch.
     *
     * @param watch what for
     * @param shown the present
     * @param reported what is reported of it
     * @throws IllegalArgumentException if the rig does not measure the signal or the amount is not above 0
     */
    Occasion(Watch watch, Moment shown, Moment reported) {
        this.watch = watch;
        this.signal = signalOf(watch);
        this.coulombsThen = shown.coulombs;
        this.joulesThen = shown.joules;
        this.waiting = excess(shown) >= 0 && excess(reported) < 0;
        arm(shown);
    }

    /** Arms the watch if it is unfulfilled. */
    void arm(Moment moment) {
        armed |= excess(moment) < 0;
    }

    /** How far past its level an armed watch is, in units of how close it must be located; negative before it. */
    double armedExcess(Moment moment) {
        return armed ? excess(moment) : Double.NEGATIVE_INFINITY;
    }

    /** How short an interval is short enough if the value jumps. */
    long finestNanos() {
        return watch instanceof Watch.ChargePassed || watch instanceof Watch.EnergyPassed ? 1 : LEVEL_NANOS;
    }

    /** Fires or arms, as the moment demands, or waits for a report of it. */
    void pass(Moment shown, Moment reported) {
        boolean behind = excess(shown) >= 0;
        waiting = behind && (armed || waiting) && excess(reported) < 0;
        armed = !behind;
    }

    /** Whether the watch has fired and the report of it does not show it yet. */
    boolean waits() {
        return waiting;
    }

    private double excess(Moment moment) {
        return switch (watch) {
            case Watch.Above above -> (value(moment, above.magnitude()) - above.level()) / close(above.level());
            case Watch.Below below -> (below.level() - value(moment, below.magnitude())) / close(below.level());
            case Watch.Change change ->
                (Math.abs(moment.value(signal) - change.from()) - change.step()) / (0.1 * change.step());
            case Watch.ChargePassed charge -> past(Math.abs(moment.coulombs - coulombsThen), charge.coulombs());
            case Watch.EnergyPassed energy -> past(Math.abs(moment.joules - joulesThen), energy.joules());
        };
    }

    private double value(Moment moment, boolean magnitude) {
        double value = moment.value(signal);
        return magnitude ? Math.abs(value) : value;
    }

    private double close(double level) {
        return signal == 0 ? VOLTS_CLOSE : Math.max(SHARE_CLOSE * Math.abs(level), TINY);
    }

    private static double past(double amount, double wanted) {
        return (amount - wanted) / (CHARGE_SHARE_CLOSE * wanted);
    }

    private static int signalOf(Watch watch) {
        return switch (watch) {
            case Watch.Above above -> indexOf(above.signal(), above.level());
            case Watch.Below below -> indexOf(below.signal(), below.level());
            case Watch.Change change -> indexOf(change.signal(), change.from() + amount(change.step()));
            case Watch.ChargePassed charge -> indexOf(Signal.CHARGE, amount(charge.coulombs()));
            case Watch.EnergyPassed energy -> indexOf(Signal.CHARGE, amount(energy.joules()));
        };
    }

    private static int indexOf(Signal signal, double finite) {
        int index = Moment.SIGNALS.indexOf(signal);
        if (index < 0 || !Double.isFinite(finite)) {
            throw new IllegalArgumentException("cannot watch " + signal + " at " + finite);
        }
        return index;
    }

    private static double amount(double amount) {
        if (!(amount > 0)) {
            throw new IllegalArgumentException("a watch needs an amount above 0, got " + amount);
        }
        return amount;
    }
}
