package cellwright.simulator;

/**
 * White measurement noise as a pure function of seed and time: the same whatever steps were made before and on whatever
 * thread. The hash is the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Immutable, any thread.
 *
 * @param seed one noise per seed
 * @param rms standard deviation, at least 0
 */
record Noise(long seed, double rms) {
    /** The deviation at an instant, counted from when the rig was opened. */
    double at(long nanos) {
        if (rms == 0) {
            return 0;
        }
        long hash = mixed(seed + 0x9E3779B97F4A7C15L * nanos);
        double radius = Math.sqrt(-2 * Math.log1p(-unit(hash)));
        return rms * radius * Math.cos(2 * Math.PI * unit(mixed(hash)));
    }

    /** 53 bits as a number in [0, 1). */
    private static double unit(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
