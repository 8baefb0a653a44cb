package cellwright.simulator.cell;

/**
 * What a cell has lost since it was new. Immutable.
 *
 * @param contactLost share of the particle contact that fatigue has cost, 0 to 1
 * @param activeLost share of the active material that takes no more part, 0 to 1
 * @param filmOhms resistance of the interphase film, ohm
 */
public record Condition(double contactLost, double activeLost, double filmOhms) {
    private static final double END = 0.95;

    /** Whether so little is left that the model does not describe the cell any more under current. */
    public boolean end() {
        return contactLost > END || activeLost > END;
    }

    /** Both shares, for a message. */
    String told() {
        return Math.round(100 * contactLost) + " % of the contact and " + Math.round(100 * activeLost)
                + " % of the active material are lost, described up to " + Math.round(100 * END) + " %";
    }
}
