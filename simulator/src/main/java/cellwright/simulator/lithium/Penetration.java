package cellwright.simulator.lithium;

/**
 * The laws of voids, filaments, creep and shorts, with their numbers. Immutable, any thread.
 *
 * <pre>
 * voids     d(contact)/dt = (i_heal - i_strip)/q_v     i_heal = i_h (P/3 MPa)^1.9 exp(-37 kJ/mol/R (1/T - 1/T0))
 * filament  dl/dt = max(0, i/contact - i_c)/q_c        i_c activated; on stripping dl/dt = -share l i/q_c
 * creep     dc/dt = 1/t(P)                             t 474, 272, 190, 48 h at 10, 15, 20, 25 MPa
 * short     l + c at 1; it burns through with the hazard I^2 R / burnJoules, and welds after weldCoulombsPerM2
 * </pre>
 *
 * @param criticalAmpsPerM2 i_c at 25 °C, above 0
 * @param criticalElectronvolts its activation energy
 * @param filamentCoulombsPerM2 q_c: charge beyond the critical current that bridges the electrolyte
 * @param recededShare of the filament taken back per q_c stripped, at least 0
 * @param healAmpsPerM2 i_h: stripping current that pressure makes good at 3 MPa and 25 °C
 * @param voidCoulombsPerM2 q_v: charge stripped in excess that leaves no contact
 * @param creepFactor how many times as fast as stated above lithium creeps through by pressure alone, at least 0
 * @param burnJoules heat in the short after which it has burnt through with a probability of 63 %
 * @param weldCoulombsPerM2 charge through shorts, all taken together, after which the present one is welded
 */
public record Penetration(
        double criticalAmpsPerM2,
        double criticalElectronvolts,
        double filamentCoulombsPerM2,
        double recededShare,
        double healAmpsPerM2,
        double voidCoulombsPerM2,
        double creepFactor,
        double burnJoules,
        double weldCoulombsPerM2) {
    /**
     * 0.25 mA/cm2, 0.1 and 1 mAh/cm2: a critical current density of 0.3 mA/cm2 at 3 to 25 MPa and 25 °C, of 0.2 at 1 MPa,
     * and none up to 1.5 at 60 °C under 5 MPa and more, as long as creep does not get through first. The activation
     * energy, the void charge, burning and welding are assumptions.
     */
    public static final Penetration USUAL = new Penetration(2.5, 0.45, 3600, 0.5, 2.0, 36_000, 1, 0.05, 180_000);

    /** Smallest share of the contact that voids leave. */
    public static final double LEAST_CONTACT = 0.02;

    private static final double REFERENCE_KELVINS = 298.15;
    private static final double ELECTRONVOLTS_PER_KELVIN = 8.617333262e-5;
    private static final double JOULES_PER_MOL_KELVIN = 8.314462618;
    private static final double HEAL_JOULES_PER_MOL = 37e3;
    private static final double HEAL_PASCALS = 3e6;
    private static final double HEAL_EXPONENT = 1.9;
    private static final double[] CREEP_PASCALS = {10e6, 15e6, 20e6, 25e6};
    private static final double[] CREEP_HOURS = {474, 272, 190, 48};

    /** Local current density above which plating penetrates, A/m2. */
    public double criticalAmpsPerM2(double kelvins) {
        double activation = criticalElectronvolts / ELECTRONVOLTS_PER_KELVIN;
        return criticalAmpsPerM2 * Math.exp(activation * (1 / REFERENCE_KELVINS - 1 / kelvins));
    }

    /** Stripping current density that creep of the lithium makes good, A/m2. */
    public double healAmpsPerM2(double kelvins, double pascals) {
        double activation = HEAL_JOULES_PER_MOL / JOULES_PER_MOL_KELVIN;
        return healAmpsPerM2
                * Math.pow(pascals / HEAL_PASCALS, HEAL_EXPONENT)
                * Math.exp(activation * (1 / REFERENCE_KELVINS - 1 / kelvins));
    }

    /** Penetration by pressure alone, 1/s; a power law between and beyond the pressures it was measured at. */
    public double creepPerSecond(double pascals) {
        if (pascals <= 0) {
            return 0;
        }
        int i = 0;
        while (i < CREEP_PASCALS.length - 2 && pascals > CREEP_PASCALS[i + 1]) {
            i++;
        }
        double power =
                Math.log(CREEP_HOURS[i + 1] / CREEP_HOURS[i]) / Math.log(CREEP_PASCALS[i + 1] / CREEP_PASCALS[i]);
        return creepFactor / (3600 * CREEP_HOURS[i] * Math.pow(pascals / CREEP_PASCALS[i], power));
    }
}
