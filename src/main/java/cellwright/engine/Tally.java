package cellwright.engine;

/**
 * Charge and energy that passed, each direction for itself.
 *
 * @param chargeCoulombs into the cell, 0 or more
 * @param dischargeCoulombs out of the cell, 0 or more
 * @param chargeJoules into the cell
 * @param dischargeJoules out of the cell
 */
public record Tally(double chargeCoulombs, double dischargeCoulombs, double chargeJoules, double dischargeJoules) {
    /** Nothing yet. */
    public static final Tally ZERO = new Tally(0, 0, 0, 0);

    /**
     * With a little more.
     *
     * @param coulombs positive into the cell
     * @param joules the energy that went with it; counted in the charge's direction
     */
    public Tally plus(double coulombs, double joules) {
        if (coulombs > 0) {
            return new Tally(chargeCoulombs + coulombs, dischargeCoulombs, chargeJoules + joules, dischargeJoules);
        }
        if (coulombs < 0) {
            return new Tally(chargeCoulombs, dischargeCoulombs - coulombs, chargeJoules, dischargeJoules - joules);
        }
        return this;
    }

    /** Net charge into the cell. */
    public double netCoulombs() {
        return chargeCoulombs - dischargeCoulombs;
    }

    /** Net energy into the cell. */
    public double netJoules() {
        return chargeJoules - dischargeJoules;
    }
}
