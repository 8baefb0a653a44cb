package cellwright.protocol.program;

/** What a drive operation asks of the potentiostat, in numbers; positive charges. */
public sealed interface Target {
    /** Open circuit. */
    record Open() implements Target {}

    /** Constant current in A. */
    record Amps(double amps) implements Target {}

    /**
     * Constant current as a multiple of the capacity measured in the program's basis cycle; the fallback serves until
     * that cycle has ended.
     *
     * @param multiple of the measured capacity per hour, signed
     * @param fallbackAmps by the cell's definition, signed
     * @param ampsMax magnitude it is refused beyond, since the measured capacity is not known beforehand
     */
    record MeasuredRate(double multiple, double fallbackAmps, double ampsMax) implements Target {}

    /**
     * Constant voltage.
     *
     * @param volts cell voltage
     * @param maxAmps magnitude of the current meanwhile
     */
    record Volts(double volts, double maxAmps) implements Target {}

    /** Constant power in W. */
    record Watts(double watts) implements Target {}
}
