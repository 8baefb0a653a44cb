package cellwright.engine.shorts;

import java.util.Arrays;

/**
 * The last seconds of a resistance, in sixty equal parts, so that any rate of readings takes the same memory. Of each part the
 * sums are kept that a mean and a straight line need. Immutable.
 */
final class ShortWindow {
    private static final int PARTS = 60;
    private static final int COUNT = 0;
    private static final int TIME = 1;
    private static final int OHM = 2;
    private static final int TIME_TIME = 3;
    private static final int TIME_OHM = 4;
    private static final int OHM_OHM = 5;
    private static final int SUMS = 6;

    private final double partSeconds;
    private final double origin;
    private final double firstOhm;
    private final double latest;
    private final long[] numbers;
    private final double[][] parts;

    private ShortWindow(
            double partSeconds, double origin, double firstOhm, double latest, long[] numbers, double[][] parts) {
        this.partSeconds = partSeconds;
        this.origin = origin;
        this.firstOhm = firstOhm;
        this.latest = latest;
        this.numbers = numbers;
        this.parts = parts;
    }

    static ShortWindow empty(double seconds) {
        return new ShortWindow(
                seconds / PARTS, Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, new long[0], new double[0][]);
    }

    double latestSeconds() {
        return latest;
    }

    /** With one more reading, and without the parts that have become too old. */
    ShortWindow with(double seconds, double ohm) {
        double zero = Double.isNaN(origin) ? seconds : origin;
        double level = Double.isNaN(firstOhm) ? ohm : firstOhm;
        long number = (long) Math.floor((seconds - zero) / partSeconds);
        int old = 0;
        while (old < numbers.length && numbers[old] <= number - PARTS) {
            old++;
        }
        boolean grows = numbers.length == old || numbers[numbers.length - 1] != number;
        int size = numbers.length - old + (grows ? 1 : 0);
        long[] kept = Arrays.copyOf(Arrays.copyOfRange(numbers, old, numbers.length), size);
        double[][] sums = Arrays.copyOf(Arrays.copyOfRange(parts, old, numbers.length), size);
        kept[size - 1] = number;
        double[] last = grows ? new double[SUMS] : sums[size - 1].clone();
        add(last, seconds - zero, ohm - level);
        sums[size - 1] = last;
        return new ShortWindow(partSeconds, zero, level, seconds, kept, sums);
    }

    private static void add(double[] sums, double time, double ohm) {
        sums[COUNT]++;
        sums[TIME] += time;
        sums[OHM] += ohm;
        sums[TIME_TIME] += time * time;
        sums[TIME_OHM] += time * ohm;
        sums[OHM_OHM] += ohm * ohm;
    }

    int count() {
        return (int) total(COUNT);
    }

    double spanSeconds() {
        return numbers.length == 0 ? 0 : (numbers[numbers.length - 1] - numbers[0] + 1) * partSeconds;
    }

    /** The second highest mean of the parts before the newest one, the only one if there is one; NaN without any. */
    double reference() {
        double highest = Double.NaN;
        double second = Double.NaN;
        for (int i = 0; i < parts.length - 1; i++) {
            double mean = firstOhm + parts[i][OHM] / parts[i][COUNT];
            if (!(mean <= highest)) {
                second = highest;
                highest = mean;
            } else if (!(mean <= second)) {
                second = mean;
            }
        }
        return Double.isNaN(second) ? highest : second;
    }

    /**
     * Standard deviation about a straight line, over the mean; that part left out whose absence makes it smallest, so that one
     * outlier is no noise.
     */
    double relativeNoise() {
        double[] all = new double[SUMS];
        for (int which = 0; which < SUMS; which++) {
            all[which] = total(which);
        }
        double least = Double.POSITIVE_INFINITY;
        for (double[] part : parts) {
            least = Math.min(least, noiseWithout(part, all));
        }
        return least;
    }

    private double noiseWithout(double[] part, double[] all) {
        double n = all[COUNT] - part[COUNT];
        double time = (all[TIME] - part[TIME]) / n;
        double ohm = (all[OHM] - part[OHM]) / n;
        double timeTime = all[TIME_TIME] - part[TIME_TIME] - n * time * time;
        double timeOhm = all[TIME_OHM] - part[TIME_OHM] - n * time * ohm;
        double ohmOhm = all[OHM_OHM] - part[OHM_OHM] - n * ohm * ohm;
        double rest = timeTime > 0 ? ohmOhm - timeOhm * timeOhm / timeTime : ohmOhm;
        double noise = Math.sqrt(Math.max(rest, 0) / (n - 2)) / (firstOhm + ohm);
        return n > 2 ? noise : Double.POSITIVE_INFINITY;
    }

    private double total(int which) {
        double sum = 0;
        for (double[] part : parts) {
            sum += part[which];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShortWindow that
                && Double.compare(partSeconds, that.partSeconds) == 0
                && Double.compare(origin, that.origin) == 0
                && Double.compare(firstOhm, that.firstOhm) == 0
                && Double.compare(latest, that.latest) == 0
                && Arrays.equals(numbers, that.numbers)
                && Arrays.deepEquals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers) + 31 * Double.hashCode(latest);
    }
}
