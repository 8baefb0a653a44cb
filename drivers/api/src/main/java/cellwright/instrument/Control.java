package cellwright.instrument;

/** What a potentiostat is told to do with the cell. Positive current and power charge. */
public sealed interface Control {
    /** Open circuit: the cell is disconnected, no current flows. */
    record Open() implements Control {}

    /**
     * Galvanostatic.
     *
     * @param amps set current, positive charges
     */
    record Current(double amps) implements Control {}

    /**
     * Potentiostatic.
     *
     * @param volts set cell voltage
     * @param maxAmps magnitude the current is held to while the voltage cannot be reached, above 0
     */
    record Voltage(double volts, double maxAmps) implements Control {}

    /**
     * Constant power.
     *
     * @param watts set power, positive charges
     */
    record Power(double watts) implements Control {}

    /** Whether current may flow under this control. */
    default boolean energises() {
        return !(this instanceof Open);
    }
}
