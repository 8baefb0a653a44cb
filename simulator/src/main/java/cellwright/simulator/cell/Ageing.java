package cellwright.simulator.cell;

/**
 * How a cathode and its electrolyte age, as data. Immutable, any thread.
 *
 * <pre>
 * contact   d(xi)/dt = k_xi (x_s - xbar)^2,  share lost xi^2          fatigue by diffusion stress: little, then much
 * material  d(Lambda) = [k_0 + k_c/(1 + exp((xbar - x_c)/delta))] |d(xbar)|,  Q = Q_0 exp(-Lambda)
 * film      R = k_R sqrt(t)
 * </pre>
 *
 * <p>The k_c term is damage in the lattice collapse of nickel-rich oxide near empty: cells that never get there do not
 * pay for it. The laws and numbers were tuned to published headline numbers (Zhou et al., Nature Energy 7 (2022) 83; Cheng
 * et al. for LNMO on LiPON); they are illustrative.
 *
 * @param fatiguePerSecond k_xi, 1/s, at least 0
 * @param lossPerTurn k_0: share of the active material lost per change of xbar by one, at least 0
 * @param collapseLossPerTurn k_c, the same in the collapsed lattice, at least 0
 * @param collapseStoichiometry x_c, below which it is collapsed
 * @param collapseWidth delta, above 0
 * @param filmOhmKgPerRootSecond k_R times the active mass, at least 0
 * @param side what the charge that goes astray follows
 */
public record Ageing(
        double fatiguePerSecond,
        double lossPerTurn,
        double collapseLossPerTurn,
        double collapseStoichiometry,
        double collapseWidth,
        double filmOhmKgPerRootSecond,
        Side side) {

    /** Nothing ages. */
    public static final Ageing NONE = new Ageing(0, 0, 0, 0.5, 1, 0, Side.NONE);

    /**
     * Charge that does not reach the oxide.
     *
     * <pre>
     * by time     i = k_s exp(a (V - V_0)) / f,  df/dt = g i,  f = 1 at first       V versus Li+/Li
     * by cycling  a share eps_0 / sqrt(1 + Q_through / (2 Q)) of the charging current
     * </pre>
     *
     * @param ampsPerKg k_s per active mass, at least 0
     * @param atVolts V_0, versus Li+/Li
     * @param perVolt a, at least 0
     * @param passivationKgPerCoulomb g times the active mass, at least 0
     * @param cyclingShare eps_0, in [0, 1)
     */
    public record Side(
            double ampsPerKg, double atVolts, double perVolt, double passivationKgPerCoulomb, double cyclingShare) {
        /** No side reaction. */
        public static final Side NONE = new Side(0, 4, 0, 0, 0);
    }

    /** Resistance of the film after a time, ohm. */
    double filmOhms(double seconds, double activeKg) {
        return filmOhmKgPerRootSecond * Math.sqrt(Math.max(0, seconds)) / activeKg;
    }

    /** Growth of xi over a time in which the square of the surface's deviation from the mean was so much. */
    double fatigue(double seconds, double square) {
        return fatiguePerSecond * seconds * square;
    }

    /** Growth of Lambda while the mean moved. */
    double loss(double fromMean, double toMean) {
        double middle = 0.5 * (fromMean + toMean);
        double collapsed = 1 / (1 + Math.exp((middle - collapseStoichiometry) / collapseWidth));
        return (lossPerTurn + collapseLossPerTurn * collapsed) * Math.abs(toMean - fromMean);
    }
}
