package cellwright.analysis;

/** The refusals that the analyses share: what the data must be before a number is made of them. */
public final class Refusal {
    private Refusal() {}

    /**
     * A value that must be a positive, finite number.
     *
     * @param what its name and unit, for the message
     * @throws IllegalArgumentException if it is not
     */
    public static double unlessPositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be a positive number, not " + value);
        }
        return value;
    }

    /**
     * A value that must be a finite number, 0 or more.
     *
     * @param what its name and unit, for the message
     * @throws IllegalArgumentException if it is not
     */
    public static double ifNegative(double value, String what) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be 0 or more, not " + value);
        }
        return value;
    }

    /**
     * Two columns of the same table.
     *
     * @throws IllegalArgumentException if their lengths differ
     */
    public static void unlessAlike(double[] one, double[] other, String what) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    what + " differ in length: " + one.length + " and " + other.length + " values");
        }
    }

    /**
     * Enough data for what is asked of them.
     *
     * @throws IllegalArgumentException if there are fewer
     */
    public static void ifFewer(int have, int need, String what) {
        if (have < need) {
            throw new IllegalArgumentException("at least " + need + " usable " + what + " are needed, not " + have);
        }
    }
}
