package cellwright.instrument;

/**
 * How fast a set-point is approached.
 *
 * @param perSecond largest rate of change in the signal's unit per second; infinite for as fast as the instrument can
 */
public record Ramp(double perSecond) {
    /** As fast as the instrument can. */
    public static final Ramp FASTEST = new Ramp(Double.POSITIVE_INFINITY);

    /** Refuses a rate that goes nowhere. */
    public Ramp {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a ramp's rate must be above 0, got " + perSecond);
        }
    }
}
