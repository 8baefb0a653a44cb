package cellwright.simulator.emulator;

/**
 * A cell made of a large capacitor for its charge, a resistor, and a resistor with a capacitor beside it: simple enough
 * for every number to be known. Mutable, one thread.
 */
public final class CircuitCell implements EmulatedCell {
    private final double farads;
    private final double ohms;
    private final double slowOhms;
    private final double slowFarads;
    private double openVolts;
    private double slowVolts;

    /**
     * A rested cell.
     *
     * @param openVolts open-circuit voltage now
     * @param farads charge per rise of the open-circuit voltage
     * @param ohms resistance that answers at once
     * @param slowOhms resistance that answers after {@code slowOhms * slowFarads}
     * @param slowFarads the capacitor beside it
     */
    public CircuitCell(double openVolts, double farads, double ohms, double slowOhms, double slowFarads) {
        this.openVolts = openVolts;
        this.farads = farads;
        this.ohms = ohms;
        this.slowOhms = slowOhms;
        this.slowFarads = slowFarads;
    }

    /** A small pellet cell: 30 F (some 8 mAh per volt), 20 ohm and 10 ohm with 0.2 s. */
    public static CircuitCell pellet(double openVolts) {
        return new CircuitCell(openVolts, 30, 20, 10, 0.02);
    }

    @Override
    public double volts(double amps) {
        return openVolts + slowVolts + ohms * amps;
    }

    @Override
    public double amps(double volts) {
        return (volts - openVolts - slowVolts) / ohms;
    }

    @Override
    public void pass(double amps, long nanos) {
        double seconds = nanos * 1e-9;
        double settled = slowOhms * amps;
        slowVolts = settled + (slowVolts - settled) * Math.exp(-seconds / (slowOhms * slowFarads));
        openVolts += amps * seconds / farads;
    }

    @Override
    public Impedance impedance(double hertz) {
        double omega = 2 * Math.PI * hertz;
        double x = omega * slowOhms * slowFarads;
        double share = slowOhms / (1 + x * x);
        return new Impedance(ohms + share, -share * x - 1 / (omega * farads));
    }

    /** Open-circuit voltage of the rested cell. */
    public double openVolts() {
        return openVolts;
    }
}
