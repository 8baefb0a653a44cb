package cellwright.analysis.impedance;

/** What a parameter of a circuit element is, and between which limits it lies. */
public enum Quantity {
    /** Ohm, above 0. */
    RESISTANCE("Ohm"),
    /** Farad, above 0. */
    CAPACITANCE("F"),
    /** Henry, above 0. */
    INDUCTANCE("H"),
    /** Q of a constant phase element, S s^n, above 0. */
    CONSTANT_PHASE("Ohm^-1 sec^a"),
    /** Exponent of a constant phase element, between 0 and 1. */
    EXPONENT(""),
    /** Coefficient of a Warburg element, ohm per root second, above 0. */
    WARBURG("Ohm sec^-1/2"),
    /** Time constant of diffusion, seconds, above 0. */
    TIME("sec");

    private final String unit;

    Quantity(String unit) {
        this.unit = unit;
    }

    /** The unit as impedance.py writes it. */
    public String unit() {
        return unit;
    }

    /** The coordinate the fit moves in: the logarithm, of an exponent n that of n/(1 - n). */
    double coordinate(double value) {
        return this == EXPONENT ? Math.log(value / (1 - value)) : Math.log(value);
    }

    /** The value at a coordinate. */
    double value(double coordinate) {
        return this == EXPONENT ? 1 / (1 + Math.exp(-coordinate)) : Math.exp(coordinate);
    }

    /** How the value changes with the coordinate. */
    double slope(double value) {
        return this == EXPONENT ? value * (1 - value) : value;
    }

    /** Whether a number may be a value of it. */
    boolean allows(double value) {
        return value > 0 && Double.isFinite(value) && (this != EXPONENT || value <= 1);
    }
}
