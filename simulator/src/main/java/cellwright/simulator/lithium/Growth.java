package cellwright.simulator.lithium;

/** All that changes in a lithium cell. Mutable, one thread. */
final class Growth {
    /** How far a filament that burnt through falls short of bridging. */
    private static final double BURNT = 0.1;

    final Electrode working = new Electrode();
    final Electrode counter = new Electrode();
    /** Penetration by pressure alone; it does not recede. */
    double creep;

    Bridge bridge = Bridge.NONE;
    /** How often a short has burnt through. */
    long burns;
    /** Hazard met since the last burn. */
    double hazard;
    /** Charge through all shorts so far, C. */
    double shortCoulombs;

    void copy(Growth other) {
        working.copy(other.working);
        counter.copy(other.counter);
        creep = other.creep;
        bridge = other.bridge;
        burns = other.burns;
        hazard = other.hazard;
        shortCoulombs = other.shortCoulombs;
    }

    /** How far through the electrolyte lithium has got; 1 bridges it. */
    double reach() {
        return creep + Math.max(working.filament(), counter.filament());
    }

    /** Begins a short. */
    void close() {
        bridge = Bridge.SOFT;
        hazard = 0;
    }

    /** Ends a short by burning it. */
    void burn() {
        bridge = Bridge.NONE;
        burns++;
        working.burn(1 - BURNT - creep);
        counter.burn(1 - BURNT - creep);
    }

    /** Largest disagreement with another state. */
    double apart(Growth other) {
        double contacts = Math.max(
                Math.abs(working.contact() - other.working.contact()),
                Math.abs(counter.contact() - other.counter.contact()));
        double filaments = Math.max(
                Math.abs(working.filament() - other.working.filament()),
                Math.abs(counter.filament() - other.counter.filament()));
        return Math.max(contacts, filaments);
    }
}
