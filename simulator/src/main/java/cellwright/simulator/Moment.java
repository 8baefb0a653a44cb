package cellwright.simulator;

import cellwright.instrument.Signal;
import java.util.List;

/**
 * Values at one instant: the true ones, where charge and energy are those of the step that led there, or those that are
 * shown, where they are counted since the rig was opened. Mutable, one thread.
 */
final class Moment {
    /** What a rig measures, in the order of a reading. */
    static final List<Signal> SIGNALS =
            List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE, Signal.TEMPERATURE, Signal.PRESSURE);

    double volts;
    double amps;
    double coulombs;
    double joules;
    double kelvins;
    double pascals;

    /** The value at an index of {@link #SIGNALS}. */
    double value(int index) {
        return switch (index) {
            case 0 -> volts;
            case 1 -> amps;
            case 2 -> coulombs;
            case 3 -> kelvins;
            case 4 -> pascals;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    void copy(Moment other) {
        volts = other.volts;
        amps = other.amps;
        coulombs = other.coulombs;
        joules = other.joules;
        kelvins = other.kelvins;
        pascals = other.pascals;
    }
}
