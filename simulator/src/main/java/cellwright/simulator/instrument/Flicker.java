package cellwright.simulator.instrument;

/**
 * Noise with a spectrum of 1/f from 0.5 Hz down to a period of 12 days, together with its exact integral over time, as a
 * function of time alone.
 *
 * <p>Each octave is a band of equal power; the sum of such bands is 1/f. A band is the derivative of a quadratic spline
 * through random numbers, one for each of its periods, so that a coulomb counter needs no sum over the past. Mutable
 * only in what it remembers to be quick; one thread.
 */
public final class Flicker {
    /** Bands, an octave apart, the fastest with a spacing of a second. */
    public static final int OCTAVES = 20;

    private static final double SPREAD_TO_UNIT = Math.sqrt(3);

    private final double perOctave;
    private final Band[] bands = new Band[OCTAVES];

    /**
     * A noise.
     *
     * @param dice draws it
     * @param perOctave standard deviation of each band, at least 0
     */
    public Flicker(Dice dice, double perOctave) {
        this.perOctave = perOctave;
        for (int k = 0; k < OCTAVES; k++) {
            bands[k] = new Band(dice.of(k), 1L << k);
        }
    }

    /** The value at an instant. */
    public double at(double seconds) {
        if (perOctave == 0) {
            return 0;
        }
        double sum = 0;
        for (Band band : bands) {
            sum += band.at(seconds);
        }
        return perOctave * sum;
    }

    /** An antiderivative: its difference between two instants is the integral of the value between them. */
    public double integral(double seconds) {
        if (perOctave == 0) {
            return 0;
        }
        double sum = 0;
        for (Band band : bands) {
            sum += band.integral(seconds);
        }
        return perOctave * sum;
    }

    private static final class Band {
        private final Dice dice;
        private final double period;
        private final double phase;
        private long known = Long.MIN_VALUE;
        private double before;
        private double here;
        private double after;

        Band(Dice dice, double period) {
            this.dice = dice;
            this.period = period;
            this.phase = dice.unit(-1);
        }

        double at(double seconds) {
            double u = within(seconds);
            return (1 - u) * (here - before) + u * (after - here);
        }

        double integral(double seconds) {
            double u = within(seconds);
            return period * (0.5 * (1 - u) * (1 - u) * before + (0.5 + u - u * u) * here + 0.5 * u * u * after);
        }

        /** Where in its period an instant lies; looks up the numbers around it. */
        private double within(double seconds) {
            double place = seconds / period + phase;
            double floor = Math.floor(place);
            long index = (long) floor;
            if (index != known) {
                known = index;
                before = SPREAD_TO_UNIT * dice.spread(index);
                here = SPREAD_TO_UNIT * dice.spread(index + 1);
                after = SPREAD_TO_UNIT * dice.spread(index + 2);
            }
            return place - floor;
        }
    }
}
