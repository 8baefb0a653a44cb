package cellwright.simulator.lithium;

/**
 * A stationary random function of time with the correlation {@code exp(-|t|/tau)} of an Ornstein-Uhlenbeck process, as a
 * pure function of seed and time: the same whatever steps are made, in any order, on any thread.
 *
 * <p>It is a sum of cosines with random phases whose frequencies are drawn, one from each of equally probable parts, from
 * the process's Lorentzian spectrum (Shinozuka and Deodatis, Appl. Mech. Rev. 44 (1991) 191); frequencies end at 20/tau, so
 * that it is smooth over some seconds. Immutable, any thread.
 */
final class Flicker {
    private static final int COSINES = 48;
    private static final double FASTEST = 20;

    private final double[] radPerSecond = new double[COSINES];
    private final double[] phase = new double[COSINES];
    private final double amplitude;

    /**
     * A function.
     *
     * @param seed selects it
     * @param seconds correlation time, above 0
     * @param deviation standard deviation, at least 0
     */
    Flicker(long seed, double seconds, double deviation) {
        double most = Math.atan(FASTEST);
        for (int k = 0; k < COSINES; k++) {
            radPerSecond[k] = Math.tan(most * (k + Draw.unit(seed, 2L * k)) / COSINES) / seconds;
            phase[k] = 2 * Math.PI * Draw.unit(seed, 2L * k + 1);
        }
        amplitude = deviation * Math.sqrt(2.0 / COSINES);
    }

    /** The value at an instant, s. */
    double at(double seconds) {
        double sum = 0;
        for (int k = 0; k < COSINES; k++) {
            sum += Math.cos(radPerSecond[k] * seconds + phase[k]);
        }
        return amplitude * sum;
    }
}
