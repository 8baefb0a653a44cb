package cellwright.engine.shorts;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link ShortDetector} remembers between readings: a state machine without a clock. Each reading gives the next state; a
 * state is an immutable value, so it can be kept with a run and replayed. An alarm stays.
 *
 * <p>The resistance is compared with the second highest second of the window, so that one outlier does not set the reference, and
 * must be low in two readings, one after the other. The noise is that about a straight line, so that a drift is no noise; its
 * baseline is the mean of the windows that passed at a current of this size, whatever its direction, since the noise of the
 * instrument is a larger share of the voltage of a smaller current.
 */
public final class ShortWatch {
    private static final int FEWEST_FOR_NOISE = 10;
    private static final double NEARLY_FULL = 0.9;
    private static final int CONFIRMATIONS = 2;
    private static final double SAME_FREQUENCY = 0.1;

    private final ShortDetector rules;
    private final ShortWindow window;
    private final Stretch stretch;
    private final Baseline baseline;
    private final Lowest lowest;
    private final Optional<ShortAlarm> alarm;

    private ShortWatch(
            ShortDetector rules,
            ShortWindow window,
            Stretch stretch,
            Baseline baseline,
            Lowest lowest,
            Optional<ShortAlarm> alarm) {
        this.rules = rules;
        this.window = window;
        this.stretch = stretch;
        this.baseline = baseline;
        this.lowest = lowest;
        this.alarm = alarm;
    }

    static ShortWatch beginning(ShortDetector rules) {
        var window = ShortWindow.empty(rules.windowSeconds());
        return new ShortWatch(rules, window, Stretch.NONE, Baseline.NONE, Lowest.NONE, Optional.empty());
    }

    /** The rules it follows. */
    public ShortDetector rules() {
        return rules;
    }

    /** The alarm, once there was one. */
    public Optional<ShortAlarm> alarm() {
        return alarm;
    }

    /** Baseline of the relative noise so far; NaN before the first full window at a current of this size. */
    public double baselineNoise() {
        return baseline.noise;
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
        if (Math.abs(amps) < rules.restAmps()) {
            return anew();
        }
        if (!same(amps, stretch.amps)) {
            Baseline kept = same(Math.abs(amps), baseline.amps) ? baseline : Baseline.NONE;
            return with(ShortWindow.empty(rules.windowSeconds()), Stretch.begun(amps, seconds), kept);
        }
        if (seconds - stretch.since < rules.settleSeconds()) {
            return this;
        }
        double ohm = Math.abs(volts / amps);
        return judged(window.with(seconds, ohm), seconds, ohm);
    }

    /**
     * The state after a spectrum; it is compared with the one before if that went down to the same frequency.
     *
     * @param seconds when it ended
     * @param hertz its lowest frequency
     * @param realOhm Z' there; ignored if it is no positive number
     */
    public ShortWatch spectrum(double seconds, double hertz, double realOhm) {
        if (alarm.isPresent() || !(realOhm > 0) || Double.isInfinite(realOhm)) {
            return this;
        }
        boolean alike = Math.abs(hertz - lowest.hertz) <= SAME_FREQUENCY * lowest.hertz;
        var next = new ShortWatch(rules, window, stretch, baseline, new Lowest(hertz, realOhm), alarm);
        return alike && realOhm < rules.impedanceShare() * lowest.realOhm
                ? next.raised(ShortAlarm.Rule.IMPEDANCE_COLLAPSED, seconds, realOhm, lowest.realOhm)
                : next;
    }

    /** The state after an interruption: the next reading begins a stretch of its own, even if the current is the same. */
    public ShortWatch anew() {
        boolean nothing = stretch.equals(Stretch.NONE);
        return nothing ? this : with(ShortWindow.empty(rules.windowSeconds()), Stretch.NONE, baseline);
    }

    private boolean same(double amps, double constant) {
        return Math.abs(amps - constant) <= rules.constantWithin() * Math.abs(constant);
    }

    private ShortWatch judged(ShortWindow next, double seconds, double ohm) {
        double reference = stretch.low > 0 ? stretch.lowReference : next.reference();
        boolean low = ohm < (1 - rules.fall()) * reference;
        Stretch counted = stretch.counted(low, reference);
        ShortWatch seen = with(next, counted, baseline);
        if (counted.low >= CONFIRMATIONS) {
            return seen.raised(ShortAlarm.Rule.RESISTANCE_FELL, seconds, ohm, reference);
        }
        boolean full = next.count() >= FEWEST_FOR_NOISE && next.spanSeconds() >= NEARLY_FULL * rules.windowSeconds();
        return full ? seen.judgedByNoise(seconds) : seen;
    }

    /** Without a baseline nothing is judged: no number is larger than NaN. */
    private ShortWatch judgedByNoise(double seconds) {
        double noise = window.relativeNoise();
        double usual = Math.max(baseline.noise, rules.noiseFloor());
        if (noise > rules.noiseFactor() * usual) {
            return raised(ShortAlarm.Rule.VOLTAGE_ERRATIC, seconds, noise, usual);
        }
        if (seconds - stretch.baselineSince < rules.windowSeconds()) {
            return this;
        }
        return with(window, stretch.baselineTaken(seconds), baseline.and(noise, Math.abs(stretch.amps)));
    }

    private ShortWatch with(ShortWindow newWindow, Stretch newStretch, Baseline newBaseline) {
        return new ShortWatch(rules, newWindow, newStretch, newBaseline, lowest, alarm);
    }

    private ShortWatch raised(ShortAlarm.Rule rule, double seconds, double observed, double reference) {
        var raised = Optional.of(new ShortAlarm(rule, seconds, observed, reference));
        return new ShortWatch(rules, window, stretch, baseline, lowest, raised);
    }

    private List<Object> parts() {
        return List.of(rules, window, stretch, baseline, lowest, alarm);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShortWatch that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * A time of constant current.
     *
     * @param amps the current; 0 if there is none
     * @param since when it began
     * @param baselineSince when the noise was last taken into the baseline, or the beginning
     * @param low how many readings were low, one after the other
     * @param lowReference what they were compared with
     */
    private record Stretch(double amps, double since, double baselineSince, int low, double lowReference) {
        static final Stretch NONE = new Stretch(0, 0, 0, 0, 0);

        static Stretch begun(double amps, double seconds) {
            return new Stretch(amps, seconds, seconds, 0, 0);
        }

        Stretch counted(boolean isLow, double reference) {
            return new Stretch(amps, since, baselineSince, isLow ? low + 1 : 0, reference);
        }

        Stretch baselineTaken(double seconds) {
            return new Stretch(amps, since, seconds, low, lowReference);
        }
    }

    /** The real part of the last spectrum at its lowest frequency; NaN before the first. */
    private record Lowest(double hertz, double realOhm) {
        static final Lowest NONE = new Lowest(Double.NaN, Double.NaN);
    }

    /**
     * How noisy the voltage usually is.
     *
     * @param noise relative, the mean of the windows; NaN before the first
     * @param windows how many
     * @param amps magnitude of the current they were taken at
     */
    private record Baseline(double noise, int windows, double amps) {
        static final Baseline NONE = new Baseline(Double.NaN, 0, Double.NaN);

        Baseline and(double more, double atAmps) {
            double sum = windows == 0 ? 0 : noise * windows;
            return new Baseline((sum + more) / (windows + 1), windows + 1, atAmps);
        }
    }
}
