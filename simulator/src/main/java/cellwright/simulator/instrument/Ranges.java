package cellwright.simulator.instrument;

import java.util.OptionalInt;

/** The current ranges of a virtual potentiostat, a decade apart, from 10 nA to 100 mA. */
public final class Ranges {
    /** How many there are. */
    public static final int COUNT = 8;

    /** A range is left for the next wider one above this share of its full scale. */
    public static final double UP = 0.95;

    /** A range is left for the next finer one below this share of its full scale. */
    public static final double DOWN = 0.08;

    private static final double[] FULL_SCALES = {1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1};

    private Ranges() {}

    /**
     * Full scale, A.
     *
     * @param range 0 for the finest
     */
    public static double fullScale(int range) {
        return FULL_SCALES[range];
    }

    /** The finest range in which a current stays below the point of leaving it; the widest if there is none. */
    public static int covering(double amps) {
        int range = 0;
        while (range < COUNT - 1 && Math.abs(amps) > UP * FULL_SCALES[range]) {
            range++;
        }
        return range;
    }

    /** The range of a full scale that is known to be one, to a millionth. */
    public static OptionalInt of(double fullScale) {
        for (int range = 0; range < COUNT; range++) {
            if (Math.abs(fullScale / FULL_SCALES[range] - 1) < 1e-6) {
                return OptionalInt.of(range);
            }
        }
        return OptionalInt.empty();
    }
}
