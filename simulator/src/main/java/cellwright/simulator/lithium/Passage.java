package cellwright.simulator.lithium;

/** What passes in a step, by Simpson's rule from its beginning, middle and end. Mutable, one thread. */
final class Passage {
    private double sixth;
    private double coulombs;
    private double joules;
    private double shortCoulombs;
    private double shortJoules;

    /** Begins a step. */
    void begin(double seconds) {
        sixth = seconds / 6;
        coulombs = 0;
        joules = 0;
        shortCoulombs = 0;
        shortJoules = 0;
    }

    /** Adds a place with its weight of 1, 4 or 1. */
    void add(double weight, double volts, double amps, double shortSiemens) {
        coulombs += weight * sixth * amps;
        joules += weight * sixth * volts * amps;
        shortCoulombs += weight * sixth * Math.abs(volts) * shortSiemens;
        shortJoules += weight * sixth * volts * volts * shortSiemens;
    }

    /** Charge, C. */
    double coulombs() {
        return coulombs;
    }

    /** Energy, J. */
    double joules() {
        return joules;
    }

    /** Charge through the short in either direction, C. */
    double shortCoulombs() {
        return shortCoulombs;
    }

    /** Heat in the short, J. */
    double shortJoules() {
        return shortJoules;
    }
}
