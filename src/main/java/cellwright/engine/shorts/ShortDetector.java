package cellwright.engine.shorts;

/**
 * The rules by which a soft short of a lithium cell is recognised, and what they are set to. A short shows as a resistance that
 * falls, a voltage that turns erratic, or an impedance that collapses at low frequency; any one of them is an alarm.
 *
 * @param windowSeconds over which the resistance may fall and the noise is taken, above 0
 * @param fall share of |V|/|I| that must be lost within the window, between 0 and 1
 * @param noiseFactor how many times its baseline the relative noise of the voltage must be, above 1
 * @param noiseFloor smallest baseline of the relative noise, above 0, so that a very quiet start does not make every ripple an
 *     alarm
 * @param impedanceShare share of its former value below which the real part at low frequency must fall, between 0 and 1
 * @param constantWithin relative change up to which a current counts as constant, above 0
 * @param settleSeconds left out after the current has changed, 0 or more
 * @param restAmps below this magnitude of current nothing is judged, above 0
 */
public record ShortDetector(
        double windowSeconds,
        double fall,
        double noiseFactor,
        double noiseFloor,
        double impedanceShare,
        double constantWithin,
        double settleSeconds,
        double restAmps) {
    /** 30 % within 60 s at constant current, five times the noise, 0.7 of the low-frequency resistance. */
    public static final ShortDetector USUAL = new ShortDetector(60, 0.30, 5, 2e-3, 0.7, 0.02, 10, 1e-9);

    /** Refuses settings that make no rule. */
    public ShortDetector {
        positive(windowSeconds, "the window in seconds");
        share(fall, "the fall of the resistance");
        positive(noiseFactor - 1, "the factor of noise less 1");
        positive(noiseFloor, "the floor of the relative noise");
        share(impedanceShare, "the share of the impedance");
        positive(constantWithin, "the change of a constant current");
        if (!(settleSeconds >= 0) || Double.isInfinite(settleSeconds)) {
            throw new IllegalArgumentException("the time to settle in seconds must be 0 or more, not " + settleSeconds);
        }
        positive(restAmps, "the current of rest in amperes");
    }

    /** The same rules on a channel that is at rest below another current, in A above 0. */
    public ShortDetector restingBelow(double amps) {
        return new ShortDetector(
                windowSeconds, fall, noiseFactor, noiseFloor, impedanceShare, constantWithin, settleSeconds, amps);
    }

    /** The state before the first reading. */
    public ShortWatch begin() {
        return ShortWatch.beginning(this);
    }

    private static void positive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be a positive number, not " + value);
        }
    }

    private static void share(double value, String what) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must lie between 0 and 1, not at " + value);
        }
    }
}
