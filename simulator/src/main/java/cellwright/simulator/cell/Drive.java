package cellwright.simulator.cell;

/** What the circuit imposes on the cell. Positive charges. Immutable. */
public sealed interface Drive {
    /** No current. */
    Drive OPEN = new Amps(0);

    /**
     * A constant current.
     *
     * @param amps positive charges
     */
    record Amps(double amps) implements Drive {}

    /**
     * A constant voltage.
     *
     * @param volts cell voltage
     * @param maxAmps largest current magnitude that is of interest; the current found never exceeds twice this
     */
    record Volts(double volts, double maxAmps) implements Drive {}

    /**
     * A constant power.
     *
     * @param watts positive charges
     */
    record Watts(double watts) implements Drive {}
}
