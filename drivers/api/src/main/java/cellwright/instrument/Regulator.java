package cellwright.instrument;

import java.util.List;
import java.util.OptionalDouble;

/** An instrument that keeps quantities at a set-point: a press, a chamber, or a rig that is both. */
public interface Regulator extends Instrument {
    /** The signals it regulates, each also among {@link #signals()}; constant over the instrument's life. */
    List<Signal> regulates();

    /**
     * The span of set-points it accepts for a signal, in the signal's unit.
     *
     * @throws IllegalArgumentException if it does not regulate the signal
     */
    Span span(Signal signal);

    /**
     * Sets a target. Returns when the instrument acknowledged it, not when it is reached.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if the value lies outside
     *     {@link #span(Signal)}
     */
    void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException;

    /**
     * Asks the instrument at which set-point it is, in the signal's unit, to its own resolution. Empty if it cannot be asked.
     *
     * @throws IllegalArgumentException if it does not regulate the signal
     */
    default OptionalDouble heldSetpoint(Signal signal) throws InstrumentException {
        span(signal);
        return OptionalDouble.empty();
    }

    /**
     * A closed interval.
     *
     * @param low smallest value
     * @param high largest value
     */
    record Span(double low, double high) {
        /** Whether the value lies inside; false for NaN. */
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }
}
