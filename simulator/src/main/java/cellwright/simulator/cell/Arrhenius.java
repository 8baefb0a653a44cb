package cellwright.simulator.cell;

/** Thermal activation relative to 25 °C. */
final class Arrhenius {
    /** The temperature all parameters are given at, K. */
    static final double REFERENCE_KELVINS = 298.15;

    /** R T / F per kelvin, V/K (CODATA 2018); the same number is Boltzmann's constant in eV/K. */
    static final double VOLTS_PER_KELVIN = 8.617333262e-5;

    private Arrhenius() {}

    /** How many times faster a process of this activation energy (eV) runs than at 25 °C. */
    static double factor(double electronvolts, double kelvins) {
        return Math.exp(electronvolts / VOLTS_PER_KELVIN * (1 / REFERENCE_KELVINS - 1 / kelvins));
    }

    /** The same for a conductivity whose product with T is activated, as hopping gives it. */
    static double conductivity(double electronvolts, double kelvins) {
        return factor(electronvolts, kelvins) * REFERENCE_KELVINS / kelvins;
    }
}
