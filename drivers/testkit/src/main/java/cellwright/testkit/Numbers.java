package cellwright.testkit;

import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Generators of numbers. The ends of a range and zero come up in one draw of eight; all shrink by halving towards zero,
 * or towards the end of the range that is nearest to it.
 */
public final class Numbers {
    private static final int EDGE_ONE_IN = 8;
    private static final int HALVINGS = 20;

    private Numbers() {}

    /** Whole numbers from {@code low} to {@code high}, both included. */
    public static Gen<Integer> ints(int low, int high) {
        return longs(low, high).map(Math::toIntExact);
    }

    /** Whole numbers from {@code low} to {@code high}, both included; the whole range of a long is allowed. */
    public static Gen<Long> longs(long low, long high) {
        long origin = Math.clamp(0L, low, high);
        return random -> Drawn.shrinking(whole(random, low, high, origin), value -> towards(value, origin));
    }

    private static long whole(SplittableRandom random, long low, long high, long origin) {
        if (random.nextInt(EDGE_ONE_IN) == 0) {
            return new long[] {low, high, origin}[random.nextInt(3)];
        }
        if (high < Long.MAX_VALUE) {
            return random.nextLong(low, high + 1);
        }
        return low > Long.MIN_VALUE ? random.nextLong(low - 1, high) + 1 : random.nextLong();
    }

    private static Stream<Long> towards(long value, long origin) {
        return Stream.iterate(value - origin, gap -> gap != 0, gap -> gap / 2).map(gap -> value - gap);
    }

    /** Finite numbers from {@code low} to {@code high}; prefers whole ones when shrinking. */
    public static Gen<Double> doubles(double low, double high) {
        double origin = Math.clamp(0.0, low, high);
        return random -> Drawn.shrinking(fraction(random, low, high, origin), value -> towards(value, origin)
                .filter(next -> next >= low && next <= high));
    }

    private static double fraction(SplittableRandom random, double low, double high, double origin) {
        if (random.nextInt(EDGE_ONE_IN) == 0) {
            return new double[] {low, high, origin}[random.nextInt(3)];
        }
        double share = random.nextDouble();
        return Math.clamp(low * (1 - share) + high * share, low, high);
    }

    private static Stream<Double> towards(double value, double origin) {
        double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        Stream<Double> halved =
                Stream.iterate(value - origin, gap -> gap / 2).limit(HALVINGS).map(gap -> value - gap);
        return Stream.concat(Stream.of(origin, whole), halved)
                .filter(next -> Math.abs(next - origin) < Math.abs(value - origin))
                .distinct();
    }

    /** The doubles that break programs: not a number, infinities, both zeros, the smallest, the largest, odd fractions. */
    public static Gen<Double> nastyDoubles() {
        return Gen.anyOf(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                1.0 / 3,
                Math.nextUp(1.0),
                1e15 + 0.3,
                9_007_199_254_740_992.0,
                1e-12,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN);
    }
}
