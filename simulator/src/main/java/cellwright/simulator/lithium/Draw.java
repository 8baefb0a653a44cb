package cellwright.simulator.lithium;

/** Random numbers by counter: the same for the same seed and counter (finaliser of SplitMix64, Steele et al. 2014). */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draw() {}

    /** A number in [0, 1). */
    static double unit(long seed, long counter) {
        return (mixed(mixed(seed) + GOLDEN * counter) >>> 11) * 0x1p-53;
    }

    /** A waiting time of mean one. */
    static double wait(long seed, long counter) {
        return -Math.log1p(-unit(seed, counter));
    }

    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
