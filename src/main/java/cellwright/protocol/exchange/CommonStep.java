package cellwright.protocol.exchange;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A step in words that most cyclers share; voltages are those of the cell, currents in A or as multiples of 1C. */
sealed interface CommonStep {
    /** Where it stands in the protocol it was made of. */
    String where();

    /** Open circuit for a time. */
    record Rest(String where, Duration time, Optional<Duration> period) implements CommonStep {}

    /**
     * A constant current.
     *
     * @param where where it stands
     * @param current signed; positive charges
     * @param volts ends the step when reached in the current's direction
     * @param time ends it too
     * @param period how often it is recorded, if it says so
     */
    record Current(String where, Amount current, OptionalDouble volts, Duration time, Optional<Duration> period)
            implements CommonStep {}

    /**
     * A constant voltage.
     *
     * @param where where it stands
     * @param volts held
     * @param current ends the step when the current's magnitude has fallen to it
     * @param time ends it too
     * @param period how often it is recorded, if it says so
     */
    record Hold(String where, double volts, Optional<Amount> current, Duration time, Optional<Duration> period)
            implements CommonStep {}

    /** A constant power in W; positive charges. */
    record Power(String where, double watts, OptionalDouble volts, Duration time, Optional<Duration> period)
            implements CommonStep {}

    /** An impedance spectrum. */
    record Spectrum(String where, Sweep sweep) implements CommonStep {}

    /** A line for people. */
    record Label(String where, String text) implements CommonStep {}

    /** Steps that are done several times. */
    record Loop(String where, int times, List<CommonStep> steps) implements CommonStep {
        /** Takes an immutable copy. */
        public Loop {
            steps = List.copyOf(steps);
        }
    }
}
