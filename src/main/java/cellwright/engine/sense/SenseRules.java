package cellwright.engine.sense;

/**
 * By how much a measured value may leave what is plausible. Infinity switches a rule off.
 *
 * @param jumpVolts beyond what current and slope explain, from one reading to the next under a steady control, V
 * @param apartVolts between the channel's own voltage and that of a second instrument, V
 * @param jumpKelvins from one reading to the next, K
 */
public record SenseRules(double jumpVolts, double apartVolts, double jumpKelvins) {
    /** What holds where the configuration says nothing: 0.5 V, 0.1 V, 10 K. */
    public static final SenseRules USUAL = new SenseRules(0.5, 0.1, 10);

    /** Everything that a number can be is plausible. */
    public static final SenseRules NONE =
            new SenseRules(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Refuses what is not above 0. */
    public SenseRules {
        if (!(jumpVolts > 0) || !(apartVolts > 0) || !(jumpKelvins > 0)) {
            throw new IllegalArgumentException("what is plausible needs numbers above 0");
        }
    }
}
