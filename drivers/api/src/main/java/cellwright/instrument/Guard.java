package cellwright.instrument;

/**
 * Limits the instrument keeps by itself, written before it energises and read back: the third of the five nets, the one
 * that holds when the computer does not.
 *
 * @param voltsMin lowest cell voltage, below which the instrument opens the circuit
 * @param voltsMax highest cell voltage
 * @param ampsMax largest current magnitude
 * @param maxNanos longest time the control may last without being renewed; {@link Long#MAX_VALUE} for none
 */
public record Guard(double voltsMin, double voltsMax, double ampsMax, long maxNanos) {
    /** Refuses a guard that guards nothing. */
    public Guard {
        if (!(voltsMin < voltsMax) || !(ampsMax > 0) || maxNanos <= 0) {
            throw new IllegalArgumentException(
                    "a guard needs voltsMin < voltsMax, ampsMax > 0 and a positive time, got " + voltsMin + " V .. "
                            + voltsMax + " V, " + ampsMax + " A, " + maxNanos + " ns");
        }
    }
}
