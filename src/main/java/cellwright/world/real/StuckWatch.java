package cellwright.world.real;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;

/**
 * Notices a converter that has stopped: under a set current the voltage of a cell moves, if only by noise, and under a set
 * voltage the current does. The very same number for too long is not a measurement.
 */
final class StuckWatch {
    private final long stuckNanos;
    private double value = Double.NaN;
    private long sinceNanos;

    StuckWatch(long stuckNanos) {
        this.stuckNanos = stuckNanos;
    }

    /** The cell is driven anew. */
    void restart() {
        value = Double.NaN;
    }

    /** Whether the signal that should move under the control has not for too long. */
    boolean isStuck(Control control, Reading reading) {
        if (!(Math.abs(reading.value(Signal.CURRENT)) > 0)) {
            restart();
            return false;
        }
        double now = reading.value(suspect(control));
        if (Double.doubleToLongBits(now) != Double.doubleToLongBits(value)) {
            value = now;
            sinceNanos = reading.atNanos();
        }
        return stuckNanos != Long.MAX_VALUE && reading.atNanos() - sinceNanos >= stuckNanos;
    }

    /** The signal that is not set. */
    static Signal suspect(Control control) {
        return switch (control) {
            case Control.Open ignored -> Signal.VOLTAGE;
            case Control.Current ignored -> Signal.VOLTAGE;
            case Control.Power ignored -> Signal.VOLTAGE;
            case Control.Voltage ignored -> Signal.CURRENT;
        };
    }
}
