package cellwright.simulator.cell;

/**
 * What a linear cell, or one step of it, looks like from its terminals: a voltage behind a resistance. Immutable.
 *
 * @param openVolts voltage without current
 * @param ohms how much a charging current raises it, above 0
 */
public record Thevenin(double openVolts, double ohms) {
    /** The same with a resistor between the terminals, siemens at least 0. */
    public Thevenin beside(double siemens) {
        double share = 1 / (1 + siemens * ohms);
        return new Thevenin(openVolts * share, ohms * share);
    }

    /** Voltage at a current. */
    public double volts(double amps) {
        return openVolts + ohms * amps;
    }

    /**
     * Current under a drive: never more than twice the largest of interest under a voltage; under a power the lesser of
     * the two that give it, or not a number if none does.
     */
    public double amps(Drive drive) {
        return switch (drive) {
            case Drive.Amps current -> current.amps();
            case Drive.Volts hold ->
                Math.clamp((hold.volts() - openVolts) / ohms, -2 * hold.maxAmps(), 2 * hold.maxAmps());
            case Drive.Watts power -> forWatts(power.watts());
        };
    }

    private double forWatts(double watts) {
        if (watts == 0) {
            return 0;
        }
        double root = Math.sqrt(openVolts * openVolts + 4 * ohms * watts);
        return 2 * watts / (openVolts + Math.copySign(root, openVolts));
    }
}
