package cellwright.simulator.instrument;

/**
 * Random numbers by counter: a number depends on the seed, the quantity it is drawn for and an index, and on nothing that
 * happened before. The hash is the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). Immutable, any thread.
 *
 * @param key one stream of numbers per key
 */
public record Dice(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The stream of a quantity, independent of those of all other names. */
    public Dice of(String quantity) {
        long hash = key;
        for (int i = 0; i < quantity.length(); i++) {
            hash = mixed(hash ^ quantity.charAt(i));
        }
        return new Dice(mixed(hash));
    }

    /** The stream of a numbered part. */
    public Dice of(long part) {
        return new Dice(mixed(mixed(key) ^ part));
    }

    /** A number in [0, 1), evenly spread. */
    public double unit(long index) {
        return unitOf(hash(index));
    }

    /** A number in [-1, 1), evenly spread. */
    public double spread(long index) {
        return (hash(index) >> 10) * 0x1p-53;
    }

    /** A number of mean 0 and standard deviation 1, normally distributed. */
    public double normal(long index) {
        long hash = hash(index);
        double radius = Math.sqrt(-2 * Math.log1p(-unitOf(hash)));
        return radius * Math.cos(2 * Math.PI * unitOf(mixed(hash)));
    }

    private long hash(long index) {
        return mixed(key + GOLDEN * index);
    }

    /** 53 bits as a number in [0, 1). */
    private static double unitOf(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    private static long mixed(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
