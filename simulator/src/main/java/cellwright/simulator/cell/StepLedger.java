package cellwright.simulator.cell;

/** Adds up what passes in the stages of one step, extrapolated as the step is. Mutable, one thread. */
final class StepLedger {
    private double applied;
    private double intercalated;
    private double reacted;
    private double shared;
    private double leaked;

    void clear() {
        applied = 0;
        intercalated = 0;
        reacted = 0;
        shared = 0;
        leaked = 0;
    }

    /** Adds a stage's currents over a time, which is negative for the full step in an extrapolation. */
    void add(Terminals terminals, Astray astray, double seconds) {
        double amps = terminals.amps();
        applied += seconds * amps;
        intercalated += seconds * terminals.intercalating();
        reacted += seconds * astray.reactionAmps(terminals.volts());
        shared += seconds * astray.share(amps) * amps;
        leaked += seconds * astray.leakAmps(terminals.volts());
    }

    /** Charge of the passivating reaction, C. */
    double reacted() {
        return reacted;
    }

    Ledger passed() {
        return new Ledger(applied, intercalated, reacted + shared, leaked);
    }
}
