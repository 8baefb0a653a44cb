package cellwright.simulator.cell;

/**
 * The share of the particle surface that touches the electrolyte, by stack pressure, relative to 250 MPa.
 *
 * <p>Loading follows {@code [1 - exp(-(P/30 MPa)^0.6)]} over the same at 250 MPa. Unloading keeps more: {@code
 * theta_load(Pmax) (P/Pmax)^0.28}, never less than the loading curve: released from 250 MPa the
 * cell goes back along the loading curve to some 8 MPa and keeps more below. The loss of contact with pressure follows Doux et
 * al., Adv. Energy Mater. 10 (2020) 1903253; the numbers are assumptions.
 *
 * <p>At no pressure at all both curves end at zero, where the equations have no answer; the contact is floored at {@value
 * #FLOOR}, which leaves a cell that is finite and useless, as a loose one is.
 */
public final class Contact {
    static final double FLOOR = 1e-3;
    private static final double KNEE_PASCALS = 30e6;
    private static final double LOADING_EXPONENT = 0.6;
    private static final double UNLOADING_EXPONENT = 0.28;
    private static final double AT_REFERENCE = covered(250e6);

    private Contact() {}

    /**
     * The contact.
     *
     * @param pascals stack pressure now, at least 0
     * @param mostPascals highest pressure the cell has seen, at least {@code pascals}
     * @return {@value #FLOOR} to about 1.03; 1 at 250 MPa on loading
     */
    public static double of(double pascals, double mostPascals) {
        double loading = covered(pascals) / AT_REFERENCE;
        if (pascals >= mostPascals) {
            return Math.max(FLOOR, loading);
        }
        double kept = covered(mostPascals) / AT_REFERENCE * Math.pow(pascals / mostPascals, UNLOADING_EXPONENT);
        return Math.max(FLOOR, Math.max(loading, kept));
    }

    private static double covered(double pascals) {
        return -Math.expm1(-Math.pow(pascals / KNEE_PASCALS, LOADING_EXPONENT));
    }
}
