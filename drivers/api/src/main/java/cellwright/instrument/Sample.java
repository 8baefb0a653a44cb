package cellwright.instrument;

/**
 * One signal's value at one instant.
 *
 * @param signal what was measured
 * @param value in the signal's SI unit; NaN where there is none
 * @param quality how far to trust it; a value that is not finite is never usable, whatever the quality says
 */
public record Sample(Signal signal, double value, Quality quality) {
    /** A good value. */
    public static Sample good(Signal signal, double value) {
        return new Sample(signal, value, Quality.GOOD);
    }

    /** Whether limits and end conditions may be judged by this value. */
    public boolean usable() {
        return quality.usable() && Double.isFinite(value);
    }
}
