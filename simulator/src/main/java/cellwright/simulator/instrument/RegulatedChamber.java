package cellwright.simulator.instrument;

/**
 * A chamber whose controller is tuned sharply: the set-point moves on a ramp, the air follows it, shoots over where the
 * ramp ends, and swings a little for ever.
 *
 * <p>A first-order chamber under a PI controller is a loop of second order. With both poles at -w its deviation from the
 * set-point answers a change of the set-point's rate by {@code dr} with {@code dr t exp(-w t)}, whose peak is {@code
 * dr/(e w)}; w is chosen so that the fastest ramp shoots over by what is specified. All of it is in closed form over time,
 * so no step size can change it. The controller believes its sensor: the air is wrong by the sensor's offset.
 */
public final class RegulatedChamber implements Chamber {
    private static final double RIPPLE_SECONDS = 300;
    /** After so many time constants a deviation no longer matters, ... */
    private static final double OVER = 20;
    /** ... and after so many it is no longer a number above 0. */
    private static final double GONE = 700;
    /** Steps within a motion, in time constants. */
    private static final double FINE = 0.25;

    private final Traits traits;
    private final double offset;
    private final double phase;
    private final double pole;
    private final long sinceNanos;
    private final double from;
    private final double to;
    private final double rate;
    private final double rampSeconds;
    private final double first;
    private final double second;

    /**
     * What the chamber is like.
     *
     * @param kelvinsPerSecond fastest ramp, above 0
     * @param overshootKelvins by how much that ramp shoots over, above 0
     * @param rippleKelvins amplitude of its swing, at least 0
     */
    public record Traits(double kelvinsPerSecond, double overshootKelvins, double rippleKelvins) {}

    /**
     * A chamber at rest.
     *
     * @param traits what it is like
     * @param offsetKelvins what its sensor shows too much
     * @param dice choose when it swings up
     * @param kelvins what its sensor shows
     * @param atNanos when it begins
     */
    public RegulatedChamber(Traits traits, double offsetKelvins, Dice dice, double kelvins, long atNanos) {
        this(
                traits,
                offsetKelvins,
                2 * Math.PI * dice.of("chamber ripple").unit(0),
                atNanos,
                kelvins,
                kelvins,
                0,
                0,
                0);
    }

    private RegulatedChamber(
            Traits traits,
            double offset,
            double phase,
            long sinceNanos,
            double from,
            double to,
            double rate,
            double first,
            double second) {
        this.traits = traits;
        this.offset = offset;
        this.phase = phase;
        this.pole = traits.kelvinsPerSecond() / (Math.E * traits.overshootKelvins());
        this.sinceNanos = sinceNanos;
        this.from = from;
        this.to = to;
        this.rate = rate;
        this.rampSeconds = rate == 0 ? 0 : (to - from) / rate;
        this.first = first;
        this.second = second;
    }

    @Override
    public double kelvins(long atNanos) {
        double seconds = secondsAt(atNanos);
        double swing = traits.rippleKelvins() * Math.sin(phase + 2 * Math.PI / RIPPLE_SECONDS * (atNanos * 1e-9));
        return setpoint(seconds) - deviation(seconds) + swing - offset;
    }

    @Override
    public Chamber sentTo(double kelvins, double perSecond, long atNanos) {
        double seconds = secondsAt(atNanos);
        double here = setpoint(seconds);
        double fastest = Math.min(perSecond, traits.kelvinsPerSecond());
        double wanted = kelvins == here ? 0 : Math.copySign(fastest, kelvins - here);
        double left = deviation(seconds);
        double pull = slope(seconds) + pole * left + wanted - (seconds < rampSeconds ? rate : 0);
        return new RegulatedChamber(traits, offset, phase, atNanos, here, kelvins, wanted, left, pull);
    }

    @Override
    public long patienceNanos(long atNanos) {
        double seconds = secondsAt(atNanos);
        boolean moves = (first != 0 || second != 0) && seconds < rampSeconds + OVER / pole;
        return moves ? (long) (FINE / pole * 1e9) : Long.MAX_VALUE;
    }

    private double secondsAt(long nanos) {
        return Math.max(0, (nanos - sinceNanos) * 1e-9);
    }

    private double setpoint(double seconds) {
        return seconds >= rampSeconds ? to : from + rate * seconds;
    }

    /** How far the air lags behind the set-point. */
    private double deviation(double seconds) {
        if (pole * (seconds - rampSeconds) > GONE) {
            return 0;
        }
        double lag = (first + second * seconds) * Math.exp(-pole * seconds);
        double since = seconds - rampSeconds;
        return since > 0 ? lag - rate * since * Math.exp(-pole * since) : lag;
    }

    /** How fast the deviation grows from here on; at the very end of the ramp that is already what comes after it. */
    private double slope(double seconds) {
        double slope = (second - pole * (first + second * seconds)) * Math.exp(-pole * seconds);
        double since = seconds - rampSeconds;
        return since >= 0 ? slope - rate * (1 - pole * since) * Math.exp(-pole * since) : slope;
    }
}
