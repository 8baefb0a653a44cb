package cellwright.simulator.emulator;

/** A cell on an emulated instrument's leads. Positive current charges. Mutable, one thread. */
public interface EmulatedCell {
    /** Terminal voltage if this current flowed now, V. */
    double volts(double amps);

    /** The current that would flow now if this voltage were held, A. */
    double amps(double volts);

    /** Lets time pass under a constant current. */
    void pass(double amps, long nanos);

    /** Small-signal impedance in its present state. */
    Impedance impedance(double hertz);

    /**
     * An impedance Z = Z' + jZ'', capacitive Z'' below 0.
     *
     * @param real Z', ohm
     * @param imaginary Z'', ohm
     */
    record Impedance(double real, double imaginary) {}
}
