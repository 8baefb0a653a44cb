package cellwright.analysis.solid;

import java.util.Optional;

/**
 * What a {@link ShortDetector} remembers between readings: a state machine without a clock. Each reading gives the next state; a
 * state is immutable, so it can be kept with a run and replayed. An alarm stays.
 *
 * <p>The resistance is compared with the second highest second of the window, so that one outlier does not set the reference, and
 * must be low in two readings, one after the other. The noise is that about a straight line, so that a drift is no noise; its
 * baseline is the mean of the windows that passed.
 */
public final class ShortWatch {
    private static final int FEWEST_FOR_NOISE = 10;
    private static final double NEARLY_FULL = 0.9;
    private static final int CONFIRMATIONS = 2;

    private final ShortDetector rules;
    private final ShortWindow window;
    private final double constantAmps;
    private final double changedAt;
    private final int low;
    private final double lowReference;
    private final double baseline;
    private final int baselineWindows;
    private final double baselineAt;
    private final double lowFrequencyOhm;
    private final Optional<ShortAlarm> alarm;

    private ShortWatch(Draft draft) {
        rules = draft.rules;
        window = draft.window;
        constantAmps = draft.constantAmps;
        changedAt = draft.changedAt;
        low = draft.low;
        lowReference = draft.lowReference;
        baseline = draft.baseline;
        baselineWindows = draft.baselineWindows;
        baselineAt = draft.baselineAt;
        lowFrequencyOhm = draft.lowFrequencyOhm;
        alarm = draft.alarm;
    }

    static ShortWatch beginning(ShortDetector rules) {
        return new ShortWatch(new Draft(rules));
    }

    /** The alarm, once there was one. */
    public Optional<ShortAlarm> alarm() {
        return alarm;
    }

    /** Baseline of the relative noise so far; NaN before the first full window. */
    public double baselineNoise() {
        return baseline;
    }

    /**
     * The state after a reading. One that is not a number or does not come after the last one changes nothing. Readings must
     * come at least three times in a window for the resistance, and ten times for the noise.
     *
     * @param seconds when, rising
     * @param volts cell voltage
     * @param amps current
     */
    public ShortWatch read(double seconds, double volts, double amps) {
        boolean usable = Double.isFinite(seconds) && Double.isFinite(volts) && Double.isFinite(amps);
        if (alarm.isPresent() || !usable || seconds <= window.latestSeconds()) {
            return this;
        }
        Draft next = new Draft(this);
        if (Math.abs(amps) < rules.restAmps()) {
            next.restart(seconds, 0);
        } else if (!isConstant(amps)) {
            next.restart(seconds, amps);
        } else if (seconds - changedAt >= rules.settleSeconds()) {
            next.window = window.with(seconds, Math.abs(volts / amps));
            next.judge(seconds, Math.abs(volts / amps));
        }
        return new ShortWatch(next);
    }

    /**
     * The state after a spectrum.
     *
     * @param seconds when it ended
     * @param realOhm Z' at its lowest frequency; ignored if it is no positive number
     */
    public ShortWatch spectrum(double seconds, double realOhm) {
        if (alarm.isPresent() || !(realOhm > 0) || Double.isInfinite(realOhm)) {
            return this;
        }
        Draft next = new Draft(this);
        next.lowFrequencyOhm = realOhm;
        if (realOhm < rules.impedanceShare() * lowFrequencyOhm) {
            next.raise(ShortAlarm.Rule.IMPEDANCE_COLLAPSED, seconds, realOhm, lowFrequencyOhm);
        }
        return new ShortWatch(next);
    }

    private boolean isConstant(double amps) {
        return Math.abs(amps - constantAmps) <= rules.constantWithin() * Math.abs(constantAmps);
    }

    /** A state while it is being made. */
    private static final class Draft {
        private final ShortDetector rules;
        private ShortWindow window;
        private double constantAmps;
        private double changedAt;
        private int low;
        private double lowReference;
        private double baseline;
        private int baselineWindows;
        private double baselineAt;
        private double lowFrequencyOhm;
        private Optional<ShortAlarm> alarm = Optional.empty();

        Draft(ShortDetector rules) {
            this.rules = rules;
            window = ShortWindow.empty(rules.windowSeconds());
            baseline = Double.NaN;
            lowFrequencyOhm = Double.NaN;
            baselineAt = Double.NEGATIVE_INFINITY;
        }

        Draft(ShortWatch from) {
            rules = from.rules;
            window = from.window;
            constantAmps = from.constantAmps;
            changedAt = from.changedAt;
            low = from.low;
            lowReference = from.lowReference;
            baseline = from.baseline;
            baselineWindows = from.baselineWindows;
            baselineAt = from.baselineAt;
            lowFrequencyOhm = from.lowFrequencyOhm;
        }

        void restart(double seconds, double amps) {
            window = ShortWindow.empty(rules.windowSeconds());
            constantAmps = amps;
            changedAt = seconds;
            baselineAt = seconds;
            low = 0;
        }

        void judge(double seconds, double ohm) {
            double reference = low > 0 ? lowReference : window.reference();
            lowReference = reference;
            low = ohm < (1 - rules.fall()) * reference ? low + 1 : 0;
            if (low >= CONFIRMATIONS) {
                raise(ShortAlarm.Rule.RESISTANCE_FELL, seconds, ohm, reference);
                return;
            }
            if (window.count() >= FEWEST_FOR_NOISE && window.spanSeconds() >= NEARLY_FULL * rules.windowSeconds()) {
                judgeNoise(seconds);
            }
        }

        private void judgeNoise(double seconds) {
            double noise = window.relativeNoise();
            if (noise > rules.noiseFactor() * Math.max(baseline, rules.noiseFloor())) {
                raise(ShortAlarm.Rule.VOLTAGE_ERRATIC, seconds, noise, Math.max(baseline, rules.noiseFloor()));
            } else if (seconds - baselineAt >= rules.windowSeconds()) {
                double sum = baselineWindows == 0 ? 0 : baseline * baselineWindows;
                baselineWindows++;
                baseline = (sum + noise) / baselineWindows;
                baselineAt = seconds;
            }
        }

        void raise(ShortAlarm.Rule rule, double seconds, double observed, double reference) {
            alarm = Optional.of(new ShortAlarm(rule, seconds, observed, reference));
        }
    }
}
