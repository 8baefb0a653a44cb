package cellwright.simulator.cell;

/**
 * The charge that does not reach the cathode's oxide: side reactions that passivate, a share of the charging current, and
 * the electronic leak of the separator. Positive like a charging current. Mutable, one thread.
 *
 * <p>Over a step of constant voltage the passivating current has a closed form, so that no step is too long for it.
 */
final class Astray {
    /** Beyond this the exponent is cut off; so far no cell is driven. */
    private static final double STEEPEST = 80;

    private final Ageing.Side law;
    private final double activeKg;
    private final double cellCoulombs;
    private final double anodeVolts;
    private final double leakSiemens;
    private final boolean any;
    private double reacted;
    private double through;
    private double passivation = 1;
    private double seconds;
    private double siemens;

    /**
     * None so far.
     *
     * @param design what the cell is made of
     * @param any false if no charge goes astray at all
     */
    Astray(CellDesign design, boolean any) {
        this.law = design.ageing().side();
        this.activeKg = design.activeKg();
        this.cellCoulombs = design.coulombs();
        this.anodeVolts = design.anode().voltsVersusLithium();
        this.leakSiemens = design.leakSiemens();
        this.any = any;
    }

    /** Whether any charge goes astray. */
    boolean any() {
        return any;
    }

    /**
     * Opens a stage.
     *
     * @param length its length, s; 0 for an instant
     * @param before charge that reacted since the accepted state, C
     */
    void stage(double length, double before) {
        seconds = length;
        passivation = 1 + law.passivationKgPerCoulomb() / activeKg * (reacted + Math.max(0, before));
    }

    /** Mean current of the passivating reaction at a cell voltage, A. */
    double reactionAmps(double volts) {
        double free = free(volts);
        return 2 * free / (later(free) + passivation);
    }

    /** Electronic leak at a cell voltage, A. */
    double leakAmps(double volts) {
        return leakSiemens * volts;
    }

    /** Both; their slope is left in {@link #siemens()}. */
    double amps(double volts) {
        double free = free(volts);
        double later = later(free);
        siemens = law.perVolt() * free / later + leakSiemens;
        return 2 * free / (later + passivation) + leakSiemens * volts;
    }

    /** Slope at the latest {@link #amps}, S, at least 0. */
    double siemens() {
        return siemens;
    }

    /** Share of a current that is lost on the way in: nothing of a discharging one. */
    double share(double amps) {
        return amps > 0 ? law.cyclingShare() / Math.sqrt(1 + through / (2 * cellCoulombs)) : 0;
    }

    /** Takes an accepted step into account: charge of the passivating reaction, and charge that passed, both C. */
    void accept(double reactionCoulombs, double passedCoulombs) {
        reacted += Math.max(0, reactionCoulombs);
        through += Math.abs(passedCoulombs);
    }

    private double free(double volts) {
        double exponent = Math.min(STEEPEST, law.perVolt() * (volts + anodeVolts - law.atVolts()));
        return law.ampsPerKg() * activeKg * Math.exp(exponent);
    }

    private double later(double free) {
        return Math.sqrt(passivation * passivation + 2 * law.passivationKgPerCoulomb() / activeKg * free * seconds);
    }
}
