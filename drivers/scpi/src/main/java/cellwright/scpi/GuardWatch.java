package cellwright.scpi;

import cellwright.instrument.Guard;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.Optional;

/**
 * What of a guard the instrument does not keep by itself, kept as long as somebody reads: the time, and the voltages where a
 * current source drives the cell. Mutable, one thread.
 */
final class GuardWatch {
    /** Readings in a row that must lie outside. */
    private static final int STRIKES = 2;
    /** The instrument regulates to the very limit, so a reading may lie a little beyond it. */
    private static final double ROOM_VOLTS = 5e-3;

    private static final double ROOM_AMPS = 0.05;

    private final Guard guard;
    private final long beganNanos;
    private int strikes;

    GuardWatch(Guard guard, long beganNanos) {
        this.guard = guard;
        this.beganNanos = beganNanos;
    }

    /** Why the control must end, if it must. */
    Optional<String> verdict(Reading reading) {
        if (reading.atNanos() - beganNanos > guard.maxNanos()) {
            return Optional.of("the guard's time of " + guard.maxNanos() / 1e9 + " s is over");
        }
        Optional<String> outside = outside(reading);
        strikes = outside.isPresent() ? strikes + 1 : 0;
        return strikes >= STRIKES ? outside : Optional.empty();
    }

    private Optional<String> outside(Reading reading) {
        double volts = reading.value(Signal.VOLTAGE);
        double amps = reading.value(Signal.CURRENT);
        if (volts < guard.voltsMin() - ROOM_VOLTS || volts > guard.voltsMax() + ROOM_VOLTS) {
            return Optional.of("the voltage, " + volts + " V, was outside the guard's " + guard.voltsMin() + " to "
                    + guard.voltsMax() + " V");
        }
        return Math.abs(amps) > guard.ampsMax() * (1 + ROOM_AMPS)
                ? Optional.of("the current, " + amps + " A, was above the guard's " + guard.ampsMax() + " A")
                : Optional.empty();
    }
}
