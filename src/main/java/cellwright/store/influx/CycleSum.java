package cellwright.store.influx;

/**
 * So many rows of a cycle, with checksums over their times and values that do not depend on their order.
 *
 * @param rows how many
 * @param times checksum over the times
 * @param values checksum over times and values, to the last bit
 * @param sum of the values, each with a weight between 1 and 2 that its time gives it
 * @param size sum of their magnitudes
 */
public record CycleSum(long rows, long times, long values, double sum, double size) {
    /** No rows. */
    public static final CycleSum NONE = new CycleSum(0, 0, 0, 0, 0);

    /** What a server may change that keeps numbers as decimals, and what adding in another order may. */
    private static final double SLIGHT = 1e-11;

    /** With one more row; what is not known is not finite. */
    CycleSum plus(long unixNanos, double first, double second) {
        long time = mix(0x243F_6A88_85A3_08D3L, unixNanos);
        long row = mix(mix(time, bits(first)), bits(second));
        double one = Double.isFinite(first) ? first : 0;
        double other = Double.isFinite(second) ? second : 0;
        double weight = 1 + (time >>> 11) * 0x1.0p-53;
        return new CycleSum(
                rows + 1,
                times + time,
                values + row,
                sum + weight * one + (3 - weight) * other,
                size + 2 * (Math.abs(one) + Math.abs(other)));
    }

    /**
     * Whether both are of the same rows.
     *
     * @param exact whether values come back to the last bit
     */
    public boolean sameAs(CycleSum other, boolean exact) {
        boolean alike = rows == other.rows && times == other.times;
        return exact
                ? alike && values == other.values
                : alike && Math.abs(sum - other.sum) <= SLIGHT * Math.max(size, other.size);
    }

    private static long bits(double value) {
        return Double.isFinite(value) ? Double.doubleToLongBits(value + 0.0) : 1;
    }

    private static long mix(long state, long value) {
        long mixed = (state ^ value) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58_476D_1CE4_E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
