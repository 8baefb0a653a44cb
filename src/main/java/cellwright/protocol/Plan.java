package cellwright.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the steps of a {@link Step.Series} do, one after the other. */
public sealed interface Plan {
    /**
     * Currents that rise by equal steps, for the critical current density.
     *
     * @param direction of the first current of each level, charge or discharge
     * @param from the lowest, above 0
     * @param to not exceeded, at least {@code from} and stated on the same basis
     * @param step between two levels, above 0 and on the same basis
     * @param each what each current of a level is given
     * @param bothWays whether each level is driven the other way as well
     */
    record Ramp(Setting.Direction direction, Amount from, Amount to, Amount step, Dose each, boolean bothWays)
            implements Plan {}

    /**
     * The same current again and again, each time with a rest after it.
     *
     * @param direction which way
     * @param current the current
     * @param time of one pulse
     * @param rest after it; empty for none
     * @param times how often at most; empty if a condition alone ends the train
     */
    record Pulses(
            Setting.Direction direction,
            Amount current,
            Duration time,
            Optional<Duration> rest,
            Optional<Integer> times)
            implements Plan {}

    /**
     * Potentials held one after the other, for direct-current polarisation.
     *
     * @param volts the potentials, in order
     * @param each how long each is held
     * @param maxCurrent magnitude the current is held to; empty for the smallest of cell and channel
     */
    record Potentials(List<Amount.Volts> volts, Duration each, Optional<Amount> maxCurrent) implements Plan {
        /** Takes an immutable copy. */
        public Potentials {
            volts = List.copyOf(volts);
        }
    }

    /** How much of a current one level gets. */
    sealed interface Dose {
        /** The same time at every level. */
        record OfTime(Duration time) implements Dose {}

        /** The same charge at every level; {@link Amount.Si} in C. */
        record OfCharge(Amount charge) implements Dose {}
    }
}
