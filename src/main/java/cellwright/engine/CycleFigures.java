package cellwright.engine;

/**
 * What a completed cycle came to.
 *
 * @param cycle its number, from 1, counted once and never renumbered
 * @param beganNanos when its first step began
 * @param endedNanos when its last step ended
 * @param tally what passed in it
 * @param retention discharge capacity over that of the reference cycle; NaN before the reference cycle has ended
 */
public record CycleFigures(int cycle, long beganNanos, long endedNanos, Tally tally, double retention) {
    /** Discharge over charge capacity; NaN if nothing was charged. */
    public double coulombicEfficiency() {
        return ratio(tally.dischargeCoulombs(), tally.chargeCoulombs());
    }

    /** Discharge over charge energy; NaN if nothing was charged. */
    public double energyEfficiency() {
        return ratio(tally.dischargeJoules(), tally.chargeJoules());
    }

    /** Mean voltage while charging, energy over charge; NaN if nothing was charged. */
    public double meanChargeVolts() {
        return ratio(tally.chargeJoules(), tally.chargeCoulombs());
    }

    /** Mean voltage while discharging, energy over charge; NaN if nothing was discharged. */
    public double meanDischargeVolts() {
        return ratio(tally.dischargeJoules(), tally.dischargeCoulombs());
    }

    private static double ratio(double over, double under) {
        return under > 0 ? over / under : Double.NaN;
    }
}
