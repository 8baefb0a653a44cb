package cellwright.instrument;

/**
 * An impedance measurement to be made.
 *
 * @param mode what is excited
 * @param amplitude peak excitation: volts if potentiostatic, amperes if galvanostatic
 * @param fromHz first frequency
 * @param toHz last frequency
 * @param pointsPerDecade frequencies per factor of ten, logarithmically spaced
 * @param atHold true to measure at the potential being held, false at open circuit
 */
public record Sweep(Mode mode, double amplitude, double fromHz, double toHz, int pointsPerDecade, boolean atHold) {
    /** What is excited. */
    public enum Mode {
        /** A voltage is applied, the current is measured. */
        POTENTIOSTATIC,
        /** A current is applied, the voltage is measured. */
        GALVANOSTATIC
    }
}
