package cellwright.simulator;

/**
 * What a virtual impedance analyser can do and how well. Immutable.
 *
 * <p>Noise is a share of |Z|: least within the window of impedance, growing in proportion beyond it, and inversely with the
 * voltage across the cell below {@link #FULL_VOLTS}; never more than {@code mostShare} per part, where a point counts as
 * uncertain.
 *
 * @param slowestHz lowest frequency, above 0
 * @param fastestHz highest frequency
 * @param maxVolts largest peak excitation across the cell
 * @param maxAmps largest peak excitation through it
 * @param periods measured per point, above 0
 * @param leastSeconds shortest time a point takes, above 0
 * @param cableHenries in series with the cell and its leads, at least 0
 * @param strayFarads beside the cell, at least 0
 * @param lowOhms impedance below which noise grows, above 0
 * @param highOhms impedance above which noise grows
 * @param leastShare noise at its best, at least 0; 0 for none at all
 * @param mostShare noise at its worst
 */
record AnalyserTraits(
        double slowestHz,
        double fastestHz,
        double maxVolts,
        double maxAmps,
        double periods,
        double leastSeconds,
        double cableHenries,
        double strayFarads,
        double lowOhms,
        double highOhms,
        double leastShare,
        double mostShare) {
    /** Peak voltage from which on the excitation is strong enough. */
    static final double FULL_VOLTS = 10e-3;

    private static final double EDGE = 10;

    /**
     * 10 µHz to 35 MHz, three periods and 20 ms at least for a point, best between 1 ohm and 1 Mohm, ten times as noisy at
     * worst, 20 pF.
     *
     * @param leastShare noise at its best, at least 0
     * @param cableHenries of a cable that is longer than the leads of a cell, at least 0
     */
    static AnalyserTraits usual(double leastShare, double cableHenries) {
        double mostShare = EDGE * leastShare;
        return new AnalyserTraits(1e-5, 35e6, 1, 0.1, 3, 0.02, cableHenries, 20e-12, 1, 1e6, leastShare, mostShare);
    }

    /** How long a point takes, ns. */
    long nanos(double hertz) {
        return Math.round(1e9 * Math.max(leastSeconds, periods / hertz));
    }

    /** Noise of one part of Z, as a share of its magnitude. */
    double share(double ohms, double volts) {
        double edge = Math.max(1, Math.max(lowOhms / ohms, ohms / highOhms));
        double weak = Math.max(1, FULL_VOLTS / volts);
        return Math.min(mostShare, leastShare * edge * weak);
    }
}
