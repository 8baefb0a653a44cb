package cellwright.simulator.cell;

/**
 * How a cell keeps and loses heat, in one lump: {@code C dT/dt = I (V - U) + I T dU/dT - h (T - T_chamber)}. Immutable.
 *
 * @param joulesPerKelvin heat capacity C of the cell with its steel; 0 if it has the chamber's temperature at once
 * @param wattsPerKelvin loss h to the chamber, above 0
 * @param voltsPerKelvin dU/dT of the open-circuit potential
 */
public record Warmth(double joulesPerKelvin, double wattsPerKelvin, double voltsPerKelvin) {
    /** As warm as the chamber. */
    public static final Warmth OF_THE_CHAMBER = new Warmth(0, 1, 0);

    /** Whether the cell has a temperature of its own. */
    boolean own() {
        return joulesPerKelvin > 0;
    }

    /** Temperature after a time in a chamber of constant temperature with a constant source of heat, K. */
    double after(double seconds, double kelvins, double chamberKelvins, double watts) {
        double end = chamberKelvins + watts / wattsPerKelvin;
        return end + (kelvins - end) * Math.exp(-seconds * wattsPerKelvin / joulesPerKelvin);
    }
}
